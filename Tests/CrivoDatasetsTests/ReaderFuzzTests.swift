import CrivoDatasets
import Foundation
import Testing

struct ReaderFuzzTests {
    struct Echo: TextProcessor, ~Copyable {
        mutating func process(_ item: borrowing TextItem, into output: inout ChunkOutput) {
            output.streams[0] += Array("\(item.record)\t\(item.path)\t".utf8) + Array(item.text) + [0x0A]
        }
    }

    private func run(_ data: Data, _ name: String, jobs: Int = 1) throws -> (outcome: DatasetRun.Outcome, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "crivo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try data.write(to: folder.appending(path: name))
        var run = DatasetRun(inputs: [folder.appending(path: name).path()])
        run.output = folder.appending(path: "out").path()
        run.jobs = jobs
        let outcome = try run.execute { Echo() }
        return (outcome, String(decoding: try Data(contentsOf: folder.appending(path: "out")), as: UTF8.self))
    }

    @Test(
        "Shapes of records and their paths",
        arguments: [
            (#"{"messages":[{"role":"user","content":"oi"},{"role":"assistant","content":"olá"}]}"#, "0\tmessages[1].content\tolá\n"),
            (#"{"conversations":[{"from":"human","value":"oi"},{"from":"gpt","value":"olá"}]}"#, "0\tconversations[1].value\tolá\n"),
            (#"{"prompt":"oi","chosen":"a","rejected":"b"}"#, "0\tchosen\ta\n0\trejected\tb\n"),
            (#"{"response_a":"a","response_b":"b"}"#, "0\tresponse_a\ta\n0\tresponse_b\tb\n"),
            (#"{"text":"x\ud83dy"}"#, "0\ttext\tx\u{FFFD}y\n"),
        ])
    func shapes(_ line: String, _ expected: String) throws { #expect(try run(Data((line + "\n").utf8), "in.jsonl").output == expected) }

    @Test("CSV of RFC 4180, a JSON array and plain text")
    func formats() throws {
        #expect(try run(Data("id,text\r\n1,\"a \"\"b\"\"\nc\"\r\n".utf8), "in.csv").output == "0\ttext\ta \"b\"\nc\n")
        #expect(try run(Data(" [ {\"text\":\"a\"},\n{\"text\":\"b]\"} ]\n".utf8), "in.json").output == "0\ttext\ta\n1\ttext\tb]\n")
        #expect(try run(Data("um\ndois".utf8), "in.txt").output == "0\t\tum\n1\t\tdois\n")
    }

    @Test(
        "Mutated input never stops a run, and every row is accounted for", arguments: ["in.jsonl", "in.json", "in.csv", "in.tsv", "in.txt"])
    func mutated(_ name: String) throws {
        let seconds = ProcessInfo.processInfo.environment["CRIVO_FUZZ_SECONDS"].flatMap { Double($0) } ?? 1
        let seeds = [
            #"{"text":"a\u00e9","id":1}"# + "\n", #"[{"text":"b"},{"text":["c"]}]"#, "id,text\n1,\"x,\ny\"\n2,z\n",
            "{\"messages\":[{\"role\":\"assistant\",\"content\":\"d\"}]}\n",
        ]
        var state: UInt64 = 9
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let start = Date()
        while Date().timeIntervalSince(start) < seconds {
            var bytes = (0..<next() % 6).flatMap { _ in Array(seeds[next() % seeds.count].utf8) }
            for _ in 0..<next() % 6 where !bytes.isEmpty { bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next()) }
            let (outcome, _) = try run(Data(bytes), name, jobs: 1 + next() % 2)
            #expect(outcome.counts.rejected <= outcome.counts.rows)
        }
    }

    @Test("A selector's error names its column", arguments: [("a[b", 2), ("a..b", 3), (".a", 1), ("a[x]", 3), ("", 1)])
    func selectors(_ text: String, _ column: Int) {
        #expect {
            try Selector(text)
        } throws: { error in
            guard case .selector(_, let found, _) = error as? InputError else { return false }
            return found == column
        }
    }
}
