import CrivoLexicon

/// Holds the suggestions against a gold list of misspellings: `misspelling<TAB>wanted[|alternative]<TAB>kind`.
enum EvaluateSuggestions {
    static func run(_ arguments: [String]) throws(LexiconError) -> Int32 {
        let options = Arguments(arguments, switches: ["--verbose"])
        let lexicon = try LexiconLocation.open { Terminal.error("building \($0)") }
        let isEnglish = options.value("--lang") == "en"
        // --half even|odd: develop on one half of a list, report on the other.
        let half = options.value("--half")
        let suggester = lexicon.suggester(for: isEnglish ? .enUS : .ptBR)
        var total = 0
        var first = 0
        var third = 0
        var times: [Double] = []
        var number = 0
        for path in options.operands {
            for line in String(decoding: try Terminal.read(path), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
                let fields = line.split(separator: "\t")
                guard fields.count >= 2 else { continue }
                number += 1
                if half == "even", number % 2 == 1 { continue }
                if half == "odd", number % 2 == 0 { continue }
                let wanted = fields[1].split(separator: "|").map(String.init)
                let start = Terminal.now()
                let suggestions = Array(fields[0].utf8).withUnsafeBufferPointer { suggester.suggestions(for: $0).map(\.text) }
                times.append(Terminal.now() - start)
                total += 1
                let rank = suggestions.firstIndex { wanted.contains($0) }
                if rank == 0 { first += 1 }
                if let rank, rank < 3 { third += 1 }
                if rank != 0, options.has("--verbose") {
                    print("\(fields[0]) → \(wanted.joined(separator: "|")): \(suggestions.joined(separator: ", "))")
                }
            }
        }
        times.sort()
        guard total > 0 else {
            Terminal.error("crivo-dev eval suggestions: no entries")
            return 2
        }
        func percent(_ count: Int) -> String { Terminal.decimal(Double(count) * 100 / Double(total), 1) }
        print(
            "\(isEnglish ? "en" : "pt"): \(total) misspellings, first \(percent(first)) %, among three \(percent(third)) %, median \(Terminal.decimal(times[total / 2] * 1000, 2)) ms, 95 % \(Terminal.decimal(times[total * 95 / 100] * 1000, 2)) ms, longest \(Terminal.decimal(times[total - 1] * 1000, 2)) ms"
        )
        return 0
    }
}
