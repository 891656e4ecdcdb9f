import CrivoLexicon
import Testing

/// Words that show one rule of Hunspell each. The expectation stands here; Hunspell itself is asked too.
struct SpellingTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let dictionary: DictionaryID
        let word: String
        let isKnown: Bool
        var testDescription: String { "\(dictionary.name) \(word)" }
    }

    static func examples(_ dictionary: DictionaryID, known: String, unknown: String) -> [Example] {
        known.split(separator: " ").map { Example(dictionary: dictionary, word: String($0), isKnown: true) }
            + unknown.split(separator: " ").map { Example(dictionary: dictionary, word: String($0), isKnown: false) }
    }

    static let all =
        examples(
            .ptBR, known: "você Você VOCÊ falávamos ex-presidente EX-PRESIDENTE vice-campeã Brasil BRASIL casas 2024 1.234,56 10-20 ... a",
            unknown: "voçe vOCÊ ex-presidemte 1..2 -5 12x Brasíl 漢字 casa😀 ")
        + examples(.ptPT, known: "autocarro Lisboa LISBOA facto guarda-chuva", unknown: "lisboa autocaro")
        + examples(
            .enUS,
            known: "-5 color Color COLOR 1st 21st 22nd 13th 113TH don't DON'T don’t NASA's NASA'S well-known iPhone IPHONE etc. 3-4",
            unknown: "colour 1th 21th 13st 21St iphone dont alot qwzx")
        + examples(.enGB, known: "colour organisation 101st 11th café", unknown: "color 11st organisationn")

    @Test(arguments: all) func example(_ example: Example) throws {
        let lexicon = try SharedLexicon.open()
        var scratch = LexiconScratch()
        let answer = example.word.composed { lexicon.accepts($0, in: example.dictionary, scratch: &scratch) }
        let pool = HunspellSamples.pool
        let hunspell = example.word.composed { pool.accepts($0, in: example.dictionary) }
        #expect(answer == hunspell)
        #expect(hunspell == example.isKnown)
    }

    @Test func decomposedAccentsAndTypographicApostrophesAreTheSameWord() throws {
        let lexicon = try SharedLexicon.open()
        var memo = WordMemo(lexicon: lexicon, hunspell: HunspellPool())
        let isKnown1 = memo.isKnown("voc\u{65}\u{302}", .ptBR)
        #expect(isKnown1)
        let isKnown2 = memo.isKnown("cora\u{63}\u{327}\u{61}\u{303}o", .ptBR)
        #expect(isKnown2)
        let isKnown3 = memo.isKnown("don\u{2019}t", .enUS)
        #expect(isKnown3)
    }

    /// Break points multiply: what would keep Hunspell busy for ever has to end here.
    @Test func manyBreakPointsEnd() throws {
        let lexicon = try SharedLexicon.open()
        var scratch = LexiconScratch()
        let word = String(repeating: "ex-", count: 40) + "qwzx" + String(repeating: "-SP", count: 40)
        let answer = word.composed { lexicon.accepts($0, in: .ptBR, scratch: &scratch) }
        #expect(answer == false)
    }

    @Test func hostileBytesAreAnswered() throws {
        let lexicon = try SharedLexicon.open()
        var scratch = LexiconScratch()
        var generator = SplitMix(state: 7)
        for _ in 0..<20_000 {
            let word = (0..<Int(generator.next() % 330)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            for dictionary in DictionaryID.allCases {
                word.withUnsafeBufferPointer { _ = lexicon.accepts($0, in: dictionary, scratch: &scratch) }
            }
        }
        let long = [UInt8](repeating: 0x61, count: 100_000)
        let answer = long.withUnsafeBufferPointer { lexicon.accepts($0, in: .ptBR, scratch: &scratch) }
        #expect(answer == false)
    }
}

enum HunspellSamples {
    static let pool = HunspellPool()
}
