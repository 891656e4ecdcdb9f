/// Hunspell's way through a word: trailing full stops, numbers, case forms, break points. The steps and their order are part of
/// the contract: the answer has to be Hunspell's, for words and for non-words.
struct SpellCheck {
    let dictionary: CompiledDictionary
    let scratch: UnsafeMutablePointer<UInt8>
    let hashes: UnsafeMutablePointer<UInt64>
    let prefixHashes: UnsafeMutablePointer<UInt64>
    let places: UnsafeMutablePointer<UInt64>
    /// Break points multiply; after so many parts the word is taken for unknown.
    private var budget = 2_000

    /// Words of as many bytes or more are refused unseen.
    static let lengthLimit = 300
    static let maximumBreakPoints = 10

    init(_ dictionary: CompiledDictionary, _ scratch: borrowing LexiconScratch) {
        self.dictionary = dictionary
        self.scratch = scratch.buffers
        hashes = scratch.hashes
        prefixHashes = scratch.prefixHashes
        places = scratch.places
    }

    private struct Level {
        /// The word, `count` bytes; at the end in the case form at which break points are sought.
        let word: UnsafeMutablePointer<UInt8>
        var count = 0
        let other: UnsafeMutablePointer<UInt8>
        let entries: EntryCheck
        var endsInStop = false
        var isForbidden = false
        var isUndetermined = false

        mutating func check(_ bytes: UnsafePointer<UInt8>, _ count: Int, isInitial: Bool = false) -> Bool {
            switch entries.check(bytes, count, isInitial: isInitial) {
            case .found: return true
            case .absent: return false
            case .forbidden: isForbidden = true
            case .undetermined: isUndetermined = true
            }
            return false
        }

        mutating func checkWord(isInitial: Bool = false) -> Bool { check(word, count, isInitial: isInitial) }

        /// The word with one of the full stops that were cut off.
        mutating func checkWithStop(_ bytes: UnsafeMutablePointer<UInt8>, _ length: Int, isInitial: Bool = false) -> Bool {
            bytes[length] = UInt8(ascii: ".")
            return check(bytes, length + 1, isInitial: isInitial)
        }
    }

    /// `word` must not lie in this level's buffers.
    mutating func spell(_ word: UnsafePointer<UInt8>, _ fullCount: Int, depth: Int = 0) -> CompiledDictionary.Answer {
        if fullCount >= Self.lengthLimit { return .unknown }
        budget -= 1
        if budget < 0 || depth >= LexiconScratch.maximumDepth { return .unknown }
        let base = scratch + depth * LexiconScratch.bufferSize * LexiconScratch.buffersPerLevel
        var level = Level(
            word: base, other: base + LexiconScratch.bufferSize,
            entries: EntryCheck(
                dictionary: dictionary, hashes: hashes, prefixHashes: prefixHashes, places: places,
                stemBuffer: base + 2 * LexiconScratch.bufferSize))
        var start = 0
        var end = fullCount
        while start < end, word[start] == 0x20 { start += 1 }
        while end > start, word[end - 1] == UInt8(ascii: ".") {
            end -= 1
            level.endsInStop = true
        }
        level.count = end - start
        for i in 0..<level.count { level.word[i] = word[start + i] }
        if level.count == 0 || Self.isNumber(level.word, level.count) { return .known }
        guard let type = capitalType(level.word, level.count) else { return .unknown }
        // The dotted capital I has rules of its own.
        if level.word[0] == 0xC4, level.count > 1, level.word[1] == 0xB0 { return .undetermined }
        if checkCaseForms(&level, type) { return level.isUndetermined ? .undetermined : .known }
        if level.isUndetermined { return .undetermined }
        if level.isForbidden || dictionary.breaks.isEmpty { return .unknown }
        return spellParts(level.word, level.count, depth)
    }

