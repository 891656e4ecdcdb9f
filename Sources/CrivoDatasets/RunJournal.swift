import CrivoText
import Glibc

/// How far a run got: all that is needed to go on after a kill at any moment.
struct RunJournal {
    /// Digest of the configuration and the inputs: a run goes on only where nothing changed.
    var key: String
    var input: Int
    /// Rows of that input that are done.
    var records: Int
    /// Sizes of the outputs, the rejects last.
    var sizes: [Int]
    var counts: RunCounts

    static func path(of output: String) -> String { output + ".progress" }

    /// Puts the journal in place in one step, so that nobody ever sees half of it.
    func write(beside output: String) throws(InputError) {
        var bytes: [UInt8] = []
        JSONText.append(raw: "{\"schema\":\"crivo-progress/1\",\"key\":", to: &bytes)
        JSONText.append(key, to: &bytes)
        for (name, values) in [("input", [input]), ("records", [records]), ("sizes", sizes), ("counts", counts.fields)] {
            bytes.append(0x2C)
            JSONText.append(name, to: &bytes)
            JSONText.append(raw: ":[", to: &bytes)
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                JSONText.append(value, to: &bytes)
            }
            bytes.append(0x5D)
        }
        JSONText.append(raw: "}\n", to: &bytes)
        let path = RunJournal.path(of: output)
        let file = try OutputFile(path: path + ".part")
        try file.append(bytes)
        guard rename(path + ".part", path) == 0 else { throw .unwritable(path: path, written: 0, reason: String(cString: strerror(errno))) }
    }

    /// The journal of an output, or nil where there is none.
    static func read(beside output: String) throws(InputError) -> RunJournal? {
        let path = path(of: output)
        guard access(path, F_OK) == 0 else { return nil }
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while try source.read(1 << 16, into: &bytes) {}
        let parser = JSONParser()
        return try bytes.withUnsafeBufferPointer { buffer throws(InputError) in
            guard case .success(let value) = parser.parse(buffer), value.member("schema")?.identifier == "crivo-progress/1",
                let key = value.member("key")?.identifier,
                let input = numbers(value, "input").first, let records = numbers(value, "records").first,
                let counts = RunCounts(fields: numbers(value, "counts"))
            else { throw .resume(path: path, reason: "not a journal of this version") }
            return RunJournal(key: key, input: input, records: records, sizes: numbers(value, "sizes"), counts: counts)
        }
    }

    private static func numbers(_ value: JSONValue, _ key: String) -> [Int] {
        value.member(key)?.elements.compactMap { $0.identifier.flatMap { Int($0) } } ?? []
    }
}
