/// A set of up to 256 flag numbers; the three highest have a fixed meaning.
struct FlagSet: Hashable {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    static let maximumAffixFlags = 240
    static let forbidden: UInt8 = 253
    static let onlyInCompound: UInt8 = 254
    /// An entry added for words written in capitals only: the initial-capital form of a mixed-case entry.
    static let onlyAllCapitals: UInt8 = 255

    @inline(__always)
    func contains(_ flag: UInt8) -> Bool {
        let word =
            switch flag >> 6 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return word >> UInt64(flag & 63) & 1 != 0
    }

    mutating func insert(_ flag: UInt8) {
        let bit: UInt64 = 1 << UInt64(flag & 63)
        switch flag >> 6 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        default: words.3 |= bit
        }
    }

    @inline(__always)
    func intersects(_ other: FlagSet) -> Bool {
        (words.0 & other.words.0) | (words.1 & other.words.1) | (words.2 & other.words.2) | (words.3 & other.words.3) != 0
    }

    var isEmpty: Bool { words == (0, 0, 0, 0) }

    static func == (a: FlagSet, b: FlagSet) -> Bool { a.words == b.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
