public import CrivoAnalysis
public import CrivoText

/// Markdown that was opened and never closed.
public struct UnclosedMarkupCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/markup/unclosed-code-fence", category: .markup, severity: .major, confidence: 0.97,
            title: Bilingual(pt: "Bloco de código sem fechamento", en: "Code fence without an end"),
            message: Bilingual(pt: "O bloco de código aberto aqui não é fechado.", en: "The code fence opened here is never closed."),
            why: Bilingual(
                pt: "Sem a cerca de fechamento, todo o resto da resposta aparece como código.",
                en: "Without the closing fence all the rest of the answer shows as code."),
            source: "CommonMark 0.30, 4.5", bad: ["Veja:\n\n[```]python\nprint(1)\n"],
            good: ["Veja:\n\n```python\nprint(1)\n```\n", "Use ``` para abrir um bloco."]),
        RuleDescription(
            id: "common/markup/unclosed-emphasis", category: .markup, severity: .minor, confidence: 0.93,
            title: Bilingual(pt: "Asteriscos de negrito sem par", en: "Bold marks without a partner"),
            message: Bilingual(
                pt: "Estes asteriscos não formam negrito e aparecem no texto.", en: "These asterisks do not make bold text and show in it."),
            why: Bilingual(
                pt:
                    "Asteriscos sem par, ou colados a uma letra depois de um sinal, não são lidos como negrito: o leitor vê os próprios asteriscos.",
                en: "Asterisks without a partner, or glued to a letter behind a mark, are not read as bold: the reader sees the asterisks."),
            source: "CommonMark 0.30, 6.2", bad: ["Um texto com [**]negrito que não fecha."],
            good: ["Um texto com **negrito** que fecha.", "A potência é 2**3 em Python.", "O padrão `**/*.py` serve."]),
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        if let fence = openFence(document.bytes) { sink.report(0, source: fence) }
        let count = document.prose.count
        var index = 0
        while index + 1 < count {
            guard document.prose[index] == 0x2A else {
                index += 1
                continue
            }
            var end = index
            while end < count, document.prose[end] == 0x2A { end += 1 }
            if end - index == 2 || end - index == 3, touchesOneWord(document.prose, index, end) {
                sink.report(1, prose: index..<end, in: document)
            }
            index = end
        }
    }

    /// A letter on one side at least, and no digit or path mark on either.
    private func touchesOneWord(_ prose: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let before = start > 0 ? prose[start - 1] : 0x20
        let after = end < prose.count ? prose[end] : 0x20
        for byte in [before, after] where (byte >= 0x30 && byte <= 0x39) || byte == 0x2F || byte == 0x2E && byte == before && after == 0x2F
        { return false }
        // *f**k*: a masked word has letters on both sides.
        if isLetter(before), isLetter(after), before | 0x20 == 0x66 || before | 0x20 == 0x73 { return false }
        return isLetter(before) || isLetter(after) || after == 0x22 || before == 0x22 || before == 0x3A
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    /// The fence that is still open at the end, if any: three or more backticks or tildes, indented by less than four blanks.
    private func openFence(_ bytes: [UInt8]) -> Range<Int>? {
        var open: (range: Range<Int>, mark: UInt8)?
        var line = 0
        while line < bytes.count {
            var index = line
            var isInQuoteOrList = false
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x3E || bytes[index] == 0x09 {
                isInQuoteOrList = isInQuoteOrList || bytes[index] == 0x3E
                index += 1
            }
            if index < bytes.count, bytes[index] == 0x60 || bytes[index] == 0x7E {
                let mark = bytes[index]
                var end = index
                while end < bytes.count, bytes[end] == mark { end += 1 }
                var rest = end
                var hasInfo = false
                var hasMark = false
                while rest < bytes.count, bytes[rest] != 0x0A {
                    if bytes[rest] > 0x20 { hasInfo = true }
                    if bytes[rest] == mark { hasMark = true }
                    rest += 1
                }
                if end - index >= 3 {
                    if let fence = open {
                        if fence.mark == mark, end - index >= fence.range.count, !hasInfo { open = nil }
                    } else if !(mark == 0x60 && hasMark) {
                        open = (index..<end, mark)
                    }
                }
                index = rest
            }
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            line = index + 1
        }
        return open?.range
    }
}
