import CrivoAnalysis
import CrivoRules
import CrivoText

/// The few certain words and spellings that speak for one variety, until the trained identifier takes over.
enum VarietyEvidence {
    /// How many words speak for the first variety of the language (Brazilian, American) and for the second.
    static func count(
        _ document: borrowing Document, _ issues: [Issue], _ registry: RuleRegistry, language: Language
    ) -> (first: Int, second: Int) {
        var first = 0
        var second = 0
        let words = table
        let wanted = language == .portuguese ? brazilian | european : american | british
        document.prose.withUnsafeBufferPointer { prose in
            for token in document.tokens where token.kind == .word {
                let mask = words.mask(prose, token.range) & wanted
                if mask & (brazilian | american) != 0 { first += 1 } else if mask != 0 { second += 1 }
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

    private static let brazilian: UInt16 = 1
    private static let european: UInt16 = 2
    private static let american: UInt16 = 4
    private static let british: UInt16 = 8

    private static let table = WordTable([
        (brazilian, "você vocês ônibus celular usuário gênero bebê esporte registro equipe gênio tênis ônus irônico cômodo"),
        (
            european,
            "facto factos autocarro telemóvel utilizador equipa comboio género bebé desporto registo connosco ecrã ténis carácter óptimo acção"
        ),
        (american, "color center favor behavior labor analyze organize gray program defense traveled labeled realize honor"),
        (british, "colour centre favour labour analyse organise grey defence honour realise whilst learnt"),
    ])
}
