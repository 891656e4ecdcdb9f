import CrivoLexicon
import Synchronization

/// What the workers of a run found out about unknown words: the same word costs a search for suggestions only once.
public final class SpellingVerdicts: Sendable {
    enum Verdict: Sendable {
        case fine
        /// Right in the other variety; the form of the expected one.
        case variety(String)
        /// A word of the other language.
        case foreign
        case misspelled([Suggestion])
    }

    private let store = Mutex<[[UInt8]: Verdict]>([:])
    /// Hostile input must not fill the memory.
    private static let capacity = 100_000

    public init() {}

    /// By language, reach and word.
    subscript(key: [UInt8]) -> Verdict? {
        get { store.withLock { $0[key] } }
        set {
            store.withLock { verdicts in
                if verdicts.count >= SpellingVerdicts.capacity { verdicts.removeAll(keepingCapacity: true) }
                verdicts[key] = newValue
            }
        }
    }
}
