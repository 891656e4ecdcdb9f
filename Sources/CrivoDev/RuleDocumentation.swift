import CrivoLexicon

enum RuleDocumentation {
    static func run(_ arguments: [String]) throws(LexiconError) -> Int32 { 0 }
}
