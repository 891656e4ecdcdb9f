public import CrivoAnalysis
public import CrivoLexicon
public import CrivoText

/// Decides which words of a document are misspelled, which belong to the other variety, and which to the other language.
///
/// Names, acronyms, identifiers, foreign passages and rule-built words are left alone: on responses of strong models nearly every
/// unknown word is one of these. One per worker: it owns the memo of looked-up words.
public struct SpellingStage: ~Copyable {
    private let lexicon: Lexicon
    private let words: Set<String>
    private let portuguese: SpellingProfile
    private let english: SpellingProfile
    private var memo: WordMemo
    private var candidates: [Int] = []
    private var verdicts: [[UInt8]: Verdict] = [:]

    private let shared: SpellingVerdicts

    typealias Verdict = SpellingVerdicts.Verdict

    public init(
        lexicon: Lexicon, hunspell: HunspellPool, words: [String], portuguese: Variety, english: Variety, verdicts: SpellingVerdicts = SpellingVerdicts()
    ) {
        shared = verdicts
        self.lexicon = lexicon
        self.words = Set(words.flatMap { [$0, $0.lowercased()] })
        self.portuguese = SpellingProfile(portuguese, lexicon)
        self.english = SpellingProfile(english, lexicon)
        memo = WordMemo(lexicon: lexicon, hunspell: hunspell)
    }

    /// Raises the spelling issues of a document; rule 0 of the sink's check is the first of ``SpellingRules``.
    public mutating func run(_ document: borrowing Document, _ languages: borrowing LanguageLayer, into sink: inout IssueSink) {
        if verdicts.count > 50_000 { verdicts.removeAll(keepingCapacity: true) }
        for (index, sentence) in document.sentences.enumerated() {
            switch languages.sentences[index] {
            case .portuguese: check(document, sentence, portuguese, &sink)
            case .english: check(document, sentence, english, &sink)
            default: break
            }
        }
    }

    /// Sentences without function words of their own, in a text that says nothing either, take the language whose dictionary knows most of
    /// their words.
    public mutating func resolveUndetermined(_ document: borrowing Document, _ languages: inout LanguageLayer) {
        guard languages.document == .undetermined else { return }
        var counts = (portuguese: 0, english: 0, words: 0)
        for index in document.sentences.indices where languages.sentences[index] == .undetermined {
            for token in document.tokens[document.sentences[index].tokens] where token.kind == .word && token.shape != .upper && token.range.count > 1 {
                document.prose.withUnsafeBufferPointer { prose in
                    let word = UnsafeBufferPointer(rebasing: prose[token.range])
                    counts.words += 1
                    if !memo.known(word, in: [.ptBR, .crivoPT]).isEmpty { counts.portuguese += 1 }
                    if !memo.known(word, in: [.enUS, .crivoEN]).isEmpty { counts.english += 1 }
                }
            }
        }
        let best = max(counts.portuguese, counts.english)
        guard counts.words >= 2, best * 2 >= counts.words, counts.portuguese != counts.english else { return }
        languages.document = counts.portuguese > counts.english ? .portuguese : .english
        languages.share = 0.5
        for index in languages.sentences.indices where languages.sentences[index] == .undetermined { languages.sentences[index] = languages.document }
    }

    private mutating func check(_ document: borrowing Document, _ sentence: Sentence, _ profile: SpellingProfile, _ sink: inout IssueSink) {
        candidates.removeAll(keepingCapacity: true)
        var words = 0
        document.prose.withUnsafeBufferPointer { prose in
            document.tokens.withUnsafeBufferPointer { tokens in
                for index in sentence.tokens {
                    let token = tokens[index]
                    guard token.kind == .word else { continue }
                    words += 1
                    guard token.shape == .lower || token.shape == .capitalized, token.flags.isDisjoint(with: SpellingStage.excluded),
                        token.end &- token.start >= 2
                    else { continue }
                    if memo.known(UnsafeBufferPointer(rebasing: prose[token.range]), in: profile.stores).isEmpty { candidates.append(index) }
                }
            }
        }
        guard !candidates.isEmpty else { return }
        // A sentence half of whose words nobody knows is in a language of its own.
        if words >= 4, candidates.count * 5 > words * 2 { return }
        if words < 4, candidates.count * 2 > words { return }
        for index in candidates { judge(document, sentence, index, profile, &sink) }
    }

