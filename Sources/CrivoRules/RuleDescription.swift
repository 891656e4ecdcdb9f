/// Everything that is said about a rule outside its matching code: the same data feeds the issues, the documentation and the tests.
public struct RuleDescription: Sendable {
    /// The path of the rule's family plus its name, such as `common/encoding/mojibake`.
    public var id: String
    public var category: Category
    /// The severity an issue of the rule starts with; `crivo.yml` may change it.
    public var severity: Severity
    /// The measured precision of the rule, 0...1: the confidence that an issue starts with.
    public var confidence: Double
    public var title: Bilingual
    /// `{text}` stands for the marked text and `{1}`, `{2}` … for the arguments of the issue.
    public var message: Bilingual
    /// One short paragraph: why a reader would care.
    public var why: Bilingual
    /// The grammar, style manual or standard that the rule follows.
    public var source: String
    /// Texts with the expected issue marked as `[wrong -> right]`, or as `[wrong]` where nothing is suggested.
    public var bad: [String]
    /// Near misses: the rule, and every other, is silent on them.
    public var good: [String]

    public init(
        id: String, category: Category, severity: Severity, confidence: Double = 0.9, title: Bilingual, message: Bilingual,
        why: Bilingual, source: String, bad: [String], good: [String]
    ) {
        self.id = id
        self.category = category
        self.severity = severity
        self.confidence = confidence
        self.title = title
        self.message = message
        self.why = why
        self.source = source
        self.bad = bad
        self.good = good
    }
}
