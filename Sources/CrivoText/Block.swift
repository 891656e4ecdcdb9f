/// A block of the text: a paragraph, heading, list item or cell of prose, or a stretch that is no prose.
public struct Block: Sendable {
    public enum Kind: UInt8, Sendable {
        case paragraph
        case heading
        case listItem
        case tableHeader
        case tableCell
        /// A fenced or indented code block: no prose.
        case code
        /// A block of HTML: no prose.
        case html
        /// A horizontal rule: no prose.
        case rule
    }

    public var kind: Kind
    /// 1...6 for a heading, else 0.
    public var level: UInt8
    /// How many block quotes the block stands in.
    public var quoteDepth: UInt8
    /// How many lists the block stands in.
    public var listDepth: UInt8
    /// Bytes of ``Document/prose``, end exclusive; empty for what is no prose.
    public var proseStart: UInt32
    public var proseEnd: UInt32
    /// Bytes of ``Document/bytes``, end exclusive: from the first to the last character of the block's content.
    public var sourceStart: UInt32
    public var sourceEnd: UInt32
    /// Indexes into ``Document/sentences``, end exclusive.
    public var firstSentence: UInt32 = 0
    public var endSentence: UInt32 = 0

    /// Bytes of ``Document/prose``.
    @inlinable
    public var prose: Range<Int> { Int(proseStart)..<Int(proseEnd) }
    /// Indexes into ``Document/sentences``.
    @inlinable
    public var sentences: Range<Int> { Int(firstSentence)..<Int(endSentence) }
    @inlinable
    public var isProse: Bool { kind.rawValue <= Kind.tableCell.rawValue }
}
