/// One Hunspell dictionary in the compiled lexicon: views into the mapped file, which its owner keeps alive.
final class CompiledDictionary: @unchecked Sendable {
    /// What the lexicon can say of a word.
    enum Answer {
        case known
        case unknown
        /// Only Hunspell can tell.
        case undetermined
    }

    let alphabet: Alphabet
    let stems: WordTable
    /// Four words for each set; the values of a stem are numbers of sets, one for each homonym.
    let flagSets: Checked<UInt64>
    let conditions: AffixConditions
    let suffixes: AffixTrie
    let prefixes: AffixTrie
    let breaks: [[UInt8]]
    /// Whether a word without a hyphen has no break point.
    let breaksNeedHyphen: Bool
    let compounds: CompoundRules
    /// False when the dictionary uses features that the compiled lexicon does not know.
    let isDecisive: Bool
    /// Whether stems with affixes can be forbidden, so that the first match does not settle a word.
    let needsAllMatches: Bool

    /// Order of the arrays in the section.
    enum Layout {
        static let parameters = 0
        static let alphabet = 1
        static let stems = 3
        static let flagSets = stems + WordTable.arrayCount
        static let conditions = flagSets + 1
        static let suffixes = conditions + 2
        static let prefixes = suffixes + AffixTrie.arrayCount
        static let breaks = prefixes + AffixTrie.arrayCount
        static let compounds = breaks + 1
    }

    /// - Parameter bytes: 8-byte aligned
    /// - Throws: `LexiconError.damaged` when an array does not lie inside the section
    init(_ bytes: UnsafeRawBufferPointer) throws(LexiconError) {
        guard let blob = BlobReader(bytes),
            let parameters = blob.array(Layout.parameters, of: UInt32.self),
            let direct = blob.array(Layout.alphabet, of: UInt32.self), direct.count == Alphabet.directCount,
            let others = blob.array(Layout.alphabet + 1, of: UInt32.self), others.count % 3 == 0,
            let stems = WordTable(blob, first: Layout.stems),
            let flagSets = blob.array(Layout.flagSets, of: UInt64.self),
            let starts = blob.array(Layout.conditions, of: UInt32.self),
            let elements = blob.array(Layout.conditions + 1, of: UInt16.self),
            let suffixes = AffixTrie(blob, first: Layout.suffixes),
            let prefixes = AffixTrie(blob, first: Layout.prefixes),
            let breaks = blob.array(Layout.breaks, of: UInt8.self),
            let rules = blob.array(Layout.compounds, of: UInt32.self)
        else { throw .damaged(path: "", reason: "dictionary") }
        alphabet = Alphabet(direct: direct, others: others)
        self.stems = stems
        self.flagSets = flagSets
        conditions = AffixConditions(starts: starts, elements: elements)
        self.suffixes = suffixes
        self.prefixes = prefixes
        isDecisive = parameters[0] == 1
        needsAllMatches = parameters[1] == 1
        var patterns: [[UInt8]] = []
        var i = 0
        while i < breaks.count, patterns.count < 1024 {
            let length = Int(breaks[i])
            guard length > 0, i + 1 + length <= breaks.count else { throw .damaged(path: "", reason: "break points") }
            patterns.append((0..<length).map { breaks[i + 1 + $0] })
            i += 1 + length
        }
        self.breaks = patterns
        breaksNeedHyphen = patterns.allSatisfy { $0.contains(UInt8(ascii: "-")) }
        compounds = CompoundRules(rules, longestStem: Int(parameters[2]))
    }

    /// Whether Hunspell would accept the word (UTF-8, composed).
    func answer(_ word: UnsafeBufferPointer<UInt8>, _ scratch: borrowing LexiconScratch) -> Answer {
        guard isDecisive else { return .undetermined }
        guard let base = word.baseAddress else { return .known }
        var check = SpellCheck(self, scratch)
        return check.spell(base, word.count)
    }

    @inline(__always)
    func flags(_ set: UInt32) -> FlagSet {
        let i = Int(set) * 4
        return FlagSet(words: (flagSets[i], flagSets[i + 1], flagSets[i + 2], flagSets[i + 3]))
    }
}
