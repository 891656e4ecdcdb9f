/// A finding that a person has not yet confirmed.
public struct Issue: Sendable {
    /// The rule's index in the ``RuleRegistry`` of the run.
    public var rule: Int
    /// The marked span in UTF-8 bytes of the document, end exclusive.
    public var range: Range<Int>
    public var severity: Severity
    /// How likely the issue is real, 0...1.
    public var confidence: Double
    /// Replacements for the span, the best first.
    public var suggestions: [String]
    /// What fills `{1}`, `{2}` … of the rule's message.
    public var arguments: [String]

    public init(
        rule: Int, range: Range<Int>, severity: Severity, confidence: Double, suggestions: [String] = [], arguments: [String] = []
    ) {
        self.rule = rule
        self.range = range
        self.severity = severity
        self.confidence = confidence
        self.suggestions = suggestions
        self.arguments = arguments
    }
}
