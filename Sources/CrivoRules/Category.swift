/// What an issue is about: a leaf of the MQM core typology (2024), with Crivo's own `locale-convention/variety`.
public enum Category: String, CaseIterable, Sendable {
    case terminology
    case untranslated = "accuracy/untranslated"
    case grammar = "fluency/grammar"
    case punctuation = "fluency/punctuation"
    case spelling = "fluency/spelling"
    case unintelligible = "fluency/unintelligible"
    case characterEncoding = "fluency/character-encoding"
    case textualConventions = "fluency/textual-conventions"
    case register = "style/register"
    case awkward = "style/awkward"
    case unidiomatic = "style/unidiomatic"
    case inconsistentStyle = "style/inconsistent-style"
    case numberFormat = "locale-convention/number-format"
    case currencyFormat = "locale-convention/currency-format"
    case measurementFormat = "locale-convention/measurement-format"
    case timeFormat = "locale-convention/time-format"
    case dateFormat = "locale-convention/date-format"
    case addressFormat = "locale-convention/address-format"
    case telephoneFormat = "locale-convention/telephone-format"
    case variety = "locale-convention/variety"
    case cultureSpecific = "verity/culture-specific"
    case markup = "design/markup"
    case brokenLink = "design/broken-link"
    case truncated = "design/truncated"

    /// The last component of the path, as annotation tools show it: `spelling` for `fluency/spelling`.
    public var label: String {
        guard let slash = rawValue.lastIndex(of: "/") else { return rawValue }
        return String(rawValue[rawValue.index(after: slash)...])
    }
}
