/// Lays a Hunspell dictionary out for look-ups in place: stems in an open-addressed table, affix rules grouped by what they append.
///
/// The layout is an array of 32-bit words behind a header of offsets (see ``CompiledDictionary/Header``) and a pool of bytes.
struct AffixCompiler {
    private var pool: [UInt8] = []
    private var pooled: [[UInt8]: UInt32] = [:]
    private var flagIndexes: [UInt32: Int] = [:]
    private var flagSets: [[UInt64]: UInt32] = [:]
    private var flagSetWords: [[UInt64]] = []
    private var conditions: [[UInt8]: UInt32] = [:]
    private var conditionPrograms: [[UInt32]] = []

    static func compile(_ affixes: AffixFile, _ stems: StemFile) -> [UInt8] {
        var compiler = AffixCompiler()
        return compiler.layOut(affixes, stems)
    }

    private mutating func layOut(_ affixes: AffixFile, _ stems: StemFile) -> [UInt8] {
        for flag in Set(affixes.rules.map(\.flag)).union(
            [affixes.forbidden, affixes.onlyInCompound, affixes.needAffix, affixes.keepCase].compactMap { $0 }
        ).sorted() {
            flagIndexes[flag] = flagIndexes.count + 1
        }
        // Bit 0 marks the hidden capitalised twin of a mixed-case stem, which only text in capitals may use.
        _ = flagSet([])
        let (stemTable, stemData) = stemSection(affixes, stems)
        let suffixes = ruleSection(affixes.rules.filter(\.isSuffix))
        let prefixes = ruleSection(affixes.rules.filter { !$0.isSuffix })
        _ = condition([0x2E])

        var words = [UInt32](repeating: 0, count: CompiledDictionary.Header.count)
        func place(_ field: CompiledDictionary.Header, _ values: [UInt32]) {
            words[field.rawValue] = UInt32(words.count)
            words.append(contentsOf: values)
        }
        words[CompiledDictionary.Header.stemMask.rawValue] = UInt32(stemTable.count - 1)
        place(.stems, stemTable)
        words[CompiledDictionary.Header.suffixMask.rawValue] = UInt32(suffixes.table.count / 4 - 1)
        place(.suffixTable, suffixes.table)
        place(.suffixRules, suffixes.rules)
        words[CompiledDictionary.Header.longestSuffix.rawValue] = UInt32(suffixes.longest)
        words[CompiledDictionary.Header.prefixMask.rawValue] = UInt32(prefixes.table.count / 4 - 1)
        place(.prefixTable, prefixes.table)
        place(.prefixRules, prefixes.rules)
        words[CompiledDictionary.Header.longestPrefix.rawValue] = UInt32(prefixes.longest)
        place(.flagSets, flagSetWords.flatMap { $0.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)] } })
        var programs: [UInt32] = []
        var starts: [UInt32] = []
        for program in conditionPrograms {
            starts.append(UInt32(programs.count))
            programs.append(contentsOf: program)
        }
        place(.conditionStarts, starts)
        place(.conditions, programs)
        place(.breaks, [UInt32(affixes.breaks.count)] + affixes.breaks.flatMap { [intern($0), UInt32($0.count)] })
        place(
            .conversions,
            [UInt32(affixes.conversions.count)]
                + affixes.conversions.flatMap { [intern($0.from), UInt32($0.from.count), intern($0.to), UInt32($0.to.count)] })
        words[CompiledDictionary.Header.forbidden.rawValue] = index(affixes.forbidden)
        words[CompiledDictionary.Header.onlyInCompound.rawValue] = index(affixes.onlyInCompound)
        words[CompiledDictionary.Header.needAffix.rawValue] = index(affixes.needAffix)
        words[CompiledDictionary.Header.keepCase.rawValue] = index(affixes.keepCase)
        words[CompiledDictionary.Header.hasCompounds.rawValue] = affixes.hasCompounds ? 1 : 0
        words[CompiledDictionary.Header.stemData.rawValue] = UInt32(words.count * 4)
        words[CompiledDictionary.Header.pool.rawValue] = UInt32(words.count * 4 + stemData.count)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.count * 4 + stemData.count + pool.count)
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        bytes.append(contentsOf: stemData)
        bytes.append(contentsOf: pool)
        return bytes
    }

    private func index(_ flag: UInt32?) -> UInt32 { flag.flatMap { flagIndexes[$0] }.map(UInt32.init) ?? 0 }

    private mutating func intern(_ bytes: [UInt8]) -> UInt32 {
        if let offset = pooled[bytes] { return offset }
        let offset = UInt32(pool.count)
        pool.append(contentsOf: bytes)
        pooled[bytes] = offset
        return offset
    }

    private mutating func flagSet(_ flags: [UInt32], isHidden: Bool = false) -> UInt32 {
        var words = [UInt64](repeating: 0, count: 4)
        if isHidden { words[0] |= 1 }
        for flag in flags { if let index = flagIndexes[flag] { words[index / 64] |= 1 << UInt64(index % 64) } }
        if let id = flagSets[words] { return id }
        let id = UInt32(flagSets.count)
        flagSets[words] = id
        flagSetWords.append(words)
        return id
    }

    /// A condition as a program: the number of characters, then for each: how many code points it lists, whether it excludes them, the code points.
    private mutating func condition(_ text: [UInt8]) -> UInt32 {
        if let id = conditions[text] { return id }
        var program: [UInt32] = [0]
        var count: UInt32 = 0
        if text != [0x2E] {
            let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value))
            var index = 0
            while index < scalars.count {
                count += 1
                if scalars[index] == 0x5B {
                    var end = index + 1
                    while end < scalars.count, scalars[end] != 0x5D { end += 1 }
                    let excludes = index + 1 < end && scalars[index + 1] == 0x5E
                    let listed = Array(scalars[(index + (excludes ? 2 : 1))..<end])
                    program += [UInt32(listed.count) << 1 | (excludes ? 1 : 0)] + listed
                    index = end + 1
                } else if scalars[index] == 0x2E {
                    // Any character: excludes nothing.
                    program += [1]
                    index += 1
                } else {
                    program += [2, scalars[index]]
                    index += 1
                }
            }
        }
        program[0] = count
        let id = UInt32(conditionPrograms.count)
        conditions[text] = id
        conditionPrograms.append(program)
        return id
    }

    private mutating func stemSection(_ affixes: AffixFile, _ stems: StemFile) -> (table: [UInt32], data: [UInt8]) {
        var homonyms: [[UInt8]: [UInt32]] = [:]
        for entry in stems.entries where entry.word.count <= 255 {
            let id = flagSet(entry.flags)
            if homonyms[entry.word]?.contains(id) != true { homonyms[entry.word, default: []].append(id) }
        }
        // An entry of its own, or an earlier twin, leaves no room for a hidden one.
        for entry in stems.entries where entry.word.count <= 255 {
            guard let hidden = hiddenTwin(entry, affixes), homonyms[hidden] == nil else { continue }
            homonyms[hidden] = [flagSet(entry.flags, isHidden: true)]
        }
        var capacity = 1024
        while capacity < homonyms.count * 2 { capacity *= 2 }
        var table = [UInt32](repeating: 0, count: capacity)
        // Offset 0 means an empty slot.
        var data: [UInt8] = [0]
        for word in homonyms.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let ids = homonyms[word] ?? []
            var slot = Int(word.withUnsafeBufferPointer { ByteHash.hash($0) } & UInt64(capacity - 1))
            while table[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            table[slot] = UInt32(data.count)
            data.append(UInt8(word.count))
            data.append(contentsOf: word)
            data.append(UInt8(clamping: ids.count))
            for id in ids.prefix(255) {
                data.append(UInt8(id & 0xFF))
                data.append(UInt8(id >> 8 & 0xFF))
            }
        }
        return (table, data)
    }

    /// Hunspell lets a mixed-case stem (*OpenOffice*), and one in capitals with affixes, stand in text in capitals.
    private func hiddenTwin(_ entry: StemFile.Entry, _ affixes: AffixFile) -> [UInt8]? {
        if let forbidden = affixes.forbidden, entry.flags.contains(forbidden) { return nil }
        let form = WordCase(entry.word)
        guard form == .mixed || form == .mixedInitial || (form == .upper && !entry.flags.isEmpty) else { return nil }
        return WordCase.capitalized(WordCase.lowered(entry.word))
    }

    private mutating func ruleSection(_ rules: [AffixFile.Rule]) -> (table: [UInt32], rules: [UInt32], longest: Int) {
        var groups: [[UInt8]: [AffixFile.Rule]] = [:]
        for rule in rules { groups[rule.append, default: []].append(rule) }
        var capacity = 16
        while capacity < groups.count * 2 { capacity *= 2 }
        var table = [UInt32](repeating: 0, count: capacity * 4)
        var laidOut: [UInt32] = []
        for append in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            // Rules with the same strip stand together, so that their stem is looked up once.
            let group = (groups[append] ?? []).sorted { ($0.strip, $0.flag).0.lexicographicallyPrecedes(($1.strip, $1.flag).0) }
            var slot = Int(append.withUnsafeBufferPointer { ByteHash.hash($0) } & UInt64(capacity - 1))
            while table[slot * 4 + 2] != 0 { slot = (slot + 1) & (capacity - 1) }
            table[slot * 4] = intern(append)
            table[slot * 4 + 1] = UInt32(append.count)
            table[slot * 4 + 2] = UInt32(group.count)
            table[slot * 4 + 3] = UInt32(laidOut.count)
            for rule in group {
                laidOut += [
                    UInt32(flagIndexes[rule.flag] ?? 0) | (rule.allowsCross ? 1 << 31 : 0), intern(rule.strip), UInt32(rule.strip.count),
                    condition(rule.condition),
                ]
            }
        }
        return (table, laidOut, groups.keys.map(\.count).max() ?? 0)
    }
}