    private static let excluded: Token.Flags = [.nonLatin, .digit, .format]

    private mutating func judge(
        _ document: borrowing Document, _ sentence: Sentence, _ index: Int, _ profile: SpellingProfile, _ sink: inout IssueSink
    ) {
        let token = document.tokens[index]
        let word = Array(document.prose[token.range])
        guard word.count <= 60, !isAttachedEnding(document, token) else { return }
        let isCapitalized = token.shape == .capitalized
        let reach = !isCapitalized ? 22 : token.flags.contains(.startsSentence) || isAfterOpening(document, index) ? 8 : 3
        switch verdict(word, profile, isCapitalized: isCapitalized, reach: reach) {
        case .fine: break
        case .variety(let other):
            sink.report(profile.varietyRule, prose: token.range, in: document, suggestions: [other], arguments: [other])
        case .foreign:
            guard token.shape == .lower, !isSetOff(document, sentence, index, profile) else { return }
            sink.report(profile.foreignRule, prose: token.range, in: document)
        case .misspelled(let suggestions):
            report(document, sentence, index, suggestions, profile, &sink)
        }
    }

    /// What was found out about a word, by this worker or another one, or is found out now. `reach` bounds the cost of suggestions.
    private mutating func verdict(_ word: [UInt8], _ profile: SpellingProfile, isCapitalized: Bool, reach: Int) -> Verdict {
        let key = [profile.isEnglish ? 1 : 0, UInt8(reach)] + word
        if let known = verdicts[key] { return known }
        let verdict = shared[key] ?? decide(word, profile, isCapitalized: isCapitalized, reach: reach)
        verdicts[key] = verdict
        shared[key] = verdict
        return verdict
    }

    /// Everything about the word that does not depend on its place.
    private mutating func decide(_ word: [UInt8], _ profile: SpellingProfile, isCapitalized: Bool, reach: Int) -> Verdict {
        let text = String(decoding: word.withUnsafeBufferPointer { Composition.composed($0) }, as: UTF8.self)
        if words.contains(text) || words.contains(text.lowercased()) { return .fine }
        if isKnown(text, profile.sibling) {
            let candidates = profile.respellings(text)
            if let other = candidates.first(where: { isKnown($0, profile.stores) }) { return .variety(other) }
            return .fine
        }
        if isCompound(text, profile) { return .fine }
        let lower = text.lowercased()
        if profile.isDerived(lower, { memo.isKnown($0, profile.stores) }) { return .fine }
        if isKnown(lower, profile.otherLanguage) { return isCapitalized ? .fine : .foreign }
        if Laughter.isInterjection(lower) { return .fine }
        let suggestions = Array(lower.utf8).withUnsafeBufferPointer { profile.suggester.suggestions(for: $0, limit: 5, within: reach) }
        return suggestions.isEmpty ? .fine : .misspelled(suggestions)
    }

    private mutating func isKnown(_ text: String, _ stores: DictionarySet) -> Bool { memo.isKnown(text, stores) }

