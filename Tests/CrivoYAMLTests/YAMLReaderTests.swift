import CrivoYAML
import Testing

struct YAMLReaderTests {
    @Test("Scalars stay text, with their places")
    func values() throws {
        let root = try #require(try YAMLReader.read(Array("a: no\nb:\n  - 1\n  - dois\n".utf8)))
        guard case .mapping(let pairs) = root.value else { throw YAMLError(line: 0, column: 0, reason: "no mapping") }
        #expect(pairs.map(\.key.text) == ["a", "b"])
        #expect(pairs[0].value.text == "no")
        #expect((pairs[1].key.line, pairs[1].key.column) == (2, 1))
    }

    @Test("Broken files give a line", arguments: ["a: [1", "a: b: c", "\"x", "a:\n\t- b", "&x a: *y", "a: \u{0}"])
    func broken(_ text: String) { #expect(throws: YAMLError.self) { try YAMLReader.read(Array(text.utf8)) } }

    @Test("Empty files are no document", arguments: ["", "\n", "# só comentário\n"])
    func empty(_ text: String) throws { #expect(try YAMLReader.read(Array(text.utf8)) == nil) }
}
