/// The entries of a Hunspell `.dic` file.
struct StemFile {
    struct Entry {
        var word: [UInt8]
        var flags: [UInt32]
    }

    var entries: [Entry] = []

    init() {}

    init(_ bytes: [UInt8], affixes: AffixFile) {
        var isFirst = true
        for line in TextLines(bytes) {
            // The first line is the number of entries.
            if isFirst {
                isFirst = false
                continue
            }
            // A tab starts the morphological fields; so does a blank before one of the form xx:.
            var end = line.firstIndex(of: 0x09) ?? line.endIndex
            end = StemFile.morphologyStart(line[line.startIndex..<end]) ?? end
            let field = line[line.startIndex..<end]
            guard !field.isEmpty else { continue }
            var word: [UInt8] = []
            var index = field.startIndex
            var slash: Int?
            while index < field.endIndex {
                if field[index] == 0x2F, index > field.startIndex {
                    if field[index - 1] == 0x5C {
                        word[word.count - 1] = 0x2F
                        index += 1
                        continue
                    }
                    slash = index
                    break
                }
                word.append(field[index])
                index += 1
            }
            // Blanks before a tab stay part of the word, as they do in Hunspell: such an entry matches nothing.
            guard !word.isEmpty else { continue }
            let flags = slash.map { affixes.flags(field[($0 + 1)...].prefix { $0 != 0x20 }) } ?? []
            entries.append(Entry(word: word, flags: flags.sorted()))
        }
    }

    /// Where ` xx:` begins, as in `word po:noun`.
    private static func morphologyStart(_ field: ArraySlice<UInt8>) -> Int? {
        var index = field.startIndex
        while index + 3 < field.endIndex {
            if field[index] == 0x20, field[index + 3] == 0x3A { return index }
            index += 1
        }
        return nil
    }
}
