/// How a text is written.
public enum Markup: String, Sendable, CaseIterable {
    case markdown
    case plain
}

/// A text that cannot be segmented.
public enum DocumentError: Error, Equatable {
    /// The text is longer than ``Segmenter/maximumBytes``.
    case tooLong(bytes: Int, limit: Int)
}

/// Turns bytes into a ``Document``: valid UTF-8, prose, blocks, sentences and tokens.
///
/// One per worker: it owns an ICU handle and the scratch storage, both reused from text to text.
public struct Segmenter: ~Copyable {
    /// The longest text, in bytes: offsets are 32 bits wide.
    public static let maximumBytes = 1 << 30

    private let builder = ProseBuilder()
    private let markdown: MarkdownReader
    private var scanner = TokenScanner()

    public init() { markdown = MarkdownReader(builder: builder) }

    /// Fills `document` from bytes that may be ill-formed; what had to be mended is in ``Document/repairs``.
    public mutating func segment(
        _ bytes: UnsafeBufferPointer<UInt8>, markup: Markup = .markdown, into document: inout Document
    ) throws(DocumentError) {
        guard bytes.count <= Segmenter.maximumBytes else { throw .tooLong(bytes: bytes.count, limit: Segmenter.maximumBytes) }
        document.removeAll()
        _ = UTF8Validation.append(bytes, to: &document.bytes, repairs: &document.repairs)
        builder.removeAll()
        document.bytes.withUnsafeBufferPointer { text in
            switch markup {
            case .markdown: markdown.read(text)
            case .plain: PlainTextReader.read(text, into: builder)
            }
        }
        swap(&document.prose, &builder.prose)
        swap(&document.runs, &builder.runs)
        swap(&document.styles, &builder.styles)
        swap(&document.placeholders, &builder.placeholders)
        swap(&document.blocks, &builder.blocks)
        scanner.scan(&document)
    }

    /// Fills `document` from a string.
    public mutating func segment(_ text: String, markup: Markup = .markdown, into document: inout Document) throws(DocumentError) {
        var text = text
        var failure: DocumentError?
        text.withUTF8 { bytes in
            do throws(DocumentError) { try segment(bytes, markup: markup, into: &document) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
