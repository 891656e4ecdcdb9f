/// One dictionary of the compiled lexicon, read in place: answers what Hunspell's `spell` would, without opening Hunspell.
///
/// The memory belongs to the ``LexiconFile``, whose checksum was verified when it was opened.
struct CompiledDictionary {
    /// The header: one 32-bit word each. Offsets count 32-bit words from the start, those of `stemData` and `pool` bytes.
    enum Header: Int, CaseIterable {
        case stemMask, stems, suffixMask, suffixTable, suffixRules, longestSuffix, prefixMask, prefixTable, prefixRules, longestPrefix
        case flagSets, conditionStarts, conditions, breaks, conversions, forbidden, onlyInCompound, needAffix, keepCase, hasCompounds,
            stemData, pool

        static var count: Int { allCases.count }
    }

    private let words: UnsafePointer<UInt32>
    private let bytes: UnsafePointer<UInt8>
    private let stemMask: Int
    private let stems: UnsafePointer<UInt32>
    private let stemData: UnsafePointer<UInt8>
    private let pool: UnsafePointer<UInt8>
    private let flagSets: UnsafePointer<UInt64>
    private let conditionStarts: UnsafePointer<UInt32>
    private let conditions: UnsafePointer<UInt32>
    private let suffixes: RuleTable
    private let prefixes: RuleTable
    private let forbidden: Int
    private let onlyInCompound: Int
    private let needAffix: Int
    private let breaks: [[UInt8]]
    private let conversions: [(from: [UInt8], to: [UInt8])]
    private let hasCompounds: Bool

    private struct RuleTable {
        let mask: Int
        let table: UnsafePointer<UInt32>
        let rules: UnsafePointer<UInt32>
        let longest: Int
    }

    /// `section` is 8-byte aligned.
    init(_ section: UnsafeRawBufferPointer) throws(LexiconError) {
        guard let base = section.baseAddress, section.count >= Header.count * 4 else { throw .damaged(path: "", reason: "section") }
        let words = base.assumingMemoryBound(to: UInt32.self)
        func offset(_ field: Header) -> Int { Int(UInt32(littleEndian: words[field.rawValue])) }
        for field in [
            Header.stems, .suffixTable, .suffixRules, .prefixTable, .prefixRules, .flagSets, .conditionStarts, .conditions, .breaks,
            .conversions,
        ]
        where offset(field) * 4 > section.count { throw .damaged(path: "", reason: "offset") }
        guard offset(.stemData) <= section.count, offset(.pool) <= section.count else { throw .damaged(path: "", reason: "offset") }
        self.words = words
        bytes = base.assumingMemoryBound(to: UInt8.self)
        stemMask = offset(.stemMask)
        stems = words + offset(.stems)
        stemData = bytes + offset(.stemData)
        pool = bytes + offset(.pool)
        flagSets = UnsafeRawPointer(words + offset(.flagSets)).assumingMemoryBound(to: UInt64.self)
        conditionStarts = words + offset(.conditionStarts)
        conditions = words + offset(.conditions)
        suffixes = RuleTable(
            mask: offset(.suffixMask), table: words + offset(.suffixTable), rules: words + offset(.suffixRules),
            longest: offset(.longestSuffix))
        prefixes = RuleTable(
            mask: offset(.prefixMask), table: words + offset(.prefixTable), rules: words + offset(.prefixRules),
            longest: offset(.longestPrefix))
        forbidden = offset(.forbidden)
        onlyInCompound = offset(.onlyInCompound)
        needAffix = offset(.needAffix)
        hasCompounds = offset(.hasCompounds) != 0
        let pool = self.pool
        func text(_ at: UnsafePointer<UInt32>) -> [UInt8] { Array(UnsafeBufferPointer(start: pool + Int(at[0]), count: Int(at[1]))) }
        let breakList = words + offset(.breaks)
        breaks = (0..<Int(breakList[0])).map { text(breakList + 1 + $0 * 2) }
        let conversionList = words + offset(.conversions)
        conversions = (0..<Int(conversionList[0])).map { (text(conversionList + 1 + $0 * 4), text(conversionList + 3 + $0 * 4)) }
    }

    /// What the lexicon can say of a word.
    enum Answer {
        case known
        case unknown
        /// Only Hunspell can tell.
        case undetermined
    }

