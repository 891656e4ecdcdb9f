/// How frequent words are, as a hashed table: a model of counts, not a list of words.
///
/// Bytes: the magic `CUNI`, the number of entries, then 32-bit fingerprints in ascending order, then one byte for each with its
/// logarithmic class 1...15.
public struct UnigramModel: Sendable {
    private let fingerprints: [UInt32]
    private let classes: [UInt8]

    /// A model that knows no word.
    public init() {
        fingerprints = []
        classes = []
    }

    public init(_ bytes: [UInt8], path: String) throws(LexiconError) {
        guard bytes.count >= 8, bytes.starts(with: Array("CUNI".utf8)) else { throw .damaged(path: path, reason: "magic") }
        func word(_ offset: Int) -> UInt32 {
            UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24
        }
        let count = Int(word(4))
        guard bytes.count == 8 + count * 5 else { throw .damaged(path: path, reason: "length") }
        fingerprints = (0..<count).map { word(8 + $0 * 4) }
        classes = Array(bytes[(8 + count * 4)...])
    }

    /// The class of a word in lower case, 0 for one never seen, up to 15.
    public func frequency(of word: [UInt8]) -> Int {
        let fingerprint = word.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: ByteHash.hash($0)) }
        var low = 0
        var high = fingerprints.count
        while low < high {
            let middle = (low + high) / 2
            if fingerprints[middle] < fingerprint { low = middle + 1 } else { high = middle }
        }
        return low < fingerprints.count && fingerprints[low] == fingerprint ? Int(classes[low]) : 0
    }

    /// The bytes of a model of these counts. Words seen once are left out; the classes are powers of two per million words.
    public static func train(_ counts: [[UInt8]: Int]) -> [UInt8] {
        let total = max(1, counts.values.reduce(0, +))
        var entries: [UInt32: UInt8] = [:]
        for (word, count) in counts where count >= 2 {
            let perHundredMillion = max(1, count * 100_000_000 / total)
            let level = UInt8(clamping: min(15, max(1, (Int.bitWidth - perHundredMillion.leadingZeroBitCount) - 6)))
            let fingerprint = word.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: ByteHash.hash($0)) }
            entries[fingerprint] = max(entries[fingerprint] ?? 0, level)
        }
        var bytes = Array("CUNI".utf8)
        let sorted = entries.keys.sorted()
        for value in [UInt32(sorted.count)] + sorted { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
        bytes.append(contentsOf: sorted.map { entries[$0] ?? 1 })
        return bytes
    }
}
