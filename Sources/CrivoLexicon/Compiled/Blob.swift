/// Writes several arrays into one section: the number of arrays, a row of byte offset and byte length for each, the arrays at
/// multiples of 8.
struct BlobWriter {
    private var arrays: [[UInt8]] = []

    mutating func add(bytes: [UInt8]) { arrays.append(bytes) }

    mutating func add<Word: FixedWidthInteger>(_ words: [Word]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.count * MemoryLayout<Word>.size)
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        arrays.append(bytes)
    }

    func finish() -> [UInt8] {
        var head: [UInt64] = [UInt64(arrays.count)]
        var offset = 8 + arrays.count * 16
        for array in arrays {
            head += [UInt64(offset), UInt64(array.count)]
            offset = (offset + array.count + 7) & ~7
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(offset)
        for word in head { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        for array in arrays {
            bytes += array
            while bytes.count % 8 != 0 { bytes.append(0) }
        }
        return bytes
    }
}

/// The arrays of a section written by ``BlobWriter``; nil views when an array does not lie inside the section.
struct BlobReader {
    private let bytes: UnsafeRawBufferPointer
    private let count: Int

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 8, Int(bitPattern: bytes.baseAddress) % 8 == 0 else { return nil }
        let count = UInt64(littleEndian: bytes.load(as: UInt64.self))
        guard count <= 64, 8 + Int(count) * 16 <= bytes.count else { return nil }
        self.bytes = bytes
        self.count = Int(count)
    }

    func array<Element: FixedWidthInteger>(_ index: Int, of type: Element.Type) -> Checked<Element>? {
        guard index < count else { return nil }
        let offset = UInt64(littleEndian: bytes.load(fromByteOffset: 8 + index * 16, as: UInt64.self))
        let length = UInt64(littleEndian: bytes.load(fromByteOffset: 16 + index * 16, as: UInt64.self))
        let size = UInt64(bytes.count)
        guard offset <= size, offset % 8 == 0, length <= size - offset, length % UInt64(MemoryLayout<Element>.size) == 0,
            let base = bytes.baseAddress
        else { return nil }
        let start = (base + Int(offset)).assumingMemoryBound(to: Element.self)
        return Checked(start: start, count: Int(length) / MemoryLayout<Element>.size)
    }
}

/// An array in mapped memory whose content is not trusted: an index outside reads as zero.
struct Checked<Element: FixedWidthInteger> {
    let start: UnsafePointer<Element>
    let count: Int

    @inline(__always)
    subscript(index: Int) -> Element {
        UInt(bitPattern: index) < UInt(bitPattern: count) ? Element(littleEndian: start[index]) : 0
    }

    /// The range, cut to what the array holds.
    @inline(__always)
    func clamped(_ from: Int, _ to: Int) -> Range<Int> {
        let upper = min(max(to, 0), count)
        return min(max(from, 0), upper)..<upper
    }
}
