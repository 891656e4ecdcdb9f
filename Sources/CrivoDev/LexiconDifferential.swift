import CrivoLexicon

/// Asks the compiled lexicon and Hunspell about the same words and reports every disagreement.
enum LexiconDifferential {
    static func run(_ arguments: [String]) throws(LexiconError) -> Int32 {
        let options = Arguments(arguments)
        let lexicon = try LexiconLocation.open { Terminal.error("building \($0)") }
        let sample = options.value("--sample").flatMap { Int($0) } ?? Int.max
        let seed = options.value("--seed").flatMap { UInt64($0) } ?? 20_260_101
        var texts: [[UInt8]] = []
        for path in options.operands { texts.append(try Terminal.read(path)) }
        var total = (asked: 0, disagreements: 0, undetermined: 0)
        for dictionary in DictionaryID.allCases {
            let result = try LexiconComparison(lexicon: lexicon, dictionary: dictionary).run(texts: texts, sample: sample, seed: seed) {
                word, expected in
                print("\(dictionary.name): Hunspell \(expected ? "accepts" : "refuses"), the lexicon does not agree: \(word)")
            }
            print(
                "\(dictionary.name): \(result.asked) distinct words, \(result.disagreements) disagreements, \(result.undetermined) left to Hunspell"
            )
            total = (total.asked + result.asked, total.disagreements + result.disagreements, total.undetermined + result.undetermined)
        }
        print("all: \(total.asked) distinct words, \(total.disagreements) disagreements, \(total.undetermined) left to Hunspell")
        return total.disagreements == 0 ? 0 : 1
    }
}
