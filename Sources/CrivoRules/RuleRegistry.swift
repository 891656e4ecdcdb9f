/// All rules of the program in a fixed order: an issue names its rule by the index here.
public struct RuleRegistry: Sendable {
    /// A check with the index of its first rule.
    public struct Entry: Sendable {
        public var check: any Check
        public var firstRule: Int
    }

    public let rules: [RuleDescription]
    public let checks: [Entry]
    private let indexes: [String: Int]

    public init(checks: [any Check], further: [RuleDescription] = []) {
        var rules: [RuleDescription] = []
        var entries: [Entry] = []
        for check in checks {
            entries.append(Entry(check: check, firstRule: rules.count))
            rules.append(contentsOf: type(of: check).rules)
        }
        rules.append(contentsOf: further)
        self.rules = rules
        self.checks = entries
        indexes = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The index of the rule with this id.
    public func index(of id: String) -> Int? { indexes[id] }

    /// Whether a rule is the named one or belongs to the named family: `common/encoding` names all rules below it.
    public static func matches(_ id: String, _ name: String) -> Bool {
        id == name
            || (id.hasPrefix(name) && id.utf8.count > name.utf8.count
                && id.utf8[id.utf8.index(id.utf8.startIndex, offsetBy: name.utf8.count)] == 0x2F)
    }

    /// The checks of responses that need no dictionary.
    public static let responseChecks: [any Check] = [
        MojibakeCheck(), InvisibleCharacterCheck(), LookAlikeCheck(), TemplateTokenCheck(), PlaceholderTextCheck(), CutOffCheck(),
        UnclosedMarkupCheck(), RepeatedSentenceCheck(), RepeatedWordCheck(), PunctuationSpacingCheck(),
    ]
}
