/// A sentence: a run of tokens inside one block.
public struct Sentence: Sendable {
    /// Indexes into ``Document/tokens``, end exclusive.
    public var firstToken: UInt32
    public var endToken: UInt32
    /// The index of the sentence's block in ``Document/blocks``.
    public var block: UInt32

    /// Indexes into ``Document/tokens``.
    @inlinable
    public var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
}
