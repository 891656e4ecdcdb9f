import CrivoText
import Foundation
import Testing

struct SegmenterFuzzTests {
    private static let pieces = [
        "Olá, **mundo**! ", "`código` ", "R$ 1.000,50 às 14h30. ", "fá-lo-ia ", "d'água ", "\n\n", "\n- ", "# ",
        "| a | b |\n|---|---|\n| c | d |\n", "$x^2$ ", "\\(a\\) ",
        "https://a.b/c?d=e ", "😀👍🏽 ", "não ", "e\u{301} ", "中文。", "\u{200B}", "[a](b) ", "<b>x</b> ", "```\n", "&nbsp;", "> ", "U.S. ", "…",
        "“aspas” ", "{{nome}} ", "\u{FFFC}", "_a_b ",
    ]

    @Test("Whatever the bytes: tokens ascend, stay on characters and lead back into the source", arguments: Markup.allCases)
    func invariants(_ markup: Markup) throws {
        let seconds = ProcessInfo.processInfo.environment["CRIVO_FUZZ_SECONDS"].flatMap { Double($0) } ?? 2
        var generator = SeededGenerator(state: 42)
        var segmenter = Segmenter()
        var document = Document()
        let start = Date()
        var rounds = 0
        while Date().timeIntervalSince(start) < seconds {
            rounds += 1
            var bytes: [UInt8] = []
            for _ in 0..<Int(generator.next() % 40) {
                bytes += Array(SegmenterFuzzTests.pieces[Int(generator.next() % UInt64(SegmenterFuzzTests.pieces.count))].utf8)
            }
            for _ in 0..<Int(generator.next() % 4) where !bytes.isEmpty {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            try bytes.withUnsafeBufferPointer { try segmenter.segment($0, markup: markup, into: &document) }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(document.bytes == Array(text.utf8))
            var end: UInt32 = 0
            for token in document.tokens {
                #expect(token.start >= end && token.end > token.start && Int(token.end) <= document.prose.count)
                end = token.end
                #expect(document.prose[Int(token.start)] & 0xC0 != 0x80)
                let source = document.sourceRange(of: token)
                #expect(source.lowerBound >= 0 && source.upperBound <= document.bytes.count && !source.isEmpty)
                #expect(document.bytes[source.lowerBound] & 0xC0 != 0x80)
                #expect(source.upperBound == document.bytes.count || document.bytes[source.upperBound] & 0xC0 != 0x80)
            }
            #expect(document.sentences.map(\.tokens.count).reduce(0, +) == document.tokens.count)
        }
        #expect(rounds > 50)
    }

    @Test("Offsets agree with Swift's own views")
    func offsets() {
        let text = "a😀é\r\nnão\n👍🏽fim"
        let bytes = Array(text.utf8)
        var cursor = OffsetCursor()
        for (index, scalar) in text.unicodeScalars.indices.enumerated() {
            let byte = text.utf8.distance(from: text.startIndex, to: scalar)
            let position = bytes.withUnsafeBufferPointer { cursor.position(of: byte, in: $0) }
            #expect(position.codePoint == index)
            #expect(position.utf16 == text.utf16.distance(from: text.startIndex, to: scalar))
            #expect(bytes.withUnsafeBufferPointer { OffsetCursor.byte(ofCodePoint: index, in: $0) } == byte)
        }
    }

    @Test(
        "Tokens and sentences",
        arguments: [
            (
                "O Dr. Silva pagou R$ 1.000,50 às 14h30 (art. 5º, p. ex.). Fá-lo-ia?", 2,
                "O|Dr.|Silva|pagou|R$ 1.000,50|às|14h30|(|art.|5º|,|p.|ex.|)|.|Fá-lo-ia|?"
            ),
            ("The U.S. team won. Don't stop!", 2, "The|U.S.|team|won|.|Don't|stop|!"),
            ("Um copo d'água e um guarda-chuva… Sim.", 2, "Um|copo|d'água|e|um|guarda-chuva|…|Sim|."),
            ("“Vem!” disse ela.", 1, "“|Vem|!|”|disse|ela|."), ("Custa 3.5 ou 1º? #tag @eu 👍🏽", 1, "Custa|3.5|ou|1º|?|#tag|@eu|👍🏽"),
        ])
    func examples(_ text: String, _ sentences: Int, _ tokens: String) throws {
        var segmenter = Segmenter()
        var document = Document()
        try segmenter.segment(text, into: &document)
        #expect(document.sentences.count == sentences)
        #expect(document.tokens.map { document.text(of: $0) }.joined(separator: "|") == tokens)
    }
}

/// The same sequence in every run.
struct SeededGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 24
    }
}
