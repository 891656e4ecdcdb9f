/// The letters of a dictionary and their case forms. A word with a character outside it can be accepted by no rule, which spares
/// all further work and needs no case tables of the whole of Unicode.
struct Alphabet {
    /// Code points below this have a direct row: lower case in the low half, upper case in the high half, 0 outside the alphabet.
    static let directCount = 0x250

    let direct: Checked<UInt32>
    /// Sorted rows of (code point, lower, upper) above the direct ones.
    let others: Checked<UInt32>

    /// Lower and upper case of a code point, nil when it is outside the alphabet.
    @inline(__always)
    func cases(_ c: UInt32) -> (lower: UInt32, upper: UInt32)? {
        if c < UInt32(Self.directCount) {
            let row = direct[Int(c)]
            return row == 0 ? nil : (row & 0xFFFF, row >> 16)
        }
        return find(c)
    }

    private func find(_ c: UInt32) -> (lower: UInt32, upper: UInt32)? {
        var low = 0
        var high = others.count / 3
        while low < high {
            let middle = (low + high) / 2
            if others[middle * 3] < c { low = middle + 1 } else { high = middle }
        }
        guard low < others.count / 3, others[low * 3] == c else { return nil }
        return (others[low * 3 + 1] & 0xFFFF, others[low * 3 + 2] & 0xFFFF)
    }
}

/// Collects the letters of a dictionary.
struct AlphabetBuilder {
    /// Printable ASCII belongs to every alphabet: numbers and break points are judged before letters.
    private var letters = Set<UInt32>(0x20...0x7E)

    mutating func insert(_ text: [UInt8]) {
        for byte in text where byte >= 0x80 {
            letters.formUnion(CodePoint.scalars(text))
            return
        }
    }

    /// The arrays of ``Alphabet``: the letters, and all that become one of them by a change of case.
    func finish() -> (direct: [UInt32], others: [UInt32]) {
        var all = letters
        for c in UInt32(0x80)...0xFFFF where c < 0xD800 || c > 0xDFFF {
            let lower = SimpleCase.lower(c)
            let upper = SimpleCase.upper(c)
            if letters.contains(lower) || letters.contains(upper) || letters.contains(SimpleCase.upper(lower)) { all.insert(c) }
        }
        for c in all { all.formUnion([SimpleCase.lower(c), SimpleCase.upper(c)]) }
        for c in all { all.formUnion([SimpleCase.lower(c), SimpleCase.upper(c)]) }
        var direct = [UInt32](repeating: 0, count: Alphabet.directCount)
        var others: [UInt32] = []
        for c in all.sorted() where c <= 0xFFFF && c > 0 {
            let lower = SimpleCase.lower(c)
            let upper = SimpleCase.upper(c)
            if c < UInt32(Alphabet.directCount) {
                direct[Int(c)] = lower | upper << 16
            } else {
                others += [c, lower, upper]
            }
        }
        return (direct, others)
    }
}
