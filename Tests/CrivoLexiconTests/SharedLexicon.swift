import CrivoLexicon

/// The checkout's own compiled lexicon, built when it is missing; opened once for all tests.
enum SharedLexicon {
    static let result = Result { () throws(LexiconError) in try LexiconLocation.open() }

    static func open() throws -> Lexicon { try result.get() }
}

extension String {
    /// Calls `body` with the word as the checker asks it.
    func composed<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let word = Array(utf8).withUnsafeBufferPointer { Composition.composed($0) }
        return try word.withUnsafeBufferPointer(body)
    }
}