    /// A word joined by hyphens or apostrophes whose parts are all known. A clitic at the end asks for the whole: *encontra-lo* is wrong.
    private mutating func isCompound(_ text: String, _ profile: SpellingProfile) -> Bool {
        guard text.contains(where: { $0 == "-" || $0 == "'" || $0 == "’" }) else { return false }
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "'" || $0 == "’" }).map(String.init)
        guard parts.count > 1 else { return false }
        if !profile.isEnglish, let last = parts.last, SpellingStage.clitics.contains(last.lowercased()) { return !SpellingStage.accusative.contains(last.lowercased()) }
        for part in parts {
            if part.utf8.count <= 2 || isKnown(part, profile.stores) || isKnown(part, profile.otherLanguage) || part.first?.isUppercase == true { continue }
            if SpellingStage.combining.contains(part.lowercased()) || profile.isDerived(part.lowercased(), { memo.isKnown($0, profile.stores) }) { continue }
            return false
        }
        return true
    }

    private static let clitics: Set<String> = ["me", "te", "se", "lhe", "lhes", "nos", "vos", "lo", "la", "los", "las", "no", "na", "nas", "o", "a", "os", "as"]
    private static let accusative: Set<String> = ["lo", "la", "los", "las"]
    /// First halves of compound adjectives and prefixes that take a hyphen.
    private static let combining: Set<String> = [
        "afro", "anglo", "ítalo", "luso", "franco", "greco", "austro", "euro", "sino", "nipo", "hispano", "indo", "teuto", "sócio", "socio", "político",
        "histórico", "jurídico", "técnico", "físico", "químico", "científico", "pré", "pós", "pró", "ex", "vice", "anti", "auto", "contra", "extra", "infra",
        "intra", "micro", "macro", "mini", "multi", "neo", "proto", "pseudo", "semi", "sub", "super", "supra", "ultra", "inter", "hiper", "meta", "tele", "co",
        "non", "self", "post", "pre", "trans", "sexto", "bem", "mal", "recém", "além", "aquém", "sem", "não", "judaico", "cristão", "afetivo", "sub", "arqui",
    ]

    /// *professor(es)*, *aluno(a)s*: an ending in parentheses, or behind them, is no word.
    private func isAttachedEnding(_ document: borrowing Document, _ token: Token) -> Bool {
        let start = Int(token.start)
        guard start > 1, !token.flags.contains(.spaceBefore) else { return false }
        let before = document.prose[start - 1]
        // Behind a parenthesis, slash or apostrophe-like mark without a blank.
        return before == 0x28 || before == 0x29 || before == 0x2F || before == 0x27 || before == 0x2D || before == 0xBC || before == 0x5D || before == 0x2E || before == 0x40
    }

    /// Quoted, emphasised or linked words, and runs of foreign words, are meant as they stand.
    private mutating func isSetOff(_ document: borrowing Document, _ sentence: Sentence, _ index: Int, _ profile: SpellingProfile) -> Bool {
        let token = document.tokens[index]
        if !token.flags.isDisjoint(with: [.quoted, .emphasis, .link]) { return true }
        for neighbour in [index - 2, index - 1, index + 1, index + 2] where sentence.tokens.contains(neighbour) {
            let other = document.tokens[neighbour]
            // Two words away only a lower-case one speaks for a phrase; a name may stand anywhere.
            guard other.kind == .word, other.shape == .lower || abs(neighbour - index) == 1 && other.shape != .none else { continue }
            let text = document.text(of: other)
            if isKnown(text, profile.stores) { continue }
            // A neighbour that is a plain slip itself makes no foreign phrase.
            if other.shape == .lower, case .misspelled(let suggestions) = verdict(Array(text.utf8), profile, isCapitalized: false, reach: 22), let best = suggestions.first,
                best.cost <= 10, best.frequency >= 3
            {
                continue
            }
            return true
        }
        // In parentheses: a gloss.
        return index > 0 && sentence.tokens.contains(index - 1) && document.prose[Int(document.tokens[index - 1].start)] == 0x28
    }

    private mutating func report(
        _ document: borrowing Document, _ sentence: Sentence, _ index: Int, _ suggestions: [Suggestion], _ profile: SpellingProfile, _ sink: inout IssueSink
    ) {
        let token = document.tokens[index]
        guard let best = suggestions.first else { return }
        let isStart = token.flags.contains(.startsSentence) || isAfterOpening(document, index)
        if token.shape == .capitalized {
            // A capitalised unknown word is a name, unless a frequent word in lower case is hardly a letter away.
            let first = best.text.unicodeScalars.first
            guard first?.properties.isLowercase == true, best.frequency >= (isStart ? 6 : 8), best.cost <= (isStart ? 8 : 3), !isRepeated(document, index) else { return }
            if !isStart, !token.flags.isDisjoint(with: [.quoted, .emphasis]) { return }
        } else {
            // Far from any known form, or near to none that anyone uses, it is a coinage or a term rather than a slip.
            let isNear = best.cost <= 10 || (best.cost <= 14 && best.frequency >= 3 && token.range.count >= 9)
            guard isNear else { return }
            // A coinage or term is used again and again; a slip is not.

            if best.cost > 4, isRepeated(document, index) { return }
            if best.cost > 4, isSetOff(document, sentence, index, profile) { return }
        }
        let closeness = best.cost <= 4 ? 0.95 : best.cost <= 10 ? 0.88 : 0.7
        let confidence = best.frequency >= 3 ? closeness : closeness - 0.15
        let isCapitalized = token.shape == .capitalized
        sink.report(
            profile.unknownRule, prose: token.range, in: document,
            suggestions: suggestions.map { isCapitalized ? SpellingStage.capitalized($0.text) : $0.text }, confidence: confidence)
    }

    private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// After a colon, quotation mark or bullet a capital says nothing either.
    private func isAfterOpening(_ document: borrowing Document, _ index: Int) -> Bool {
        guard index > 0 else { return true }
        let previous = document.tokens[index - 1]
        return previous.kind == .punctuation && document.prose[Int(previous.start)] != 0x2C
    }

    /// Whether the word stands in the text again.
    private func isRepeated(_ document: borrowing Document, _ index: Int) -> Bool {
        let token = document.tokens[index]
        let length = token.end - token.start
        return document.prose.withUnsafeBufferPointer { prose in
            document.tokens.withUnsafeBufferPointer { tokens in
                for (other, candidate) in tokens.enumerated()
                where other != index && candidate.end &- candidate.start == length && candidate.kind == .word && sameLetters(prose, candidate, token) {
                    return true
                }
                return false
            }
        }
    }

    private func sameLetters(_ prose: UnsafeBufferPointer<UInt8>, _ left: Token, _ right: Token) -> Bool {
        for offset in 0..<Int(left.end - left.start) where prose[Int(left.start) + offset] | 0x20 != prose[Int(right.start) + offset] | 0x20 { return false }
        return true
    }
}

