import CHunspell

/// A dictionary opened in Hunspell itself: the authority on spelling, slow to open and not thread-safe.
public struct HunspellDictionary: ~Copyable {
    private let handle: OpaquePointer

    public init(_ dictionary: DictionaryID) throws(LexiconError) {
        let files = try DictionaryPath.files(of: dictionary)
        guard let handle = Hunspell_create(files.aff, files.dic) else {
            throw .file(path: files.dic, reason: "Hunspell_create")
        }
        self.handle = handle
    }

    deinit { Hunspell_destroy(handle) }

    /// Whether Hunspell accepts the word (UTF-8, without NUL).
    public borrowing func accepts(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !word.contains(0) else { return false }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: word.count + 1) { buffer in
            for (index, byte) in word.enumerated() { buffer[index] = CChar(bitPattern: byte) }
            buffer[word.count] = 0
            return Hunspell_spell(handle, buffer.baseAddress) != 0
        }
    }
}
