public import CrivoAnalysis
public import CrivoText

/// Characters that a reader cannot see or that stand for lost ones.
public struct InvisibleCharacterCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/encoding/replacement-character", category: .characterEncoding, severity: .major, confidence: 0.99,
            title: Bilingual(pt: "Caractere de substituição", en: "Replacement character"),
            message: Bilingual(
                pt: "O caractere U+FFFD mostra que algo se perdeu na conversão.", en: "The character U+FFFD shows that something was lost in conversion."),
            why: Bilingual(
                pt: "U+FFFD entra no lugar de bytes que não puderam ser lidos. O original se perdeu; só a fonte do texto permite recuperá-lo.",
                en: "U+FFFD takes the place of bytes that could not be read. The original is lost; only the source of the text can restore it."),
            source: "The Unicode Standard, 3.9 and 23.8",
            bad: ["Ele n[\u{FFFD}]o veio ontem.", "Pre[\u{FFFD}\u{FFFD}]o de tabela."], good: ["Ele não veio ontem.", "Use `\u{FFFD}` no código."]),
        RuleDescription(
            id: "common/encoding/control-character", category: .characterEncoding, severity: .major, confidence: 0.99,
            title: Bilingual(pt: "Caractere de controle", en: "Control character"),
            message: Bilingual(pt: "Há um caractere de controle no texto ({1}).", en: "The text holds a control character ({1})."),
            why: Bilingual(
                pt: "Caracteres de controle não têm forma visível e atrapalham busca, exibição e processamento.",
                en: "Control characters have no visible form and disturb search, display and processing."),
            source: "The Unicode Standard, 23.1", bad: ["Um texto[\u{8}] com lixo.", "Fim[\u{85}] da linha."],
            good: ["Um texto\tcom tabulação.", "Linha um.\r\nLinha dois."]),
        RuleDescription(
            id: "common/encoding/zero-width-character", category: .characterEncoding, severity: .minor, confidence: 0.95,
            title: Bilingual(pt: "Caractere invisível", en: "Invisible character"),
            message: Bilingual(pt: "Há um caractere invisível aqui ({1}).", en: "There is an invisible character here ({1})."),
            why: Bilingual(
                pt: "Espaços de largura zero e marcas de direção vêm de páginas copiadas; a palavra deixa de ser encontrada e comparada.",
                en: "Zero-width spaces and direction marks come from copied pages; the word can no longer be found or compared."),
            source: "The Unicode Standard, 23.2", bad: ["Uma pala[\u{200B}]vra partida.", "The wo[\u{FEFF}]rd is split."],
            good: ["A família 👨‍👩‍👧 chegou.", "Uma palavra inteira."]),
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        reportNulls(document, &sink)
        var index = 0
        let count = document.prose.count
        while index < count {
            let byte = document.prose[index]
            if byte < 0x80 {
                if byte < 0x20 ? byte != 0x0A && byte != 0x09 && byte != 0x0D && byte != 0 : byte == 0x7F {
                    report(1, document, index, index + 1, UInt32(byte), &sink)
                }
                index += 1
                continue
            }
            if byte == 0xC2 {
                let next = index + 1 < count ? document.prose[index + 1] : 0
                if next < 0xA0 { report(1, document, index, index + 2, UInt32(next), &sink) }
                index += 2
            } else if byte == 0xE2 || byte == 0xEF, index + 2 < count {
                let scalar = UInt32(byte & 0x0F) << 12 | UInt32(document.prose[index + 1] & 0x3F) << 6 | UInt32(document.prose[index + 2] & 0x3F)
                if scalar == 0xFFFD {
                    var end = index + 3
                    while end + 2 < count, document.prose[end] == 0xEF, document.prose[end + 1] == 0xBF, document.prose[end + 2] == 0xBD { end += 3 }
                    sink.report(0, prose: index..<end, in: document)
                    index = end
                    continue
                }
                if isInvisible(scalar), scalar != 0x200D && scalar != 0x200C || isBesideLatin(document.prose, index, index + 3) {
                    report(2, document, index, index + 3, scalar, &sink)
                }
                index += 3
            } else {
                index += 1
            }
        }
    }

    private func report(_ rule: Int, _ document: borrowing Document, _ start: Int, _ end: Int, _ scalar: UInt32, _ sink: inout IssueSink) {
        sink.report(rule, prose: start..<end, in: document, arguments: [codePoint(scalar)])
    }

    /// NUL never reaches the prose: the Markdown parser takes it out.
    private func reportNulls(_ document: borrowing Document, _ sink: inout IssueSink) {
        guard document.bytes.contains(0) else { return }
        var index = 0
        while index < document.bytes.count {
            var end = index
            while end < document.bytes.count, document.bytes[end] == 0 { end += 1 }
            if end > index { sink.report(1, source: index..<end, arguments: [codePoint(0)]) }
            index = end + 1
        }
    }

    private func codePoint(_ scalar: UInt32) -> String {
        let hex = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }

    private func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private func isBesideLatin(_ prose: [UInt8], _ start: Int, _ end: Int) -> Bool {
        (start > 0 && isASCIILetter(prose[start - 1])) || (end < prose.count && isASCIILetter(prose[end]))
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
