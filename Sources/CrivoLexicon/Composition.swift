import CICU

/// Canonical composition (NFC) and the typewriter apostrophe: dictionaries hold words in that form only.
public enum Composition {
    /// The word composed, with ’ as '. A word without combining marks is only copied.
    public static func composed(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes = Array(word)
        // ’ is E2 80 99, ʼ is CA BC.
        if bytes.contains(0xE2) || bytes.contains(0xCA) {
            var plain: [UInt8] = []
            var index = 0
            while index < bytes.count {
                if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                    bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98
                {
                    plain.append(0x27)
                    index += 3
                } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                    bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91
                {
                    plain.append(0x2D)
                    index += 3
                } else {
                    plain.append(bytes[index])
                    index += 1
                }
            }
            bytes = plain
        }
        guard bytes.contains(0xCC) || bytes.contains(0xCD) else { return bytes }
        let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
        var target = [UInt16](repeating: 0, count: units.count * 3 + 8)
        let length = crivo_icu_compose(units, Int32(units.count), &target, Int32(target.count))
        guard length >= 0 else { return bytes }
        return Array(String(decoding: target[0..<Int(length)], as: UTF16.self).utf8)
    }
}
