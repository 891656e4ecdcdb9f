/// How much an issue weighs, with the weights usual in MQM scoring.
public enum Severity: Int, CaseIterable, Comparable, Sendable {
    case info
    case minor
    case major
    case critical

    /// The name in records, options and `crivo.yml`.
    public var name: String {
        switch self {
        case .info: "info"
        case .minor: "minor"
        case .major: "major"
        case .critical: "critical"
        }
    }

    /// The severity of that name, or nil.
    public init?(name: String) {
        guard let match = Severity.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }

    /// The default MQM weight: 0, 1, 5, 25.
    public var weight: Int {
        switch self {
        case .info: 0
        case .minor: 1
        case .major: 5
        case .critical: 25
        }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
