/// The compiled lexicon: immutable and shared by all workers.
public final class Lexicon: Sendable {
    private let file: LexiconFile
    private let dictionaries: [CompiledDictionary]
    private let supplements: [CompiledDictionary]
    nonisolated(unsafe) private let automata: [FormAutomaton]
    /// What the lexicon was made from; see ``LexiconBuilder/stamp()``.
    public let stamp: String
    /// Tells one content from another, wherever and whenever it was built: for manifests.
    public let digest: String
    public let path: String

    /// Opens the file at `path`: its table is checked, its content only where it is read; see ``verify()``.
    public init(path: String) throws(LexiconError) {
        do throws(LexiconError) {
            file = try LexiconFile(path: path)
            self.path = path
            stamp = String(decoding: try file.section("SRCE"), as: UTF8.self)
            digest = String(decoding: try file.section("DGST"), as: UTF8.self)
            var dictionaries: [CompiledDictionary] = []
            var automata: [FormAutomaton] = []
            for dictionary in DictionaryID.allCases {
                dictionaries.append(try CompiledDictionary(file.section("D\(dictionary.rawValue)  ")))
                automata.append(try FormAutomaton(file.section("F\(dictionary.rawValue)  ")))
            }
            self.dictionaries = dictionaries
            self.automata = automata
            supplements = [try CompiledDictionary(file.section("SUPT")), try CompiledDictionary(file.section("SUEN"))]
        } catch {
            guard case .damaged(_, let reason) = error else { throw error }
            throw .damaged(path: path, reason: reason)
        }
    }

    /// Reads the whole file and compares its checksum; throws ``LexiconError/damaged(path:reason:)`` when it differs.
    public func verify() throws(LexiconError) { try file.verify(path) }

    /// Whether Hunspell would accept the word; nil when only Hunspell itself can tell.
    /// The word is UTF-8 and composed; no bytes make it trap.
    public func accepts(_ word: UnsafeBufferPointer<UInt8>, in dictionary: DictionaryID, scratch: inout LexiconScratch) -> Bool? {
        switch dictionaries[Int(dictionary.rawValue)].answer(word, scratch) {
        case .known: true
        case .unknown: false
        case .undetermined: nil
        }
    }

    /// Whether Crivo's own lists for the language hold the word.
    func acceptsOwn(_ word: UnsafeBufferPointer<UInt8>, inEnglish: Bool, scratch: inout LexiconScratch) -> Bool {
        if case .known = supplements[inEnglish ? 1 : 0].answer(word, scratch) { return true }
        return false
    }

    /// What suggests spellings for words of a dictionary's language.
    public func suggester(for dictionary: DictionaryID) -> Suggester {
        Suggester(automata: [automata[Int(dictionary.rawValue)]], isEnglish: dictionary == .enUS || dictionary == .enGB)
    }
}
