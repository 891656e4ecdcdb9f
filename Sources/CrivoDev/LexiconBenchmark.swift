import CrivoLexicon

/// Nanoseconds per word of the memo, of the compiled lexicon and of Hunspell, over the words of a text.
enum LexiconBenchmark {
    static func run(_ arguments: [String]) throws(LexiconError) -> Int32 {
        guard let path = arguments.first else {
            Terminal.error("crivo-dev bench lexicon: a readable FILE is missing")
            return 2
        }
        let text = try Terminal.read(path)
        _ = try LexiconLocation.open { Terminal.error("building \($0)") }
        let start = Terminal.now()
        let lexicon = try LexiconLocation.open()
        print("opened in \(Int((Terminal.now() - start) * 1e6)) µs")
        let words = text.split(whereSeparator: { $0 < 0x80 && !isWordByte($0) }).map(Array.init)
        let distinct = Array(Set(words))
        print("\(words.count) words, \(distinct.count) distinct")
        var scratch = LexiconScratch()
        for dictionary in DictionaryID.allCases {
            let hunspell = try HunspellDictionary(dictionary)
            let first = measure(distinct) { lexicon.accepts($0, in: dictionary, scratch: &scratch) ?? false }
            let ours = measure(distinct) { lexicon.accepts($0, in: dictionary, scratch: &scratch) ?? false }
            let theirs = measure(distinct) { hunspell.accepts($0) }
            print(
                "\(dictionary.name): lexicon \(first.nanoseconds) ns at first, \(ours.nanoseconds) ns once its pages are in memory, Hunspell \(theirs.nanoseconds) ns a distinct word; known to both \(ours.known) and \(theirs.known)"
            )
        }
        var memo = WordMemo(lexicon: lexicon, hunspell: HunspellPool())
        _ = measure(words) { !memo.known($0, in: .ptBR).isEmpty }
        let repeated = measure(words) { !memo.known($0, in: .ptBR).isEmpty }
        print("memo, running text, second pass: \(repeated.nanoseconds) ns a word")
        return 0
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x27 || byte == 0x2D
    }

    private static func measure(_ words: [[UInt8]], _ ask: (UnsafeBufferPointer<UInt8>) -> Bool) -> (nanoseconds: Int, known: Int) {
        let start = Terminal.now()
        var known = 0
        for word in words where word.withUnsafeBufferPointer(ask) { known += 1 }
        return (Int((Terminal.now() - start) * 1e9 / Double(max(1, words.count))), known)
    }
}
