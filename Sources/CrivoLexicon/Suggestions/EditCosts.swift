/// What it costs to turn one letter into another, in tenths of a plain edit: the noisy channel of Brazilian and English writers.
enum EditCosts {
    static let plain = 10
    static let transposition = 7
    static let insertion = 9
    static let deletion = 9
    /// Doubling a letter or leaving a double out.
    static let doubling = 5
    /// A silent h.
    static let silentH = 6
    static let hyphen = 4
    static let apostrophe = 3
    /// The first letter is seldom wrong.
    static let firstLetter = 5

    /// By symbol of the misspelling (times 64) and symbol of the form. Immortal, so that the walk may keep the pointer.
    nonisolated(unsafe) static let substitution: UnsafePointer<UInt8> = {
        let count = FormAlphabet.letters.count
        var table = [UInt8](repeating: UInt8(plain), count: 64 * 64)
        func set(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ cost: Int) {
            guard let i = FormAlphabet.letters.firstIndex(of: a), let j = FormAlphabet.letters.firstIndex(of: b) else { return }
            table[i * 64 + j] = min(table[i * 64 + j], UInt8(cost))
            table[j * 64 + i] = min(table[j * 64 + i], UInt8(cost))
        }
        for (letter, neighbours) in keyboard { for neighbour in neighbours.unicodeScalars { set(letter, neighbour, 8) } }
        for (pair, cost) in phonetic {
            let letters = Array(pair.unicodeScalars)
            for first in group(letters[0]) { for second in group(letters[1]) { set(first, second, cost + (first == letters[0] && second == letters[1] ? 0 : 1)) } }
        }
        for family in families {
            let letters = Array(family.unicodeScalars)
            for a in letters { for b in letters where a != b { set(a, b, a == letters[0] || b == letters[0] ? 2 : 3) } }
        }
        set("c", "ç", 2)
        for index in 0..<count { table[index * 64 + index] = 0 }
        let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: table.count)
        storage.initialize(from: table, count: table.count)
        return UnsafePointer(storage)
    }()

    private static let families = ["aáàâãä", "eéèêë", "iíìîï", "oóòôõö", "uúùûü", "nñ"]

    private static func group(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
        families.first { $0.unicodeScalars.first == letter }.map { Array($0.unicodeScalars) } ?? [letter]
    }

    private static let phonetic: [(String, Int)] = [
        ("sz", 4), ("sc", 5), ("sç", 4), ("çz", 6), ("xs", 5), ("xz", 6), ("gj", 4), ("ei", 5), ("ou", 5), ("lu", 5), ("mn", 4), ("ck", 5), ("qk", 6), ("cq", 5),
        ("vw", 6), ("iy", 4), ("ao", 7), ("ae", 6), ("fv", 8), ("td", 8), ("bp", 8), ("cx", 6), ("çx", 6), ("cg", 8), ("lr", 7), ("ai", 7),
    ]

    private static let keyboard: [(Unicode.Scalar, String)] = [
        ("q", "wa"), ("w", "qes"), ("e", "wrd"), ("r", "etf"), ("t", "ryg"), ("y", "tuh"), ("u", "yij"), ("i", "uok"), ("o", "ipl"), ("p", "oç"),
        ("a", "qsz"), ("s", "awdzx"), ("d", "sefxc"), ("f", "drgcv"), ("g", "fthvb"), ("h", "gyjbn"), ("j", "huknm"), ("k", "jilm"), ("l", "kop"),
        ("z", "asx"), ("x", "zsdc"), ("c", "xdfv"), ("v", "cfgb"), ("b", "vghn"), ("n", "bhjm"), ("m", "njk"),
    ]
}
