import Synchronization

/// Hunspell for all workers of the process: each dictionary is opened at most once, on first need, and asked under a lock.
public final class HunspellPool: Sendable {
    private final class Slot: @unchecked Sendable {
        // Only touched under the pool's lock.
        var dictionary: HunspellDictionary?
        var failed = false

        func accepts(_ word: UnsafeBufferPointer<UInt8>) -> Bool { dictionary?.accepts(word) ?? false }
    }

    private let slots: [Slot] = DictionaryID.allCases.map { _ in Slot() }
    private let lock = Mutex<Int>(0)

    public init() {}

    /// Whether Hunspell accepts the word; false when the dictionary is not installed.
    public func accepts(_ word: UnsafeBufferPointer<UInt8>, in dictionary: DictionaryID) -> Bool {
        lock.withLock { opened in
            let slot = slots[Int(dictionary.rawValue)]
            if slot.dictionary == nil, !slot.failed {
                if let opening = try? HunspellDictionary(dictionary) {
                    slot.dictionary = consume opening
                    opened += 1
                } else {
                    slot.failed = true
                }
            }
            return slot.accepts(word)
        }
    }

    /// How many dictionaries were opened so far.
    public var openCount: Int { lock.withLock { $0 } }
}
