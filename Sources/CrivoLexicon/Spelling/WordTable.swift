/// A read-only table from words (UTF-8, at most 250 bytes) to lists of numbers: a Bloom filter, open addressing, words verified.
struct WordTable {
    static let maximumLength = 250
    static let maximumProbes = 512

    /// Bloom filter, one 64-bit word per key with three bits in it; its size is a power of two.
    let filter: Checked<UInt64>
    /// The word's number plus 1; 0 is free. The size is a power of two.
    let slots: Checked<UInt32>
    /// Of each word: where its length byte stands in `text`, where its values begin; one row more at the end.
    let rows: Checked<UInt32>
    let text: Checked<UInt8>
    let values: Checked<UInt32>

    /// The five arrays from `first` on; nil when one is missing or a size is impossible.
    init?(_ blob: BlobReader, first: Int) {
        guard let filter = blob.array(first, of: UInt64.self), let slots = blob.array(first + 1, of: UInt32.self),
            let rows = blob.array(first + 2, of: UInt32.self), let text = blob.array(first + 3, of: UInt8.self),
            let values = blob.array(first + 4, of: UInt32.self),
            filter.count > 0, filter.count & (filter.count - 1) == 0, slots.count > 0, slots.count & (slots.count - 1) == 0,
            rows.count >= 2, rows.count % 2 == 0
        else { return nil }
        self.filter = filter
        self.slots = slots
        self.rows = rows
        self.text = text
        self.values = values
    }

    static let arrayCount = 5

    /// The number of words.
    var count: Int { rows.count / 2 - 1 }

    @inline(__always)
    static func filterMask(_ hash: UInt64) -> UInt64 {
        1 << (hash >> 58) | 1 << ((hash >> 52) & 63) | 1 << ((hash >> 46) & 63)
    }

    /// The number of the word that is `head` followed by `tail`, −1 when the table does not hold it. `hash` is the finished hash.
    @inline(__always)
    func find(
        _ hash: UInt64, _ head: UnsafePointer<UInt8>, _ headCount: Int, _ tail: UnsafePointer<UInt8>, _ tailCount: Int
    ) -> Int {
        let mask = Self.filterMask(hash)
        guard filter.start[Int(truncatingIfNeeded: hash & 0x3FFF_FFFF_FFFF) & (filter.count - 1)] & mask == mask else { return -1 }
        return probe(hash, head, headCount, tail, tailCount)
    }

    private func probe(
        _ hash: UInt64, _ head: UnsafePointer<UInt8>, _ headCount: Int, _ tail: UnsafePointer<UInt8>, _ tailCount: Int
    ) -> Int {
        let last = slots.count - 1
        var i = Int(truncatingIfNeeded: hash & 0xFFFF_FFFF) & last
        for _ in 0..<Self.maximumProbes {
            let word = Int(UInt32(littleEndian: slots.start[i])) - 1
            if word < 0 || equals(word, head, headCount, tail, tailCount) { return word }
            i = (i + 1) & last
        }
        return -1
    }

    private func equals(
        _ word: Int, _ head: UnsafePointer<UInt8>, _ headCount: Int, _ tail: UnsafePointer<UInt8>, _ tailCount: Int
    ) -> Bool {
        guard let bytes = bytes(word), bytes.count == headCount + tailCount, let base = bytes.baseAddress else { return false }
        for i in 0..<headCount where base[i] != head[i] { return false }
        for i in 0..<tailCount where base[headCount + i] != tail[i] { return false }
        return true
    }

    /// The text of a word; nil when the number or the table is wrong.
    @inline(__always)
    func bytes(_ word: Int) -> UnsafeBufferPointer<UInt8>? {
        guard word >= 0, word < count else { return nil }
        let at = Int(rows[word * 2])
        let length = Int(text[at])
        guard at + 1 + length <= text.count else { return nil }
        return UnsafeBufferPointer(start: text.start + at + 1, count: length)
    }

    /// Positions of the word's values in `values`.
    @inline(__always)
    func valueRange(_ word: Int) -> Range<Int> {
        values.clamped(Int(rows[word * 2 + 1]), Int(rows[word * 2 + 3]))
    }
}

/// Builds a ``WordTable``.
struct WordTableBuilder {
    private var numbers: [[UInt8]: Int] = [:]
    private(set) var words: [[UInt8]] = []
    private(set) var values: [[UInt32]] = []

    /// The values of a word, in the order in which they were added.
    subscript(word: [UInt8]) -> [UInt32] {
        get { numbers[word].map { values[$0] } ?? [] }
        set {
            if let i = numbers[word] {
                values[i] = newValue
            } else {
                numbers[word] = words.count
                words.append(word)
                values.append(newValue)
            }
        }
    }

    func write(to blob: inout BlobWriter) {
        var size = 8
        while size < words.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        var filter = [UInt64](repeating: 0, count: max(1, size / 8))
        var rows: [UInt32] = []
        var text: [UInt8] = []
        var flat: [UInt32] = []
        for (number, word) in words.enumerated() {
            rows += [UInt32(text.count), UInt32(flat.count)]
            text.append(UInt8(truncatingIfNeeded: word.count))
            text += word
            flat += values[number]
            let hash = word.withUnsafeBufferPointer { WordHash.of($0.baseAddress ?? UnsafePointer(bitPattern: 1)!, $0.count) }
            filter[Int(truncatingIfNeeded: hash & 0x3FFF_FFFF_FFFF) & (filter.count - 1)] |= WordTable.filterMask(hash)
            var i = Int(truncatingIfNeeded: hash & 0xFFFF_FFFF) & (size - 1)
            while slots[i] != 0 { i = (i + 1) & (size - 1) }
            slots[i] = UInt32(number + 1)
        }
        rows += [UInt32(text.count), UInt32(flat.count)]
        blob.add(filter)
        blob.add(slots)
        blob.add(rows)
        blob.add(bytes: text)
        blob.add(flat)
    }
}
