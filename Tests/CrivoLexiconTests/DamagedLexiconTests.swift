import CrivoLexicon
import Testing

/// A compiled lexicon is foreign data: cut, old, foreign or damaged, it gives an error or an answer, never a crash.
struct DamagedLexiconTests {
    private static func intact() throws -> [UInt8] { try TestFiles.read(SharedLexicon.open().path) }

    private static func open(_ bytes: [UInt8]) throws -> Lexicon {
        try TestFiles.withFolder(removing: ["x.lexicon"]) { folder in
            try TestFiles.write(bytes, "\(folder)/x.lexicon")
            return try Lexicon(path: "\(folder)/x.lexicon")
        }
    }

    @Test func foreignFilesAreRefused() throws {
        #expect(throws: LexiconError.self) { try Self.open([]) }
        #expect(throws: LexiconError.self) { try Self.open([UInt8](repeating: 0x41, count: 4096)) }
        #expect(throws: LexiconError.self) { try Lexicon(path: "/nonexistent/crivo.lexicon") }
        var older = try Self.intact()
        older[8] = 1
        #expect(throws: LexiconError.self) { try Self.open(older) }
    }

    @Test func cutFilesAreRefused() throws {
        let intact = try Self.intact()
        for count in [7, 23, 24, 200, 4_096, intact.count / 2, intact.count - 9] {
            #expect(throws: LexiconError.self) { try Self.open(Array(intact.prefix(count))) }
        }
    }

    @Test func verifyFindsOneChangedByte() throws {
        var bytes = try Self.intact()
        try Self.open(bytes).verify()
        bytes[bytes.count / 3] ^= 0x10
        #expect(throws: LexiconError.self) { try Self.open(bytes).verify() }
    }

    @Test func damagedContentNeverTraps() throws {
        let intact = try Self.intact()
        var generator = SplitMix(state: 11)
        let words = [
            "você", "falávamos", "ex-presidente", "reconsiderações", "21st", "colour's", "UNITED", "desencontrado-SP", "prestício",
        ]
        var opened = 0
        for round in 0..<24 {
            var bytes = intact
            // Half of the rounds aim at the section table and the first section's header, the others anywhere.
            let range = round % 2 == 0 ? 24..<4_096 : 24..<intact.count
            for _ in 0..<(round % 2 == 0 ? 12 : 200_000) {
                bytes[range.lowerBound + Int(generator.next() % UInt64(range.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            guard let lexicon = try? Self.open(bytes) else { continue }
            opened += 1
            var memo = WordMemo(lexicon: lexicon, hunspell: HunspellSamples.pool)
            for word in words {
                _ = memo.isKnown(word, .all)
                for dictionary in [DictionaryID.ptBR, .enUS] {
                    _ = word.composed { lexicon.suggester(for: dictionary).suggestions(for: $0) }
                }
            }
        }
        #expect(opened > 0)
    }
}
