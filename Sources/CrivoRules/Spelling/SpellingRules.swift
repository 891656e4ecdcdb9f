/// The rules whose issues the spelling stage raises.
public enum SpellingRules {
    /// Indexes into ``rules``.
    enum Index {
        static let unknownPortuguese = 0
        static let unknownEnglish = 1
        static let europeanSpelling = 2
        static let brazilianSpelling = 3
        static let britishSpelling = 4
        static let americanSpelling = 5
        static let foreignInPortuguese = 6
        static let foreignInEnglish = 7
    }

    private static let unknownTitle = Bilingual(pt: "Palavra desconhecida", en: "Unknown word")
    private static let unknownMessage = Bilingual(
        pt: "“{text}” não consta nos dicionários; confira a grafia.", en: "“{text}” is in no dictionary; please check its spelling.")
    private static let foreignMessage = Bilingual(pt: "“{text}” é palavra de outro idioma.", en: "“{text}” is a word of another language.")
    private static let varietyWhy = Bilingual(
        pt: "Cada variedade tem a sua ortografia; quem lê estranha a forma da outra.",
        en: "Each variety has its spelling; a reader notices the other one's forms.")

    public static let rules = [
        RuleDescription(
            id: "pt/spelling/unknown-word", category: .spelling, severity: .minor, confidence: 0.85, title: unknownTitle,
            message: unknownMessage,
            why: Bilingual(
                pt:
                    "A palavra não está no dicionário nem nas listas do Crivo, não parece nome e tem uma vizinha conhecida de grafia parecida.",
                en:
                    "The word is neither in the dictionary nor in Crivo's lists, does not look like a name and has a known neighbour of similar spelling."
            ),
            source: "Vocabulário Ortográfico da Língua Portuguesa, Academia Brasileira de Letras, 6.ª ed.",
            bad: ["O menino [nao -> não] veio à escola.", "Ela pediu uma [excessão -> exceção] ao diretor."],
            good: ["O Kubrickstein chegou ontem.", "Mandei um e-mail para o suporte.", "Ele riu: hahaha, que bom."]),
        RuleDescription(
            id: "en/spelling/unknown-word", category: .spelling, severity: .minor, confidence: 0.85, title: unknownTitle,
            message: unknownMessage,
            why: Bilingual(
                pt:
                    "A palavra não está no dicionário nem nas listas do Crivo, não parece nome e tem uma vizinha conhecida de grafia parecida.",
                en:
                    "The word is neither in the dictionary nor in Crivo's lists, does not look like a name and has a known neighbour of similar spelling."
            ),
            source: "Merriam-Webster's Collegiate Dictionary, 11th ed.", bad: ["I will [definately -> definitely] come to the party."],
            good: ["The GitHub page of the team is down."]),
        RuleDescription(
            id: "pt/variety/european-spelling", category: .variety, severity: .minor, confidence: 0.95,
            title: Bilingual(pt: "Grafia europeia", en: "European spelling"),
            message: Bilingual(
                pt: "“{text}” é grafia de Portugal; no Brasil escreve-se “{1}”.",
                en: "“{text}” is the spelling of Portugal; Brazil writes “{1}”."),
            why: varietyWhy, source: "Acordo Ortográfico da Língua Portuguesa (1990), bases IV, IX e XI",
            bad: ["O problema [económico -> econômico] é grave para o país."], good: ["O problema econômico é grave para o país."]),
        RuleDescription(
            id: "pt/variety/brazilian-spelling", category: .variety, severity: .minor, confidence: 0.95,
            title: Bilingual(pt: "Grafia brasileira", en: "Brazilian spelling"),
            message: Bilingual(
                pt: "“{text}” é grafia do Brasil; em Portugal escreve-se “{1}”.",
                en: "“{text}” is the spelling of Brazil; Portugal writes “{1}”."),
            why: varietyWhy, source: "Acordo Ortográfico da Língua Portuguesa (1990), bases IV, IX e XI", bad: [],
            good: ["O problema é grave para o país."]),
        RuleDescription(
            id: "en/variety/british-spelling", category: .variety, severity: .minor, confidence: 0.93,
            title: Bilingual(pt: "Grafia britânica", en: "British spelling"),
            message: Bilingual(
                pt: "“{text}” é grafia britânica; a americana é “{1}”.", en: "“{text}” is the British spelling; the American one is “{1}”."),
            why: varietyWhy, source: "The Oxford Guide to Style; Merriam-Webster's Collegiate Dictionary, 11th ed.",
            bad: ["The [colour -> color] of the house is nice."], good: ["The color of the house is nice."]),
        RuleDescription(
            id: "en/variety/american-spelling", category: .variety, severity: .minor, confidence: 0.93,
            title: Bilingual(pt: "Grafia americana", en: "American spelling"),
            message: Bilingual(
                pt: "“{text}” é grafia americana; a britânica é “{1}”.", en: "“{text}” is the American spelling; the British one is “{1}”."),
            why: varietyWhy, source: "The Oxford Guide to Style; Merriam-Webster's Collegiate Dictionary, 11th ed.", bad: [],
            good: ["The house is nice."]),
        RuleDescription(
            id: "pt/style/foreign-word", category: .unidiomatic, severity: .info, confidence: 0.8,
            title: Bilingual(pt: "Palavra inglesa no texto em português", en: "English word in Portuguese prose"), message: foreignMessage,
            why: Bilingual(
                pt: "Palavras inglesas fora das listas de estrangeirismos aceitos podem ser restos de tradução.",
                en: "English words outside the lists of accepted loanwords may be leftovers of translation."),
            source: "Manual de Redação da Folha de S.Paulo, verbete “estrangeirismos”",
            bad: ["O governo tem um [stake] grande na empresa do porto."], good: ["O software da empresa é bom para todos."]),
        RuleDescription(
            id: "en/style/foreign-word", category: .unidiomatic, severity: .info, confidence: 0.8,
            title: Bilingual(pt: "Palavra portuguesa no texto em inglês", en: "Portuguese word in English prose"), message: foreignMessage,
            why: Bilingual(
                pt: "Palavras portuguesas soltas no texto em inglês podem ser restos de tradução.",
                en: "Stray Portuguese words in English prose may be leftovers of translation."),
            source: "The Chicago Manual of Style, 17th ed., 7.53", bad: ["This is the best [empresa] in the whole city."],
            good: ["This is the best company in the whole city."]),
    ]
}
