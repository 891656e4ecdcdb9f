import CrivoLexicon
import CrivoText

/// Shows how a text is cut, for whoever writes rules.
enum TokensCommand {
    static func run(_ arguments: [String]) -> Int32 {
        var segmenter = Segmenter()
        var document = Document()
        do {
            let bytes = try Terminal.read(arguments.first ?? "-")
            try bytes.withUnsafeBufferPointer { try segmenter.segment($0, into: &document) }
        } catch {
            Terminal.error("crivo-dev tokens: \(error)")
            return 2
        }
        for block in document.blocks {
            print("\(block.kind) level \(block.level) list \(block.listDepth) quote \(block.quoteDepth)")
            for sentence in block.sentences {
                let tokens = document.sentences[sentence].tokens.map { index in
                    let token = document.tokens[index]
                    return token.kind == .word ? document.text(of: token) : "\(document.text(of: token))<\(token.kind)>"
                }
                print("  " + tokens.joined(separator: " | "))
            }
        }
        return 0
    }
}
