public import CrivoAnalysis
public import CrivoText

/// A word typed twice in a row.
public struct RepeatedWordCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/repetition/word", category: .grammar, severity: .minor, confidence: 0.94,
            title: Bilingual(pt: "Palavra duplicada", en: "Doubled word"),
            message: Bilingual(pt: "A palavra “{1}” está repetida.", en: "The word “{1}” is doubled."),
            why: Bilingual(
                pt: "Duas vezes a mesma palavra em sequência costuma ser lapso de digitação ou de edição.",
                en: "The same word twice in a row is usually a slip of typing or editing."),
            source: "Bechara, Moderna Gramática Portuguesa, 39.ª ed.; The Chicago Manual of Style, 17th ed., 2.111",
            bad: ["O livro [de de -> de] história sumiu.", "This is [the the -> the] end.", "Ele foi [para para -> para] casa."],
            good: [
                "Ele disse que que era conjunção.", "Eles nos nos trouxeram de volta.", "Foi muito, muito bom.", "Ela ficou bem bem longe, blá blá blá.",
                "He said that that was fine.", "She had had enough.", "The can can be recycled.", "Ande passo a passo.",
            ])
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        let words = RepeatedWordCheck.words
        document.prose.withUnsafeBufferPointer { prose in
            document.tokens.withUnsafeBufferPointer { tokens in
                for sentence in document.sentences where sentence.tokens.count > 1 {
                    for index in Int(sentence.firstToken) + 1..<Int(sentence.endToken) {
                        let token = tokens[index]
                        let previous = tokens[index - 1]
                        let length = token.end &- token.start
                        guard token.kind == .word, token.flags.isDisjoint(with: .emphasis) == previous.flags.isDisjoint(with: .emphasis), length == previous.end &- previous.start, previous.kind == .word, token.flags.contains(.spaceBefore),
                            token.shape == .lower || (token.shape == .capitalized && previous.flags.contains(.startsSentence)), isSameWord(prose, previous, token)
                        else { continue }
                        // Three in a row are meant: blá blá blá.
                        if index + 1 < Int(sentence.endToken), isSameWord(prose, token, tokens[index + 1]) { continue }
                        if index >= 2, Int(sentence.firstToken) <= index - 2, isSameWord(prose, tokens[index - 2], token) { continue }
                        guard words.mask(prose, token.range) != 0 else { continue }
                        let word = String(decoding: prose[previous.range], as: UTF8.self)
                        sink.report(
                            0, prose: Int(previous.start)..<Int(token.end), in: document, suggestions: [word],
                            arguments: [String(decoding: prose[token.range], as: UTF8.self)])
                    }
                }
            }
        }
    }

    private func isSameWord(_ prose: UnsafeBufferPointer<UInt8>, _ left: Token, _ right: Token) -> Bool {
        guard left.end &- left.start == right.end &- right.start else { return false }
        for offset in 0..<Int(left.end - left.start) {
            let a = prose[Int(left.start) + offset]
            let b = prose[Int(right.start) + offset]
            if a != b, offset > 0 || a | 0x20 != b { return false }
        }
        return true
    }

    /// Function words and frequent verbs, whose doubling is a slip; adverbs and verbs that double for emphasis are not among them,
    /// nor what meets itself rightly: *que que, se se, nos nos, that that, had had, is is*.
    private static let words = WordTable([(1,
        """
        o os a as um uma uns umas mais de do da dos das em no na nas por pelo pela pelos pelas para com sem sob sobre entre até ao à aos às e ou mas \
        seu sua seus suas este esta esse essa isso isto como quando onde também ele ela eles elas você vocês foi são está estão ser ter tem \
        pode podem deve devem cada mesmo outro outra cujo cuja porque pois \
        the an is of to at by for with from about into and or but this these those my your his its our their they we he she it are was were be \
        has can will would should which when where because as also not
        """)])
}
