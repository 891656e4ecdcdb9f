/// Turns a parsed Hunspell dictionary into a section of the compiled lexicon.
struct DictionaryCompiler {
    private let affixes: AffixFile
    private let file: StemFile
    private var isDecisive: Bool
    private var flagNumbers: [UInt16: UInt8] = [:]
    private var compoundFlags: Set<UInt16> = []
    private var setNumbers: [FlagSet: UInt32] = [:]
    private var sets: [FlagSet] = []
    private var stems = WordTableBuilder()
    private var longestCompoundStem = 0
    private var needsAllMatches = false

    static func compile(_ affixes: AffixFile, _ stems: StemFile) -> [UInt8] {
        DictionaryCompiler(affixes: affixes, file: stems).finish()
    }

    private init(affixes: AffixFile, file: StemFile) {
        self.affixes = affixes
        self.file = file
        isDecisive = affixes.unsupported.isEmpty && affixes.secondLevelFlags.isEmpty
        compoundFlags = Set(affixes.compoundRules.joined().map(\.flag))
        numberFlags()
        addStems()
    }

    private mutating func numberFlags() {
        let used = Set(affixes.suffixes.map(\.flag) + affixes.prefixes.map(\.flag)).union(compoundFlags).sorted()
        if used.count > FlagSet.maximumAffixFlags || affixes.compoundRules.joined().count > CompoundRules.maximumElements {
            isDecisive = false
        }
        for (number, flag) in used.prefix(FlagSet.maximumAffixFlags).enumerated() { flagNumbers[flag] = UInt8(number) }
    }

    private func flagSet(_ flags: [UInt16]) -> FlagSet {
        var set = FlagSet()
        for flag in flags {
            if let number = flagNumbers[flag] { set.insert(number) }
            if flag == affixes.forbidden { set.insert(FlagSet.forbidden) }
            if flag == affixes.onlyInCompound { set.insert(FlagSet.onlyInCompound) }
        }
        return set
    }

    private mutating func number(_ set: FlagSet) -> UInt32 {
        if let number = setNumbers[set] { return number }
        let number = UInt32(sets.count)
        setNumbers[set] = number
        sets.append(set)
        return number
    }

    private mutating func addStems() {
        let affixFlags = Set(affixes.suffixes.map(\.flag) + affixes.prefixes.map(\.flag))
        for entry in file.entries where !entry.word.isEmpty {
            if entry.word.count > WordTable.maximumLength {
                isDecisive = false
                continue
            }
            let set = flagSet(entry.flags)
            if set.contains(FlagSet.forbidden) || set.contains(FlagSet.onlyInCompound), !affixFlags.isDisjoint(with: entry.flags) {
                needsAllMatches = true
            }
            if !compoundFlags.isDisjoint(with: entry.flags) { longestCompoundStem = max(longestCompoundStem, entry.word.count) }
            let value = number(set)
            // An entry with its own line takes the place of one made for capitals.
            if let first = stems[entry.word].first, sets[Int(first)].contains(FlagSet.onlyAllCapitals) {
                stems[entry.word] = [value]
            } else {
                stems[entry.word].append(value)
            }
            addCapitalizedForm(of: entry, set)
        }
    }

    /// Mixed-case entries (and those in capitals that take affixes) are met in capitals through a form with an initial capital.
    private mutating func addCapitalizedForm(of entry: StemFile.Entry, _ set: FlagSet) {
        if set.contains(FlagSet.forbidden) { return }
        guard !entry.word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
        switch CapitalType(CodePoint.scalars(entry.word)) {
        case .mixed, .mixedInitial: break
        case .all where !entry.flags.isEmpty: break
        default: return
        }
        let form = SimpleCase.initcap(entry.word)
        guard stems[form].isEmpty, form.count <= WordTable.maximumLength else { return }
        var hidden = set
        hidden.insert(FlagSet.onlyAllCapitals)
        stems[form] = [number(hidden)]
    }

    private func finish() -> [UInt8] {
        var alphabet = AlphabetBuilder()
        for word in stems.words { alphabet.insert(word) }
        for affix in affixes.suffixes + affixes.prefixes {
            alphabet.insert(affix.strip)
            alphabet.insert(affix.append)
        }
        for pattern in affixes.breaks { alphabet.insert(pattern) }
        let letters = alphabet.finish()

        var conditions = AffixConditionsBuilder()
        var suffixes = AffixTrieBuilder()
        var prefixes = AffixTrieBuilder()
        for affix in affixes.suffixes {
            guard let flag = flagNumbers[affix.flag] else { continue }
            suffixes.add(
                path: affix.append.reversed(), strip: affix.strip, flag: flag, crosses: affix.crosses,
                condition: conditions.number(affix.condition, ofSuffix: true))
        }
        for affix in affixes.prefixes {
            guard let flag = flagNumbers[affix.flag] else { continue }
            prefixes.add(
                path: affix.append, strip: affix.strip, flag: flag, crosses: affix.crosses,
                condition: conditions.number(affix.condition, ofSuffix: false))
        }

        var blob = BlobWriter()
        blob.add([isDecisive ? 1 : 0, needsAllMatches ? 1 : 0, UInt32(longestCompoundStem)] as [UInt32])
        blob.add(letters.direct)
        blob.add(letters.others)
        stems.write(to: &blob)
        blob.add(sets.flatMap { [$0.words.0, $0.words.1, $0.words.2, $0.words.3] })
        conditions.write(to: &blob)
        suffixes.write(to: &blob)
        prefixes.write(to: &blob)
        blob.add(bytes: affixes.breaks.filter { !$0.isEmpty && $0.count < 256 }.flatMap { [UInt8($0.count)] + $0 })
        blob.add(
            affixes.compoundRules.flatMap { rule in
                rule.indices.compactMap { i in
                    flagNumbers[rule[i].flag].map {
                        UInt32($0) | UInt32(rule[i].quantifier) << 8 | (i == rule.count - 1 ? 1 << 16 : 0)
                    }
                }
            })
        return blob.finish()
    }
}
