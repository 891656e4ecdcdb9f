/// Productive word formation: a word that no dictionary holds is no misspelling when it is built by rule from one that it holds.
///
/// The patterns are those that keep the spelling of the base certain; where the orthography asks for a hyphen (*anti-inflamatório*)
/// or a doubled letter (*antirracista*), the form without it is not accepted.
enum Derivation {
    /// Whether a Portuguese word in lower case is derived from one that `isKnown` accepts.
    static func isPortuguese(_ word: String, isKnown: (String) -> Bool) -> Bool {
        if hasPortuguesePrefix(word, isKnown) || hasPortugueseSuffix(word, isKnown) || isVerbInIzar(word, isKnown) { return true }
        // Plural of a derived singular: *interseccionalidades*.
        if word.hasSuffix("s"), word.utf8.count > 6 {
            let singular = String(word.dropLast())
            return hasPortuguesePrefix(singular, isKnown) || hasPortugueseSuffix(singular, isKnown)
        }
        return false
    }

    /// Whether an English word in lower case is derived from one that `isKnown` accepts.
    static func isEnglish(_ word: String, isKnown: (String) -> Bool) -> Bool {
        for prefix in englishPrefixes where word.hasPrefix(prefix) {
            let base = String(word.dropFirst(prefix.count))
            if base.utf8.count >= 4, isKnown(base) { return true }
        }
        for (suffix, replacement) in englishSuffixes where word.hasSuffix(suffix) {
            let base = String(word.dropLast(suffix.count)) + replacement
            if base.utf8.count >= 4, isKnown(base) { return true }
        }
        return false
    }

    private static func hasPortuguesePrefix(_ word: String, _ isKnown: (String) -> Bool) -> Bool {
        for prefix in portuguesePrefixes where word.hasPrefix(prefix) {
            let base = String(word.dropFirst(prefix.count))
            guard base.utf8.count >= 5, let first = base.first, let last = prefix.last else { continue }
            // The Acordo of 1990, base XVI: a hyphen before h and between equal vowels, doubled r and s after a vowel.
            if first == "h" || first == last { continue }
            if "aeiou".contains(last), first == "r" || first == "s" {
                guard base.dropFirst().first == first else { continue }
                if isKnown(String(base.dropFirst())) { return true }
                continue
            }
            if isKnown(base) { return true }
        }
        return false
    }

    /// Verbs in -izar and all that comes of them: *racializadas*, *biologizante*, *ancestralização*.
    private static func isVerbInIzar(_ word: String, _ isKnown: (String) -> Bool) -> Bool {
        guard let position = word.range(ofLast: "iz") else { return false }
        let stem = String(word[..<position.lowerBound])
        let ending = String(word[position.upperBound...])
        guard stem.utf8.count >= 4, izarEndings.contains(ending) else { return false }
        return ["", "o", "a", "e", "ia", "ico", "ismo", "al"].contains { isKnown(stem + $0) }
    }

    private static let izarEndings: Set<String> = [
        "ar", "a", "am", "o", "ou", "aram", "ava", "avam", "ado", "ada", "ados", "adas", "ando", "ante", "antes", "ação", "ações", "ador", "adora", "adores",
        "adoras", "ará", "arão", "aria", "ariam", "asse", "assem", "ável", "áveis", "arem",
    ]

    private static func hasPortugueseSuffix(_ word: String, _ isKnown: (String) -> Bool) -> Bool {
        for (suffix, replacements) in portugueseSuffixes where word.hasSuffix(suffix) {
            let stem = String(word.dropLast(suffix.count))
            guard stem.utf8.count >= 3 else { continue }
            // An adverb loses the accent of its adjective: *rapidamente*.
            if suffix == "mente", stem.unicodeScalars.contains(where: { "áéíóúâêô".unicodeScalars.contains($0) }) { continue }
            for replacement in replacements where isKnown(stem + replacement) { return true }
        }
        return false
    }

