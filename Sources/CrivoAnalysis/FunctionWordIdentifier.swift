public import CrivoText

/// Guesses the language of a sentence from its function words and from letters that only one language uses.
///
/// A word that several languages share speaks for each of them, the less the more they are. Sentences without evidence take the
/// language of the document.
public struct FunctionWordIdentifier: LanguageIdentifier {
    private let words = FunctionWords.shared

    public init() {}

    public func identify(_ document: borrowing Document, into layer: inout LanguageLayer) {
        layer.sentences.removeAll(keepingCapacity: true)
        layer.isEvident.removeAll(keepingCapacity: true)
        var wordsOf = [Int](repeating: 0, count: Language.allCases.count)
        for sentence in document.sentences {
            let (language, count) = guess(document, sentence)
            layer.sentences.append(language)
            layer.isEvident.append(language != .undetermined)
            wordsOf[Int(language.rawValue)] += count
        }
        decideDocument(wordsOf, &layer)
        for index in layer.sentences.indices where !layer.isEvident[index] { layer.sentences[index] = layer.document }
    }

    private func decideDocument(_ wordsOf: [Int], _ layer: inout LanguageLayer) {
        let ranked = Language.allCases.filter { $0 != .undetermined }.sorted {
            (wordsOf[Int($0.rawValue)], $1.rawValue) > (wordsOf[Int($1.rawValue)], $0.rawValue)
        }
        let known = ranked.reduce(0) { $0 + wordsOf[Int($1.rawValue)] }
        guard known > 0 else {
            layer.document = .undetermined
            layer.share = 0
            layer.isMixed = false
            return
        }
        layer.document = ranked[0]
        layer.share = Double(wordsOf[Int(ranked[0].rawValue)]) / Double(known)
        layer.isMixed = layer.share < 0.7 && Double(wordsOf[Int(ranked[1].rawValue)]) / Double(known) >= 0.25
    }

    /// The language of a sentence and the number of its words.
    private func guess(_ document: borrowing Document, _ sentence: Sentence) -> (Language, Int) {
        // Fixed-point scores, twelve for a word that only one language has: sums do not depend on their order.
        var scores: (Int, Int, Int, Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0, 0, 0, 0)
        var count = 0
        var foreignScript = 0
        document.prose.withUnsafeBufferPointer { prose in
            document.tokens.withUnsafeBufferPointer { tokens in
                withUnsafeMutableBytes(of: &scores) { raw in
                    let scores = raw.bindMemory(to: Int.self)
                    for index in sentence.tokens {
                        let token = tokens[index]
                        guard token.kind == .word else { continue }
                        count += 1
                        if token.flags.contains(.nonLatin) {
                            foreignScript += 1
                            continue
                        }
                        if let key = WordKey.folded(prose, token.range), token.shape != .upper || token.range.count > 1 {
                            var mask = words.languages(of: key)
                            if mask != 0 {
                                let weight = FunctionWordIdentifier.weights[mask.nonzeroBitCount]
                                while mask != 0 {
                                    scores[mask.trailingZeroBitCount] += weight
                                    mask &= mask - 1
                                }
                                continue
                            }
                        }
                        if token.flags.contains(.nonASCII) { scoreLetters(prose, token.range, scores) }
                    }
                }
            }
        }
        guard count > 0 else { return (.undetermined, 0) }
        if foreignScript * 2 > count { return (.other, count) }
        return (best(&scores), count)
    }

    private static let weights = [0, 12, 4, 2, 1, 1, 1, 1, 1, 1]

    /// ã, õ, ç with a following o or õ speak for Portuguese, ñ for Spanish, ß and ä for German.
    private func scoreLetters(_ prose: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ scores: UnsafeMutableBufferPointer<Int>) {
        var index = range.lowerBound
        while index + 1 < range.upperBound {
            if prose[index] == 0xC3 {
                switch prose[index + 1] | 0x20 {
                case 0xA3, 0xB5: scores[Int(Language.portuguese.rawValue)] += 10
                case 0xB1: scores[Int(Language.spanish.rawValue)] += 10
                case 0xA7: scores[Int(Language.portuguese.rawValue)] += 3
                case 0xAA, 0xA2, 0xB4: scores[Int(Language.portuguese.rawValue)] += 3
                case 0xA4, 0xBF: scores[Int(Language.german.rawValue)] += 4
                default: break
                }
            }
            index += 1
        }
    }

    private func best(_ scores: inout (Int, Int, Int, Int, Int, Int, Int, Int, Int)) -> Language {
        withUnsafeBytes(of: &scores) { raw in
            let scores = raw.bindMemory(to: Int.self)
            var first = 0
            var second = 0
            for index in 1..<scores.count {
                if scores[index] > scores[first] || first == 0 {
                    second = first
                    first = index
                } else if second == 0 || scores[index] > scores[second] {
                    second = index
                }
            }
            // One shared word decides nothing.
            guard scores[first] >= 6, scores[first] > scores[second] + 2 else { return .undetermined }
            return Language(rawValue: UInt8(first)) ?? .undetermined
        }
    }
}
