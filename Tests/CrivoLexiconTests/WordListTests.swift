import CrivoLexicon
import Testing

/// Mistakes in the project's word lists are named with their file and line.
struct WordListTests {
    @Test(arguments: [
        ("palavra\n", 1),
        ("# names\n#! class: person; languages: pt\nAna\n#! class: persons; languages: pt\n", 4),
        ("#! class: person; languages: de\n", 1),
        ("#! class: person; languages: pt\n\u{FEFF}\n\n" + String(repeating: "a", count: 300) + "\n", 4),
        ("#! kind: person; languages: pt\n", 1),
    ])
    func mistake(_ text: String, _ line: Int) throws {
        try TestFiles.withFolder(removing: ["list.txt", "x.lexicon"]) { folder in
            try TestFiles.write(Array(text.utf8), "\(folder)/list.txt")
            do {
                try LexiconBuilder(data: folder).build(to: "\(folder)/x.lexicon")
                Issue.record("the list was taken")
            } catch LexiconError.malformed(let path, let found, _) {
                #expect(path.hasSuffix("list.txt"))
                #expect(found == line)
            }
        }
    }

    @Test func aMissingDictionaryNamesItsPackage() {
        let error = LexiconError.missingDictionary(.ptBR, searched: ["/nowhere"])
        #expect(error.message(inPortuguese: true).contains("apt-get install hunspell-pt-br"))
        #expect(error.message(inPortuguese: false).contains("apt-get install hunspell-pt-br"))
    }
}
