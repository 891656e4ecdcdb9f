import CrivoLexicon
import CrivoText

/// Counts the words of plain texts, one text a line, and writes the unigram model.
enum TrainUnigram {
    static func run(_ arguments: [String]) throws(LexiconError) -> Int32 {
        let options = Arguments(arguments)
        guard let output = options.value("--output") else {
            Terminal.error("crivo-dev train unigram: --output FILE is missing")
            return 2
        }
        var counts: [[UInt8]: Int] = [:]
        var segmenter = Segmenter()
        var document = Document()
        var words = 0
        for path in options.operands.isEmpty ? ["-"] : options.operands {
            let bytes = try Terminal.read(path)
            do throws(DocumentError) {
                try bytes.withUnsafeBufferPointer { buffer throws(DocumentError) in
                    try segmenter.segment(buffer, markup: .plain, into: &document)
                }
            } catch { throw .file(path: path, reason: "longer than \(Segmenter.maximumBytes) bytes") }
            for token in document.tokens where token.kind == .word && token.shape != .upper && token.shape != .mixed {
                // A capital at the start of a sentence says nothing; elsewhere it makes a name, counted under its letters all the same.
                counts[Array(document.text(of: token).lowercased().utf8), default: 0] += 1
                words += 1
            }
        }
        let model = UnigramModel.train(counts)
        try Terminal.write(model, to: output)
        print("\(output): \(words) words, \(counts.count) distinct, \(counts.values.count { $0 >= 2 }) kept, \(model.count) bytes")
        return 0
    }
}
