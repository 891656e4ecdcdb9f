import CICU

/// ICU's word break iterator over UTF-8: the authority for scripts that the scanner's own rules do not cover.
///
/// Not thread-safe: one per worker, closed when it goes away.
struct ICUWordBreaker: ~Copyable {
    private var iterator: OpaquePointer?
    private var units: [UInt16] = []
    private var byteOffsets: [Int] = []

    init() {}

    deinit { if let iterator { crivo_icu_close(iterator) } }

    /// Appends the end, in bytes, of every segment of `bytes[range]`, which is valid UTF-8.
    mutating func segmentEnds(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into ends: inout [Int]) {
        guard !range.isEmpty else { return }
        transcode(bytes, range)
        var status: Int32 = 0
        if iterator == nil { iterator = crivo_icu_open_words("pt", &status) }
        guard let iterator, status <= 0 else {
            ends.append(range.upperBound)
            return
        }
        units.withUnsafeBufferPointer { text in
            crivo_icu_set_text(iterator, text.baseAddress, Int32(text.count), &status)
            guard status <= 0 else {
                ends.append(range.upperBound)
                return
            }
            _ = crivo_icu_first(iterator)
            while true {
                let boundary = crivo_icu_next(iterator)
                guard boundary >= 0 else { break }
                ends.append(Int(boundary) < byteOffsets.count ? byteOffsets[Int(boundary)] : range.upperBound)
            }
        }
    }

    private mutating func transcode(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        units.removeAll(keepingCapacity: true)
        byteOffsets.removeAll(keepingCapacity: true)
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = decodeScalar(bytes, index)
            if scalar < 0x10000 {
                units.append(UInt16(scalar))
                byteOffsets.append(index)
            } else {
                units.append(UInt16(0xD7C0 + (scalar >> 10)))
                units.append(UInt16(0xDC00 + (scalar & 0x3FF)))
                byteOffsets.append(index)
                byteOffsets.append(index)
            }
            index += length
        }
    }
}
