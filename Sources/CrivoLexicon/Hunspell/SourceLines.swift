/// The lines of a Hunspell file, without line ends and without the byte order mark of the first.
struct SourceLines {
    private let bytes: [UInt8]
    private var position: Int
    /// Number of the last line read, from 1.
    private(set) var number = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    struct Line {
        let bytes: ArraySlice<UInt8>

        /// What spaces and tabs separate.
        var pieces: [ArraySlice<UInt8>] { bytes.split { $0 == 0x20 || $0 == 0x09 } }
        var fields: [String] { pieces.map { String(decoding: $0, as: UTF8.self) } }
    }

    mutating func next() -> Line? {
        guard position < bytes.count else { return nil }
        var end = position
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        var line = bytes[position..<end]
        if line.last == 0x0D { line.removeLast() }
        position = end + 1
        number += 1
        return Line(bytes: line)
    }
}
