/// A small fixed table from short words to a mask of bits, keyed by ``WordKey``: one multiplication and one probe for a word.
public struct WordTable: Sendable {
    private let keys: [UInt64]
    private let masks: [UInt16]
    private let shift: UInt64

    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Words separated by blanks, of at most eight bytes each, with the bits that each list sets.
    public init(_ lists: [(mask: UInt16, words: String)]) {
        var merged: [UInt64: UInt16] = [:]
        for (mask, words) in lists { for word in words.split(separator: " ") { merged[WordKey.of(String(word)), default: 0] |= mask } }
        merged[0] = nil
        var bits: UInt64 = 6
        while 1 << bits < merged.count * 3 { bits += 1 }
        let capacity = 1 << Int(bits)
        shift = 64 - bits
        var keys = [UInt64](repeating: 0, count: capacity)
        var masks = [UInt16](repeating: 0, count: capacity)
        for key in merged.keys.sorted() {
            var slot = Int((key &* WordTable.multiplier) >> shift)
            while masks[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = key
            masks[slot] = merged[key] ?? 0
        }
        self.keys = keys
        self.masks = masks
    }

    /// The bits of a word, 0 for one that is not in the table.
    public func mask(_ key: UInt64) -> UInt16 {
        keys.withUnsafeBufferPointer { keys in
            masks.withUnsafeBufferPointer { masks in
                var slot = Int((key &* WordTable.multiplier) >> shift)
                while masks[slot] != 0 {
                    if keys[slot] == key { return masks[slot] }
                    slot = (slot + 1) & (keys.count - 1)
                }
                return 0
            }
        }
    }

    /// The bits of a word of UTF-8 text in any case; 0 for one that is too long.
    public func mask(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt16 {
        guard let key = WordKey.folded(bytes, range) else { return 0 }
        return mask(key)
    }
}
