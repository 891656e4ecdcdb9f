/// JSON output over bytes (RFC 8259): UTF-8 is kept, only what must be escaped is.
public enum JSONText {
    /// Appends a string with its quotation marks.
    public static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte >= 0x20, byte != 0x22, byte != 0x5C {
                index += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            appendEscape(byte, to: &output)
            index += 1
            start = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count]))
        output.append(0x22)
    }

    public static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    public static func append(_ number: Int, to output: inout [UInt8]) {
        if number < 0 { output.append(0x2D) }
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { buffer in
            var magnitude = number.magnitude
            var position = 24
            repeat {
                position -= 1
                buffer[position] = UInt8(0x30 + magnitude % 10)
                magnitude /= 10
            } while magnitude > 0
            output.append(contentsOf: buffer[position...])
        }
    }

    /// Appends a number with at most three decimals and no trailing zeros.
    public static func append(_ number: Double, to output: inout [UInt8]) {
        guard number.isFinite, abs(number) < 1e15 else {
            output.append(0x30)
            return
        }
        let thousandths = Int((number * 1000).rounded())
        if thousandths < 0 { output.append(0x2D) }
        append(Int(thousandths.magnitude / 1000), to: &output)
        var fraction = Int(thousandths.magnitude % 1000)
        guard fraction > 0 else { return }
        output.append(0x2E)
        for divisor in [100, 10, 1] where fraction > 0 {
            output.append(UInt8(0x30 + fraction / divisor))
            fraction %= divisor
        }
    }

    /// Appends text that is JSON already, or part of it.
    @inline(__always)
    public static func append(raw text: StaticString, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func appendEscape(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(0x5C)
        switch byte {
        case 0x22, 0x5C: output.append(byte)
        case 0x0A: output.append(0x6E)
        case 0x0D: output.append(0x72)
        case 0x09: output.append(0x74)
        case 0x08: output.append(0x62)
        case 0x0C: output.append(0x66)
        default:
            let hex = Array("0123456789abcdef".utf8)
            output.append(contentsOf: [0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
        }
    }
}
