import CrivoLexicon
import Testing

struct LexiconTests {
    static let lexicon = try? LexiconLocation.open()

    private func known(_ word: String, _ stores: DictionarySet) throws -> Bool {
        var memo = WordMemo(lexicon: try #require(LexiconTests.lexicon), hunspell: HunspellPool())
        return memo.isKnown(word, stores)
    }

    @Test(
        "Words and the dictionaries that know them",
        arguments: [
            ("casa", DictionarySet.ptBR, true), ("Casa", .ptBR, true), ("CASA", .ptBR, true), ("caSa", .ptBR, false), ("nao", .ptBR, false),
            ("fá-lo-ia", .ptBR, true), ("comprá-la", .ptBR, true), ("económico", .ptBR, false), ("económico", .ptPT, true),
            ("Brasil", .ptBR, true),
            ("colour", .enUS, false), ("colour", .enGB, true), ("don't", .enUS, true), ("don’t", .enUS, true), ("22nd", .enUS, true),
            ("22rd", .enUS, false),
            ("Macabéa", .crivoPT, true), ("macabéa", .crivoPT, false), ("kubernetes", .crivoEN, false), ("Kubernetes", .crivoEN, true),
            ("cafe\u{301}", .ptBR, true), ("", .ptBR, true),
        ])
    func words(_ word: String, _ stores: DictionarySet, _ isKnown: Bool) throws { #expect(try known(word, stores) == isKnown, "\(word)") }

    @Test(
        "The wanted word comes first",
        arguments: [
            ("nao", "não"), ("voce", "você"), ("coracao", "coração"), ("funçao", "função"), ("excessão", "exceção"), ("xave", "chave"),
            ("fasso", "faço"),
            ("derrepente", "de repente"), ("processio", "processo"), ("trabslho", "trabalho"), ("Atençao", "Atenção"), ("NAO", "NÃO"),
        ])
    func portugueseSuggestions(_ word: String, _ wanted: String) throws {
        let suggester = try #require(LexiconTests.lexicon).suggester(for: .ptBR)
        #expect(Array(word.utf8).withUnsafeBufferPointer { suggester.suggestions(for: $0).first?.text } == wanted)
    }

    @Test(
        "English suggestions",
        arguments: [
            ("definately", "definitely"), ("recieve", "receive"), ("doesnt", "doesn't"), ("alot", "a lot"), ("seperate", "separate"),
        ])
    func englishSuggestions(_ word: String, _ wanted: String) throws {
        let suggester = try #require(LexiconTests.lexicon).suggester(for: .enUS)
        #expect(Array(word.utf8).withUnsafeBufferPointer { suggester.suggestions(for: $0).first?.text } == wanted)
    }

    @Test("Hostile words cost little and never trap")
    func hostileSuggestions() throws {
        let suggester = try #require(LexiconTests.lexicon).suggester(for: .ptBR)
        var generator = SplitMix(state: 3)
        for _ in 0..<300 {
            let word = (0..<Int(generator.next() % 60)).map { _ in
                UInt8(truncatingIfNeeded: generator.next() % 3 == 0 ? generator.next() : 97 + generator.next() % 26)
            }
            let start = ContinuousClock.now
            _ = word.withUnsafeBufferPointer { suggester.suggestions(for: $0) }
            #expect(ContinuousClock.now - start < .milliseconds(250))
        }
    }

    @Test("A missing dictionary names its package in both languages")
    func missingDictionary() {
        let error = LexiconError.missingDictionary(.ptBR, searched: ["/nowhere"])
        #expect(error.message(inPortuguese: true).contains("apt-get install hunspell-pt-br"))
        #expect(error.message(inPortuguese: false).contains("apt-get install hunspell-pt-br"))
    }
}
