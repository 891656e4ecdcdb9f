import CICU
public import CrivoAnalysis
public import CrivoText

/// Letters of another script that look like Latin ones, inside a Latin word.
public struct LookAlikeCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/encoding/look-alike-letter", category: .characterEncoding, severity: .major, confidence: 0.97,
            title: Bilingual(pt: "Letra de outro alfabeto que parece latina", en: "Letter of another script that looks Latin"),
            message: Bilingual(
                pt: "“{text}” mistura letras latinas com letras de outro alfabeto de mesma aparência.",
                en: "“{text}” mixes Latin letters with letters of another script that look the same."),
            why: Bilingual(
                pt: "A palavra parece certa, mas não é encontrada em buscas nem reconhecida por programas; é também um truque de fraude.",
                en: "The word looks right but is not found by searches nor known to programs; it is a trick of fraudsters too."),
            source: "Unicode Technical Standard #39, Unicode Security Mechanisms",
            bad: ["Uma [p\u{430}lavra -> palavra] estranha.", "The [w\u{43E}rd -> word] is odd."],
            good: ["O coeficiente α é positivo.", "Mede 5 μm de largura.", "A palavra russa слово.", "Uma hélice α-beta."])
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        for token in document.tokens where token.kind == .word && token.flags.contains(.nonLatin) && isMixed(document, token) {
            if let plain = latinForm(document.text(of: token)) { sink.report(0, prose: token.range, in: document, suggestions: [plain]) }
        }
    }

    /// Greek or Cyrillic letters beside ASCII ones: only then is it worth opening ICU's tables of look-alikes.
    private func isMixed(_ document: borrowing Document, _ token: Token) -> Bool {
        var hasASCII = false
        var hasOther = false
        for index in token.range {
            let byte = document.prose[index]
            if byte >= 0xCD && byte <= 0xD4 { hasOther = true } else if (byte | 0x20) &- 0x61 < 26 { hasASCII = true }
        }
        return hasASCII && hasOther
    }

    /// The word with every look-alike replaced, when it holds Latin letters too and nothing else foreign; nil otherwise.
    private func latinForm(_ word: String) -> String? {
        var status: Int32 = 0
        guard let checker = crivo_icu_open_spoof_checker(&status), status <= 0 else { return nil }
        defer { crivo_icu_close_spoof_checker(checker) }
        var result = String.UnicodeScalarView()
        var latin = 0
        var replaced = 0
        for scalar in word.unicodeScalars {
            let script = crivo_icu_script(UInt32(bitPattern: crivo_icu_script_of(scalar.value)))
            if script == CRIVO_SCRIPT_CYRILLIC || script == CRIVO_SCRIPT_GREEK {
                guard let twin = skeleton(scalar, checker) else { return nil }
                result.append(twin)
                replaced += 1
            } else {
                if script == CRIVO_SCRIPT_LATIN {
                    latin += 1
                } else if script != CRIVO_SCRIPT_COMMON && script != CRIVO_SCRIPT_INHERITED {
                    return nil
                }
                result.append(scalar)
            }
        }
        return replaced > 0 && latin >= 2 ? String(result) : nil
    }

    private func skeleton(_ scalar: Unicode.Scalar, _ checker: OpaquePointer) -> Unicode.Scalar? {
        let source = Array(String(Character(scalar)).utf16)
        var target = [UInt16](repeating: 0, count: 8)
        let length = crivo_icu_skeleton(checker, source, Int32(source.count), &target, Int32(target.count))
        guard length == 1, let twin = Unicode.Scalar(target[0]), twin.isASCII, twin.properties.isAlphabetic else { return nil }
        return twin
    }
}
