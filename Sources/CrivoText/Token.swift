/// A token of the prose: a word with its clitics, a number with its unit marks, a mark of punctuation, or the place-holder
/// of something that is not prose.
public struct Token: Sendable {
    /// What a token is.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// Letters, with the apostrophes, hyphens and digits that belong to them: *guarda-chuva*, *fá-lo-ia*, *d'água*, *GPT-4*.
        case word
        /// An abbreviation with its full stop: *Dr.*, *U.S.*, *p.ex.*
        case abbreviation
        /// Digits with separators, and what is glued to them: *1.000,50*, *3D*, *20kg*, *2020-2021*.
        case number
        /// *1º*, *2ª*, *3rd*.
        case ordinal
        /// A currency mark with its amount: *R$ 1.000,50*.
        case currency
        /// A time of day: *14h30*, *14:30*.
        case time
        case hashtag
        case handle
        /// *snake_case*, *name()*.
        case identifier
        case punctuation
        case symbol
        case emoji
        case url
        case email
        case path
        /// A template variable: `{{nome}}`, `${x}`.
        case variable
        /// Inline code; the prose holds U+FFFC in its place.
        case code
        case math
        case html
    }

    /// How the letters of a token are cased.
    public enum Shape: UInt8, Sendable {
        /// No cased letter.
        case none
        /// *casa*
        case lower
        /// *Casa*, also a single capital.
        case capitalized
        /// *CASA*: at least two capitals and no lower-case letter.
        case upper
        /// *iPhone*, *GitHub*.
        case mixed
    }

    /// Facts that the scanner met on its way.
    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// White space, or the start of the block, stands before the token.
        public static let spaceBefore = Flags(rawValue: 1 << 0)
        /// The first token of its sentence.
        public static let startsSentence = Flags(rawValue: 1 << 1)
        public static let emphasis = Flags(rawValue: 1 << 2)
        public static let strong = Flags(rawValue: 1 << 3)
        public static let link = Flags(rawValue: 1 << 4)
        public static let struck = Flags(rawValue: 1 << 5)
        /// A letter is followed by a combining mark: compare after composition (NFC).
        public static let decomposed = Flags(rawValue: 1 << 6)
        public static let apostrophe = Flags(rawValue: 1 << 7)
        public static let hyphen = Flags(rawValue: 1 << 8)
        public static let digit = Flags(rawValue: 1 << 9)
        /// Holds a letter outside the Latin script.
        public static let nonLatin = Flags(rawValue: 1 << 10)
        /// Holds an invisible format character: soft hyphen, zero-width space or joiner, byte order mark.
        public static let format = Flags(rawValue: 1 << 11)
        /// Stands between quotation marks within its sentence.
        public static let quoted = Flags(rawValue: 1 << 12)
        /// Holds a byte outside ASCII.
        public static let nonASCII = Flags(rawValue: 1 << 13)
    }

    /// The span in bytes of ``Document/prose``, end exclusive.
    public var start: UInt32
    public var end: UInt32
    public var kind: Kind
    public var shape: Shape
    public var flags: Flags

    @inlinable
    public init(start: Int, end: Int, kind: Kind, shape: Shape = .none, flags: Flags = []) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.kind = kind
        self.shape = shape
        self.flags = flags
    }

    /// The span in bytes of ``Document/prose``.
    @inlinable
    public var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether the token counts as a word of the text: words, numbers and what is made of them, but no marks and no place-holders.
    @inlinable
    public var isWordLike: Bool { kind.rawValue <= Kind.identifier.rawValue }
}
