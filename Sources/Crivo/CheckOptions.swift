public import CrivoAnalysis
public import CrivoRules
public import CrivoText

/// What a run checks for and how it speaks.
public struct CheckOptions: Sendable {
    /// The language of every text, when it is known beforehand; nil: each sentence tells.
    public var language: Variety?
    /// The variety that a text of each language ought to be in.
    public var expectedPortuguese: Variety = .brazilian
    public var expectedEnglish: Variety = .american
    public var markup: Markup = .markdown
    /// The severity of rules by id or family, nil for off; a later entry wins.
    public var severities: [(name: String, severity: Severity?)] = []
    /// When not empty, only rules named here (by id or family) are on.
    public var select: [String] = []
    /// Rules or families that are off.
    public var ignore: [String] = []
    /// Issues below this severity are not reported.
    public var minimumSeverity: Severity = .info
    /// Words to accept in both languages, as written.
    public var words: [String] = []
    public var messages: MessageLanguage = .english

    public init() {}

    /// The severity in force for each rule of the registry, nil where a rule is off.
    func severities(for registry: RuleRegistry) -> [Severity?] {
        registry.rules.map { rule in
            if !select.isEmpty, !select.contains(where: { RuleRegistry.matches(rule.id, $0) }) { return nil }
            if ignore.contains(where: { RuleRegistry.matches(rule.id, $0) }) { return nil }
            var severity: Severity? = rule.severity
            for entry in severities where RuleRegistry.matches(rule.id, entry.name) { severity = entry.severity }
            guard let severity, severity >= minimumSeverity else { return nil }
            return severity
        }
    }
}
