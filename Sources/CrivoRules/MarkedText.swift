/// A text with the places marked that a rule ought to report: the notation of rules' examples and of gold sets.
public struct MarkedText: Sendable, Equatable {
    /// A marked place; offsets are bytes of ``text``.
    public struct Mark: Sendable, Equatable {
        public var range: Range<Int>
        /// The wanted replacements; empty where nothing is suggested.
        public var corrections: [String]

        public init(range: Range<Int>, corrections: [String]) {
            self.range = range
            self.corrections = corrections
        }
    }

    /// The text without marks.
    public var text: String
    public var marks: [Mark]

    /// Reads a rule's example: `[wrong -> right]` or `[wrong]`; `\[` and `\]` are brackets of the text.
    public init(example: String) {
        let (start, end) = ("\u{E000}", "\u{E001}")
        var marked = ""
        var isEscaped = false
        for character in example {
            if isEscaped {
                if character != "[", character != "]" { marked.append("\\") }
                marked.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                marked += character == "[" ? start : character == "]" ? end : String(character)
            }
        }
        // A link's brackets are the text's own.
        self.init(marked, open: start, close: end, arrow: " -> ")
    }

    /// Reads a line of a gold set: `⟦wrong → right⟧`, `⟦wrong → right|other⟧` or `⟦wrong⟧`.
    public init(gold: String) { self.init(gold, open: "⟦", close: "⟧", arrow: " → ") }

    private init(_ marked: String, open: String, close: String, arrow: String) {
        text = ""
        marks = []
        var rest = Array(marked.unicodeScalars)[...]
        func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
        let opening = open.unicodeScalars.first
        let closing = close.unicodeScalars.first
        while let start = rest.firstIndex(where: { $0 == opening }), let end = rest[start...].firstIndex(where: { $0 == closing }) {
            text += string(rest[..<start])
            let inside = string(rest[(start + 1)..<end])
            var wrong = inside
            var corrections: [String] = []
            if let position = MarkedText.position(of: arrow, in: inside) {
                wrong = String(inside.utf8.prefix(position)) ?? inside
                let right = String(inside.utf8.dropFirst(position + arrow.utf8.count)) ?? ""
                corrections = open == "⟦" ? right.split(separator: "|", omittingEmptySubsequences: false).map(String.init) : [right]
            }
            let first = text.utf8.count
            text += wrong
            marks.append(Mark(range: first..<text.utf8.count, corrections: corrections))
            rest = rest[(end + 1)...]
        }
        text += string(rest)
    }

    private static func position(of piece: String, in text: String) -> Int? {
        let bytes = Array(text.utf8)
        let wanted = Array(piece.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}
