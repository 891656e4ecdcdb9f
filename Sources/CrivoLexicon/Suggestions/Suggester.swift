/// A candidate for a misspelled word.
public struct Suggestion: Sendable, Equatable {
    /// UTF-8 text in the case of the misspelling.
    public var text: String
    /// The weighted edit cost in tenths of a plain edit.
    public var cost: Int
    /// The logarithmic frequency class of the form, 0...15; for a split, that of its rarer half.
    public var frequency: Int
}

/// Finds the known forms that a misspelled word may stand for, the likeliest first.
///
/// A depth-first walk over the forms automaton carries a row of the weighted edit distance; branches whose best cost passes the
/// bound are left. Score = cost − prior: a noisy channel with a coarse prior. Deterministic.
public struct Suggester {
    private let automata: [FormAutomaton]
    private let isEnglish: Bool

    init(automata: [FormAutomaton], isEnglish: Bool) {
        self.automata = automata
        self.isEnglish = isEnglish
    }

    private static let bounds = [8, 14, 22]
    /// Frequency classes count this much of a tenth of an edit each.
    private static let prior = 0.65

    /// At most `limit` suggestions for a UTF-8 word; `maximum` bounds the cost, and with it the time.
    public func suggestions(for word: UnsafeBufferPointer<UInt8>, limit: Int = 5, within maximum: Int = 22) -> [Suggestion] {
        guard word.count >= 2, word.count <= 40, let symbols = FormAlphabet.symbols(of: word) else { return [] }
        let form = WordCase(word)
        var found: [[UInt8]: (cost: Int, payload: FormPayload)] = [:]
        let bounds = maximum < Suggester.bounds[0] ? [maximum] : Suggester.bounds.filter { $0 <= maximum }
        for (pass, bound) in bounds.enumerated() {
            // Two plain edits in a short word leave nothing of it.
            if pass == 2, symbols.count < 5 { break }
            for automaton in automata {
                var walk = EditWalk(automaton: automaton, word: symbols, bound: bound)
                walk.run { form, cost, payload in
                    if let known = found[form], (known.cost, 15 - known.payload.frequency) <= (cost, 15 - payload.frequency) { return }
                    found[form] = (cost, payload)
                }
            }
            if found.contains(where: { $0.value.payload.frequency >= (pass == 0 ? 5 : 2) }) { break }
        }
        if maximum >= 12 { respell(symbols, into: &found) }
        var ranked = found.map { Ranked(symbols: $0.key, cost: $0.value.cost, payload: $0.value.payload, isSplit: false) }
        if maximum >= 12 { ranked += splits(symbols) }
        if let fixed = Respellings.fixed(symbols, isEnglish: isEnglish) {
            ranked.append(
                Ranked(symbols: fixed, cost: 2, payload: FormPayload(frequency: 12, isCapitalized: false, isUpper: false), isSplit: true))
        }
        ranked.sort {
            ($0.score, $0.symbols.count) < ($1.score, $1.symbols.count)
                || (($0.score, $0.symbols.count) == ($1.score, $1.symbols.count) && $0.symbols.lexicographicallyPrecedes($1.symbols))
        }
        var results: [Suggestion] = []
        for candidate in ranked.prefix(limit * 2) {
            let text = cased(candidate, like: form)
            if results.contains(where: { $0.text == text }) || text.utf8.elementsEqual(word) { continue }
            results.append(Suggestion(text: text, cost: candidate.cost, frequency: candidate.payload.frequency))
            if results.count == limit { break }
        }
        return results
    }

    /// Confusions of several letters: each variant may still lack accents, nothing else.
    private func respell(_ symbols: [UInt8], into found: inout [[UInt8]: (cost: Int, payload: FormPayload)]) {
        for variant in Respellings.variants(of: symbols, isEnglish: isEnglish) {
            for automaton in automata {
                var walk = EditWalk(automaton: automaton, word: variant.symbols, bound: 3)
                walk.run { form, cost, payload in
                    let total = cost + variant.cost
                    if let known = found[form], known.cost <= total { return }
                    found[form] = (total, payload)
                }
            }
        }
    }

