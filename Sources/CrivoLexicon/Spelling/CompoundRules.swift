/// COMPOUNDRULE patterns over the flags of whole dictionary entries, as English uses them for ordinal numbers.
/// A set of places in the patterns is one 64-bit word; a pattern may hold at most 64 places in all.
struct CompoundRules: Sendable {
    private struct Element {
        var flag: UInt8
        var isStarred: Bool
        var isOptional: Bool
        var isLast: Bool
    }

    private var elements: [Element] = []
    private var firsts: UInt64 = 0
    /// Bytes of the longest entry that has a flag of some pattern.
    let longestStem: Int

    static let maximumElements = 64

    /// Rows are flag number, "*" or "?" above bit 8, bit 16 on the last element of a pattern.
    init(_ rows: Checked<UInt32>, longestStem: Int) {
        self.longestStem = min(longestStem, WordTable.maximumLength)
        var isFirst = true
        for i in 0..<min(rows.count, Self.maximumElements) {
            let quantifier = UInt8(truncatingIfNeeded: rows[i] >> 8)
            elements.append(
                Element(
                    flag: UInt8(truncatingIfNeeded: rows[i]), isStarred: quantifier == UInt8(ascii: "*"),
                    isOptional: quantifier == UInt8(ascii: "*") || quantifier == UInt8(ascii: "?"),
                    isLast: rows[i] >> 16 & 1 != 0))
            if isFirst { firsts |= 1 << UInt64(i) }
            isFirst = rows[i] >> 16 & 1 != 0
        }
        firsts = withSkipped(firsts)
    }

    var isEmpty: Bool { elements.isEmpty }

    /// The places before the first word.
    var start: UInt64 { firsts }

    /// The places after a word with these flags; `isComplete` tells whether the word may be the last of the compound.
    func advance(_ places: UInt64, _ flags: FlagSet) -> (places: UInt64, isComplete: Bool) {
        var next: UInt64 = 0
        var isComplete = false
        var rest = places
        while rest != 0 {
            let i = rest.trailingZeroBitCount
            rest &= rest - 1
            guard i < elements.count, flags.contains(elements[i].flag) else { continue }
            if elements[i].isStarred { next |= 1 << UInt64(i) }
            if elements[i].isLast { isComplete = true } else { next |= 1 << UInt64(i + 1) }
            if onlyOptionalFollow(i) { isComplete = true }
        }
        return (withSkipped(next), isComplete)
    }

    private func onlyOptionalFollow(_ place: Int) -> Bool {
        var i = place
        while i < elements.count, !elements[i].isLast {
            i += 1
            if i < elements.count, !elements[i].isOptional { return false }
        }
        return true
    }

    /// Adds the places behind optional elements.
    private func withSkipped(_ places: UInt64) -> UInt64 {
        var places = places
        for i in elements.indices where places >> UInt64(i) & 1 != 0 && elements[i].isOptional && !elements[i].isLast {
            places |= 1 << UInt64(i + 1)
        }
        return places
    }
}
