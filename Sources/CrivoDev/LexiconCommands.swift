import CrivoLexicon

enum LexiconCommands {
    static func build(_ arguments: [String]) throws(LexiconError) -> Int32 {
        let data = try LexiconLocation.dataFolder()
        let path = Arguments(arguments).value("--output") ?? LexiconLocation.compiledPath(data: data)
        let start = Terminal.now()
        try LexiconBuilder(data: data).build(to: path)
        let built = Terminal.now()
        _ = try Lexicon(path: path)
        let size = try Terminal.read(path).count
        print(
            "\(path): \(size / 1024) KiB, built in \(Terminal.decimal(built - start, 1)) s, opens in \(Terminal.decimal((Terminal.now() - built) * 1000, 1)) ms"
        )
        return 0
    }

    static func check() throws(LexiconError) -> Int32 {
        let data = try LexiconLocation.dataFolder()
        let path = LexiconLocation.compiledPath(data: data)
        let lexicon = try Lexicon(path: path)
        try lexicon.verify()
        guard lexicon.stamp == (try LexiconBuilder(data: data).stamp()) else {
            Terminal.error("\(path): a source changed since it was built; run: crivo-dev lexicon build")
            return 1
        }
        print("\(path): up to date")
        return 0
    }

    static func lookup(_ words: [String]) throws(LexiconError) -> Int32 {
        let lexicon = try LexiconLocation.open { Terminal.error("building \($0)") }
        var memo = WordMemo(lexicon: lexicon, hunspell: HunspellPool())
        for word in words {
            var stores: [String] = []
            var lines: [String] = []
            Array(word.utf8).withUnsafeBufferPointer { bytes in
                let known = memo.known(bytes, in: .all)
                for dictionary in DictionaryID.allCases where known.contains(DictionarySet(dictionary)) { stores.append(dictionary.name) }
                if known.contains(.crivoPT) { stores.append("crivo-pt") }
                if known.contains(.crivoEN) { stores.append("crivo-en") }
                for dictionary in [DictionaryID.ptBR, .enUS] {
                    let start = Terminal.now()
                    let suggestions = lexicon.suggester(for: dictionary).suggestions(for: bytes)
                    let time = Terminal.decimal((Terminal.now() - start) * 1e6, 0)
                    lines.append(
                        "  \(dictionary.name) \(time) µs: "
                            + suggestions.map { "\($0.text) (\($0.cost), \($0.frequency))" }.joined(separator: ", "))
                }
            }
            print("\(word): \(stores.isEmpty ? "unknown" : stores.joined(separator: " "))")
            for line in lines { print(line) }
        }
        return 0
    }
}
