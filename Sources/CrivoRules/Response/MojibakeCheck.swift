public import CrivoAnalysis
public import CrivoText

/// UTF-8 that was read as Windows-1252 and written again: *nÃ£o* for *não*.
public struct MojibakeCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/encoding/mojibake", category: .characterEncoding, severity: .major, confidence: 0.98,
            title: Bilingual(pt: "Caracteres corrompidos (mojibake)", en: "Garbled characters (mojibake)"),
            message: Bilingual(
                pt: "“{text}” parece texto em UTF-8 lido com outra codificação.", en: "“{text}” looks like UTF-8 read in another encoding."),
            why: Bilingual(
                pt:
                    "Quando bytes em UTF-8 são lidos como Windows-1252, cada letra acentuada vira duas ou três. O leitor vê lixo no lugar da palavra.",
                en:
                    "When UTF-8 bytes are read as Windows-1252, every accented letter turns into two or three characters. The reader sees garbage."
            ),
            source: "WHATWG Encoding Standard, windows-1252; The Unicode Standard, 3.9",
            bad: ["Ele [nÃ£o -> não] veio.", "A [situaÃ§Ã£o -> situação] mudou.", "It [doesnâ€™t -> doesn’t] work."],
            good: ["AMANHÃ É DIA DE FEIRA.", "A letra Ã aparece em AMANHÃ.", "Tudo ficou em “AMANHÔ, o jornal."])
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        var index = 0
        let count = document.prose.count
        while index + 1 < count {
            // Only Â Ã â (and the leads of four-byte sequences, ð) start what is worth a look.
            guard document.prose[index] == 0xC3 else {
                index += 1
                continue
            }
            let second = document.prose[index + 1]
            guard second == 0x82 || second == 0x83 || second == 0xA2 || second == 0xB0,
                let end = Windows1252.misreadEnd(document.prose, index)
            else {
                index += 2
                continue
            }
            let word = wordAround(document.prose, index, end)
            if let repaired = Windows1252.repair(document.prose, word) {
                sink.report(0, prose: word, in: document, suggestions: [repaired])
            }
            index = max(end, word.upperBound)
        }
    }

    private func wordAround(_ prose: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
        var first = start
        var last = end
        while first > 0, isInWord(prose[first - 1]) { first -= 1 }
        while last < prose.count, isInWord(prose[last]) { last += 1 }
        return first..<last
    }

    private func isInWord(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }
}

/// The way from characters back to the Windows-1252 bytes that they were read from.
enum Windows1252 {
    /// The end of a sequence at `start` that is valid UTF-8 when its characters are taken for Windows-1252 bytes; nil when it is none.
    static func misreadEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard let (lead, afterLead) = byte(bytes, start) else { return nil }
        let needed = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
        guard needed > 0 else { return nil }
        var scalar = UInt32(lead) & (needed == 1 ? 0x1F : needed == 2 ? 0x0F : 0x07)
        var index = afterLead
        for _ in 0..<needed {
            guard let (next, after) = byte(bytes, index), next & 0xC0 == 0x80, bytes[index] >= 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(next & 0x3F)
            index = after
        }
        // Letters with accents, marks of General Punctuation, and emoji: what real text holds.
        let isPlausible =
            (0xA0...0x17F).contains(scalar) || (0x2010...0x203A).contains(scalar) || (0x20AC...0x20AC).contains(scalar) || scalar >= 0x1F300
            || (0x2190...0x27BF).contains(scalar)
        guard isPlausible else { return nil }
        if needed == 1, isClosingQuote(bytes, afterLead), start > 0, bytes[start - 1] >= 0x41, bytes[start - 1] <= 0x5A { return nil }
        return index
    }

    /// The range decoded again, or nil when it does not come out as valid text.
    static func repair(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        var output: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let end = misreadEnd(bytes, index), end <= range.upperBound {
                while index < end {
                    guard let (raw, after) = byte(bytes, index) else { return nil }
                    output.append(raw)
                    index = after
                }
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(validating: output, as: UTF8.self)
    }

    private static func isClosingQuote(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        if bytes[index] == 0xC2, bytes[index + 1] == 0xBB { return true }
        return index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0x9D || bytes[index + 2] == 0x99)
    }

    /// The Windows-1252 byte of the character at `index`, and where the next one starts.
    private static func byte(_ bytes: [UInt8], _ index: Int) -> (UInt8, Int)? {
        guard index < bytes.count else { return nil }
        let lead = bytes[index]
        if lead < 0x80 { return (lead, index + 1) }
        if lead == 0xC2 || lead == 0xC3, index + 1 < bytes.count {
            return (lead == 0xC3 ? bytes[index + 1] | 0x40 : bytes[index + 1], index + 2)
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return nil }
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        guard let slot = upperHalf.firstIndex(of: scalar) else { return nil }
        return (UInt8(0x80 + slot), index + length)
    }

    /// The characters of 0x80...0x9F; 0 where Windows-1252 has none.
    private static let upperHalf: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019,
        0x201C,
        0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
