/// A worker's memory of which word stores know a word, so that a frequent word costs one probe.
///
/// Direct-mapped and keyed by a 64-bit hash of the word's bytes. Each entry remembers which stores were asked and which said yes.
public struct WordMemo: ~Copyable {
    private struct Entry {
        var hash: UInt64 = 0
        var asked: UInt8 = 0
        var known: UInt8 = 0
    }

    private static let bits: UInt64 = 16
    private let entries: UnsafeMutablePointer<Entry>
    private let lexicon: Lexicon
    private let hunspell: HunspellPool
    private var scratch = LexiconScratch()

    public init(lexicon: Lexicon, hunspell: HunspellPool) {
        self.lexicon = lexicon
        self.hunspell = hunspell
        entries = .allocate(capacity: 1 << Int(WordMemo.bits))
        entries.initialize(repeating: Entry(), count: 1 << Int(WordMemo.bits))
    }

    deinit { entries.deallocate() }

    /// Those of `stores` that know the word (UTF-8).
    @inline(__always)
    public mutating func known(_ word: UnsafeBufferPointer<UInt8>, in stores: DictionarySet) -> DictionarySet {
        let hash = ByteHash.hash(word)
        let entry = entries + Int(hash >> (64 - WordMemo.bits))
        if entry.pointee.hash == hash, stores.rawValue & ~entry.pointee.asked == 0 {
            return DictionarySet(rawValue: entry.pointee.known & stores.rawValue)
        }
        return lookUp(word, hash, entry, stores)
    }

    /// Whether one of `stores` knows the word.
    public mutating func isKnown(_ word: String, _ stores: DictionarySet) -> Bool {
        var word = word
        return word.withUTF8 { !known($0, in: stores).isEmpty }
    }

    @inline(never)
    private mutating func lookUp(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ entry: UnsafeMutablePointer<Entry>, _ stores: DictionarySet
    ) -> DictionarySet {
        if entry.pointee.hash != hash { entry.pointee = Entry(hash: hash, asked: 0, known: 0) }
        let composed = Composition.composed(word)
        composed.withUnsafeBufferPointer { text in
            for bit in 0..<6 where stores.rawValue >> UInt8(bit) & 1 != 0 && entry.pointee.asked >> UInt8(bit) & 1 == 0 {
                entry.pointee.asked |= 1 << UInt8(bit)
                let isKnown: Bool
                if let dictionary = DictionaryID(rawValue: UInt8(bit)) {
                    isKnown = lexicon.accepts(text, in: dictionary, scratch: &scratch) ?? hunspell.accepts(text, in: dictionary)
                } else {
                    isKnown = lexicon.acceptsOwn(text, inEnglish: bit == 5, scratch: &scratch)
                }
                if isKnown { entry.pointee.known |= 1 << UInt8(bit) }
            }
        }
        return DictionarySet(rawValue: entry.pointee.known & stores.rawValue)
    }
}
