/// A variety of one of the two languages that Crivo checks.
public enum Variety: String, CaseIterable, Sendable {
    case brazilian = "pt-BR"
    case european = "pt-PT"
    case american = "en-US"
    case british = "en-GB"

    public var language: Language {
        switch self {
        case .brazilian, .european: .portuguese
        case .american, .british: .english
        }
    }

    /// The other variety of the same language.
    public var sibling: Variety {
        switch self {
        case .brazilian: .european
        case .european: .brazilian
        case .american: .british
        case .british: .american
        }
    }
}