/// What the spelling of one language is checked against.
struct SpellingProfile {
    let isEnglish: Bool
    /// The dictionary of the expected variety and Crivo's own lists.
    let stores: DictionarySet
    /// The dictionary of the other variety.
    let sibling: DictionarySet
    let otherLanguage: DictionarySet
    let suggester: Suggester
    private let variety: Variety

    init(_ variety: Variety, _ lexicon: Lexicon) {
        self.variety = variety
        isEnglish = variety.language == .english
        let dictionary: DictionaryID
        switch variety {
        case .brazilian: (dictionary, sibling) = (.ptBR, .ptPT)
        case .european: (dictionary, sibling) = (.ptPT, .ptBR)
        case .american: (dictionary, sibling) = (.enUS, .enGB)
        case .british: (dictionary, sibling) = (.enGB, .enUS)
        }
        stores = [DictionarySet(dictionary), isEnglish ? .crivoEN : .crivoPT]
        otherLanguage = isEnglish ? [.ptBR, .ptPT] : [.enUS, .enGB, .crivoEN]
        suggester = lexicon.suggester(for: dictionary)
    }

    var unknownRule: Int { isEnglish ? SpellingRules.Index.unknownEnglish : SpellingRules.Index.unknownPortuguese }
    var foreignRule: Int { isEnglish ? SpellingRules.Index.foreignInEnglish : SpellingRules.Index.foreignInPortuguese }
    var varietyRule: Int {
        switch variety {
        case .brazilian: SpellingRules.Index.europeanSpelling
        case .european: SpellingRules.Index.brazilianSpelling
        case .american: SpellingRules.Index.britishSpelling
        case .british: SpellingRules.Index.americanSpelling
        }
    }

    /// Candidates for the expected variety's spelling of a word that only the other one knows.
    func respellings(_ word: String) -> [String] {
        switch variety {
        case .brazilian: VarietyPairs.brazilian(for: word)
        case .european: VarietyPairs.european(for: word)
        case .american: VarietyPairs.american(for: word)
        case .british: VarietyPairs.british(for: word)
        }
    }

    func isDerived(_ word: String, _ isKnown: (String) -> Bool) -> Bool {
        isEnglish ? Derivation.isEnglish(word, isKnown: isKnown) : Derivation.isPortuguese(word, isKnown: isKnown)
    }
}

/// Laughter and drawn-out sounds: a matter of register, not of spelling.
enum Laughter {
    static func isInterjection(_ word: String) -> Bool {
        let letters = Array(word.utf8)
        guard letters.count >= 3 else { return false }
        // kkk, rsrs, haha, hehe, huashuas: at most three different letters, none twice as likely a word.
        if Set(letters).count <= 2, letters.count >= 3 { return true }
        // A letter three times at the end, or four times anywhere: nãooo, hmmm, goooool.
        for index in 2..<letters.count where letters[index] == letters[index - 1] && letters[index] == letters[index - 2] {
            if index == letters.count - 1 || (index > 2 && letters[index] == letters[index - 3]) { return true }
        }
        return false
    }
}
