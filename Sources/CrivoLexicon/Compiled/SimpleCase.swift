import CICU

/// One-to-one case mapping of code points (Unicode simple case mapping, from ICU).
enum SimpleCase {
    static func lower(_ c: UInt32) -> UInt32 { crivo_icu_lower(c) }
    static func upper(_ c: UInt32) -> UInt32 { crivo_icu_upper(c) }

    /// The word in lower case with its first letter in upper case.
    static func initcap(_ word: [UInt8]) -> [UInt8] {
        var scalars = CodePoint.scalars(word).map(lower)
        if let first = scalars.first { scalars[0] = upper(first) }
        return CodePoint.bytes(scalars)
    }
}
