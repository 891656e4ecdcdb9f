/// Holds the compiled lexicon against Hunspell over the words of a dictionary, of texts, and mutated ones.
public struct LexiconComparison {
    /// How many distinct words were asked, on how many the two disagreed, and how many the lexicon left to Hunspell.
    public struct Result: Sendable {
        public var asked = 0
        public var disagreements = 0
        public var undetermined = 0
    }

    private let lexicon: Lexicon
    private let dictionary: DictionaryID

    public init(lexicon: Lexicon, dictionary: DictionaryID) {
        self.lexicon = lexicon
        self.dictionary = dictionary
    }

    /// Asks about at most `sample` words; the same seed gives the same words. `report` hears each disagreement with Hunspell's answer.
    public func run(texts: [[UInt8]], sample: Int, seed: UInt64, report: (String, Bool) -> Void) throws(LexiconError) -> Result {
        let hunspell = try HunspellDictionary(dictionary)
        var generator = SplitMix(state: seed &+ UInt64(dictionary.rawValue))
        let files = try DictionaryPath.files(of: dictionary)
        let affixes = try AffixFile(FileSystem.read(files.aff), path: files.aff)
        var words: [[UInt8]] = try StemFile(FileSystem.read(files.dic), affixes: affixes, path: files.dic).entries.map(\.word)
        for text in texts { words += text.split(whereSeparator: { $0 <= 0x20 }).map(Array.init) }
        let tails = affixes.suffixes.map(\.append).filter { !$0.isEmpty }
        let heads = affixes.prefixes.map(\.append).filter { !$0.isEmpty }
        if words.count * 2 > sample {
            // Half of the sample are words as they stand, the other half mutated ones.
            words = (0..<max(1, sample / 2)).map { _ in words[Int(generator.next() % UInt64(words.count))] }
        }
        var result = Result()
        var scratch = LexiconScratch()
        var seen: Set<[UInt8]> = []
        for word in words {
            for raw in [word, mutated(word, tails, heads, words, &generator)] where !raw.isEmpty && !raw.contains(0) {
                // Both hear the word as the checker asks it.
                let candidate = raw.withUnsafeBufferPointer { Composition.composed($0) }
                guard seen.insert(candidate).inserted else { continue }
                result.asked += 1
                let (expected, answer) = candidate.withUnsafeBufferPointer {
                    (hunspell.accepts($0), lexicon.accepts($0, in: dictionary, scratch: &scratch))
                }
                guard let answer else {
                    result.undetermined += 1
                    continue
                }
                if answer != expected {
                    result.disagreements += 1
                    report(String(decoding: candidate, as: UTF8.self), expected)
                }
            }
        }
        return result
    }

    /// The word changed once, or twice, or joined with others at what Hunspell treats apart.
    private func mutated(
        _ word: [UInt8], _ tails: [[UInt8]], _ heads: [[UInt8]], _ words: [[UInt8]], _ generator: inout SplitMix
    ) -> [UInt8] {
        switch generator.next() % 10 {
        case 0...4: return mutatedOnce(word, tails, heads, words, &generator)
        case 5...6: return mutatedOnce(mutatedOnce(word, tails, heads, words, &generator), tails, heads, words, &generator)
        case 7: return numbered(word, &generator)
        case 8: return broken(word, words, &generator)
        default: return foreign(word, &generator)
        }
    }

    /// Numbers, ordinals, and words with digits in them.
    private func numbered(_ word: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        let length = Int(generator.next() % 5) + 1
        let number = (0..<length).map { _ in UInt8(0x30 + generator.next() % 10) }
        let endings = ["st", "nd", "rd", "th", "TH", "Th", "ST", "s", "'s", "º", "ª", ".", ",5", "-3", "--3", ".5.", "a", "%", "h30", "x"]
        switch generator.next() % 3 {
        case 0: return number + Array(endings[Int(generator.next() % UInt64(endings.count))].utf8)
        case 1: return word + (generator.next() % 2 == 0 ? [0x2D] : []) + number
        default: return number + (generator.next() % 2 == 0 ? [0x2D] : []) + word
        }
    }

