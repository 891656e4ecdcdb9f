import CrivoLexicon
import Foundation
import Testing

struct LexiconTests {
    static let lexicon = try? LexiconLocation.open()

    private func known(_ word: String, _ stores: DictionarySet) throws -> Bool {
        var memo = WordMemo(lexicon: try #require(LexiconTests.lexicon), hunspell: HunspellPool())
        return memo.isKnown(word, stores)
    }

    @Test(
        "Words and the dictionaries that know them",
        arguments: [
            ("casa", DictionarySet.ptBR, true), ("Casa", .ptBR, true), ("CASA", .ptBR, true), ("caSa", .ptBR, false), ("nao", .ptBR, false),
            ("fá-lo-ia", .ptBR, true), ("comprá-la", .ptBR, true), ("económico", .ptBR, false), ("económico", .ptPT, true),
            ("Brasil", .ptBR, true),
            ("colour", .enUS, false), ("colour", .enGB, true), ("don't", .enUS, true), ("don’t", .enUS, true), ("22nd", .enUS, true),
            ("22rd", .enUS, false),
            ("Macabéa", .crivoPT, true), ("macabéa", .crivoPT, false), ("kubernetes", .crivoEN, false), ("Kubernetes", .crivoEN, true),
            ("cafe\u{301}", .ptBR, true), ("", .ptBR, true),
        ])
    func words(_ word: String, _ stores: DictionarySet, _ isKnown: Bool) throws { #expect(try known(word, stores) == isKnown, "\(word)") }

    @Test("The compiled lexicon and Hunspell agree on every one of 320 000 words", arguments: DictionaryID.allCases)
    func differential(_ dictionary: DictionaryID) throws {
        var texts: [[UInt8]] = []
        let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../shared/corpora/variety/dsl-tl-pt-train.tsv")
        if let data = try? Data(contentsOf: corpus) {
            texts.append([UInt8](data.prefix(400_000)))
        } else {
            print("SKIPPED words of ../shared/corpora: not here")
        }
        var disagreements: [String] = []
        let result = try LexiconComparison(lexicon: try #require(LexiconTests.lexicon), dictionary: dictionary).run(
            texts: texts, sample: 150_000, seed: 7
        ) { word, expected in
            disagreements.append("\(word): Hunspell \(expected)")
        }
        #expect(disagreements == [])
        #expect(result.asked >= 75_000)
        #expect(result.undetermined < result.asked / 20)
    }

    @Test(
        "The wanted word comes first",
        arguments: [
            ("nao", "não"), ("voce", "você"), ("coracao", "coração"), ("funçao", "função"), ("excessão", "exceção"), ("xave", "chave"),
            ("fasso", "faço"),
            ("derrepente", "de repente"), ("processio", "processo"), ("trabslho", "trabalho"), ("Atençao", "Atenção"), ("NAO", "NÃO"),
        ])
    func portugueseSuggestions(_ word: String, _ wanted: String) throws {
        let suggester = try #require(LexiconTests.lexicon).suggester(for: .ptBR)
        #expect(Array(word.utf8).withUnsafeBufferPointer { suggester.suggestions(for: $0).first?.text } == wanted)
    }

    @Test(
        "English suggestions",
        arguments: [
            ("definately", "definitely"), ("recieve", "receive"), ("doesnt", "doesn't"), ("alot", "a lot"), ("seperate", "separate"),
        ])
    func englishSuggestions(_ word: String, _ wanted: String) throws {
        let suggester = try #require(LexiconTests.lexicon).suggester(for: .enUS)
        #expect(Array(word.utf8).withUnsafeBufferPointer { suggester.suggestions(for: $0).first?.text } == wanted)
    }

    @Test("Hostile words cost little and never trap")
    func hostileSuggestions() throws {
        let suggester = try #require(LexiconTests.lexicon).suggester(for: .ptBR)
        var generator = SplitMix(state: 3)
        for _ in 0..<300 {
            let word = (0..<Int(generator.next() % 60)).map { _ in
                UInt8(truncatingIfNeeded: generator.next() % 3 == 0 ? generator.next() : 97 + generator.next() % 26)
            }
            let start = ContinuousClock.now
            _ = word.withUnsafeBufferPointer { suggester.suggestions(for: $0) }
            #expect(ContinuousClock.now - start < .milliseconds(250))
        }
    }

    @Test("A damaged or cut file is refused with a clear error, whatever byte is hit")
    func damagedFiles() throws {
        let lexicon = try #require(LexiconTests.lexicon)
        #expect(!lexicon.digest.isEmpty)
        let path = LexiconLocation.compiledPath(data: try LexiconLocation.dataFolder())
        let whole = try Data(contentsOf: URL(filePath: path))
        let copy = FileManager.default.temporaryDirectory.appending(path: "crivo-\(ProcessInfo.processInfo.processIdentifier).lexicon")
        defer { try? FileManager.default.removeItem(at: copy) }
        var generator = SplitMix(state: 11)
        for attempt in 0..<24 {
            var damaged = whole
            if attempt % 2 == 0 {
                damaged = damaged.prefix(Int(generator.next() % UInt64(whole.count)))
            } else {
                let offset = attempt < 8 ? attempt : Int(generator.next() % UInt64(whole.count))
                damaged[offset] ^= 0x40
            }
            try damaged.write(to: copy)
            #expect(throws: LexiconError.self) { try Lexicon(path: copy.path()) }
        }
    }

    @Test("A missing dictionary names its package in both languages")
    func missingDictionary() {
        let error = LexiconError.missingDictionary(.ptBR, searched: ["/nowhere"])
        #expect(error.message(inPortuguese: true).contains("apt-get install hunspell-pt-br"))
        #expect(error.message(inPortuguese: false).contains("apt-get install hunspell-pt-br"))
    }

    @Test("A word list without its directive, or with a wrong one, is refused with file and line")
    func malformedLists() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "crivo-lists-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (text, line) in [
            ("# heading\npalavra\n", 2), ("#! class: thing; languages: pt\npalavra\n", 1), ("#! class: term; languages: xx\n", 1),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: "list.txt"))
            #expect {
                try LexiconBuilder(data: folder.path()).build(to: folder.appending(path: "out.lexicon").path())
            } throws: { error in
                guard case .malformed(let path, line, _) = error as? LexiconError else { return false }
                return path.hasSuffix("list.txt")
            }
        }
    }
}
