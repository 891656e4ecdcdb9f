/// One of the four Hunspell dictionaries that Crivo reads.
public enum DictionaryID: UInt8, CaseIterable, Sendable {
    case ptBR
    case ptPT
    case enUS
    case enGB

    /// The base name of its files: `pt_BR`.
    public var name: String {
        switch self {
        case .ptBR: "pt_BR"
        case .ptPT: "pt_PT"
        case .enUS: "en_US"
        case .enGB: "en_GB"
        }
    }

    /// The Debian package that installs it.
    public var package: String {
        switch self {
        case .ptBR: "hunspell-pt-br"
        case .ptPT: "hunspell-pt-pt"
        case .enUS: "hunspell-en-us"
        case .enGB: "hunspell-en-gb"
        }
    }
}

/// Which word stores know a word: the four dictionaries and Crivo's own lists for each language.
public struct DictionarySet: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let ptBR = DictionarySet(rawValue: 1 << 0)
    public static let ptPT = DictionarySet(rawValue: 1 << 1)
    public static let enUS = DictionarySet(rawValue: 1 << 2)
    public static let enGB = DictionarySet(rawValue: 1 << 3)
    /// Crivo's own lists for Portuguese text.
    public static let crivoPT = DictionarySet(rawValue: 1 << 4)
    /// Crivo's own lists for English text.
    public static let crivoEN = DictionarySet(rawValue: 1 << 5)

    public static let all: DictionarySet = [.ptBR, .ptPT, .enUS, .enGB, .crivoPT, .crivoEN]

    public init(_ dictionary: DictionaryID) { rawValue = 1 << dictionary.rawValue }
}
