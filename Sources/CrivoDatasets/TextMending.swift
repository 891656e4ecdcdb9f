/// Mends the text of a JSON row that no parser takes: ill-formed UTF-8 and escapes of lone surrogates become U+FFFD, one each.
enum TextMending {
    static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output = Array(String(decoding: bytes, as: UTF8.self).utf8)
        guard output.contains(0x5C) else { return output }
        let source = output
        output.removeAll(keepingCapacity: true)
        var index = 0
        while index < source.count {
            guard source[index] == 0x5C, index + 1 < source.count else {
                output.append(source[index])
                index += 1
                continue
            }
            guard source[index + 1] == 0x75, let unit = escape(source, index) else {
                output.append(contentsOf: source[index..<index + 2])
                index += 2
                continue
            }
            if (0xD800...0xDBFF).contains(unit), let low = escape(source, index + 6), (0xDC00...0xDFFF).contains(low) {
                output.append(contentsOf: source[index..<index + 12])
                index += 12
            } else if (0xD800...0xDFFF).contains(unit) {
                output.append(contentsOf: Array("\\ufffd".utf8))
                index += 6
            } else {
                output.append(contentsOf: source[index..<index + 6])
                index += 6
            }
        }
        return output
    }

    /// The code unit of `\uXXXX` at `index`.
    private static func escape(_ bytes: [UInt8], _ index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return nil }
        return UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
    }
}
