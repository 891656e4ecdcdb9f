import CrivoLexicon

enum EvaluateSpelling {
    static func run(_ arguments: [String]) throws(LexiconError) -> Int32 { 0 }
}
