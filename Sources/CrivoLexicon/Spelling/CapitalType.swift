/// How a word is capitalised; the five classes in which Hunspell thinks.
enum CapitalType {
    case none, initial, all, mixed, mixedInitial

    /// - Parameters:
    ///   - length: code points of the word
    ///   - capitals: how many of them have another lower-case form
    ///   - neutral: how many have no case at all
    ///   - firstIsCapital: whether the first is among the capitals
    init(length: Int, capitals: Int, neutral: Int, firstIsCapital: Bool) {
        if capitals == 0 {
            self = .none
        } else if capitals == 1 && firstIsCapital {
            self = .initial
        } else if capitals == length || capitals + neutral == length {
            self = .all
        } else {
            self = capitals > 1 && firstIsCapital ? .mixedInitial : .mixed
        }
    }

    init(_ scalars: [UInt32]) {
        var capitals = 0
        var neutral = 0
        for c in scalars {
            let lower = SimpleCase.lower(c)
            if lower != c { capitals += 1 }
            if SimpleCase.upper(c) == lower { neutral += 1 }
        }
        self.init(
            length: scalars.count, capitals: capitals, neutral: neutral,
            firstIsCapital: scalars.first.map { SimpleCase.lower($0) != $0 } ?? false)
    }
}