    private static let portuguesePrefixes = [
        "super", "hiper", "micro", "macro", "auto", "bio", "neuro", "socio", "geo", "tele", "multi", "inter", "intra", "trans", "anti", "contra", "semi",
        "ultra", "mega", "mini", "poli", "mono", "pseudo", "infra", "extra", "eco", "etno", "foto", "hidro", "ciber", "nano", "psico", "meta", "termo",
        "eletro", "cardio", "gastro", "radio", "moto", "agro", "petro", "retro", "sobre", "sub", "pluri", "bi", "tri", "uni", "proto", "paleo", "neo",
        "homo", "hetero", "afro", "euro", "luso", "franco", "anglo", "ítalo", "para", "peri", "endo", "exo", "imuno", "quimio", "des", "re", "pré", "pós",
        "filo", "crono", "morfo", "fito", "zoo", "audio", "video", "tecno", "turbo", "maxi", "omni", "supra", "justa", "ante", "arqui", "co", "não",
    ]

    private static let portugueseSuffixes: [(String, [String])] = [
        ("mente", ["", "a", "o", "e"]), ("inho", ["o", "e", ""]), ("inha", ["a", "e", ""]), ("zinho", [""]), ("zinha", [""]), ("zão", [""]),
        ("íssimo", ["o", "e", ""]), ("íssima", ["a", "o", "e", ""]), ("bilíssimo", ["vel"]), ("bilíssima", ["vel"]), 
        ("ista", ["o", "a", "ismo", ""]), ("ismo", ["o", "a", "ista", ""]),
        ("idade", ["o", "e", "a", ""]), ("bilidade", ["vel"]), ("ável", ["ar"]), ("ível", ["er", "ir"]), ("ante", ["ar"]), ("ador", ["ar"]), ("adora", ["ar"]),
        ("eiro", ["o", "a", "e", ""]), ("eira", ["o", "a", "e", ""]), ("esco", ["o", "a", ""]), ("iano", ["", "o", "e"]), ("iana", ["", "o", "e"]),
        ("ico", ["ia", "ismo"]), ("ica", ["ia", "ismo", "ico"]), ("logia", ["lógico"]), ("lógico", ["logia"]), ("lógica", ["logia"]),
        ("ado", ["ar"]), ("ada", ["ar"]), ("ando", ["ar"]), ("ou", ["ar"]), ("aram", ["ar"]), ("amento", ["ar"]), ("imento", ["er", "ir"]),
    ]

    private static let englishPrefixes = [
        "anti", "auto", "bio", "co", "counter", "cross", "cyber", "de", "eco", "extra", "fore", "geo", "hyper", "inter", "intra", "macro", "mega", "meta",
        "micro", "mini", "mis", "mono", "multi", "nano", "neuro", "non", "over", "out", "poly", "post", "pre", "pro", "pseudo", "psycho", "re", "self",
        "semi", "socio", "sub", "super", "tele", "trans", "ultra", "un", "under", "video",
    ]

    private static let englishSuffixes: [(String, String)] = [
        ("ness", ""), ("like", ""), ("wise", ""), ("less", ""), ("ish", ""), ("able", ""), ("able", "e"), ("er", ""), ("ers", ""), ("er", "e"), ("ly", ""),
        ("ity", "e"), ("ization", "ize"), ("izing", "ize"), ("ized", "ize"), ("ist", ""), ("ism", ""), ("ward", ""), ("fully", "ful"), ("iness", "y"),
        ("ability", "able"),
    ]
}

extension String {
    /// The last occurrence of a piece of text, without Foundation.
    fileprivate func range(ofLast piece: String) -> Range<String.Index>? {
        let units = Array(utf8)
        let wanted = Array(piece.utf8)
        guard units.count >= wanted.count else { return nil }
        for start in stride(from: units.count - wanted.count, through: 0, by: -1) where units[start..<start + wanted.count].elementsEqual(wanted) {
            let lower = utf8.index(utf8.startIndex, offsetBy: start)
            return lower..<utf8.index(lower, offsetBy: wanted.count)
        }
        return nil
    }
}
