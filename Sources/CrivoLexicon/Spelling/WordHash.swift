/// The hash of the compiled lexicon's word tables: computed from left to right, so that the hash of "stem + suffix" extends that
/// of the stem.
enum WordHash {
    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25 ^ (hash >> 29)
    }

    static let start: UInt64 = 0x2545_F491_4F6C_DD1D

    @inline(__always)
    static func finish(_ hash: UInt64) -> UInt64 {
        var h = hash
        h ^= h >> 33
        h = h &* 0xFF51_AFD7_ED55_8CCD
        return h ^ (h >> 32)
    }

    @inline(__always)
    static func of(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var hash = start
        for i in 0..<count { hash = step(hash, bytes[i]) }
        return finish(hash)
    }
}
