/// A language that Crivo tells apart; it checks Portuguese and English and knows the others in order to leave them alone.
public enum Language: UInt8, CaseIterable, Sendable {
    case undetermined
    case portuguese
    case english
    case spanish
    case french
    case italian
    case german
    case latin
    /// Written in another script.
    case other

    /// The BCP 47 tag, without a variety.
    public var tag: String {
        switch self {
        case .undetermined, .other: "und"
        case .portuguese: "pt"
        case .english: "en"
        case .spanish: "es"
        case .french: "fr"
        case .italian: "it"
        case .german: "de"
        case .latin: "la"
        }
    }
}
