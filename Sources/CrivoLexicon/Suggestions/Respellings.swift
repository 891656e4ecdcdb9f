/// Confusions of several letters at once, which no sum of single edits prices rightly: *xave* for *chave*, *fasso* for *faço*.
///
/// `^` and `$` tie a pattern to the start and the end of the word.
enum Respellings {
    struct Pattern {
        var from: [UInt8]
        var to: [UInt8]
        var cost: Int
        var atStart: Bool
        var atEnd: Bool

        init(_ from: String, _ to: String, _ cost: Int) {
            atStart = from.hasPrefix("^")
            atEnd = from.hasSuffix("$")
            self.from = FormAlphabet.symbols(of: from.filter { $0 != "^" && $0 != "$" }.utf8) ?? []
            self.to = FormAlphabet.symbols(of: to.utf8) ?? []
            self.cost = cost
        }
    }

    static let portuguese: [Pattern] = [
        Pattern("x", "ch", 5), Pattern("ch", "x", 5), Pattern("ss", "ç", 4), Pattern("ç", "ss", 4), Pattern("c", "ss", 5), Pattern("ss", "c", 5),
        Pattern("s", "ss", 4), Pattern("sc", "c", 4), Pattern("ss", "sc", 5), Pattern("c", "sc", 4), Pattern("ç", "sç", 5), Pattern("s", "xc", 6), Pattern("c", "xc", 5),
        Pattern("ss", "xc", 5), Pattern("sc", "xc", 5), Pattern("xs", "xc", 4), Pattern("x", "xc", 5), Pattern("ão$", "am", 3), Pattern("am$", "ão", 4), Pattern("ao$", "am", 6),
        Pattern("ões$", "ãos", 5), Pattern("ões$", "ães", 5), Pattern("ães$", "ões", 5), Pattern("ãos$", "ões", 5), Pattern("no$", "ndo", 5), Pattern("li", "lh", 6),
        Pattern("lh", "li", 6), Pattern("k", "qu", 5), Pattern("k", "c", 4), Pattern("ph", "f", 4), Pattern("th", "t", 4), Pattern("pt", "t", 4), Pattern("ct", "t", 4),
        Pattern("cç", "ç", 4), Pattern("pç", "ç", 4), Pattern("u", "l", 5), Pattern("^e", "he", 4), Pattern("^u", "hu", 4), Pattern("^o", "ho", 4), Pattern("^a", "ha", 5),
        Pattern("n", "m", 4), Pattern("im", "em", 5), Pattern("em", "im", 5), Pattern("^in", "im", 4), Pattern("^dis", "des", 4), Pattern("^des", "dis", 5),
        Pattern("ci", "ti", 6), Pattern("sion", "são", 6), Pattern("tion", "ção", 6), Pattern("ción$", "ção", 4), Pattern("able$", "ável", 4), Pattern("ible$", "ível", 4),
        Pattern("ables$", "áveis", 4), Pattern("ibles$", "íveis", 4), Pattern("eza$", "esa", 4), Pattern("esa$", "eza", 4), Pattern("iz", "is", 3),
        Pattern("is", "iz", 4), Pattern("gu", "g", 6), Pattern("g", "gu", 5), Pattern("nh", "n", 7), Pattern("ei", "e", 5), Pattern("ou", "o", 5), Pattern("o", "ou", 6), Pattern("e", "ei", 6),
        Pattern("se$", "sse", 4), Pattern("teu$", "teve", 6), Pattern("íls$", "íveis", 5), Pattern("vels$", "veis", 4),
        Pattern("els$", "eis", 5), Pattern("als$", "ais", 4), Pattern("um$", "am", 8), Pattern("tch", "ch", 5), Pattern("y", "i", 3), Pattern("w", "v", 5), Pattern("qu", "c", 6),
    ]

    static let english: [Pattern] = [
        Pattern("ie", "ei", 5), Pattern("ei", "ie", 5), Pattern("ance", "ence", 3), Pattern("ence", "ance", 3), Pattern("ant", "ent", 3), Pattern("ent", "ant", 3),
        Pattern("able", "ible", 3), Pattern("ible", "able", 3), Pattern("f", "ph", 5), Pattern("ph", "f", 5), Pattern("k", "ck", 5), Pattern("ck", "k", 5), Pattern("c", "ck", 6),
        Pattern("s", "c", 4), Pattern("c", "s", 5), Pattern("c", "sc", 4), Pattern("s", "sc", 4), Pattern("sh", "ch", 6), Pattern("er", "or", 4), Pattern("or", "er", 4), Pattern("ar", "er", 4),
        Pattern("er", "ar", 4), Pattern("er", "re", 5), Pattern("sion", "tion", 4), Pattern("tion", "sion", 4), Pattern("shun", "tion", 5), Pattern("cion", "tion", 4), Pattern("ou", "oul", 5),
        Pattern("oo", "ou", 6), Pattern("u", "ou", 6), Pattern("f", "gh", 7), Pattern("^n", "kn", 5), Pattern("^r", "wr", 5), Pattern("^w", "wh", 4), Pattern("j", "dg", 5),
        Pattern("ge", "dge", 5), Pattern("dge", "ge", 5), Pattern("us", "ous", 4), Pattern("ios", "ious", 4), Pattern("os$", "oes", 5), Pattern("ys$", "ies", 4), Pattern("ie$", "y", 6),
        Pattern("ey", "y", 5), Pattern("ily", "ally", 5), Pattern("aly", "ally", 4), Pattern("ly$", "ally", 4), Pattern("full$", "ful", 3), Pattern("ful", "full", 6), Pattern("th", "fth", 7),
        Pattern("fth", "ft", 7), Pattern("nt$", "n't", 2), Pattern("aught", "ought", 6), Pattern("childs$", "children", 4), Pattern("ure", "ur", 6),
        Pattern("que", "k", 6), Pattern("k", "que", 6), Pattern("x", "cc", 6), Pattern("cc", "c", 3), Pattern("qu", "cqu", 4), Pattern("aq", "acq", 4), Pattern("z", "s", 5), Pattern("x", "xc", 5),
        Pattern("exs", "exc", 4), Pattern("ei$", "y", 6), Pattern("iing", "ying", 4), Pattern("ieing$", "ying", 4), Pattern("eing$", "ing", 5), Pattern("in", "im", 5), Pattern("im", "in", 6),
    ]

    /// The words that one application of a pattern makes of `word`, with their costs.
    static func variants(of word: [UInt8], isEnglish: Bool) -> [(symbols: [UInt8], cost: Int)] {
        var results: [(symbols: [UInt8], cost: Int)] = []
        for pattern in isEnglish ? english : portuguese where pattern.from.count <= word.count {
            let last = word.count - pattern.from.count
            let starts = pattern.atStart ? 0...0 : pattern.atEnd ? last...last : 0...last
            for start in starts where word[start..<start + pattern.from.count].elementsEqual(pattern.from) {
                results.append((Array(word[..<start]) + pattern.to + Array(word[(start + pattern.from.count)...]), pattern.cost))
            }
        }
        return results
    }
}
