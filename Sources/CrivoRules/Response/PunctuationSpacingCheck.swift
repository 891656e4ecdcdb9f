public import CrivoAnalysis
public import CrivoText

/// Marks that are doubled, and blanks that are doubled, missing or too many around a mark.
public struct PunctuationSpacingCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/punctuation/doubled-mark", category: .punctuation, severity: .minor, confidence: 0.93,
            title: Bilingual(pt: "Sinal de pontuação duplicado", en: "Doubled punctuation mark"),
            message: Bilingual(pt: "O sinal “{text}” está duplicado.", en: "The mark “{text}” is doubled."),
            why: Bilingual(
                pt: "Dois sinais iguais, ou vírgula seguida de ponto, são lapso de edição.",
                en: "Two equal marks, or a comma before a full stop, are a slip of editing."),
            source: "Cunha e Cintra, Nova Gramática do Português Contemporâneo, cap. 21",
            bad: ["Trouxe pão[,, -> ,] leite e café.", "Acabou o dia[.. -> .] Vamos embora.", "Comprou arroz[,. -> .]"],
            good: ["Bem... não sei.", "O quê?! Não!!", "Trouxe pão, leite etc.", "Espere…"]),
        RuleDescription(
            id: "common/punctuation/space-before-mark", category: .textualConventions, severity: .minor, confidence: 0.93,
            title: Bilingual(pt: "Espaço antes de sinal de pontuação", en: "Blank before a punctuation mark"),
            message: Bilingual(pt: "Não há espaço antes de “{1}”.", en: "There is no blank before “{1}”."),
            why: Bilingual(
                pt: "Em português e em inglês, vírgula, ponto, dois-pontos, ponto e vírgula, interrogação e exclamação vêm colados à palavra.",
                en: "In Portuguese and English the comma, full stop, colon, semicolon, question and exclamation mark follow the word without a blank."),
            source: "Manual de Redação da Folha de S.Paulo; The Chicago Manual of Style, 17th ed., 6.7",
            bad: ["Trouxe pão[ , -> ,] leite e café.", "Tudo certo[ ! -> !]"], good: ["A linguagem .NET é antiga.", "Tudo certo :)", "A conta é 3 : 2.", "O resultado é .5 apenas."]),
        RuleDescription(
            id: "common/punctuation/missing-space", category: .textualConventions, severity: .minor, confidence: 0.9,
            title: Bilingual(pt: "Falta espaço depois do sinal", en: "Blank missing after a mark"),
            message: Bilingual(pt: "Falta um espaço depois de “{1}”.", en: "A blank is missing after “{1}”."),
            why: Bilingual(
                pt: "Sem o espaço, as palavras ficam coladas e o programa de leitura as toma por uma só.",
                en: "Without the blank the words run together, for readers and for programs."),
            source: "Manual de Redação da Folha de S.Paulo; The Chicago Manual of Style, 17th ed., 6.7",
            bad: ["Trouxe pão[, -> , ]leite e café.", "O dia acabou[. -> . ]Vamos embora.", "Quem veio[? -> ? ]Ninguém sabe."],
            good: ["Custa 3,50 em média.", "A empresa Booking.com abriu.", "O site Node.js é bom.", "Às 14:30 saímos.", "O professor(a) veio.", "Nos U.S.A. é comum.", "A chave nome:valor fica assim."]),
        RuleDescription(
            id: "common/punctuation/doubled-space", category: .textualConventions, severity: .minor, confidence: 0.9,
            title: Bilingual(pt: "Espaço duplicado", en: "Doubled blank"),
            message: Bilingual(pt: "Há mais de um espaço entre as palavras.", en: "There is more than one blank between the words."),
            why: Bilingual(
                pt: "Espaços a mais não aparecem na página publicada, mas atrapalham comparações e contagens.",
                en: "Extra blanks do not show on a published page but disturb comparison and counting."),
            source: "The Chicago Manual of Style, 17th ed., 2.9", bad: ["Trouxe[   ->  ]pão e leite."],
            good: ["Linha um.  \nLinha dois.", "Fim de frase.  Outra frase.", "| a  | b |\n|----|---|\n| c  | d |"]),
        RuleDescription(
            id: "common/punctuation/space-inside-parentheses", category: .textualConventions, severity: .minor, confidence: 0.93,
            title: Bilingual(pt: "Espaço dentro dos parênteses", en: "Blank inside parentheses"),
            message: Bilingual(pt: "Não há espaço do lado de dentro dos parênteses.", en: "There is no blank just inside parentheses."),
            why: Bilingual(
                pt: "Os parênteses vêm colados ao que envolvem; o espaço fica do lado de fora.",
                en: "Parentheses touch what they enclose; the blank stands outside."),
            source: "The Chicago Manual of Style, 17th ed., 6.95",
            bad: ["O autor [(  -> (]nascido em Recife) mora em Lisboa.", "O autor (nascido em Recife[ ) -> )] mora em Lisboa."],
            good: ["O autor (nascido em Recife) mora em Lisboa.", "Tudo certo :)", "O passo 1) vem antes."]),
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        document.prose.withUnsafeBufferPointer { prose in
            document.tokens.withUnsafeBufferPointer { tokens in
                for sentence in document.sentences {
                    for index in sentence.tokens {
                        let token = tokens[index]
                        if token.kind == .punctuation {
                            checkMark(document, prose, tokens, index, &sink)
                        } else if token.kind == .word, index > 0, token.flags.contains(.spaceBefore) {
                            checkBlank(document, prose, tokens[index - 1], token, &sink)
                        }
                    }
                }
            }
        }
    }

    private func checkMark(
        _ document: borrowing Document, _ prose: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>, _ index: Int, _ sink: inout IssueSink
    ) {
        let token = tokens[index]
        let start = Int(token.start)
        let end = Int(token.end)
        let mark = prose[start]
        if mark == 0x28 || mark == 0x29 { return checkParenthesis(document, prose, tokens, index, &sink) }
        guard mark == 0x2C || mark == 0x2E || mark == 0x3A || mark == 0x3B || mark == 0x21 || mark == 0x3F else { return }
        let previous = index > 0 ? tokens[index - 1] : nil
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        let isWordBefore = previous.map { $0.isWordLike || $0.kind == .code } ?? false
        // Doubled: the same mark glued to itself, two full stops (three are an ellipsis), a comma before a full stop.
        if isWordBefore, !token.flags.contains(.spaceBefore) {
            if mark == 0x2E, end - start == 2, isBoundary(prose, end) {
                sink.report(0, prose: start..<end, in: document, suggestions: ["."])
                return
            }
            if let next, next.start == token.end, next.kind == .punctuation, next.end - next.start == 1 {
                let second = prose[Int(next.start)]
                let isDouble =
                    second == mark && (mark == 0x2C || mark == 0x3B || mark == 0x3A) || (mark == 0x2C || mark == 0x3B) && second == 0x2E
                    || mark == 0x2E && second == 0x2C && end - start == 1
                if isDouble, isBoundary(prose, Int(next.end)) {
                    sink.report(0, prose: start..<Int(next.end), in: document, suggestions: [mark == 0x2E ? "." : String(Unicode.Scalar(second))])
                    return
                }
            }
        }
        if token.flags.contains(.spaceBefore), !token.flags.contains(.startsSentence), end - start == 1, let previous, previous.kind == .word || previous.kind == .code,
            isBoundary(prose, end), Int(previous.end) + 1 == start, prose[start - 1] == 0x20, !previous.flags.contains(.quoted), mark != 0x3A || next?.kind == .word
        {
            sink.report(
                1, prose: Int(previous.end)..<end, in: document, suggestions: [String(Unicode.Scalar(mark))], arguments: [String(Unicode.Scalar(mark))])
            return
        }
        if let previous, let next, previous.kind == .word, next.kind == .word, !next.flags.contains(.nonLatin), end - start == 1, previous.end == token.start, next.start == token.end,
            lacksSpace(prose, mark, previous, next)
        {
            sink.report(
                2, prose: start..<end, in: document, suggestions: [String(Unicode.Scalar(mark)) + " "], arguments: [String(Unicode.Scalar(mark))])
        }
    }

    /// A word glued to an opening parenthesis that holds more than an ending; blanks just inside a pair.
    private func checkParenthesis(
        _ document: borrowing Document, _ prose: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>, _ index: Int, _ sink: inout IssueSink
    ) {
        let token = tokens[index]
        let start = Int(token.start)
        if prose[start] == 0x28 {
            guard index + 1 < tokens.count else { return }
            let next = tokens[index + 1]
            if next.kind == .word, Int(next.start) == start + 2, prose[start + 1] == 0x20, token.flags.contains(.spaceBefore) {
                sink.report(4, prose: start..<start + 2, in: document, suggestions: ["("])
            } else if index > 0, tokens[index - 1].kind == .word, tokens[index - 1].end == token.start, tokens[index - 1].range.count > 2,
                tokens[index - 1].shape == .lower, next.kind == .word, next.shape == .lower, next.range.count > 3, Int(next.end) < prose.count,
                prose[Int(next.end)] == 0x20
            {
                sink.report(2, prose: start..<start + 1, in: document, suggestions: [" ("], arguments: ["("])
            }
        } else if index > 0, token.flags.contains(.spaceBefore), tokens[index - 1].kind == .word, Int(tokens[index - 1].end) + 1 == start,
            prose[start - 1] == 0x20, isBoundary(prose, start + 1)
        {
            sink.report(4, prose: start - 1..<start + 1, in: document, suggestions: [")"])
        }
    }

    private func lacksSpace(_ prose: UnsafeBufferPointer<UInt8>, _ mark: UInt8, _ previous: Token, _ next: Token) -> Bool {
        let lengths = (previous.range.count, next.range.count)
        switch mark {
        case 0x2C, 0x3B: return lengths.0 > 1 || lengths.1 > 1
        case 0x2E:
            // *fim.Novo*: lower case before, one capital after; all else may be a name.
            return previous.shape == .lower && next.shape == .capitalized && lengths.0 > 2 && !isInitialism(prose, next)
        case 0x21, 0x3F: return next.shape == .capitalized && lengths.0 > 1
        default: return false
        }
    }

    /// *node.JS*, *meu.PC*: two capitals are a name.
    private func isInitialism(_ prose: UnsafeBufferPointer<UInt8>, _ token: Token) -> Bool {
        token.range.count == 2 && token.range.allSatisfy { prose[$0] &- 0x41 < 26 }
    }

    private func checkBlank(
        _ document: borrowing Document, _ prose: UnsafeBufferPointer<UInt8>, _ previous: Token, _ token: Token, _ sink: inout IssueSink
    ) {
        let gap = Int(previous.end)..<Int(token.start)
        guard gap.count >= 2, gap.count <= 8, previous.kind == .word || previous.kind == .punctuation && prose[Int(previous.start)] == 0x2C else { return }
        guard gap.allSatisfy({ prose[$0] == 0x20 }) else { return }
        let source = document.sourceRange(of: gap)
        // A mark that the prose leaves out may stand between the blanks.
        guard source.count == gap.count else { return }
        sink.report(3, source: source, suggestions: [" "])
    }

    private func isBoundary(_ prose: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index < prose.count else { return true }
        return prose[index] <= 0x20 || prose[index] == 0x22 || prose[index] == 0x29 || prose[index] == 0xE2
    }
}
