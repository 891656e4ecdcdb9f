/// The entries of a `.dic` file, each with its own flags; homonyms stay apart.
struct StemFile {
    struct Entry {
        var word: [UInt8]
        var flags: [UInt16]
    }

    var entries: [Entry] = []

    init() {}

    init(_ bytes: [UInt8], affixes: AffixFile, path: String) throws(LexiconError) {
        var lines = SourceLines(bytes)
        guard let first = lines.next(), let field = first.fields.first, Int(field.prefix { $0.isNumber }) ?? 0 > 0 else {
            throw .malformed(path: path, line: 1, reason: "the first line must be the number of entries")
        }
        while let line = lines.next() {
            var text = Array(line.bytes)
            if let end = Self.morphologyStart(text) { text.removeSubrange(end...) }
            let slash = Self.unescapeToSlash(&text)
            if let slash, slash < text.count {
                entries.append(Entry(word: Array(text[..<slash]), flags: affixes.flags(text[(slash + 1)...])))
            } else {
                entries.append(Entry(word: text, flags: []))
            }
        }
    }

    /// Where the morphological description begins: at a tab, or before blanks and a two-letter field name with a colon.
    private static func morphologyStart(_ text: [UInt8]) -> Int? {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var start: Int?
        for colon in text.indices where text[colon] == UInt8(ascii: ":") && colon > 3 && isBlank(text[colon - 3]) {
            var i = colon - 3
            while i > 0, isBlank(text[i - 1]) { i -= 1 }
            if i > 0 { start = i }
            break
        }
        if let tab = text.firstIndex(of: 0x09), start.map({ tab < $0 }) ?? true { start = tab }
        return start
    }

    /// The slash before the flags; `\/` before it becomes `/`, a slash at the very beginning belongs to the word.
    private static func unescapeToSlash(_ text: inout [UInt8]) -> Int? {
        var i = 1
        while i < text.count {
            if text[i] == UInt8(ascii: "/") {
                if text[i - 1] != UInt8(ascii: "\\") { return i }
                text.remove(at: i - 1)
                // The slash that was unescaped now stands at i - 1.
                continue
            }
            i += 1
        }
        return nil
    }
}
