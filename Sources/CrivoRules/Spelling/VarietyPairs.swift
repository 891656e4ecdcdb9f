/// The regular correspondences between the spellings of two varieties: from a form of one, the candidates for the other.
///
/// A candidate counts only when the other variety's dictionary knows it, so the patterns may be generous.
enum VarietyPairs {
    /// Brazilian candidates for a European form, the likeliest first.
    static func brazilian(for word: String) -> [String] {
        var candidates: [String] = []
        for (from, to) in [("ó", "ô"), ("é", "ê"), ("Ó", "Ô"), ("É", "Ê")] { candidates += replacements(of: from, by: to, in: word) }
        // Silent consonants: acção, óptimo, baptismo, facto; and the old connosco.
        for (from, to) in [
            ("cç", "ç"), ("ct", "t"), ("pç", "ç"), ("pt", "t"), ("cc", "c"), ("nn", "n"), ("ámos", "amos"), ("dezasse", "dezesse"),
            ("dezano", "dezeno"),
            ("mn", "n"), ("gd", "d"), ("bt", "t"), ("êem", "eem"), ("ôo", "oo"),
        ] {
            candidates += replacements(of: from, by: to, in: word)
        }
        // Both at once: óptico is óptico in both, but *recepção* and *infecção* are Brazilian: the dictionary decides.
        for (from, to) in [("p", "pt"), ("t", "ct"), ("ç", "pç"), ("ç", "cç")] where candidates.isEmpty {
            candidates += replacements(of: from, by: to, in: word)
        }
        return candidates
    }

    /// European candidates for a Brazilian form.
    static func european(for word: String) -> [String] {
        var candidates: [String] = []
        for (from, to) in [("ô", "ó"), ("ê", "é"), ("Ô", "Ó"), ("Ê", "É"), ("dezesse", "dezasse"), ("ç", "pç"), ("ç", "cç"), ("t", "ct")] {
            candidates += replacements(of: from, by: to, in: word)
        }
        return candidates
    }

    /// American candidates for a British form.
    static func american(for word: String) -> [String] {
        var candidates: [String] = []
        for (from, to) in [
            ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("tre", "ter"), ("bre", "ber"),
            ("ence", "ense"),
            ("ogue", "og"), ("ll", "l"), ("aeo", "eo"), ("ae", "e"), ("oe", "e"), ("mme", "m"), ("grey", "gray"), ("tyre", "tire"),
            ("kerb", "curb"),
            ("plough", "plow"), ("sceptic", "skeptic"), ("mould", "mold"), ("aluminium", "aluminum"), ("cheque", "check"),
            ("jewell", "jewel"),
            ("ise", "ice"), ("l", "ll"), ("dgement", "dgment"), ("programme", "program"), ("cosy", "cozy"), ("moustache", "mustache"),
            ("draught", "draft"),
        ] {
            candidates += replacements(of: from, by: to, in: word)
        }
        return candidates
    }

    /// British candidates for an American form.
    static func british(for word: String) -> [String] {
        var candidates: [String] = []
        for (from, to) in [
            ("or", "our"), ("ize", "ise"), ("iza", "isa"), ("izi", "isi"), ("yze", "yse"), ("ter", "tre"), ("ense", "ence"), ("l", "ll"),
            ("gray", "grey"),
            ("e", "ae"), ("og", "ogue"), ("plow", "plough"), ("skeptic", "sceptic"), ("aluminum", "aluminium"), ("mold", "mould"),
        ] {
            candidates += replacements(of: from, by: to, in: word)
        }
        return candidates
    }

    /// The word with each occurrence of `from` replaced, one at a time.
    private static func replacements(of from: String, by to: String, in word: String) -> [String] {
        let bytes = Array(word.utf8)
        let pattern = Array(from.utf8)
        guard bytes.count >= pattern.count else { return [] }
        var results: [String] = []
        for start in 0...(bytes.count - pattern.count) where bytes[start..<start + pattern.count].elementsEqual(pattern) {
            results.append(String(decoding: bytes[..<start] + Array(to.utf8) + bytes[(start + pattern.count)...], as: UTF8.self))
        }
        return results
    }
}
