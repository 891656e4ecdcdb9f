import CICU
import CrivoText
import Glibc

/// Crivo's segmentation and ICU's bare word iterator over the same plain text.
enum BenchmarkCommands {
    static func run(_ command: String, _ arguments: [String]) -> Int32 {
        guard let path = arguments.first, let bytes = try? Terminal.read(path) else {
            Terminal.error("crivo-dev \(command): a readable FILE is missing")
            return 2
        }
        let paragraphs = bytes.split(separator: 0x0A)
        let start = Terminal.now()
        let words = command == "bench icu" ? icuWords(paragraphs) : crivoWords(paragraphs)
        let time = Terminal.now() - start
        print("\(command.dropFirst(6)): \(words) words, \(Terminal.decimal(Double(words) / time, 0)) words/s")
        return 0
    }

    private static func crivoWords(_ paragraphs: [ArraySlice<UInt8>]) -> Int {
        var segmenter = Segmenter()
        var document = Document()
        var words = 0
        for paragraph in paragraphs {
            paragraph.withUnsafeBufferPointer { try? segmenter.segment($0, into: &document) }
            words += document.wordCount
        }
        return words
    }

    /// One `setText` for each paragraph; a segment counts as a word when its rule status says letters or digits.
    private static func icuWords(_ paragraphs: [ArraySlice<UInt8>]) -> Int {
        var status: Int32 = 0
        guard let iterator = crivo_icu_open_words("pt", &status) else { return 0 }
        defer { crivo_icu_close(iterator) }
        var words = 0
        for paragraph in paragraphs {
            let units = Array(String(decoding: paragraph, as: UTF8.self).utf16)
            units.withUnsafeBufferPointer { text in
                crivo_icu_set_text(iterator, text.baseAddress, Int32(text.count), &status)
                _ = crivo_icu_first(iterator)
                while crivo_icu_next(iterator) >= 0 { if crivo_icu_rule_status(iterator) >= 100 { words += 1 } }
            }
        }
        return words
    }
}
