import CrivoText

/// What a run was: the same inputs and manifest give the same bytes, so it holds no times and no number of jobs.
struct Manifest {
    let facts: [(key: String, value: String)]
    var inputs: [(path: String, size: Int, sha256: String)] = []
    var outputs: [(path: String, size: Int, sha256: String)] = []
    var counts = RunCounts()

    init(facts: [(key: String, value: String)]) { self.facts = facts }

    func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        JSONText.append(raw: "{\"schema\":\"crivo-manifest/1\"", to: &bytes)
        for fact in facts {
            bytes.append(0x2C)
            JSONText.append(fact.key, to: &bytes)
            bytes.append(0x3A)
            JSONText.append(fact.value, to: &bytes)
        }
        append("inputs", inputs, to: &bytes)
        append("outputs", outputs, to: &bytes)
        JSONText.append(raw: ",\"counts\":{\"rows\":", to: &bytes)
        JSONText.append(counts.rows, to: &bytes)
        for (name, value) in [("rejected", counts.rejected), ("texts", counts.texts), ("words", counts.words)] {
            bytes.append(0x2C)
            JSONText.append(name, to: &bytes)
            bytes.append(0x3A)
            JSONText.append(value, to: &bytes)
        }
        JSONText.append(raw: ",\"issues\":{", to: &bytes)
        for (index, name) in ["info", "minor", "major", "critical"].enumerated() {
            if index > 0 { bytes.append(0x2C) }
            JSONText.append(name, to: &bytes)
            bytes.append(0x3A)
            JSONText.append(counts.issues[index], to: &bytes)
        }
        JSONText.append(raw: "}}}\n", to: &bytes)
        return bytes
    }

    private func append(_ name: String, _ files: [(path: String, size: Int, sha256: String)], to bytes: inout [UInt8]) {
        bytes.append(0x2C)
        JSONText.append(name, to: &bytes)
        JSONText.append(raw: ":[", to: &bytes)
        for (index, file) in files.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            JSONText.append(raw: "{\"path\":", to: &bytes)
            JSONText.append(file.path, to: &bytes)
            JSONText.append(raw: ",\"size\":", to: &bytes)
            JSONText.append(file.size, to: &bytes)
            JSONText.append(raw: ",\"sha256\":", to: &bytes)
            JSONText.append(file.sha256, to: &bytes)
            bytes.append(0x7D)
        }
        bytes.append(0x5D)
    }
}
