/// What an `.aff` file says about spelling; what concerns suggestions only is left out.
struct AffixFile {
    struct Affix {
        var flag: UInt16
        var crosses: Bool
        var strip: [UInt8]
        var append: [UInt8]
        var condition: [UInt8]
    }

    struct CompoundElement {
        var flag: UInt16
        /// "*" or "?" after the flag, else 0.
        var quantifier: UInt8
    }

    enum FlagMode { case byte, utf8, unsupported }

    var flagMode = FlagMode.byte
    var prefixes: [Affix] = []
    var suffixes: [Affix] = []
    /// Hunspell's default; a BREAK table replaces it.
    var breaks: [[UInt8]] = [Array("-".utf8), Array("^-".utf8), Array("-$".utf8)]
    var compoundRules: [[CompoundElement]] = []
    var compoundMinimum = 3
    var forbidden: UInt16 = 65510
    var onlyInCompound: UInt16?
    /// Directives that change spelling and that the compiled lexicon does not know: it then leaves every answer to Hunspell.
    var unsupported: [String] = []

    /// Directives with a bearing on what is accepted, other than those read below.
    private static let unsupportedDirectives = [
        "COMPLEXPREFIXES", "COMPOUNDFLAG", "COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDEND", "COMPOUNDWORDMAX", "COMPOUNDROOT",
        "COMPOUNDPERMITFLAG", "COMPOUNDFORBIDFLAG", "COMPOUNDMORESUFFIXES", "CHECKCOMPOUND", "SIMPLIFIEDTRIPLE", "CIRCUMFIX",
        "PSEUDOROOT", "NEEDAFFIX", "COMPOUNDSYLLABLE", "SYLLABLENUM", "IGNORE", "FULLSTRIP", "KEEPCASE", "FORCEUCASE", "FORBIDWARN",
        "CHECKSHARPS", "AF", "AM",
    ]

    /// A dictionary without affixes and break points.
    init() { breaks = [] }

    init(_ bytes: [UInt8], path: String) throws(LexiconError) {
        var lines = SourceLines(bytes)
        // The flag mode decides how every other line is read, wherever it stands.
        while let line = lines.next() {
            let fields = line.fields
            if fields.first == "FLAG", fields.count > 1 { flagMode = fields[1] == "UTF-8" ? .utf8 : .unsupported }
        }
        if flagMode == .unsupported { unsupported.append("FLAG") }

        lines = SourceLines(bytes)
        while let line = lines.next() {
            let fields = line.fields
            guard let keyword = fields.first, fields.count > 1 || Self.unsupportedDirectives.contains(keyword) else { continue }
            switch keyword {
            case "SET": if fields[1] != "UTF-8" { unsupported.append("SET") }
            case "LANG": if ["hu", "tr", "az", "crh"].contains(fields[1].prefix { $0 != "_" }) { unsupported.append("LANG") }
            case "FORBIDDENWORD": forbidden = flags(line.pieces[1]).first ?? forbidden
            case "ONLYINCOMPOUND": onlyInCompound = flags(line.pieces[1]).first
            case "COMPOUNDMIN": compoundMinimum = max(1, Int(fields[1]) ?? 3)
            case "ICONV": readConversion(fields)
            case "COMPOUNDRULE": readCompoundRule(line)
            case "BREAK":
                breaks = []
                for _ in 0..<(Int(fields[1]) ?? 0) {
                    guard let entry = lines.next() else { throw Self.error(path, lines, .entriesMissing) }
                    if entry.pieces.count > 1 { breaks.append(Array(entry.pieces[1])) }
                }
            case "SFX", "PFX": try readAffixes(line, of: keyword, &lines, path)
            default:
                if Self.unsupportedDirectives.contains(where: { keyword == $0 || ($0.hasPrefix("CHECK") && keyword.hasPrefix($0)) }) {
                    unsupported.append(keyword)
                }
            }
        }
        // Patterns are matched entry by entry, without a least length of the parts.
        if !compoundRules.isEmpty, compoundMinimum > 1 { unsupported.append("COMPOUNDMIN") }
    }