    /// The frequency class of a form, or nil for an unknown one.
    public func frequency(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let symbols = FormAlphabet.symbols(of: word) else { return nil }
        return automata.compactMap { $0.payload(of: symbols).map { FormPayload(raw: $0).frequency } }.max()
    }

    private struct Ranked {
        var symbols: [UInt8]
        var cost: Int
        var payload: FormPayload
        var isSplit: Bool

        var score: Double {
            Double(cost) - Suggester.prior * Double(payload.frequency) + (payload.isCapitalized ? 4 : 0) + (payload.isUpper ? 8 : 0)
                + (isPossessive ? 6 : 0)
        }

        /// *tomato's* is seldom what *tomatos* stands for.
        private var isPossessive: Bool {
            symbols.count > 2 && FormAlphabet.letters[Int(symbols[symbols.count - 2])] == "'"
                && FormAlphabet.letters[Int(symbols[symbols.count - 1])] == "s"
        }
    }

    /// Two frequent words written as one: *derrepente*, *alot*, *concerteza*.
    private func splits(_ symbols: [UInt8]) -> [Ranked] {
        guard symbols.count >= 4, let space = FormAlphabet.letters.firstIndex(of: ".") else { return [] }
        var results: [Ranked] = []
        for cut in 1..<symbols.count {
            guard let left = lowerFrequency(symbols[..<cut]), let right = lowerFrequency(symbols[cut...]) else { continue }
            let rarer = min(left, right)
            let hasFunctionWord = max(left, right) >= 12 && rarer >= 4 && (cut > 1 || symbols.count - cut > 3)
            guard hasFunctionWord || rarer >= 8 || (rarer >= 6 && cut > 2 && symbols.count - cut > 2) else { continue }
            // The full stop never ends a form inside the automaton's words, so it marks the blank here.
            results.append(
                Ranked(
                    symbols: Array(symbols[..<cut]) + [UInt8(space)] + Array(symbols[cut...]), cost: hasFunctionWord ? 9 : 12,
                    payload: FormPayload(frequency: max(0, rarer - 2), isCapitalized: false, isUpper: false), isSplit: true))
        }
        return results
    }

    private func lowerFrequency(_ symbols: ArraySlice<UInt8>) -> Int? {
        for automaton in automata {
            if let raw = automaton.payload(of: symbols) {
                let payload = FormPayload(raw: raw)
                if !payload.isCapitalized, !payload.isUpper { return payload.frequency }
            }
        }
        return nil
    }

    private func cased(_ candidate: Ranked, like form: WordCase) -> String {
        var text = FormAlphabet.text(candidate.symbols)
        if candidate.isSplit { text = text.map { $0 == 0x2E ? 0x20 : $0 } }
        if candidate.payload.isUpper || form == .upper {
            return String(String.UnicodeScalarView(String(decoding: text, as: UTF8.self).unicodeScalars.map(WordCase.simpleUpper)))
        }
        if candidate.payload.isCapitalized || form == .initial || form == .mixedInitial { text = WordCase.capitalized(text) }
        return String(decoding: text, as: UTF8.self)
    }
}

/// One walk over an automaton with a bound on the cost. Its rows lie in one block of memory that goes with it.
private struct EditWalk: ~Copyable {
    private let automaton: FormAutomaton
    private let bound: Int
    private let width: Int
    private let deepest: Int
    private let storage: UnsafeMutablePointer<UInt8>
    private let word: UnsafePointer<UInt8>
    private let deletions: UnsafePointer<UInt8>
    private let path: UnsafeMutablePointer<UInt8>
    private let rows: UnsafeMutablePointer<UInt8>
    private let substitution = EditCosts.substitution
    private var budget = 400_000

    init(automaton: FormAutomaton, word symbols: [UInt8], bound: Int) {
        self.automaton = automaton
        self.bound = bound
        let count = symbols.count
        width = count + 1
        deepest = count + 6
        storage = .allocate(capacity: count * 2 + deepest + width * (deepest + 1))
        for (index, symbol) in symbols.enumerated() {
            storage[index] = symbol
            storage[count + index] = UInt8(EditWalk.deletionCost(symbols, index))
        }
        word = UnsafePointer(storage)
        deletions = UnsafePointer(storage + count)
        path = storage + count * 2
        rows = path + deepest
    }

    deinit { storage.deallocate() }

