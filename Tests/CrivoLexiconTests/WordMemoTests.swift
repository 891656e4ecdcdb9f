import CrivoLexicon
import Testing

struct WordMemoTests {
    @Test func remembersWhatWasAskedAndOnlyThat() throws {
        let lexicon = try SharedLexicon.open()
        let pool = HunspellPool()
        var memo = WordMemo(lexicon: lexicon, hunspell: pool)
        let asked: [(String, DictionarySet, DictionarySet)] = [
            ("colour", .enGB, .enGB), ("colour", [.enUS, .enGB], .enGB), ("cachorro", [.ptBR, .ptPT, .enUS], [.ptBR, .ptPT]),
            ("qwzx", .all, []),
        ]
        for (word, stores, expected) in asked + asked {
            let known = word.composed { memo.known($0, in: stores) }
            #expect(known == expected)
        }
        #expect(pool.openCount == 0)
    }

    /// However small the memory, an answer is that of the lexicon.
    @Test func agreesWithTheLexiconWhenWordsCrowdEachOtherOut() throws {
        let lexicon = try SharedLexicon.open()
        var memo = WordMemo(lexicon: lexicon, hunspell: HunspellPool())
        var scratch = LexiconScratch()
        var generator = SplitMix(state: 3)
        let letters = Array("aeosrcmt".utf8)
        for _ in 0..<200_000 {
            let word = (0..<Int(generator.next() % 5) + 1).map { _ in letters[Int(generator.next() % 8)] }
            word.withUnsafeBufferPointer { bytes in
                let expected = lexicon.accepts(bytes, in: .ptBR, scratch: &scratch)
                let isKnown = !memo.known(bytes, in: .ptBR).isEmpty
                #expect(isKnown == expected)
            }
        }
    }
}
