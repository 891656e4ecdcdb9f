import CrivoAnalysis
import CrivoRules
import CrivoText

/// The few certain words and spellings that speak for one variety, until the trained identifier takes over.
enum VarietyEvidence {
    /// How many words speak for the first variety of the language (Brazilian, American) and for the second.
    static func count(_ document: borrowing Document, _ issues: [Issue], _ registry: RuleRegistry, language: Language) -> (first: Int, second: Int) {
        var first = 0
        var second = 0
        document.prose.withUnsafeBufferPointer { prose in
            for token in document.tokens where token.kind == .word {
                if let key = WordKey.folded(prose, token.range) {
                    if language == .portuguese {
                        if brazilian.contains(key) { first += 1 } else if european.contains(key) { second += 1 }
                    } else if american.contains(key) {
                        first += 1
                    } else if british.contains(key) {
                        second += 1
                    }
                }
            }
        }
        for issue in issues {
            switch registry.rules[issue.rule].id {
            case "pt/variety/european-spelling", "en/variety/british-spelling": second += 1
            case "pt/variety/brazilian-spelling", "en/variety/american-spelling": first += 1
            default: break
            }
        }
        return (first, second)
    }

    private static func keys(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map { WordKey.of(String($0)) }) }

    private static let brazilian = keys(
        "você vocês ônibus celular usuário gênero bebê esporte registro equipe gênio tênis ônus irônico caráter cômodo polêmica acadêmico")
    private static let european = keys("facto factos autocarro telemóvel utilizador equipa comboio género bebé desporto registo connosco ecrã ténis carácter óptimo acção")
    private static let american = keys("color center favor behavior labor analyze organize gray program defense traveled labeled realize honor")
    private static let british = keys("colour centre favour labour analyse organise grey defence honour realise whilst learnt")
}