    mutating func run(_ report: ([UInt8], Int, FormPayload) -> Void) {
        guard automaton.stateCount > 0 else { return }
        var cost = 0
        for index in 0..<width {
            rows[index] = UInt8(min(255, cost))
            if index < width - 1 { cost += Int(deletions[index]) }
        }
        visit(automaton.root, 0, report)
    }

    /// Leaving out letter `index` of the misspelling.
    private static func deletionCost(_ word: [UInt8], _ index: Int) -> Int {
        let symbol = word[index]
        if index > 0, word[index - 1] == symbol { return EditCosts.doubling }
        if symbol == FormSymbols.h { return EditCosts.silentH }
        if symbol == FormSymbols.hyphen { return EditCosts.hyphen }
        if symbol == FormSymbols.apostrophe { return EditCosts.apostrophe }
        return EditCosts.deletion + (index == 0 ? EditCosts.firstLetter : 0)
    }

    /// Putting `symbol` into the form behind the path so far.
    private func insertionCost(_ symbol: UInt8, _ depth: Int) -> Int {
        if depth > 0, path[depth - 1] == symbol { return EditCosts.doubling }
        if symbol == FormSymbols.h { return EditCosts.silentH }
        if symbol == FormSymbols.hyphen { return EditCosts.hyphen }
        if symbol == FormSymbols.apostrophe { return EditCosts.apostrophe }
        return EditCosts.insertion + (depth == 0 ? EditCosts.firstLetter : 0)
    }

    private mutating func visit(_ state: UInt32, _ depth: Int, _ report: ([UInt8], Int, FormPayload) -> Void) {
        budget -= 1
        guard budget > 0, Int(state) < automaton.stateCount else { return }
        var bitmap = automaton.bitmaps[Int(state)]
        var target = Int(automaton.bases[Int(state)])
        guard target + bitmap.nonzeroBitCount <= automaton.arcCount else { return }
        if bitmap >> UInt64(FormAlphabet.end) & 1 != 0 {
            let cost = Int(rows[depth * width + width - 1])
            // The same letters with another case, a name or acronym, cost a little.
            if cost <= bound {
                report(
                    Array(UnsafeBufferPointer(start: path, count: depth)), max(1, cost),
                    FormPayload(raw: automaton.targets[target + bitmap.nonzeroBitCount - 1]))
            }
            bitmap &= ~(1 << UInt64(FormAlphabet.end))
        }
        guard depth + 1 < deepest else { return }
        while bitmap != 0 {
            let symbol = UInt8(bitmap.trailingZeroBitCount)
            bitmap &= bitmap - 1
            let next = automaton.targets[target]
            target += 1
            if extend(depth, symbol) {
                path[depth] = symbol
                visit(next, depth + 1, report)
            }
        }
    }

    /// Fills the row below `depth` for `symbol`; false when nothing in it is within the bound.
    @inline(__always)
    private func extend(_ depth: Int, _ symbol: UInt8) -> Bool {
        let insertion = insertionCost(symbol, depth)
        let above = rows + depth * width
        let row = above + width
        var left = min(255, Int(above[0]) + insertion)
        var best = left
        row[0] = UInt8(left)
        for index in 1..<width {
            let letter = word[index - 1]
            var substituted = Int(substitution[Int(letter) << 6 | Int(symbol)])
            if substituted > 3, index == 1, depth == 0 { substituted += EditCosts.firstLetter }
            var cost = min(Int(above[index - 1]) + substituted, Int(above[index]) + insertion, left + Int(deletions[index - 1]))
            if depth > 0, index > 1, word[index - 2] == symbol, path[depth - 1] == letter, letter != symbol {
                cost = min(cost, Int((above - width)[index - 2]) + EditCosts.transposition)
            }
            left = min(255, cost)
            row[index] = UInt8(truncatingIfNeeded: left)
            if left < best { best = left }
        }
        return best <= bound
    }
}

private enum FormSymbols {
    static let h = symbol("h")
    static let hyphen = symbol("-")
    static let apostrophe = symbol("'")

    private static func symbol(_ letter: Unicode.Scalar) -> UInt8 { UInt8(FormAlphabet.letters.firstIndex(of: letter) ?? 0) }
}
