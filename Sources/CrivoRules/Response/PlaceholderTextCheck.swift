public import CrivoAnalysis
public import CrivoText

/// Places that a template leaves for the user to fill.
public struct PlaceholderTextCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/leftovers/placeholder", category: .truncated, severity: .minor, confidence: 0.92,
            title: Bilingual(pt: "Espaço por preencher", en: "Placeholder left to fill in"),
            message: Bilingual(pt: "“{text}” parece um espaço que ficou por preencher.", en: "“{text}” looks like a place left to fill in."),
            why: Bilingual(
                pt: "Um texto pronto não deve deixar campos como [Seu Nome] ou XXXX para o leitor, a menos que ele tenha pedido um modelo.",
                en: "A finished text should not leave fields such as [Your Name] or XXXX to the reader, unless a template was asked for."),
            source: "Manual de Redação da Presidência da República, 3.ª ed., 2018, cap. II",
            bad: ["Atenciosamente, [\\[Seu Nome\\]].", "Processo nº [XXXX], da 2ª Vara.", "Dear [\\[Recipient's Name\\]],\nthank you."],
            good: ["Ele disse que “fazia tempo [sic]”.", "Como mostra o estudo [1], houve queda.", "O século XXX está longe.", "O trecho […] foi omitido.", "O texto *lorem ipsum* é usado por gráficas.", "Veja [o manual](https://example.org)."]),
        RuleDescription(
            id: "common/leftovers/lorem-ipsum", category: .truncated, severity: .major, confidence: 0.98,
            title: Bilingual(pt: "Texto de enchimento", en: "Filler text"),
            message: Bilingual(pt: "“{text}” é texto de enchimento.", en: "“{text}” is filler text."),
            why: Bilingual(
                pt: "“Lorem ipsum” serve para testar diagramação; numa resposta, falta o conteúdo.",
                en: "“Lorem ipsum” serves to test a layout; in an answer the content is missing."),
            source: "Bringhurst, The Elements of Typographic Style, 4th ed.",
            bad: ["Introdução: [Lorem ipsum] dolor sit amet."], good: ["Ipsum é uma palavra latina."]),
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        bracketed(document, &sink)
        for index in document.tokens.indices {
            let token = document.tokens[index]
            if token.kind == .variable, isBraced(document, token) { sink.report(0, prose: token.range, in: document) }
            guard token.kind == .word, token.shape == .upper || token.shape == .capitalized || token.shape == .lower else { continue }
            let first = document.prose[Int(token.start)]
            if first == 0x58 {
                crosses(document, index, &sink)
            } else if first | 0x20 == 0x6C, index + 1 < document.tokens.count, equals(document, token, "lorem"), equals(document, document.tokens[index + 1], "ipsum"), token.flags.isDisjoint(with: [.quoted, .emphasis]) {
                sink.report(1, prose: Int(token.start)..<Int(document.tokens[index + 1].end), in: document)
            }
        }
    }

    /// `{nome}` and `{{nome}}`, but not `${HOME}` or `%s`, which are code.
    private func isBraced(_ document: borrowing Document, _ token: Token) -> Bool {
        guard document.prose[Int(token.start)] == 0x7B else { return false }
        return token.range.contains { (document.prose[$0] | 0x20) &- 0x61 < 26 }
    }

    /// *XXXX* always, *XXX* where a value is due: after a colon or a number sign.
    private func crosses(_ document: borrowing Document, _ index: Int, _ sink: inout IssueSink) {
        let token = document.tokens[index]
        guard token.range.count >= 3, token.range.allSatisfy({ document.prose[$0] == 0x58 || document.prose[$0] == 0x2D }) else { return }
        if token.range.count == 3 {
            guard index > 0 else { return }
            let previous = document.tokens[index - 1]
            let isColon = previous.range.count == 1 && document.prose[Int(previous.start)] == 0x3A
            guard isColon || equals(document, previous, "nº") || equals(document, previous, "n.º") || equals(document, previous, "nº.") else { return }
        }
        sink.report(0, prose: token.range, in: document)
    }

    private func bracketed(_ document: borrowing Document, _ sink: inout IssueSink) {
        var index = 0
        let count = document.prose.count
        while index < count {
            guard document.prose[index] == 0x5B else {
                index += 1
                continue
            }
            var end = index + 1
            while end < count, end - index < 80, document.prose[end] != 0x5D, document.prose[end] != 0x5B, document.prose[end] != 0x0A { end += 1 }
            if end < count, document.prose[end] == 0x5D, startsWithKeyword(document.prose, index + 1, end), !isLinkLabel(document, index) {
                sink.report(0, prose: index..<end + 1, in: document)
            }
            index = max(end, index + 1)
        }
    }

    private func isLinkLabel(_ document: borrowing Document, _ bracket: Int) -> Bool {
        let range = document.sourceRange(of: bracket..<bracket + 1)
        return range.lowerBound > 0 && document.bytes[range.lowerBound - 1] == 0x21
    }

    private func startsWithKeyword(_ prose: [UInt8], _ start: Int, _ end: Int) -> Bool {
        prose.withUnsafeBufferPointer { bytes in
            var stop = start
            while stop < end, (bytes[stop] | 0x20) &- 0x61 < 26 || bytes[stop] >= 0x80 || bytes[stop] == 0x2D { stop += 1 }
            // *[Hiring Manager's Name]*: the last word may be the telling one.
            var last = end
            while last > start, (bytes[last - 1] | 0x20) &- 0x61 < 26 || bytes[last - 1] >= 0x80 { last -= 1 }
            if let key = WordKey.folded(bytes, last..<end), PlaceholderTextCheck.keywords.contains(key), last == start || bytes[start] &- 0x41 < 26 { return true }
            guard let key = WordKey.folded(bytes, start..<stop) else {
                return PlaceholderTextCheck.longKeywords.contains(String(decoding: bytes[start..<stop], as: UTF8.self).lowercased())
            }
            return PlaceholderTextCheck.keywords.contains(key)
        }
    }

    private func equals(_ document: borrowing Document, _ token: Token, _ word: String) -> Bool { document.text(of: token).lowercased() == word }

    private static let keywords = Set(
        """
        seu sua seus suas nome insira inserir digite data cidade estado endereço telefone e-mail email empresa cargo valor cpf rg cnpj cep \
        título link preencha adicione incluir inclua informe your insert date company address phone city title position add enter name \
        time client cliente autor réu rua bairro hora horário
        """.split(separator: " ").map { WordKey.of(String($0)) })
    private static let longKeywords: Set<String> = [
        "assinatura", "preencher", "descreva", "adicionar", "signature", "recipient", "recipient's", "destinatário", "profissão", "nacionalidade",
        "especificar", "especifique", "remetente", "instituição", "advogado",
    ]
}
