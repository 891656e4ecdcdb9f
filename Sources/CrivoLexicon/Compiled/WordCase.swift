/// How a word is cased, with the distinctions that Hunspell makes, and the changes of case that it tries.
enum WordCase {
    case lower
    case initial
    case upper
    case mixed
    case mixedInitial

    init(_ word: some Collection<UInt8>) {
        var uppers = 0
        var neutral = 0
        var count = 0
        var firstIsUpper = false
        for scalar in String(decoding: Array(word), as: UTF8.self).unicodeScalars {
            let isUpper = scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
            if isUpper {
                uppers += 1
                if count == 0 { firstIsUpper = true }
            }
            if WordCase.simpleUpper(scalar) == WordCase.simpleLower(scalar) { neutral += 1 }
            count += 1
        }
        if uppers == 0 {
            self = .lower
        } else if uppers == 1, firstIsUpper {
            self = .initial
        } else if uppers == count || uppers + neutral == count {
            self = .upper
        } else {
            self = firstIsUpper ? .mixedInitial : .mixed
        }
    }

    static func lowered(_ word: some Collection<UInt8>) -> [UInt8] {
        Array(String(String.UnicodeScalarView(String(decoding: Array(word), as: UTF8.self).unicodeScalars.map(simpleLower))).utf8)
    }

    static func capitalized(_ word: some Collection<UInt8>) -> [UInt8] {
        var scalars = String(decoding: Array(word), as: UTF8.self).unicodeScalars
        guard let first = scalars.first else { return [] }
        scalars.replaceSubrange(scalars.startIndex...scalars.startIndex, with: [simpleUpper(first)])
        return Array(String(scalars).utf8)
    }

    /// Lower case of one character as one character; Hunspell knows no other.
    static func simpleLower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x80 { return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }

    static func simpleUpper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) & 0xDF) : scalar }
        let mapped = scalar.properties.uppercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
}
