/// UTF-8 over raw bytes, limited to the Basic Multilingual Plane as Hunspell is.
enum CodePoint {
    /// The code point at `i` and its length in bytes; nil at malformed bytes and beyond U+FFFF.
    @inline(__always)
    static func decode(_ bytes: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> (scalar: UInt32, length: Int)? {
        let first = UInt32(bytes[i])
        if first < 0x80 { return (first, 1) }
        if first >= 0xC2, first < 0xE0, i + 1 < end, bytes[i + 1] & 0xC0 == 0x80 {
            return ((first & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F), 2)
        }
        if first >= 0xE0, first < 0xF0, i + 2 < end, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80 {
            let scalar = (first & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
            return scalar >= 0x800 ? (scalar, 3) : nil
        }
        return nil
    }

    /// Writes a code point below U+10000, returns the number of bytes (1 to 3).
    @inline(__always)
    static func encode(_ scalar: UInt32, _ out: UnsafeMutablePointer<UInt8>) -> Int {
        if scalar < 0x80 {
            out[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        if scalar < 0x800 {
            out[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
            out[1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
            return 2
        }
        out[0] = 0xE0 | UInt8(truncatingIfNeeded: (scalar >> 12) & 0x0F)
        out[1] = 0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F)
        out[2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        return 3
    }

    /// The code points of well-formed text below U+10000; anything else ends it.
    static func scalars(_ bytes: some Collection<UInt8>) -> [UInt32] {
        let array = Array(bytes)
        var scalars: [UInt32] = []
        array.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var i = 0
            while i < buffer.count, let (scalar, length) = decode(base, i, buffer.count) {
                scalars.append(scalar)
                i += length
            }
        }
        return scalars
    }

    static func bytes(_ scalars: some Sequence<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { unit in
            for scalar in scalars {
                let n = encode(scalar, unit.baseAddress!)
                for k in 0..<n { bytes.append(unit[k]) }
            }
        }
        return bytes
    }
}
