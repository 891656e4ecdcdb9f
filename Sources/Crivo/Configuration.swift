public import CrivoAnalysis
public import CrivoRules

/// What a `crivo.yml` says.
public struct Configuration: Sendable {
    /// The path the file was read from.
    public var path: String
    public var words: [String] = []
    public var select: [String] = []
    public var ignore: [String] = []
    public var severities: [(name: String, severity: Severity?)] = []
    public var language: Variety?
    public var expected: [Variety] = []
    public var minimumSeverity: Severity?
    /// `never` is nil inside.
    public var failOn: Severity??
    public var messages: MessageLanguage?

    public init(path: String) { self.path = path }

    /// The options with what the file says; what a command line says comes on top.
    public func apply(to options: inout CheckOptions) {
        options.words += words
        options.select += select
        options.ignore += ignore
        options.severities += severities
        if let language { options.language = language }
        options.expect(expected)
        if let minimumSeverity { options.minimumSeverity = minimumSeverity }
        if let messages { options.messages = messages }
    }
}

extension CheckOptions {
    /// Sets the expected variety of the language of each; a fixed language is expected too.
    public mutating func expect(_ varieties: [Variety]) {
        for variety in varieties + (language.map { [$0] } ?? []) {
            if variety.language == .portuguese { expectedPortuguese = variety } else { expectedEnglish = variety }
        }
    }
}
