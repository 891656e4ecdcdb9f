public import CrivoText

/// The language of every sentence of a document and of the document as a whole: a layer over the document, which it never changes.
public struct LanguageLayer: Sendable {
    /// For each sentence of the document, in order.
    public var sentences: [Language] = []
    /// For each sentence: whether words of its own speak for the language, or whether it was taken over from its surroundings.
    public var isEvident: [Bool] = []
    /// The language of most of the words; `undetermined` where nothing speaks for one.
    public var document: Language = .undetermined
    /// The share of the words in sentences of the document's language, 0...1.
    public var share = 0.0
    /// Whether two languages hold a large part of the text each.
    public var isMixed = false

    public init() {}
}

/// What tells the language of a document's sentences. The later statistical identifier takes the place of the present one here.
public protocol LanguageIdentifier: Sendable {
    /// Fills `layer` for every sentence of `document`.
    func identify(_ document: borrowing Document, into layer: inout LanguageLayer)
}
