public import CrivoRules

/// What Crivo says of one text: the record `crivo/1`, with offsets already in the units of the outside world.
public struct AnnotationRecord: Sendable {
    /// A marked span with all that a person needs to judge it.
    public struct Annotation: Sendable {
        /// Unicode code points into the text exactly as given, end exclusive.
        public var start: Int
        public var end: Int
        /// The same span in UTF-16 code units.
        public var utf16Start: Int
        public var utf16End: Int
        /// The marked text.
        public var text: String
        /// The rule's id, such as `pt/spelling/unknown-word`.
        public var rule: String
        public var category: Category
        public var severity: Severity
        /// 0...1.
        public var confidence: Double
        public var message: String
        /// Replacements for the span, the best first.
        public var suggestions: [String]

        public init(
            start: Int, end: Int, utf16Start: Int, utf16End: Int, text: String, rule: String, category: Category, severity: Severity,
            confidence: Double, message: String, suggestions: [String]
        ) {
            self.start = start
            self.end = end
            self.utf16Start = utf16Start
            self.utf16End = utf16End
            self.text = text
            self.rule = rule
            self.category = category
            self.severity = severity
            self.confidence = confidence
            self.message = message
            self.suggestions = suggestions
        }
    }

    /// The language of the text as a whole and of its parts.
    public struct Language: Sendable {
        /// A stretch of the text in one language; code points, end exclusive.
        public struct Segment: Sendable {
            public var start: Int
            public var end: Int
            public var tag: String
            public var confidence: Double

            public init(start: Int, end: Int, tag: String, confidence: Double) {
                self.start = start
                self.end = end
                self.tag = tag
                self.confidence = confidence
            }
        }

        /// `pt-BR`, `pt-PT`, `pt`, `en-US`, `en-GB`, `en`, another BCP 47 tag, `mul` or `und`.
        public var tag: String
        public var confidence: Double
        /// Probabilities of the varieties of the text's language, in this order; empty for `mul` and `und`.
        public var scores: [(tag: String, probability: Double)]
        public var segments: [Segment]

        public init(tag: String, confidence: Double, scores: [(tag: String, probability: Double)], segments: [Segment]) {
            self.tag = tag
            self.confidence = confidence
            self.scores = scores
            self.segments = segments
        }
    }

    /// What `--id` selects, else the record number.
    public var id: String
    /// The number of the record in its input, from 0.
    public var record: Int
    /// The concrete path of the text inside its record, such as `messages[3].content`.
    public var path: String
    /// Word tokens of the prose.
    public var words: Int
    public var language: Language
    /// The MQM penalty: the sum of the weights of the annotations' severities.
    public var penalty: Int
    /// Sorted by start, then end, then rule.
    public var annotations: [Annotation]

    /// The penalty for each thousand words; 0 for a text without words.
    public var penaltyPerThousandWords: Double { words == 0 ? 0 : Double(penalty) * 1000 / Double(words) }

    public init(
        id: String, record: Int, path: String, words: Int, language: Language, penalty: Int, annotations: [Annotation]
    ) {
        self.id = id
        self.record = record
        self.path = path
        self.words = words
        self.language = language
        self.penalty = penalty
        self.annotations = annotations
    }
}
