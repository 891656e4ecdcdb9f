/// A short word in lower case, packed into eight bytes: equality and hashing of frequent words cost one integer operation.
public enum WordKey {
    /// The key of a UTF-8 word of at most eight bytes, folded to lower case (ASCII and Latin-1), or nil for a longer or empty one.
    @inlinable @inline(__always)
    public static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64? {
        guard range.count <= 8, !range.isEmpty else { return nil }
        var key: UInt64 = 0
        var previous: UInt8 = 0
        for index in range {
            var byte = bytes[index]
            if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
            if previous == 0xC3, byte >= 0x80, byte <= 0x9E { byte |= 0x20 }
            key = key << 8 | UInt64(byte)
            previous = bytes[index]
        }
        return key
    }

    /// The key of a word known to be short enough.
    public static func of(_ word: String) -> UInt64 {
        Array(word.utf8).withUnsafeBufferPointer { folded($0, 0..<$0.count) ?? 0 }
    }
}