    /// Words joined at break points, apostrophes and full stops, in several cases.
    private func broken(_ word: [UInt8], _ words: [[UInt8]], _ generator: inout SplitMix) -> [UInt8] {
        let joins = ["-", "-", "'", ".", "--", "/", ",", "\u{2019}", "_"]
        let heads = ["ex-", "Ex-", "vice-", "não-", "pós-", "recém-", "quase-", "-", "'", "d'", "D'", "O'", "L'", "anti-", "^", ".", " "]
        let tails = ["-SP", "-rj", "-chave", "-padrão", "-teste", "-", "'s", "'S", "'", ".", "..", "-lo", "-se", "-me", "$", "-like"]
        var text = word
        for _ in 0..<Int(generator.next() % 3) + 1 {
            switch generator.next() % 3 {
            case 0: text = Array(heads[Int(generator.next() % UInt64(heads.count))].utf8) + text
            case 1: text += Array(tails[Int(generator.next() % UInt64(tails.count))].utf8)
            default:
                text += Array(joins[Int(generator.next() % UInt64(joins.count))].utf8) + words[Int(generator.next() % UInt64(words.count))]
            }
        }
        switch generator.next() % 4 {
        case 0: return WordCase.capitalized(WordCase.lowered(text))
        case 1:
            return Array(
                String(String.UnicodeScalarView(String(decoding: text, as: UTF8.self).unicodeScalars.map(WordCase.simpleUpper))).utf8)
        default: return text
        }
    }

    /// One character becomes any other of the Basic Multilingual Plane.
    private func foreign(_ word: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        var scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
        guard !scalars.isEmpty else { return word }
        let bound: UInt64 = generator.next() % 2 == 0 ? 0x250 : 0x10000
        guard let scalar = Unicode.Scalar(UInt32(generator.next() % bound)), scalar.value > 0 else { return word }
        scalars[Int(generator.next() % UInt64(scalars.count))] = scalar
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }

    private func mutatedOnce(
        _ word: [UInt8], _ tails: [[UInt8]], _ heads: [[UInt8]], _ words: [[UInt8]], _ generator: inout SplitMix
    ) -> [UInt8] {
        var scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
        guard !scalars.isEmpty else { return word }
        let position = Int(generator.next() % UInt64(scalars.count))
        switch generator.next() % 12 {
        case 0: return WordCase.capitalized(word)
        case 1: return Array(String(String.UnicodeScalarView(scalars.map(WordCase.simpleUpper))).utf8)
        case 2: return WordCase.lowered(word)
        case 3: scalars.remove(at: position)
        case 4: scalars.insert(scalars[position], at: position)
        case 5: if position > 0 { scalars.swapAt(position, position - 1) }
        case 6: scalars[position] = WordCase.simpleUpper(scalars[position])
        case 7:
            guard !tails.isEmpty else { return word + [0x2E] }
            let tail = tails[Int(generator.next() % UInt64(tails.count))]
            return Array(String(String.UnicodeScalarView(scalars.dropLast(Int(generator.next() % 3)))).utf8) + tail
        case 8:
            guard !heads.isEmpty else { return word + [0x2E] }
            return heads[Int(generator.next() % UInt64(heads.count))] + word
        case 9: return word + [0x2D] + words[Int(generator.next() % UInt64(words.count))]
        case 10: return word + (generator.next() % 2 == 0 ? [0x27, 0x73] : [0x2E])
        default:
            let letters = Array("aeiosrnçãêé".unicodeScalars)
            scalars[position] = letters[Int(generator.next() % UInt64(letters.count))]
        }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }
}

/// A small generator whose sequence is the same everywhere.
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(state: UInt64) { self.state = state }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
