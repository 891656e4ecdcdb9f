public import CrivoAnalysis
public import CrivoLexicon
public import CrivoRules
public import CrivoText

/// Everything that the workers of a run share: lexicon, rules and options. Immutable.
public final class Checker: Sendable {
    /// All rules of the program, in the order that issues refer to.
    public static let registry = RuleRegistry(checks: RuleRegistry.responseChecks, further: SpellingRules.rules)

    public let lexicon: Lexicon
    public let options: CheckOptions
    public let registry: RuleRegistry
    let hunspell = HunspellPool()
    let verdicts = SpellingVerdicts()
    let severities: [Severity?]
    let firstSpellingRule: Int
    let identifier: any LanguageIdentifier

    public init(lexicon: Lexicon, options: CheckOptions, identifier: any LanguageIdentifier = FunctionWordIdentifier()) {
        self.lexicon = lexicon
        self.options = options
        self.identifier = identifier
        registry = Checker.registry
        severities = options.severities(for: registry)
        firstSpellingRule = registry.rules.count - SpellingRules.rules.count
    }

    /// How many Hunspell dictionaries the compiled lexicon could not spare.
    public var openedDictionaries: Int { hunspell.openCount }

    /// A worker; each thread needs its own.
    public func makeWorker() -> CheckWorker { CheckWorker(self) }
}

/// Checks one text after the other, reusing its storage. Not thread-safe.
public struct CheckWorker: ~Copyable {
    private let checker: Checker
    private var segmenter = Segmenter()
    private var document = Document()
    private var languages = LanguageLayer()
    private var spelling: SpellingStage
    private var sink: IssueSink
    private var issues: [Issue] = []

    init(_ checker: Checker) {
        self.checker = checker
        spelling = SpellingStage(
            lexicon: checker.lexicon, hunspell: checker.hunspell, words: checker.options.words, portuguese: checker.options.expectedPortuguese,
            english: checker.options.expectedEnglish, verdicts: checker.verdicts)
        sink = IssueSink(registry: checker.registry, severities: checker.severities)
    }

    /// Checks a text given as bytes, which may be ill-formed UTF-8.
    public mutating func check(
        _ text: UnsafeBufferPointer<UInt8>, id: String = "0", record: Int = 0, path: String = ""
    ) throws(DocumentError) -> AnnotationRecord {
        try segmenter.segment(text, markup: checker.options.markup, into: &document)
        identify()
        sink.removeAll()
        for entry in checker.registry.checks {
            sink.begin(firstRule: entry.firstRule)
            entry.check.run(document, languages, into: &sink)
        }
        sink.begin(firstRule: checker.firstSpellingRule)
        spelling.run(document, languages, into: &sink)
        issues = OverlapResolution.resolve(sink.issues, checker.registry)
        return RecordBuilder(checker: checker).record(document, languages, issues, id: id, record: record, path: path)
    }

    /// Checks a string.
    public mutating func check(_ text: String) throws(DocumentError) -> AnnotationRecord {
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBufferPointer { buffer throws(DocumentError) in try check(buffer) }
    }

    private mutating func identify() {
        if let fixed = checker.options.language {
            languages = LanguageLayer()
            languages.sentences = [Language](repeating: fixed.language, count: document.sentences.count)
            languages.isEvident = [Bool](repeating: true, count: document.sentences.count)
            languages.document = document.sentences.isEmpty ? .undetermined : fixed.language
            languages.share = 1
        } else {
            checker.identifier.identify(document, into: &languages)
            spelling.resolveUndetermined(document, &languages)
        }
    }
}
