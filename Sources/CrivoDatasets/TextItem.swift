/// A text of a record, on its way to a checker. The buffers live as long as the call that hands them over.
public struct TextItem {
    /// The number of the record in its input, from 0.
    public var record: Int
    /// What `--id` selects, else the record number.
    public var id: String
    /// The concrete path of the text in its record.
    public var path: String
    /// Valid UTF-8, escapes undone; plain text and CSV may be ill-formed, as they were given.
    public var text: UnsafeBufferPointer<UInt8>
    /// What the text answers, where the record says.
    public var prompt: UnsafeBufferPointer<UInt8>?
}

/// Which texts of a record are checked.
public struct Selection: Sendable {
    public var texts: [Selector]
    public var prompt: Selector?
    public var id: Selector?

    public init(texts: [Selector] = [], prompt: Selector? = nil, id: Selector? = nil) {
        self.texts = texts
        self.prompt = prompt
        self.id = id
    }
}
