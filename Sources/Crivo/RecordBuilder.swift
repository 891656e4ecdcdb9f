import CrivoAnalysis
import CrivoRules
import CrivoText

/// Turns what was found in a document into an annotation record: the one place where internal offsets become those of the outside world.
struct RecordBuilder {
    let checker: Checker

    func record(
        _ document: borrowing Document, _ languages: LanguageLayer, _ issues: [Issue], id: String, record: Int, path: String
    ) -> AnnotationRecord {
        var cursor = OffsetCursor()
        var annotations: [AnnotationRecord.Annotation] = []
        var penalty = 0
        for issue in issues {
            let (start, end) = document.bytes.withUnsafeBufferPointer { bytes in
                let start = cursor.position(of: issue.range.lowerBound, in: bytes)
                return (start, cursor.position(of: issue.range.upperBound, in: bytes))
            }
            let rule = checker.registry.rules[issue.rule]
            let text = document.text(issue.range)
            penalty += issue.severity.weight
            annotations.append(
                AnnotationRecord.Annotation(
                    start: start.codePoint, end: end.codePoint, utf16Start: start.utf16, utf16End: end.utf16, text: text, rule: rule.id,
                    category: rule.category, severity: issue.severity, confidence: issue.confidence,
                    message: filled(rule.message[checker.options.messages], text, issue.arguments), suggestions: issue.suggestions))
        }
        return AnnotationRecord(
            id: id, record: record, path: path, words: document.wordCount, language: language(document, languages, issues),
            penalty: penalty,
            annotations: annotations)
    }

    private func filled(_ template: String, _ text: String, _ arguments: [String]) -> String {
        guard template.utf8.contains(0x7B) else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            let name = rest[rest.index(after: open)..<close]
            if name == "text" {
                result += shortened(text)
            } else if let index = Int(name), index >= 1, index <= arguments.count {
                result += arguments[index - 1]
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// A message quotes at most sixty characters.
    private func shortened(_ text: String) -> String { text.unicodeScalars.count > 60 ? String(text.prefix(57)) + "…" : text }

    private func language(_ document: borrowing Document, _ languages: LanguageLayer, _ issues: [Issue]) -> AnnotationRecord.Language {
        let segments = segments(document, languages)
        guard !languages.isMixed else {
            return AnnotationRecord.Language(tag: "mul", confidence: 1 - languages.share, scores: [], segments: segments)
        }
        let varieties: [Variety]
        switch languages.document {
        case .portuguese: varieties = [.brazilian, .european]
        case .english: varieties = [.american, .british]
        default: varieties = []
        }
        let share = (languages.share * 100).rounded() / 100
        guard let first = varieties.first else {
            return AnnotationRecord.Language(tag: languages.document.tag, confidence: share, scores: [], segments: segments)
        }
        let evidence = VarietyEvidence.count(document, issues, checker.registry, language: first.language)
        // Laplace's rule over the words that speak for one side; the statistical model of a later stage replaces it.
        let probability = Double(evidence.first + 1) / Double(evidence.first + evidence.second + 2)
        let tag: String
        if evidence.first > 0, probability >= 0.66 {
            tag = varieties[0].rawValue
        } else if evidence.second > 0, probability <= 0.34 {
            tag = varieties[1].rawValue
        } else {
            tag = languages.document.tag
        }
        let rounded = (probability * 1000).rounded() / 1000
        return AnnotationRecord.Language(
            tag: tag, confidence: tag == languages.document.tag ? share : (share * max(rounded, 1 - rounded) * 1000).rounded() / 1000,
            scores: [(varieties[0].rawValue, rounded), (varieties[1].rawValue, ((1 - rounded) * 1000).rounded() / 1000)], segments: segments
        )
    }

    /// Neighbouring sentences of one language make a segment; a text in one language has a single one.
    private func segments(_ document: borrowing Document, _ languages: LanguageLayer) -> [AnnotationRecord.Language.Segment] {
        var result: [AnnotationRecord.Language.Segment] = []
        var cursor = OffsetCursor()
        var index = 0
        while index < document.sentences.count {
            let language = languages.sentences[index]
            var last = index
            while last + 1 < document.sentences.count, languages.sentences[last + 1] == language { last += 1 }
            if let first = document.tokens[document.sentences[index].tokens].first,
                let end = document.tokens[document.sentences[last].tokens].last
            {
                let range = document.sourceRange(of: Int(first.start)..<Int(end.end))
                let (from, to) = document.bytes.withUnsafeBufferPointer { bytes in
                    let from = cursor.position(of: range.lowerBound, in: bytes).codePoint
                    return (from, cursor.position(of: range.upperBound, in: bytes).codePoint)
                }
                let isEvident = languages.isEvident[index...last].contains(true)
                result.append(
                    AnnotationRecord.Language.Segment(start: from, end: to, tag: language.tag, confidence: isEvident ? 0.95 : 0.5))
            }
            index = last + 1
        }
        return result
    }
}