    /// Digits with single separators between or after them.
    private static func isNumber(_ word: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var afterDigit = false
        for i in 0..<count {
            switch word[i] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): afterDigit = true
            case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"):
                if !afterDigit { return false }
                afterDigit = false
            default: return false
            }
        }
        return afterDigit
    }

    /// Nil when the word has a character outside the alphabet of the dictionary.
    private func capitalType(_ word: UnsafePointer<UInt8>, _ count: Int) -> CapitalType? {
        var i = 0
        var length = 0
        var capitals = 0
        var neutral = 0
        var firstIsCapital = false
        while i < count {
            guard let (c, size) = CodePoint.decode(word, i, count), let (lower, upper) = dictionary.alphabet.cases(c) else { return nil }
            if lower != c {
                capitals += 1
                if i == 0 { firstIsCapital = true }
            }
            if upper == lower { neutral += 1 }
            i += size
            length += 1
        }
        return CapitalType(length: length, capitals: capitals, neutral: neutral, firstIsCapital: firstIsCapital)
    }

    private func checkCaseForms(_ level: inout Level, _ type: CapitalType) -> Bool {
        switch type {
        case .none, .mixed, .mixedInitial:
            if level.checkWord() { return true }
            return level.endsInStop && level.checkWithStop(level.word, level.count)
        case .all:
            if checkAllCapitals(&level) { return true }
            return checkInitial(&level, isAll: true)
        case .initial:
            return checkInitial(&level, isAll: false)
        }
    }

    /// Forms that only a word in capitals can stand for: itself, and names after an apostrophe (SANT'ELIA for Sant'Elia).
    private func checkAllCapitals(_ level: inout Level) -> Bool {
        if level.checkWord() { return true }
        if level.endsInStop, level.checkWithStop(level.word, level.count) { return true }
        var apostrophe = 0
        while apostrophe < level.count, level.word[apostrophe] != UInt8(ascii: "'") { apostrophe += 1 }
        if apostrophe == level.count { return false }
        level.count = lower(level.word, level.count, into: level.word, level.other)
        // The place is that of the capitals, as Hunspell has it, even where a letter's lower case has another length.
        if apostrophe < level.count - 1 {
            level.count = raise(level.word, level.count, at: apostrophe + 1)
            if level.checkWord() { return true }
            level.count = raise(level.word, level.count, at: 0)
            if level.checkWord() { return true }
        }
        return false
    }

    private func checkInitial(_ level: inout Level, isAll: Bool) -> Bool {
        if isAll {
            level.count = lower(level.word, level.count, into: level.word, level.other)
            level.count = raise(level.word, level.count, at: 0)
        }
        let isFound = level.checkWord(isInitial: !isAll)
        if level.isForbidden || isFound || level.isUndetermined { return isFound && !level.isForbidden }
        let small = level.other
        let smallCount = lower(level.word, level.count, into: small, nil)
        if level.check(small, smallCount) {
            level.count = capitalized(level, smallCount)
            return true
        }
        if level.endsInStop {
            if level.checkWithStop(small, smallCount) { return true }
            level.count = capitalized(level, smallCount)
            let count = level.count
            for i in 0..<count { small[i] = level.word[i] }
            return level.checkWithStop(small, count, isInitial: !isAll)
        }
        level.count = capitalized(level, smallCount)
        return false
    }

    /// Makes the level's word the small form with its first letter raised; returns its length.
    private func capitalized(_ level: Level, _ smallCount: Int) -> Int {
        for i in 0..<smallCount { level.word[i] = level.other[i] }
        return raise(level.word, smallCount, at: 0)
    }

    /// Writes the word in small letters into `target`, by way of `room` when it is the word itself; returns its length.
    private func lower(
        _ word: UnsafeMutablePointer<UInt8>, _ count: Int, into target: UnsafeMutablePointer<UInt8>,
        _ room: UnsafeMutablePointer<UInt8>?
    ) -> Int {
        let out = room ?? target
        var i = 0
        var n = 0
        while i < count, n + 4 < LexiconScratch.bufferSize {
            guard let (c, size) = CodePoint.decode(word, i, count) else { break }
            n += CodePoint.encode(dictionary.alphabet.cases(c)?.lower ?? c, out + n)
            i += size
        }
        if let room { for i in 0..<n { target[i] = room[i] } }
        return n
    }

    /// Turns the letter at byte `place` into its capital; returns the new length.
    private func raise(_ word: UnsafeMutablePointer<UInt8>, _ count: Int, at place: Int) -> Int {
        guard place < count, let (c, size) = CodePoint.decode(word, place, count), let cases = dictionary.alphabet.cases(c),
            count + 3 < LexiconScratch.bufferSize
        else { return count }
        var unit: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
        return withUnsafeMutableBytes(of: &unit) { raw in
            let bytes = raw.assumingMemoryBound(to: UInt8.self).baseAddress!
            let n = CodePoint.encode(cases.upper, bytes)
            if n != size {
                let tail = count - place - size
                // Moves the rest of the word; the order keeps bytes from being overwritten before they are read.
                if n > size {
                    var i = tail - 1
                    while i >= 0 {
                        word[place + n + i] = word[place + size + i]
                        i -= 1
                    }
                } else {
                    for i in 0..<tail { word[place + n + i] = word[place + size + i] }
                }
            }
            for i in 0..<n { word[place + i] = bytes[i] }
            return count - size + n
        }
    }
}
