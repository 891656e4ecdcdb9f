import Crivo
import CrivoLexicon
import CrivoRules
import CrivoText

/// Holds the issues against gold texts with marked places: which marks are found, which clean texts raise an alarm.
enum EvaluateMarks {
    /// `language<TAB>text` lines; only issues of these families count.
    static func run(_ arguments: [String], families: [String]) throws(LexiconError) -> Int32 {
        let options = Arguments(arguments, switches: ["--verbose"])
        let lexicon = try LexiconLocation.open { Terminal.error("building \($0)") }
        var checkOptions = CheckOptions()
        checkOptions.minimumSeverity = .minor
        let checker = Checker(lexicon: lexicon, options: checkOptions)
        var worker = checker.makeWorker()
        for path in options.operands {
            var tally = Tally()
            for line in String(decoding: try Terminal.read(path), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("# ") {
                guard let tab = line.firstIndex(of: "\t") else { continue }
                let marked = unescaped(MarkedText(gold: String(line[line.index(after: tab)...])))
                guard let record = try? worker.check(marked.text) else { continue }
                let found = record.annotations.filter { annotation in families.contains { RuleRegistry.matches(annotation.rule, $0) } }
                tally.add(marked, found, verbose: options.has("--verbose"))
            }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            print("\(name): \(tally.summary)")
        }
        return 0
    }

    private struct Tally {
        var marks = 0
        var found = 0
        var firstRight = 0
        var clean = 0
        var alarmed = 0
        var extra = 0

        mutating func add(_ marked: MarkedText, _ annotations: [AnnotationRecord.Annotation], verbose: Bool) {
            let bytes = Array(marked.text.utf8)
            let spans = annotations.map { annotation in
                bytes.withUnsafeBufferPointer {
                    OffsetCursor.byte(ofCodePoint: annotation.start, in: $0)..<OffsetCursor.byte(ofCodePoint: annotation.end, in: $0)
                }
            }
            if marked.marks.isEmpty {
                clean += 1
                if !annotations.isEmpty {
                    alarmed += 1
                    if verbose { print("  alarm: \(annotations.map { "\($0.text) [\($0.rule)]" }) in: \(marked.text)") }
                }
            }
            for mark in marked.marks {
                marks += 1
                guard let index = spans.firstIndex(where: { $0.overlaps(mark.range) }) else {
                    if verbose { print("  missed: \(mark.corrections) in: \(marked.text)") }
                    continue
                }
                found += 1
                if mark.corrections.isEmpty || annotations[index].suggestions.first.map(mark.corrections.contains) ?? false {
                    firstRight += 1
                }
            }
            if !marked.marks.isEmpty {
                for (index, span) in spans.enumerated() where !marked.marks.contains(where: { $0.range.overlaps(span) }) {
                    extra += 1
                    if verbose { print("  extra: \(annotations[index].text) [\(annotations[index].rule)] in: \(marked.text)") }
                }
            }
        }

        var summary: String {
            func percent(_ part: Int, _ whole: Int) -> String {
                whole == 0 ? "–" : Terminal.decimal(Double(part) * 100 / Double(whole), 0) + " %"
            }
            return
                "found \(found) of \(marks) (\(percent(found, marks))), first suggestion right \(firstRight); alarms on \(alarmed) of \(clean) clean texts (\(percent(alarmed, clean))), \(extra) beside marks"
        }
    }

    /// `\n`, `\t`, `\\` and `\u{HEX}` of the gold sets; the marks move with the text.
    private static func unescaped(_ marked: MarkedText) -> MarkedText {
        guard marked.text.contains("\\") else { return marked }
        var result = marked
        let bytes = Array(marked.text.utf8)
        var output: [UInt8] = []
        var moved = [Int](repeating: 0, count: bytes.count + 1)
        var index = 0
        while index < bytes.count {
            moved[index] = output.count
            guard bytes[index] == 0x5C, index + 1 < bytes.count else {
                output.append(bytes[index])
                index += 1
                continue
            }
            switch bytes[index + 1] {
            case 0x6E: output.append(0x0A)
            case 0x74: output.append(0x09)
            case 0x5C: output.append(0x5C)
            case 0x75:
                if let close = bytes[index...].firstIndex(of: 0x7D), index + 3 <= close,
                    let value = UInt32(String(decoding: bytes[(index + 3)..<close], as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(value)
                {
                    output.append(contentsOf: Array(String(Character(scalar)).utf8))
                    for inner in index...close { moved[inner] = moved[index] }
                    index = close + 1
                    continue
                }
                output.append(0x5C)
                index += 1
                continue
            default:
                output.append(0x5C)
                index += 1
                continue
            }
            moved[index + 1] = moved[index]
            index += 2
        }
        moved[bytes.count] = output.count
        result.text = String(decoding: output, as: UTF8.self)
        result.marks = marked.marks.map {
            MarkedText.Mark(
                range: moved[$0.range.lowerBound]..<max(moved[$0.range.upperBound], moved[$0.range.lowerBound]), corrections: $0.corrections
            )
        }
        return result
    }
}
