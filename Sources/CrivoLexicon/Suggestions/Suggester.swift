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
    private static let prior = 0.75

    /// At most `limit` suggestions for a UTF-8 word; `maximum` bounds the cost, and with it the time.
    public func suggestions(for word: UnsafeBufferPointer<UInt8>, limit: Int = 5, within maximum: Int = 22) -> [Suggestion] {
        guard word.count >= 2, word.count <= 40, let symbols = FormAlphabet.symbols(of: word) else { return [] }
        let form = WordCase(word)
        var found: [[UInt8]: (cost: Int, payload: FormPayload)] = [:]
        for (pass, bound) in Suggester.bounds.enumerated() where bound <= maximum {
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
        var ranked = found.map { Ranked(symbols: $0.key, cost: $0.value.cost, payload: $0.value.payload, isSplit: false) }
        if maximum >= 12 { ranked += splits(symbols) }
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
        }
    }

    /// Two frequent words written as one: *derrepente*, *alot*, *concerteza*.
    private func splits(_ symbols: [UInt8]) -> [Ranked] {
        guard symbols.count >= 4, let space = FormAlphabet.letters.firstIndex(of: ".") else { return [] }
        var results: [Ranked] = []
        for cut in 1..<symbols.count {
            guard let left = lowerFrequency(symbols[..<cut]), let right = lowerFrequency(symbols[cut...]) else { continue }
            let rarer = min(left, right)
            guard rarer >= 8 || (rarer >= 6 && cut > 2 && symbols.count - cut > 2) else { continue }
            // The full stop never ends a form inside the automaton's words, so it marks the blank here.
            results.append(
                Ranked(
                    symbols: Array(symbols[..<cut]) + [UInt8(space)] + Array(symbols[cut...]), cost: 12,
                    payload: FormPayload(frequency: max(0, rarer - 3), isCapitalized: false, isUpper: false), isSplit: true))
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

/// One walk over an automaton with a bound on the cost.
private struct EditWalk {
    let automaton: FormAutomaton
    let word: [UInt8]
    let bound: Int
    private var rows: [UInt8]
    private var path: [UInt8] = []
    private let width: Int
    private let deletions: [Int]
    private var budget = 400_000

    init(automaton: FormAutomaton, word: [UInt8], bound: Int) {
        self.automaton = automaton
        self.word = word
        self.bound = bound
        width = word.count + 1
        deletions = word.indices.map { EditWalk.deletionCost(word, $0) }
        rows = [UInt8](repeating: 0, count: width * (word.count + 8))
    }

    mutating func run(_ report: ([UInt8], Int, FormPayload) -> Void) {
        guard automaton.stateCount > 0 else { return }
        var cost = 0
        for index in 0..<width {
            rows[index] = UInt8(min(255, cost))
            if index < word.count { cost += deletions[index] }
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
            let cost = Int(rows[depth * width + word.count])
            if cost <= bound, cost > 0 || depth == 0 {
                report(path, cost, FormPayload(raw: automaton.targets[target + bitmap.nonzeroBitCount - 1]))
            } else if cost == 0 {
                // The same letters with another case: a name or acronym.
                report(path, 1, FormPayload(raw: automaton.targets[target + bitmap.nonzeroBitCount - 1]))
            }
            bitmap &= ~(1 << UInt64(FormAlphabet.end))
        }
        guard depth + 2 < rows.count / width else { return }
        while bitmap != 0 {
            let symbol = UInt8(bitmap.trailingZeroBitCount)
            bitmap &= bitmap - 1
            let next = automaton.targets[target]
            target += 1
            if extend(depth, symbol) {
                path.append(symbol)
                visit(next, depth + 1, report)
                path.removeLast()
            }
        }
    }

    /// Fills the row below `depth` for `symbol`; false when nothing in it is within the bound.
    private mutating func extend(_ depth: Int, _ symbol: UInt8) -> Bool {
        let insertion = insertionCost(symbol, depth)
        let (path, word, width, bound, deletions) = (path, word, width, bound, deletions)
        return rows.withUnsafeMutableBufferPointer { rows in
            EditCosts.substitution.withUnsafeBufferPointer { substitution in
                let above = depth * width
                let row = above + width
                var best = min(255, Int(rows[above]) + insertion)
                rows[row] = UInt8(best)
                for index in 1..<width {
                    let letter = word[index - 1]
                    var substituted = Int(substitution[Int(letter) * 64 + Int(symbol)])
                    if substituted > 3, index == 1, depth == 0 { substituted += EditCosts.firstLetter }
                    var cost = Int(rows[above + index - 1]) + substituted
                    cost = min(cost, Int(rows[above + index]) + insertion)
                    cost = min(cost, Int(rows[row + index - 1]) + deletions[index - 1])
                    if depth > 0, index > 1, word[index - 2] == symbol, path[depth - 1] == letter, letter != symbol {
                        cost = min(cost, Int(rows[above - width + index - 2]) + EditCosts.transposition)
                    }
                    rows[row + index] = UInt8(min(255, cost))
                    if cost < best { best = cost }
                }
                return best <= bound
            }
        }
    }
}

private enum FormSymbols {
    static let h = symbol("h")
    static let hyphen = symbol("-")
    static let apostrophe = symbol("'")

    private static func symbol(_ letter: Unicode.Scalar) -> UInt8 { UInt8(FormAlphabet.letters.firstIndex(of: letter) ?? 0) }
}
