import Crivo
import CrivoRules
import CrivoText

/// Shows the annotations of one text to a person.
struct TextReport {
    let file: String
    let text: [UInt8]
    let record: AnnotationRecord
    let language: MessageLanguage
    let style: Style

    /// One line for each annotation: `file:line:column: severity rule: message → suggestion`.
    func concise() -> String {
        var output = ""
        var cursor = OffsetCursor()
        for annotation in record.annotations {
            let position = position(annotation, &cursor)
            output +=
                "\(Style.safe(file)):\(position.line):\(position.column): \(annotation.severity.name) \(annotation.rule): \(Style.safe(annotation.message))"
            if let first = annotation.suggestions.first { output += " → \(Style.safe(first))" }
            output += "\n"
        }
        return output
    }

    /// An excerpt for each annotation with the place underlined, then a summary.
    func pretty() -> String {
        var output = style.bold(Style.safe(file)) + "\n"
        var cursor = OffsetCursor()
        for annotation in record.annotations {
            let position = position(annotation, &cursor)
            let place = "\(position.line):\(position.column)"
            output += "\n  \(style.severity(annotation.severity.name, annotation.severity)) \(Style.safe(annotation.message))\n"
            let (excerpt, start, width) = excerpt(annotation, position)
            let gutter = String(repeating: " ", count: place.utf8.count)
            output += "  \(style.dim(place + " │")) \(excerpt)\n"
            output +=
                "  \(style.dim(gutter + " │")) \(String(repeating: " ", count: start))\(style.severity(String(repeating: "▔", count: max(1, width)), annotation.severity))\n"
            if !annotation.suggestions.isEmpty {
                output += "  \(gutter)   → \(annotation.suggestions.prefix(3).map { shown($0) }.joined(separator: ", "))\n"
            }
            output += "  \(gutter)   \(style.dim("\(annotation.rule) · \(annotation.category.rawValue)"))\n"
        }
        return output + summary()
    }

    /// A suggestion that is a blank, or holds one at its end, must be seen as such.
    private func shown(_ suggestion: String) -> String {
        let text = Style.safe(suggestion)
        return text.hasPrefix(" ") || text.hasSuffix(" ") ? "“\(text)”" : text
    }

    private func summary() -> String {
        let score = record.penaltyPerThousandWords
        let tenths = Int((score * 10).rounded())
        let perThousand = language == .portuguese ? "\(tenths / 10),\(tenths % 10)" : "\(tenths / 10).\(tenths % 10)"
        let count = record.annotations.count
        guard count > 0 else {
            return language == .portuguese
                ? "  Nada a apontar em \(record.words) palavras (\(record.language.tag)).\n"
                : "  Nothing to report in \(record.words) words (\(record.language.tag)).\n"
        }
        return language == .portuguese
            ? "\n  \(count) \(count == 1 ? "ocorrência" : "ocorrências") em \(record.words) palavras (\(record.language.tag)); penalidade \(record.penalty), \(perThousand) por mil palavras.\n"
            : "\n  \(count) \(count == 1 ? "issue" : "issues") in \(record.words) words (\(record.language.tag)); penalty \(record.penalty), \(perThousand) per thousand words.\n"
    }

    private func position(_ annotation: AnnotationRecord.Annotation, _ cursor: inout OffsetCursor) -> TextPosition {
        text.withUnsafeBufferPointer { bytes in cursor.position(of: OffsetCursor.byte(ofCodePoint: annotation.start, in: bytes), in: bytes)
        }
    }

    /// The line around the annotation, at most about ninety characters of it; where the underline starts and how wide it is, in columns.
    private func excerpt(_ annotation: AnnotationRecord.Annotation, _ position: TextPosition) -> (String, Int, Int) {
        var start = position.byte
        while start > 0, text[start - 1] != 0x0A { start -= 1 }
        var end = position.byte
        while end < text.count, text[end] != 0x0A { end += 1 }
        let before = Array(String(decoding: text[start..<position.byte], as: UTF8.self).unicodeScalars)
        let after = Array(String(decoding: text[position.byte..<end], as: UTF8.self).unicodeScalars)
        let marked = min(annotation.end - annotation.start, after.count, 60)
        let head = string(before.suffix(30))
        let body = string(after.prefix(marked))
        let tail = string(after.dropFirst(marked).prefix(max(10, 60 - marked)))
        let lead = before.count > 30 ? "…" : ""
        let trail = after.count > marked + max(10, 60 - marked) ? "…" : ""
        let shownHead = lead + Style.safe(head)
        return (shownHead + Style.safe(body) + Style.safe(tail) + trail, Style.width(shownHead), Style.width(Style.safe(body)))
    }

    private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
