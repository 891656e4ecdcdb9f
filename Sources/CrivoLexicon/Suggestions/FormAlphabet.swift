/// The letters of the forms automaton: each lower-case letter of Portuguese and English, with its accents, is one of 63 symbols.
enum FormAlphabet {
    /// The last bit of a state's bitmap: a form ends here.
    static let end = 63

    /// In the order of their symbols; words with other characters stay out of the automaton.
    static let letters: [Unicode.Scalar] = Array("abcdefghijklmnopqrstuvwxyzáàâãäéèêëíìîïóòôõöúùûüçñ'-.øåæœ".unicodeScalars)

    private static let symbols: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 0x180)
        for (index, scalar) in letters.enumerated() where scalar.value < 0x180 { table[Int(scalar.value)] = UInt8(index) }
        return table
    }()

    /// The symbols of a word in lower case; nil when it holds anything else.
    static func symbols(of word: some Sequence<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in String(decoding: Array(word), as: UTF8.self).unicodeScalars {
            let lower = WordCase.simpleLower(scalar)
            let value = lower.value == 0x2019 ? 0x27 : lower.value
            guard value < 0x180, symbols[Int(value)] != 255 else { return nil }
            result.append(symbols[Int(value)])
        }
        return result
    }

    static func text(_ symbols: some Sequence<UInt8>) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        for symbol in symbols where Int(symbol) < letters.count { scalars.append(letters[Int(symbol)]) }
        return Array(String(scalars).utf8)
    }
}
