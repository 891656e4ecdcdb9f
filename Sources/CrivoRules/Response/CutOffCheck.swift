public import CrivoAnalysis
public import CrivoText

/// A text that stops in the middle of a sentence.
public struct CutOffCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/completeness/cut-off", category: .truncated, severity: .major, confidence: 0.9,
            title: Bilingual(pt: "Texto interrompido", en: "Text cut off"),
            message: Bilingual(pt: "O texto termina em “{text}”, sem concluir a frase.", en: "The text ends in “{text}” without finishing the sentence."),
            why: Bilingual(
                pt: "Quando a geração atinge o limite de tamanho, a resposta para no meio da frase e o leitor fica sem a conclusão.",
                en: "When generation reaches its limit the answer stops in mid-sentence and the reader misses the conclusion."),
            source: "MQM core typology 2024, design/truncated",
            bad: [
                "A fotossíntese converte luz em energia. Ela ocorre nos cloroplastos. O processo depende [de]",
                "There are three reasons for this choice. The first one is cost. The second one is the quality of[,]",
                "Primeiro, lave os legumes. Depois, corte tudo em cubos. Por fim, junte os ingredientes e mexa bem [até]",
            ],
            good: [
                "A fotossíntese converte luz em energia. Ela ocorre nos cloroplastos. Atenciosamente, Maria",
                "Veja o código que resolve o problema pedido. Ele é simples:\n\n```\nprint(1)\n```", "Itens da lista de compras:\n\n- arroz\n- feijão\n- café",
                "Espero que ajude você com a prova. Boa sorte! 😀", "Leia mais na página oficial do projeto. O endereço é https://example.org/a",
            ])
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        guard document.wordCount >= 6, let block = document.blocks.last, block.isProse, let sentence = lastSentence(document, block),
            let last = document.tokens[sentence.tokens].last
        else { return }
        let tokens = sentence.tokens
        let words = document.tokens[tokens].count { $0.isWordLike }
        switch last.kind {
        case .word:
            if isFunctionWord(document, last) {
                // *etc. e tal*, *o que é isso de “a”*: a quoted or emphasised word is mentioned, not left behind.
                guard last.flags.isDisjoint(with: [.quoted, .emphasis, .strong]), words >= 3 else { return }
                sink.report(0, prose: last.range, in: document, confidence: 0.95)
            } else if block.kind == .paragraph, last.shape == .lower, words >= 4, endsAreMarked(document), last.flags.isDisjoint(with: [.quoted, .strong, .emphasis, .link]) {
                sink.report(0, prose: last.range, in: document, confidence: 0.75, severity: .minor)
            }
        case .punctuation:
            let mark = document.prose[Int(last.start)]
            if mark == 0x28 || mark == 0x5B {
                sink.report(0, prose: last.range, in: document, confidence: 0.9)
            } else if mark == 0x3A, block.kind == .paragraph, words >= 3 {
                sink.report(0, prose: last.range, in: document, confidence: 0.85)
            } else if mark == 0x2C, words >= 5 { sink.report(0, prose: last.range, in: document, confidence: 0.9) }
        default: break
        }
    }

    private func lastSentence(_ document: borrowing Document, _ block: Block) -> Sentence? {
        switch block.kind {
        case .paragraph, .listItem: block.sentences.isEmpty ? nil : document.sentences[block.sentences.upperBound - 1]
        default: nil
        }
    }

    /// Whether the sentences before the last one end in a mark, as those of a writer who uses marks do.
    private func endsAreMarked(_ document: borrowing Document) -> Bool {
        var marked = 0
        var unmarked = 0
        for sentence in document.sentences.dropLast() where document.blocks[Int(sentence.block)].kind == .paragraph {
            guard let last = document.tokens[sentence.tokens].last else { continue }
            if last.kind == .punctuation { marked += 1 } else { unmarked += 1 }
        }
        return marked >= 1 && marked >= unmarked * 4
    }

    private func isFunctionWord(_ document: borrowing Document, _ token: Token) -> Bool {
        guard token.shape == .lower else { return false }
        return document.prose.withUnsafeBufferPointer { bytes in
            WordKey.folded(bytes, token.range).map(CutOffCheck.openWords.contains) ?? false
        }
    }

    /// Words that cannot close a sentence in either language.
    private static let openWords = Set(
        """
        o os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sob sobre entre até ao à aos às e ou mas \
        que se quando porque pois seu sua seus suas este esta esse essa aquele aquela cujo cuja cada como é são foi num numa desde \
        the an of to at by for with from about into and or but nor that which whose when while because than is are was were my your his its our \
        their this these those
        """.split(separator: " ").map { WordKey.of(String($0)) })
}
