/// Where a byte of a text stands in the units of the outside world.
public struct TextPosition: Sendable, Equatable {
    /// UTF-8 bytes from the start.
    public var byte: Int
    /// Unicode code points from the start: the unit of annotation records.
    public var codePoint: Int
    /// UTF-16 code units from the start.
    public var utf16: Int
    /// The line, from 1; lines end at a line feed, or at a carriage return without one.
    public var line: Int
    /// The column in code points, from 1.
    public var column: Int
}

/// Converts byte offsets of a text to other units, walking forwards: a sorted list of offsets costs one pass over the text.
/// An offset before the last one asked for starts again from the beginning.
public struct OffsetCursor {
    private var position = TextPosition(byte: 0, codePoint: 0, utf16: 0, line: 1, column: 1)

    public init() {}

    /// The position of byte `offset` of `bytes`. An offset inside a character is that of the character; one past the end, the end.
    public mutating func position(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> TextPosition {
        if offset < position.byte { position = TextPosition(byte: 0, codePoint: 0, utf16: 0, line: 1, column: 1) }
        let end = min(offset, bytes.count)
        var next = position
        while next.byte < end {
            let byte = bytes[next.byte]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if next.byte + length > end, length > 1 { break }
            let endsLine = byte == 0x0A || (byte == 0x0D && !(next.byte + 1 < bytes.count && bytes[next.byte + 1] == 0x0A))
            next.byte += length
            next.codePoint += 1
            next.utf16 += length == 4 ? 2 : 1
            if endsLine {
                next.line += 1
                next.column = 1
            } else {
                next.column += 1
            }
        }
        position = next
        return next
    }

    /// The byte at which code point `codePoint` of `bytes` starts; the end for one past it.
    public static func byte(ofCodePoint codePoint: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var remaining = codePoint
        var index = 0
        while index < bytes.count {
            if bytes[index] & 0xC0 != 0x80 {
                if remaining == 0 { return index }
                remaining -= 1
            }
            index += 1
        }
        return bytes.count
    }

    /// The byte at which UTF-16 unit `unit` of `bytes` starts; a unit inside a surrogate pair is that of its character.
    public static func byte(ofUTF16 unit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var seen = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            let units = length == 4 ? 2 : 1
            if seen + units > unit { return index }
            seen += units
            index += length
        }
        return bytes.count
    }
}
