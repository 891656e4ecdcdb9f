public import CrivoAnalysis
public import CrivoText

/// One pass over a document that raises the issues of one rule or of a few that look at the same things.
///
/// A check is data-free or immutable after `init`, so one serves all workers.
public protocol Check: Sendable {
    /// The rules whose issues the check raises; an issue names its rule by the index in this list.
    static var rules: [RuleDescription] { get }

    func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink)
}

/// Takes the issues of one document, translating them from prose to source and leaving out rules that are off.
public struct IssueSink {
    /// In the order in which they were found.
    public private(set) var issues: [Issue] = []
    /// For each rule of the registry: the severity in force, or nil when the rule is off.
    private var severities: [Severity?]
    private let descriptions: [RuleDescription]
    private var firstRule = 0

    public init(registry: RuleRegistry, severities: [Severity?]) {
        self.descriptions = registry.rules
        self.severities = severities
    }

    /// Forgets the issues; the storage stays.
    public mutating func removeAll() { issues.removeAll(keepingCapacity: true) }

    /// Says whose issues follow: rule 0 of the check is this rule of the registry.
    public mutating func begin(firstRule: Int) { self.firstRule = firstRule }

    /// Whether the check's rule is on.
    public func isOn(_ rule: Int) -> Bool { severities[firstRule + rule] != nil }

    /// Raises an issue over a span of the document's prose.
    public mutating func report(
        _ rule: Int, prose: Range<Int>, in document: borrowing Document, suggestions: [String] = [], arguments: [String] = [],
        confidence: Double? = nil, severity: Severity? = nil
    ) {
        report(
            rule, source: document.sourceRange(of: prose), suggestions: suggestions, arguments: arguments, confidence: confidence,
            severity: severity)
    }

    /// Raises an issue over a span of the document's bytes.
    public mutating func report(
        _ rule: Int, source: Range<Int>, suggestions: [String] = [], arguments: [String] = [], confidence: Double? = nil,
        severity: Severity? = nil
    ) {
        let index = firstRule + rule
        guard let inForce = severities[index], !source.isEmpty else { return }
        issues.append(
            Issue(
                rule: index, range: source, severity: severity.map { min($0, inForce) } ?? inForce,
                confidence: confidence ?? descriptions[index].confidence, suggestions: suggestions, arguments: arguments))
    }
}
