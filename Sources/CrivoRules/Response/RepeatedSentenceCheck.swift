public import CrivoAnalysis
public import CrivoText

/// A sentence or paragraph that stands in the text twice, letter for letter.
public struct RepeatedSentenceCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/repetition/paragraph", category: .unintelligible, severity: .major, confidence: 0.93,
            title: Bilingual(pt: "Parágrafo repetido", en: "Repeated paragraph"),
            message: Bilingual(pt: "Este parágrafo já apareceu antes, igual.", en: "This paragraph has appeared before, word for word."),
            why: Bilingual(
                pt: "Repetir um parágrafo inteiro é sinal de geração em laço; o leitor perde tempo.",
                en: "A whole paragraph repeated is a sign of looping generation; it wastes the reader's time."),
            source: "Holtzman et al., The Curious Case of Neural Text Degeneration, 2020",
            bad: [
                "A água ferve a cem graus. Isso vale no nível do mar.\n\nOutro ponto é a pressão do ar.\n\n[A água ferve a cem graus. Isso vale no nível do mar.]"
            ],
            good: ["Sim.\n\nTalvez.\n\nSim."]),
        RuleDescription(
            id: "common/repetition/sentence", category: .unintelligible, severity: .minor, confidence: 0.9,
            title: Bilingual(pt: "Frase repetida", en: "Repeated sentence"),
            message: Bilingual(pt: "Esta frase já apareceu antes, igual.", en: "This sentence has appeared before, word for word."),
            why: Bilingual(
                pt: "A mesma frase duas vezes no texto não acrescenta nada e costuma ser falha de geração.",
                en: "The same sentence twice adds nothing and is usually a fault of generation."),
            source: "Holtzman et al., The Curious Case of Neural Text Degeneration, 2020",
            bad: ["O rio corre para o mar aberto. Há muitos peixes. [O rio corre para o mar aberto.]"],
            good: ["Tempo: 30 minutos. Forno médio. Tempo: 30 minutos.", "O rio corre para o mar. O mar recebe o rio."]),
    ]

    public init() {}

    private static let minimumWords = 6

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        guard document.sentences.count > 1 else { return }
        // Hashes first, so that a text without repetition costs one pass and no comparison.
        var seenBlocks: [UInt64: Int] = [:]
        var seenSentences: [UInt64: Range<Int>] = [:]
        for (index, block) in document.blocks.enumerated() where block.isProse && block.kind != .tableCell && block.kind != .tableHeader {
            if block.sentences.count > 1, let key = hash(document.prose, block.prose) {
                if let first = seenBlocks[key], document.prose[document.blocks[first].prose].elementsEqual(document.prose[block.prose]) {
                    sink.report(0, prose: block.prose, in: document)
                    continue
                }
                seenBlocks[key] = index
            }
            if isVerse(document, block) { continue }
            for sentence in block.sentences {
                let tokens = document.sentences[sentence].tokens
                guard tokens.count > RepeatedSentenceCheck.minimumWords, let first = document.tokens[tokens].first,
                    let last = document.tokens[tokens].last,
                    document.tokens[tokens].count(where: { $0.kind == .word }) >= RepeatedSentenceCheck.minimumWords
                else { continue }
                let range = Int(first.start)..<Int(last.end)
                guard let key = hash(document.prose, range) else { continue }
                if let earlier = seenSentences[key], document.prose[earlier].elementsEqual(document.prose[range]) {
                    // A sentence without its own mark is a label or heading-like line, which repeats by design.
                    if last.kind == .punctuation, !isColon(document.prose, last), !first.flags.contains(.quoted) {
                        sink.report(1, prose: range, in: document)
                    }
                } else {
                    seenSentences[key] = range
                }
            }
        }
    }

    private func isColon(_ prose: [UInt8], _ token: Token) -> Bool { prose[Int(token.start)] == 0x3A }

    /// Short lines under one another: verse, lyrics, an address. Their repetition is meant.
    private func isVerse(_ document: borrowing Document, _ block: Block) -> Bool {
        let lines = document.prose[block.prose].count { $0 == 0x0A } + 1
        return lines >= 3 && block.prose.count / lines < 60
    }

    private func hash(_ prose: [UInt8], _ range: Range<Int>) -> UInt64? {
        guard range.count >= 24 else { return nil }
        return prose.withUnsafeBytes { bytes in
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(range.count)
            var index = range.lowerBound
            while index + 8 <= range.upperBound {
                hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
                hash ^= hash >> 32
                index += 8
            }
            while index < range.upperBound {
                hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
                index += 1
            }
            return hash
        }
    }
}
