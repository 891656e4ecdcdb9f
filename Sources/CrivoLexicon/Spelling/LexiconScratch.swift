/// Working memory of one worker's look-ups; made once, used for every word.
public struct LexiconScratch: ~Copyable {
    /// Bytes of one buffer: the longest word that Hunspell takes, grown by changes of case and by stripped affixes.
    static let bufferSize = 1024
    /// Buffers of one level of break points: the word, its other case form, and one for a stem.
    static let buffersPerLevel = 3
    /// Hunspell sets no limit; a word of 300 bytes with as many break points is no word.
    static let maximumDepth = 100

    let buffers: UnsafeMutablePointer<UInt8>
    /// Hashes of all beginnings of a word, and of a word without its prefix.
    let hashes: UnsafeMutablePointer<UInt64>
    let prefixHashes: UnsafeMutablePointer<UInt64>
    /// Places of compound patterns at each byte of a word.
    let places: UnsafeMutablePointer<UInt64>

    public init() {
        let bytes = Self.bufferSize * Self.buffersPerLevel * (Self.maximumDepth + 1)
        buffers = .allocate(capacity: bytes)
        buffers.initialize(repeating: 0, count: bytes)
        hashes = .allocate(capacity: Self.bufferSize + 1)
        hashes.initialize(repeating: 0, count: Self.bufferSize + 1)
        prefixHashes = .allocate(capacity: Self.bufferSize + 1)
        prefixHashes.initialize(repeating: 0, count: Self.bufferSize + 1)
        places = .allocate(capacity: Self.bufferSize + 1)
        places.initialize(repeating: 0, count: Self.bufferSize + 1)
    }

    deinit {
        buffers.deallocate()
        hashes.deallocate()
        prefixHashes.deallocate()
        places.deallocate()
    }
}