    /// Whether Hunspell would accept the word (UTF-8, composed).
    func answer(_ word: UnsafeBufferPointer<UInt8>) -> Answer {
        var text = Array(word)
        for conversion in conversions { text = CompiledDictionary.converted(text, conversion.from, conversion.to) }
        guard text.count < 180 else { return .undetermined }
        // Numbers and what is compounded with them (22nd) follow rules of their own.
        for byte in text where byte &- 0x30 < 10 || byte < 0x21 || byte == 0x2F { return .undetermined }
        return accepts(text, depth: 0) ? .known : .unknown
    }

    private static func converted(_ text: [UInt8], _ from: [UInt8], _ to: [UInt8]) -> [UInt8] {
        guard let first = from.first, text.contains(first) else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == first, index + from.count <= text.count, text[index..<index + from.count].elementsEqual(from) {
                result += to
                index += from.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    // MARK: case and breaks

    private func accepts(_ original: [UInt8], depth: Int) -> Bool {
        var text = original
        var hadStop = false
        while text.last == 0x2E {
            text.removeLast()
            hadStop = true
        }
        if text.isEmpty { return true }
        let form = WordCase(text)
        if acceptsCased(text, form, hadStop) { return true }
        // Hunspell breaks the form that it tried last: of capitals and capitalised words, the capitalised one.
        let broken = form == .upper || form == .initial ? WordCase.capitalized(WordCase.lowered(text)) : text
        return depth < 8 && acceptsBroken(broken, depth)
    }

    private func acceptsCased(_ text: [UInt8], _ form: WordCase, _ hadStop: Bool) -> Bool {
        let dotted = text + [0x2E]
        switch form {
        case .lower, .mixed, .mixedInitial:
            return check(text) || (hadStop && check(dotted))
        case .upper, .initial:
            if form == .upper {
                if check(text) || (hadStop && check(dotted)) { return true }
                if let apostrophe = text.firstIndex(of: 0x27), apostrophe > 0, apostrophe + 1 < text.count {
                    // L'ITALIE, D'OESTE: the part behind the apostrophe with its own capital.
                    let lower = WordCase.lowered(text)
                    let joined = Array(lower[...apostrophe]) + WordCase.capitalized(lower[(apostrophe + 1)...])
                    if check(joined) || check(WordCase.capitalized(joined)) { return true }
                }
            }
            let lower = WordCase.lowered(text)
            let capital = WordCase.capitalized(lower)
            let allowsHidden = form == .upper
            // A forbidden capitalised form (Km) forbids the word although its lower-case form is right.
            if isForbidden(capital) { return false }
            if check(capital, allowsHidden: allowsHidden) || check(lower, allowsHidden: allowsHidden) { return true }
            return hadStop && (check(lower + [0x2E], allowsHidden: allowsHidden) || check(capital + [0x2E], allowsHidden: allowsHidden))
        }
    }

    private func acceptsBroken(_ text: [UInt8], _ depth: Int) -> Bool {
        var occurrences = 0
        for pattern in breaks { occurrences += CompiledDictionary.count(of: pattern, in: text) }
        guard occurrences < 10 else { return false }
        for pattern in breaks where pattern.count > 1 && pattern.count <= text.count {
            if pattern[0] == 0x5E, text.starts(with: pattern.dropFirst()), accepts(Array(text[(pattern.count - 1)...]), depth: depth + 1) {
                return true
            }
            if pattern.last == 0x24, text.suffix(pattern.count - 1).elementsEqual(pattern.dropLast()),
                accepts(Array(text[..<(text.count - pattern.count + 1)]), depth: depth + 1)
            {
                return true
            }
        }
        for usesSecond in [true, false] {
            for pattern in breaks where pattern.first != 0x5E && pattern.last != 0x24 {
                guard var found = CompiledDictionary.find(pattern, in: text, from: 0), found > 0, found < text.count - pattern.count else {
                    continue
                }
                if usesSecond, let second = CompiledDictionary.find(pattern, in: text, from: found + 1), second < text.count - pattern.count
                {
                    found = second
                }
                if accepts(Array(text[(found + pattern.count)...]), depth: depth + 1), accepts(Array(text[..<found]), depth: depth + 1) {
                    return true
                }
            }
        }
        return false
    }

    private static func find(_ pattern: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard !pattern.isEmpty, text.count >= pattern.count, start <= text.count - pattern.count else { return nil }
        for index in start...(text.count - pattern.count) where text[index..<index + pattern.count].elementsEqual(pattern) { return index }
        return nil
    }

    private static func count(of pattern: [UInt8], in text: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while let found = find(pattern, in: text, from: index) {
            count += 1
            index = found + pattern.count
        }
        return count
    }

    // MARK: stems and affixes

    private func check(_ text: [UInt8], allowsHidden: Bool = false) -> Bool {
        guard text.count <= 255 else { return false }
        return text.withUnsafeBufferPointer { word in
            var isForbidden = false
            let direct = stem(word) { flags in
                if hasFlag(flags, forbidden) { isForbidden = true }
                return isUsable(flags, allowsHidden)
            }
            // A forbidden stem is refused whatever affixes would make of it.
            if isForbidden { return false }
            return direct || acceptsAffixed(word, allowsHidden)
        }
    }

    private func isForbidden(_ text: [UInt8]) -> Bool {
        guard forbidden != 0, text.count <= 255 else { return false }
        return text.withUnsafeBufferPointer { word in stem(word) { hasFlag($0, forbidden) } }
    }

    private func isUsable(_ flags: UnsafePointer<UInt64>, _ allowsHidden: Bool) -> Bool {
        !hasFlag(flags, onlyInCompound) && !hasFlag(flags, needAffix) && (allowsHidden || flags[0] & 1 == 0)
    }

    @inline(__always)
    private func hasFlag(_ flags: UnsafePointer<UInt64>, _ flag: Int) -> Bool {
        flag != 0 && flags[flag >> 6] >> UInt64(flag & 63) & 1 != 0
    }

    /// Whether an entry of this stem has flags that the predicate accepts.
    @inline(__always)
    private func stem(_ word: UnsafeBufferPointer<UInt8>, where matches: (UnsafePointer<UInt64>) -> Bool) -> Bool {
        guard let found = findStem(word) else { return false }
        var index = found + 1 + word.count
        let count = Int(stemData[index])
        index += 1
        for _ in 0..<count {
            let id = Int(stemData[index]) | Int(stemData[index + 1]) << 8
            if matches(flagSets + id * 4) { return true }
            index += 2
        }
        return false
    }

    /// The offset of the stem's entry.
    @inline(__always)
    private func findStem(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Int(ByteHash.hash(word) & UInt64(stemMask))
        while true {
            let offset = Int(stems[slot])
            if offset == 0 { return nil }
            if Int(stemData[offset]) == word.count, memoryEquals(stemData + offset + 1, word) { return offset }
            slot = (slot + 1) & stemMask
        }
    }

    @inline(__always)
    private func memoryEquals(_ left: UnsafePointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<right.count where left[index] != right[index] { return false }
        return true
    }

    private func acceptsAffixed(_ word: UnsafeBufferPointer<UInt8>, _ allowsHidden: Bool) -> Bool {
        if acceptsSuffixed(word, prefixFlag: 0, allowsHidden) { return true }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { buffer in
            for length in 1...max(1, min(prefixes.longest, word.count - 1)) where length < word.count {
                let head = UnsafeBufferPointer(rebasing: word[..<length])
                guard let (first, count) = group(prefixes, head) else { continue }
                let rest = UnsafeBufferPointer(rebasing: word[length...])
                for rule in first..<first + count {
                    let record = prefixes.rules + rule * 4
                    let stripLength = Int(record[2])
                    let total = stripLength + rest.count
                    guard total <= 255 else { continue }
                    for index in 0..<stripLength { buffer[index] = pool[Int(record[1]) + index] }
                    for index in 0..<rest.count { buffer[stripLength + index] = rest[index] }
                    let base = UnsafeBufferPointer(start: UnsafePointer(buffer.baseAddress.unsafelyUnwrapped), count: total)
                    guard holdsAtStart(base, Int(record[3])) else { continue }
                    let flag = Int(record[0] & 0x7FFF_FFFF)
                    if stem(base, where: { hasFlag($0, flag) && isUsable($0, allowsHidden) && !hasFlag($0, forbidden) }) { return true }
                    if record[0] >> 31 != 0, acceptsSuffixed(base, prefixFlag: flag, allowsHidden) { return true }
                }
            }
            return false
        }
    }

    private func acceptsSuffixed(_ word: UnsafeBufferPointer<UInt8>, prefixFlag: Int, _ allowsHidden: Bool) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { buffer in
            for length in 0...min(suffixes.longest, max(0, word.count - 1)) {
                let cut = word.count - length
                let tail = UnsafeBufferPointer(rebasing: word[cut...])
                guard cut > 0, let (first, count) = group(suffixes, tail) else { continue }
                for index in 0..<cut { buffer[index] = word[index] }
                var lastStrip: UInt32?
                var lastLength = 0
                var isStem = false
                for rule in first..<first + count {
                    let record = suffixes.rules + rule * 4
                    let stripLength = Int(record[2])
                    let total = cut + stripLength
                    if lastStrip != record[1] || lastLength != stripLength {
                        lastStrip = record[1]
                        lastLength = stripLength
                        isStem = false
                        guard total <= 255 else { continue }
                        for index in 0..<stripLength { buffer[cut + index] = pool[Int(record[1]) + index] }
                        isStem =
                            findStem(UnsafeBufferPointer(start: UnsafePointer(buffer.baseAddress.unsafelyUnwrapped), count: total)) != nil
                    }
                    guard isStem else { continue }
                    if prefixFlag != 0, record[0] >> 31 == 0 { continue }
                    let base = UnsafeBufferPointer(start: UnsafePointer(buffer.baseAddress.unsafelyUnwrapped), count: total)
                    let flag = Int(record[0] & 0x7FFF_FFFF)
                    let fits = stem(base) { flags in
                        hasFlag(flags, flag) && (prefixFlag == 0 || hasFlag(flags, prefixFlag)) && !hasFlag(flags, onlyInCompound)
                            && !hasFlag(flags, forbidden) && (allowsHidden || flags[0] & 1 == 0)
                    }
                    if fits, holdsAtEnd(base, Int(record[3])) { return true }
                }
            }
            return false
        }
    }

    /// The rules that append exactly these bytes: index of the first and their number.
    @inline(__always)
    private func group(_ table: RuleTable, _ text: UnsafeBufferPointer<UInt8>) -> (first: Int, count: Int)? {
        var slot = Int(ByteHash.hash(text) & UInt64(table.mask))
        while true {
            let record = table.table + slot * 4
            if record[2] == 0 { return nil }
            if Int(record[1]) == text.count, memoryEquals(pool + Int(record[0]), text) { return (Int(record[3]) / 4, Int(record[2])) }
            slot = (slot + 1) & table.mask
        }
    }

    // MARK: conditions

    private func holdsAtStart(_ stem: UnsafeBufferPointer<UInt8>, _ condition: Int) -> Bool {
        var program = conditions + Int(conditionStarts[condition])
        let count = Int(program[0])
        program += 1
        var index = 0
        for _ in 0..<count {
            guard index < stem.count else { return false }
            let (scalar, length) = scalarAt(stem, index)
            guard matches(&program, scalar) else { return false }
            index += length
        }
        return true
    }

    private func holdsAtEnd(_ stem: UnsafeBufferPointer<UInt8>, _ condition: Int) -> Bool {
        var program = conditions + Int(conditionStarts[condition])
        let count = Int(program[0])
        program += 1
        var index = stem.count
        for _ in 0..<count {
            guard index > 0 else { return false }
            index -= 1
            while index > 0, stem[index] & 0xC0 == 0x80 { index -= 1 }
        }
        for _ in 0..<count {
            let (scalar, length) = scalarAt(stem, index)
            guard matches(&program, scalar) else { return false }
            index += length
        }
        return true
    }

    /// Whether the character fits the element that `program` points at, which is stepped over.
    @inline(__always)
    private func matches(_ program: inout UnsafePointer<UInt32>, _ scalar: UInt32) -> Bool {
        let head = program[0]
        let count = Int(head >> 1)
        var isListed = false
        for index in 0..<count where program[1 + index] == scalar { isListed = true }
        program += 1 + count
        return isListed != (head & 1 != 0)
    }

    @inline(__always)
    private func scalarAt(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
        let lead = bytes[index]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - index)
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (scalar, max(1, length))
    }
}
