import Crivo
import CrivoLexicon
import CrivoRules
import CrivoText
import Testing

/// The examples of the rules are their tests: nobody writes any beside them.
struct RuleExamplesTests {
    static let checker: Checker? = (try? LexiconLocation.open()).map { Checker(lexicon: $0, options: CheckOptions()) }
    static let rules = Checker.registry.rules

    struct Example: Sendable, CustomTestStringConvertible {
        var rule: String
        var text: String
        var testDescription: String { "\(rule): \(text)" }
    }

    static let badExamples = rules.flatMap { rule in rule.bad.map { Example(rule: rule.id, text: $0) } }
    static let goodExamples = rules.flatMap { rule in rule.good.map { Example(rule: rule.id, text: $0) } }

    private func annotations(_ text: String) throws -> [AnnotationRecord.Annotation] {
        var worker = try #require(RuleExamplesTests.checker).makeWorker()
        return try worker.check(text).annotations
    }

    private func expect(_ marked: MarkedText, _ rule: String, _ comment: Comment) throws {
        let found = try annotations(marked.text).filter { $0.rule == rule }
        let bytes = Array(marked.text.utf8)
        let spans = found.map { annotation in
            bytes.withUnsafeBufferPointer {
                OffsetCursor.byte(ofCodePoint: annotation.start, in: $0)..<OffsetCursor.byte(ofCodePoint: annotation.end, in: $0)
            }
        }
        #expect(spans == marked.marks.map(\.range), comment)
        for (annotation, mark) in zip(found, marked.marks) where !mark.corrections.isEmpty {
            #expect(annotation.suggestions.first == mark.corrections.first, comment)
        }
    }

    private func shifted(_ marked: MarkedText, by prefix: String) -> MarkedText {
        var result = marked
        result.text = prefix + marked.text
        result.marks = marked.marks.map {
            MarkedText.Mark(
                range: $0.range.lowerBound + prefix.utf8.count..<$0.range.upperBound + prefix.utf8.count, corrections: $0.corrections)
        }
        return result
    }

    @Test("A bad example raises exactly its issue", arguments: badExamples)
    func bad(_ example: Example) throws { try expect(MarkedText(example: example.text), example.rule, "\(example.text)") }

    @Test("The same behind an emoji, whose two UTF-16 units and four bytes move nothing", arguments: badExamples)
    func behindEmoji(_ example: Example) throws {
        // A heading or fence must start its line.
        guard !example.text.hasPrefix("#") else { return }
        try expect(shifted(MarkedText(example: example.text), by: "Oi 😀.\n\n"), example.rule, "\(example.text)")
    }

    @Test("A good example is silent for all rules of severity minor and above", arguments: goodExamples)
    func good(_ example: Example) throws {
        let found = try annotations(MarkedText(example: example.text).text).filter { $0.severity >= .minor }
        #expect(found.map { "\($0.rule): \($0.text)" } == [], "\(example.text)")
    }

    @Test("Applying the first suggestion silences the rule", arguments: badExamples)
    func corrected(_ example: Example) throws {
        let marked = MarkedText(example: example.text)
        guard !marked.marks.isEmpty, marked.marks.allSatisfy({ !$0.corrections.isEmpty }) else { return }
        var bytes = Array(marked.text.utf8)
        for mark in marked.marks.reversed() { bytes.replaceSubrange(mark.range, with: Array(mark.corrections[0].utf8)) }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try annotations(text).filter { $0.rule == example.rule }.isEmpty, "\(text)")
    }

    @Test("Inside inline code and code blocks every rule about prose is silent", arguments: badExamples)
    func silentInCode(_ example: Example) throws {
        let text = MarkedText(example: example.text).text
        guard !text.contains("`"), !text.contains("\n"), !text.contains("\0") else { return }
        #expect(try annotations("Veja `\(text)` aqui.").filter { $0.rule == example.rule }.isEmpty)
        #expect(try annotations("Veja o exemplo.\n\n```\n\(text)\n```\n\nFim do texto.").filter { $0.rule == example.rule }.isEmpty)
    }

    @Test("Every rule has an id of its own, both languages, a reason and a source", arguments: rules.map(\.id))
    func complete(_ id: String) throws {
        let matches = RuleExamplesTests.rules.filter { $0.id == id }
        #expect(matches.count == 1)
        let rule = try #require(matches.first)
        #expect(!rule.source.isEmpty && !rule.good.isEmpty)
        for text in [rule.title, rule.message, rule.why] {
            #expect(!text.portuguese.isEmpty && !text.english.isEmpty && text.portuguese != text.english)
        }
        #expect((0.5...1).contains(rule.confidence))
    }
}
