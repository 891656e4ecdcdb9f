/// An ill-formed sequence that was replaced by U+FFFD.
public struct UTF8Repair: Sendable, Equatable {
    /// The first byte of the U+FFFD in the repaired text.
    public var offset: Int
    /// The first byte of the ill-formed sequence in the bytes as given.
    public var originalOffset: Int
    /// How many bytes were replaced: one maximal ill-formed subsequence, 1...3.
    public var length: Int
}

/// Checks UTF-8 and mends it as the Unicode Standard recommends (one U+FFFD for each maximal ill-formed subsequence), which is
/// what Python's `errors="replace"` does too, so that code point offsets agree with those of other tools.
enum UTF8Validation {
    /// Appends `bytes` to `output`, mended; returns true when nothing had to be mended.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], repairs: inout [UTF8Repair]) -> Bool {
        let base = output.count
        var good = 0
        var index = 0
        let count = bytes.count
        while index < count {
            index = skipASCII(bytes, from: index)
            guard index < count else { break }
            let (length, isValid) = sequence(bytes, at: index)
            if isValid {
                index += length
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[good..<index]))
            repairs.append(UTF8Repair(offset: output.count - base, originalOffset: index, length: length))
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            index += length
            good = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[good..<count]))
        return repairs.isEmpty
    }

    @inline(__always)
    private static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        guard let base = bytes.baseAddress else { return index }
        while index + 8 <= bytes.count {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < bytes.count, base[index] < 0x80 { index += 1 }
        return index
    }

    /// The length of the sequence at `index`, or of the maximal ill-formed subsequence there.
    private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, isValid: Bool) {
        let lead = bytes[index]
        let needed: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: needed = 1
        case 0xE0:
            needed = 2
            low = 0xA0
        case 0xED:
            needed = 2
            high = 0x9F
        case 0xE1...0xEF: needed = 2
        case 0xF0:
            needed = 3
            low = 0x90
        case 0xF1...0xF3: needed = 3
        case 0xF4:
            needed = 3
            high = 0x8F
        default: return (1, false)
        }
        var length = 1
        while length <= needed {
            guard index + length < bytes.count else { return (length, false) }
            let byte = bytes[index + length]
            guard byte >= low, byte <= high else { return (length, false) }
            low = 0x80
            high = 0xBF
            length += 1
        }
        return (length, true)
    }
}
