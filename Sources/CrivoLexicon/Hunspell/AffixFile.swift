/// What a Hunspell `.aff` file says, as far as it bears on which words are accepted.
struct AffixFile {
    /// One rule: take `strip` away, put `append` there, when `condition` holds of the stem.
    struct Rule {
        var flag: UInt32
        var strip: [UInt8]
        var append: [UInt8]
        var condition: [UInt8]
        var isSuffix: Bool
        var allowsCross: Bool
        /// Flags that the affixed form carries for a second affix.
        var continuation: [UInt32]
    }

    var rules: [Rule] = []
    /// Patterns at which a word may be broken; Hunspell's own three where the file names none.
    var breaks: [[UInt8]] = [Array("-".utf8), Array("^-".utf8), Array("-$".utf8)]
    var conversions: [(from: [UInt8], to: [UInt8])] = []
    var forbidden: UInt32?
    var onlyInCompound: UInt32?
    var needAffix: UInt32?
    var keepCase: UInt32?
    var hasUTF8Flags = false
    var hasCompounds = false

    /// A dictionary without affixes.
    init() { breaks = [] }

    init(_ bytes: [UInt8], path: String) throws(LexiconError) {
        var crosses: [UInt32: Bool] = [:]
        var isFirstBreak = true
        var lineNumber = 0
        for line in TextLines(bytes) {
            lineNumber += 1
            let fields = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map(Array.init)
            guard let keyword = fields.first.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
            switch keyword {
            case "SET":
                guard fields.count > 1, String(decoding: fields[1], as: UTF8.self) == "UTF-8" else {
                    throw .malformed(path: path, line: lineNumber, reason: "SET: UTF-8")
                }
            case "FLAG": hasUTF8Flags = fields.count > 1 && String(decoding: fields[1], as: UTF8.self) == "UTF-8"
            case "FORBIDDENWORD": forbidden = fields.count > 1 ? flags(fields[1]).first : nil
            case "ONLYINCOMPOUND": onlyInCompound = fields.count > 1 ? flags(fields[1]).first : nil
            case "NEEDAFFIX", "PSEUDOROOT": needAffix = fields.count > 1 ? flags(fields[1]).first : nil
            case "KEEPCASE": keepCase = fields.count > 1 ? flags(fields[1]).first : nil
            case "COMPOUNDRULE", "COMPOUNDFLAG", "COMPOUNDBEGIN": hasCompounds = true
            case "BREAK":
                guard fields.count > 1 else { continue }
                if isFirstBreak { breaks = [] } else { breaks.append(fields[1]) }
                isFirstBreak = false
            case "ICONV":
                if fields.count > 2 { conversions.append((fields[1], fields[2])) }
            case "PFX", "SFX":
                guard fields.count >= 4, let flag = flags(fields[1]).first else {
                    throw .malformed(path: path, line: lineNumber, reason: keyword)
                }
                guard let cross = crosses[flag &* 2 + (keyword == "SFX" ? 1 : 0)] else {
                    crosses[flag &* 2 + (keyword == "SFX" ? 1 : 0)] = fields[2] == [0x59]
                    continue
                }
                let zero: [UInt8] = [0x30]
                let parts = fields[3].split(separator: 0x2F, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
                rules.append(
                    Rule(
                        flag: flag, strip: fields[2] == zero ? [] : fields[2], append: parts[0] == zero ? [] : parts[0],
                        condition: fields.count > 4 ? fields[4] : [0x2E], isSuffix: keyword == "SFX", allowsCross: cross,
                        continuation: parts.count > 1 ? flags(parts[1]) : []))
            default: break
            }
        }
    }

    /// The flags of a field: one character each.
    func flags(_ field: some Sequence<UInt8>) -> [UInt32] {
        // Without FLAG UTF-8 a flag is one byte.
        hasUTF8Flags ? String(decoding: Array(field), as: UTF8.self).unicodeScalars.map(\.value) : field.map(UInt32.init)
    }
}

/// The lines of a text file without their ends and without a byte order mark.
struct TextLines: Sequence {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func makeIterator() -> AnyIterator<ArraySlice<UInt8>> {
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return AnyIterator {
            guard index < bytes.count else { return nil }
            let start = index
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            var end = index
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            index += 1
            return bytes[start..<end]
        }
    }
}