    /// The flags of a flag field.
    func flags(_ field: some Collection<UInt8>) -> [UInt16] {
        switch flagMode {
        case .utf8: CodePoint.scalars(field).map { UInt16(truncatingIfNeeded: $0) }
        case .byte, .unsupported: field.map { UInt16($0) }
        }
    }

    /// Typographic apostrophes are straightened before every look-up, so that one conversion is already done.
    private mutating func readConversion(_ fields: [String]) {
        if fields.count > 2, !(fields[1] == "\u{2019}" && fields[2] == "'") { unsupported.append("ICONV") }
    }

    private mutating func readCompoundRule(_ line: SourceLines.Line) {
        let field = line.pieces[1]
        if Int(line.fields[1]) != nil, compoundRules.isEmpty, !unsupported.contains("COMPOUNDRULE") {
            return  // the number of rules
        }
        if field.contains(UInt8(ascii: "(")) { unsupported.append("COMPOUNDRULE") }
        var rule: [CompoundElement] = []
        for flag in flags(field) {
            if flag == UInt16(UInt8(ascii: "*")) || flag == UInt16(UInt8(ascii: "?")), !rule.isEmpty {
                rule[rule.count - 1].quantifier = UInt8(truncatingIfNeeded: flag)
            } else {
                rule.append(CompoundElement(flag: flag, quantifier: 0))
            }
        }
        compoundRules.append(rule)
    }

    private mutating func readAffixes(
        _ header: SourceLines.Line, of keyword: String, _ lines: inout SourceLines, _ path: String
    ) throws(LexiconError) {
        let pieces = header.pieces
        guard pieces.count >= 4, let count = Int(header.fields[3]), count > 0, let flag = flags(pieces[1]).first else {
            throw Self.error(path, lines, .affixHeaderExpected)
        }
        let crosses = pieces[2].first == UInt8(ascii: "Y")
        for _ in 0..<count {
            guard let line = lines.next() else { throw Self.error(path, lines, .entriesMissing) }
            let entry = line.pieces
            guard entry.count >= 4, flags(entry[1]).first == flag else { throw Self.error(path, lines, .affixEntryExpected) }
            let slash = entry[3].firstIndex(of: UInt8(ascii: "/"))
            var append = Array(slash.map { entry[3][..<$0] } ?? entry[3])
            if append == [UInt8(ascii: "0")] { append = [] }
            var strip = Array(entry[2])
            if strip == [UInt8(ascii: "0")] { strip = [] }
            let affix = Affix(
                flag: flag, crosses: crosses, strip: strip, append: append, condition: entry.count > 4 ? Array(entry[4]) : [0x2E])
            if append.contains(UInt8(ascii: ".")) { unsupported.append("affix with a full stop") }
            if let slash { continuations.formUnion(flags(entry[3][(slash + 1)...])) }
            if keyword == "SFX" { suffixes.append(affix) } else { prefixes.append(affix) }
        }
    }

    private var continuations: Set<UInt16> = []

    /// Flags that affixes pass on and that name affixes: the second level, which the compiled lexicon does not know.
    var secondLevelFlags: Set<UInt16> {
        let own = Set(suffixes.map(\.flag) + prefixes.map(\.flag))
        var special = own
        special.insert(forbidden)
        if let onlyInCompound { special.insert(onlyInCompound) }
        return continuations.intersection(special)
    }

    private static func error(_ path: String, _ lines: SourceLines, _ problem: Problem) -> LexiconError {
        .malformed(path: path, line: lines.number, reason: problem.rawValue)
    }

    private enum Problem: String {
        case affixHeaderExpected = "an affix header has four fields: SFX or PFX, flag, Y or N, number of entries"
        case affixEntryExpected = "an affix entry has at least four fields: SFX or PFX, the flag of its header, strip, affix"
        case entriesMissing = "the file ends before the announced number of entries"
    }
}
