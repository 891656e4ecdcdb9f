import CrivoLexicon
import Testing

/// The compiled lexicon against Hunspell itself, over a fixed sample of the dictionaries' words, of texts, and of mutated words.
struct DifferentialTests {
    static var texts: [[UInt8]] {
        let texts = ["dsl-tl-pt-train.tsv", "dsl-tl-en-train.tsv"].compactMap {
            try? TestFiles.read("\(TestFiles.sharedFolder)/corpora/variety/\($0)")
        }
        if texts.isEmpty { print("no texts in ../shared/corpora: only words of the dictionaries are compared") }
        return texts
    }

    @Test func lexiconAndHunspellNeverDisagree() throws {
        let lexicon = try SharedLexicon.open()
        let texts = Self.texts
        var asked = 0
        var undetermined = 0
        for dictionary in DictionaryID.allCases {
            let result = try LexiconComparison(lexicon: lexicon, dictionary: dictionary).run(
                texts: texts, sample: 200_000, seed: 20_260_101
            ) {
                Issue.record("\(dictionary.name): Hunspell \($1 ? "accepts" : "refuses") \($0)")
            }
            asked += result.asked
            undetermined += result.undetermined
        }
        #expect(asked >= 300_000)
        #expect(undetermined * 10_000 < asked)
    }
}
