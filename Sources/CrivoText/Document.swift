/// A text on its way through the checker: valid UTF-8, its prose, and the blocks, sentences and tokens of that prose.
///
/// The internal unit of offsets is the UTF-8 byte. Two coordinate systems exist: `bytes` is the text as given (repaired where it
/// was ill-formed), `prose` is what remains for a reader when Markdown's marks are taken away and everything that is not prose is
/// replaced by the place-holder U+FFFC. Tokens point into `prose`; ``sourceRange(of:)`` leads back to `bytes`.
/// A document is filled by a ``Segmenter``, which reuses its storage from text to text.
public struct Document: ~Copyable {
    /// The text: valid UTF-8.
    public internal(set) var bytes: [UInt8] = []
    /// Where ill-formed bytes were replaced by U+FFFD, in order.
    public internal(set) var repairs: [UTF8Repair] = []
    /// What a reader reads: UTF-8, blocks separated by a line feed.
    public internal(set) var prose: [UInt8] = []
    public internal(set) var blocks: [Block] = []
    public internal(set) var sentences: [Sentence] = []
    public internal(set) var tokens: [Token] = []
    /// Word-like tokens; see ``Token/isWordLike``.
    public internal(set) var wordCount = 0
    /// What the place-holders in the prose stand for, in order.
    public internal(set) var placeholders: [Placeholder] = []

    var runs: [ProseRun] = []
    var styles: [StyleChange] = []

    public init() {}

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        repairs.removeAll(keepingCapacity: true)
        prose.removeAll(keepingCapacity: true)
        blocks.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        placeholders.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        styles.removeAll(keepingCapacity: true)
        wordCount = 0
    }

    /// The span in ``bytes`` that a span of ``prose`` came from. Marks inside the span are part of it, marks around it are not.
    public func sourceRange(of prose: Range<Int>) -> Range<Int> {
        guard !runs.isEmpty else { return 0..<0 }
        let start = source(ofProse: prose.lowerBound, isEnd: false)
        guard !prose.isEmpty else { return start..<start }
        return start..<max(start, source(ofProse: prose.upperBound - 1, isEnd: true))
    }

    /// The span in ``bytes`` of a token.
    public func sourceRange(of token: Token) -> Range<Int> { sourceRange(of: token.range) }

    /// The place-holder that stands at this byte of the prose, if one does.
    public func placeholder(at prose: Int) -> Placeholder? {
        let index = placeholders.partitionPoint { $0.prose < prose }
        guard index < placeholders.count, placeholders[index].prose == prose else { return nil }
        return placeholders[index]
    }

    /// The text of a span of ``bytes``.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The text of a span of ``prose``.
    public func proseText(_ range: Range<Int>) -> String {
        String(decoding: prose[range.clamped(to: 0..<prose.count)], as: UTF8.self)
    }

    /// The text of a token as the prose has it.
    public func text(of token: Token) -> String { proseText(token.range) }

    private func source(ofProse offset: Int, isEnd: Bool) -> Int {
        let run = runs[max(0, runs.partitionPoint { Int($0.prose) <= offset } - 1)]
        if run.isPlaceholder, let placeholder = placeholder(at: Int(run.prose)) {
            return isEnd ? placeholder.sourceEnd : placeholder.sourceStart
        }
        return Int(run.source) + (offset - Int(run.prose)) + (isEnd ? 1 : 0)
    }
}

/// Something that is not prose and that the prose keeps a place for.
public struct Placeholder: Sendable {
    /// `code`, `math` or `html`.
    public var kind: Token.Kind
    /// The byte of ``Document/prose`` at which its U+FFFC stands.
    public var prose: Int
    /// Bytes of ``Document/bytes``, end exclusive.
    public var sourceStart: Int
    public var sourceEnd: Int
}

/// A stretch of prose that stands in the source without interruption.
struct ProseRun {
    var prose: UInt32
    var source: UInt32
    var isPlaceholder: Bool
}

/// The style of the prose from here on.
struct StyleChange {
    var prose: UInt32
    var flags: Token.Flags
}

extension Array {
    /// The first index whose element is not in the leading part for which the predicate holds.
    func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
