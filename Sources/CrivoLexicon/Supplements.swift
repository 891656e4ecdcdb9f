/// Crivo's own word lists: the files `Dictionaries/**/*.txt`.
///
/// Lines that start with `#` are comments; one of them, `#! class: term; languages: pt en`, says what the words are and for which texts
/// they count. Each other line is a word, or a word, a tab and its inflected forms separated by blanks; an entry of several words counts
/// as its parts.
struct Supplements {
    var portuguese: Set<[UInt8]> = []
    var english: Set<[UInt8]> = []

    static let classes: Set<String> = [
        "person", "place", "brand", "term", "loanword", "vocabulary", "acronym", "interjection", "abbreviation",
    ]

    mutating func read(_ bytes: [UInt8], path: String) throws(LexiconError) {
        var languages: Set<String> = []
        var lines = SourceLines(bytes)
        while let line = lines.next() {
            let number = lines.number
            guard let text = String(validating: line.bytes, as: UTF8.self) else {
                throw .malformed(path: path, line: number, reason: "the line is not valid UTF-8")
            }
            if text.hasPrefix("#!") {
                languages = try directive(text, path, number)
                continue
            }
            if text.hasPrefix("#") || text.allSatisfy({ $0 == " " }) { continue }
            guard !languages.isEmpty else {
                throw .malformed(
                    path: path, line: number, reason: "a line like “#! class: term; languages: pt en” must come before the words")
            }
            for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
                let word = Array(word.utf8).withUnsafeBufferPointer { Composition.composed($0) }
                guard word.count <= WordTable.maximumLength else {
                    throw .malformed(path: path, line: number, reason: "a word may have at most \(WordTable.maximumLength) bytes")
                }
                if languages.contains("pt") { portuguese.insert(word) }
                if languages.contains("en") { english.insert(word) }
            }
        }
    }

    private func directive(_ line: String, _ path: String, _ number: Int) throws(LexiconError) -> Set<String> {
        var languages: Set<String> = []
        for part in line.dropFirst(2).split(separator: ";") {
            let pair = part.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
            guard pair.count == 2, let key = pair[0].first else {
                throw .malformed(path: path, line: number, reason: "expected “#! class: …; languages: …”")
            }
            switch key {
            case "class":
                guard let name = pair[1].first, Supplements.classes.contains(name) else {
                    throw .malformed(
                        path: path, line: number, reason: "class must be one of \(Supplements.classes.sorted().joined(separator: ", "))")
                }
            case "languages":
                languages = Set(pair[1])
                guard !languages.isEmpty, languages.isSubset(of: ["pt", "en"]) else {
                    throw .malformed(path: path, line: number, reason: "languages must be pt, en or both")
                }
            default: throw .malformed(path: path, line: number, reason: "unknown key “\(key)”: class or languages")
            }
        }
        return languages
    }
}
