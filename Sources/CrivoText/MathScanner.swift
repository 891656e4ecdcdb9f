/// Finds mathematics in Markdown source: `$…$`, `$$…$$`, `\(…\)` and `\[…\]` outside code.
///
/// The parser's own `$` extension takes "R$ 10 e US$ 20" for mathematics and knows no backslash forms, so the spans are found
/// beforehand. A single `$` follows Pandoc's rules (no blank inside either end, no digit after the closing one) and never
/// follows a letter or digit, as it does in *R$* and *US$*.
struct MathScanner {
    /// The longest formula that is looked for, in bytes.
    static let longest = 4000

    /// Appends the spans, in order, delimiters included.
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>, into spans: inout [Range<Int>]) {
        var index = 0
        let count = bytes.count
        // Once a delimiter found no partner up to some byte, later ones need not look there again.
        var noClosing: [UInt8: Int] = [:]
        while index < count {
            let byte = bytes[index]
            guard byte == 0x24 || byte == 0x5C || byte == 0x60 else {
                index += 1
                continue
            }
            switch byte {
            case 0x60:
                index = skipCode(bytes, from: index)
            case 0x5C:
                guard index + 1 < count else { return }
                let next = bytes[index + 1]
                if next == 0x28 || next == 0x5B, noClosing[next, default: 0] <= index {
                    let closing: UInt8 = next == 0x28 ? 0x29 : 0x5D
                    if let end = findBackslash(closing, in: bytes, from: index + 2) {
                        spans.append(index..<end)
                        index = end
                        continue
                    }
                    noClosing[next] = index + longest / 2
                }
                index += 2
            default:
                if let end = dollarEnd(bytes, from: index) {
                    spans.append(index..<end)
                    index = end
                } else {
                    index += index + 1 < count && bytes[index + 1] == 0x24 ? 2 : 1
                }
            }
        }
    }

    /// Past a code span or fence that starts at `start`; past the backticks alone when nothing closes them.
    private static func skipCode(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var open = start
        while open < bytes.count, bytes[open] == 0x60 { open += 1 }
        let length = open - start
        var index = open
        let limit = length >= 3 ? bytes.count : min(bytes.count, open + longest)
        while index < limit {
            guard bytes[index] == 0x60 else {
                if bytes[index] == 0x0A, length < 3, index + 1 < limit, bytes[index + 1] == 0x0A { return open }
                index += 1
                continue
            }
            let run = index
            while index < bytes.count, bytes[index] == 0x60 { index += 1 }
            if index - run == length || (length >= 3 && index - run > length) { return index }
        }
        return length >= 3 ? bytes.count : open
    }

    private static func findBackslash(_ closing: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        let limit = min(bytes.count - 1, start + longest)
        while index < limit {
            if bytes[index] == 0x5C {
                if bytes[index + 1] == closing { return index + 2 }
                index += 2
                continue
            }
            if bytes[index] == 0x0A, bytes[index + 1] == 0x0A { return nil }
            index += 1
        }
        return nil
    }

    private static func dollarEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let isDouble = start + 1 < bytes.count && bytes[start + 1] == 0x24
        let open = start + (isDouble ? 2 : 1)
        guard open < bytes.count else { return nil }
        if !isDouble {
            if start > 0, isWordByte(bytes[start - 1]) { return nil }
            if isBlank(bytes[open]) { return nil }
        }
        var index = open
        let limit = min(bytes.count, open + longest)
        while index < limit {
            let byte = bytes[index]
            if byte == 0x5C {
                index += 2
                continue
            }
            if byte == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A { return nil }
            if byte == 0x60 { return nil }
            if byte == 0x24 {
                if isDouble {
                    if index + 1 < bytes.count, bytes[index + 1] == 0x24, index > open { return index + 2 }
                } else {
                    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
                    if isBlank(bytes[index - 1]) || (next >= 0x30 && next <= 0x39) || isCurrencyPrefix(bytes, before: index) { return nil }
                    // "$5 to $" would swallow the words between two prices.
                    return index > open ? index + 1 : nil
                }
            }
            index += 1
        }
        return nil
    }

    private static func isCurrencyPrefix(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
        index >= 2 && bytes[index - 1] == 0x52 && !isWordByte(bytes[index - 2])
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
