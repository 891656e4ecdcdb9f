public import CrivoAnalysis
public import CrivoText

/// Tokens of a chat template that leaked into the answer.
public struct TemplateTokenCheck: Check {
    public static let rules = [
        RuleDescription(
            id: "common/leftovers/template-token", category: .markup, severity: .major, confidence: 0.97,
            title: Bilingual(pt: "Marcador de modelo de conversa", en: "Chat template token"),
            message: Bilingual(
                pt: "“{text}” é um marcador interno do modelo e não faz parte da resposta.", en: "“{text}” is an internal token of the model, not part of the answer."),
            why: Bilingual(
                pt: "Marcadores como <|im_end|> separam turnos para o modelo. Na resposta, mostram que a geração foi mal cortada.",
                en: "Tokens such as <|im_end|> separate turns for the model. In an answer they show that generation was cut badly."),
            source: "Formatos de conversa publicados: ChatML, Llama, Gemma, Mistral",
            bad: ["Até logo![<|im_end|>]", "[\\[INST\\]] Qual é a capital?", "Pronto.[<end_of_turn>]", "### [Response:]\nParis."],
            good: ["O operador `<|im_end|>` separa turnos.", "Use a < b | c > d.", "Veja [INSTRUÇÕES] abaixo.", "Texto <b>forte</b> aqui."])
    ]

    public init() {}

    public func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        for placeholder in document.placeholders where placeholder.kind == .html {
            let range = placeholder.sourceStart..<placeholder.sourceEnd
            if let token = tagToken(document.bytes, range) { sink.report(0, source: token) }
        }
        for block in document.blocks where block.kind == .html {
            if let token = tagToken(document.bytes, Int(block.sourceStart)..<Int(block.sourceEnd)) { sink.report(0, source: token) }
        }
        for block in document.blocks where block.kind == .heading && block.sentences.count == 1 {
            // The headings of instruction tuning: ### Instruction:, ### Response:
            let label = document.proseText(block.prose)
            if TemplateTokenCheck.headings.contains(label) { sink.report(0, prose: block.prose, in: document) }
        }
        var index = 0
        let count = document.prose.count
        while index < count {
            let byte = document.prose[index]
            if byte == 0x3C || byte == 0x5B, let end = tokenEnd(document.prose, index) {
                sink.report(0, prose: index..<end, in: document)
                index = end
            } else {
                index += 1
            }
        }
    }

    private static let bracketed = ["[INST]", "[/INST]", "<<SYS>>", "<</SYS>>", "[BOS]", "[EOS]", "[/SYS]", "[AVAILABLE_TOOLS]", "[TOOL_CALLS]"].map { Array($0.utf8) }
    private static let headings: Set<String> = ["Instruction:", "Response:", "Human:", "Assistant:", "Input:", "User:", "System:"]
    private static let tags = ["start_of_turn", "end_of_turn", "think", "/think", "eos", "bos", "pad", "unk", "tool_call", "/tool_call", "end_of_text", "/s"].map {
        Array($0.utf8)
    }

    /// The end of `<|name|>`, `[INST]` and their like at `start`.
    private func tokenEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        for token in TemplateTokenCheck.bracketed where matches(bytes, start, token) { return start + token.count }
        guard bytes[start] == 0x3C, start + 3 < bytes.count else { return nil }
        // DeepSeek writes its tokens with full-width bars.
        let isWide = matches(bytes, start + 1, [0xEF, 0xBD, 0x9C])
        guard bytes[start + 1] == 0x7C || isWide else {
            for tag in TemplateTokenCheck.tags where matches(bytes, start + 1, tag) && start + 1 + tag.count < bytes.count && bytes[start + 1 + tag.count] == 0x3E {
                return start + tag.count + 2
            }
            return nil
        }
        var index = start + (isWide ? 4 : 2)
        while index < bytes.count, index - start < 48, isName(bytes[index]) { index += 1 }
        if isWide {
            // The bar's own bytes pass for name bytes: step back to it.
            guard index < bytes.count, bytes[index] == 0x3E else { return nil }
            return index + 1
        }
        guard index > start + 2, index + 1 < bytes.count, bytes[index] == 0x7C, bytes[index + 1] == 0x3E else { return nil }
        return index + 2
    }

    private func tagToken(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard !range.isEmpty, range.upperBound <= bytes.count, bytes[range.lowerBound] == 0x3C else { return nil }
        for tag in TemplateTokenCheck.tags where matches(bytes, range.lowerBound + 1, tag) {
            let end = range.lowerBound + 1 + tag.count
            if end < bytes.count, bytes[end] == 0x3E { return range.lowerBound..<end + 1 }
        }
        return nil
    }

    private func matches(_ bytes: [UInt8], _ start: Int, _ pattern: [UInt8]) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        for offset in pattern.indices where bytes[start + offset] != pattern[offset] { return false }
        return true
    }

    private func isName(_ byte: UInt8) -> Bool {
        byte == 0x5F || byte == 0x2D || byte == 0x2F || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
}
