import CrivoText
import Glibc

/// What the workers of a run share: the inputs under one lock, the outputs under another.
final class RunState: @unchecked Sendable {
    private let run: DatasetRun
    private let key: String
    private let inputLock = Monitor()
    private let outputLock = Monitor()
    private let progress: (@Sendable (RunProgress) -> Void)?
    private let wasResumed: Bool

    // Under the input lock.
    private var reader: RowReader?
    private var input: Int
    private var skip: Int
    private var nextIndex = 0
    private var inputErrors: [InputError] = []
    private var finishedInputs: [(path: String, size: Int, sha256: String)] = []
    private var bytesOfFinished = 0

    // Under the output lock.
    private var pending: [Int: (chunk: (input: Int, records: Int), output: ChunkOutput)] = [:]
    private var nextWrite = 0
    private var outputs: [OutputFile] = []
    private var rejectsFile: OutputFile?
    private var counts = RunCounts()
    private var failure: InputError?
    private var rejections: [String] = []
    private var lastJournal = 0.0
    private var lastProgress = 0.0
    private var isAbandoned = false

    /// How many chunks may be under way beyond the one that is written next: bounds the memory.
    private var window: Int { run.jobs * 6 + 2 }

    init(_ run: DatasetRun, key: String, journal: RunJournal?, progress: (@Sendable (RunProgress) -> Void)?) throws(InputError) {
        self.run = run
        self.key = key
        self.progress = progress
        wasResumed = journal != nil
        input = journal?.input ?? 0
        skip = journal?.records ?? 0
        counts = journal?.counts ?? RunCounts()
        let sizes = journal?.sizes
        outputs = [try OutputFile(path: run.output, resumeAt: sizes?.first)]
        for (index, export) in run.exports.enumerated() {
            outputs.append(
                try OutputFile(
                    path: export.path, head: export.head, tail: export.tail, separatorLength: export.separatorLength,
                    resumeAt: sizes?[safe: index + 1]))
        }
        if let path = run.rejects { rejectsFile = try OutputFile(path: path, resumeAt: sizes?.last) }
        // Inputs that were finished before the kill are still named in the manifest.
        for path in run.inputs.prefix(input) { try noteFinished(path) }
        if !run.output.isEmpty, journal == nil { try writeJournal(input: 0, records: 0) }
    }

    private func noteFinished(_ path: String) throws(InputError) {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while try source.read(1 << 17, into: &bytes) { bytes.removeAll(keepingCapacity: true) }
        finishedInputs.append((path, source.rawOffset, source.digest.hexadecimal()))
        bytesOfFinished += source.rawOffset
    }

    // MARK: reading

    /// The next chunk in order, or nil when there is nothing more to do.
    func nextChunk() -> RowChunk? {
        let chunk = inputLock.withLock { readChunk() }
        guard let chunk else { return nil }
        return outputLock.withLock {
            while chunk.index >= nextWrite + window, failure == nil, !isAbandoned { outputLock.wait() }
            return failure == nil && !isAbandoned ? chunk : nil
        }
    }

    private func readChunk() -> RowChunk? {
        while input < run.inputs.count {
            do throws(InputError) {
                let reader: RowReader
                if let open = self.reader {
                    reader = open
                } else {
                    reader = try RowReader(path: run.inputs[input], format: run.format)
                    self.reader = reader
                }
                while var chunk = try reader.next() {
                    if skip > 0 {
                        let skipped = min(skip - chunk.firstRecord, chunk.rows.count)
                        if skipped >= chunk.rows.count { continue }
                        if skipped > 0 {
                            chunk.rows.removeFirst(skipped)
                            chunk.firstRecord += skipped
                        }
                        skip = 0
                    }
                    chunk.index = nextIndex
                    chunk.input = input
                    nextIndex += 1
                    return chunk
                }
            } catch { inputErrors.append(error) }
            if let reader {
                finishedInputs.append((run.inputs[input], reader.source.rawOffset, reader.source.digest.hexadecimal()))
                bytesOfFinished += reader.source.rawOffset
            }
            reader = nil
            skip = 0
            input += 1
        }
        return nil
    }

    // MARK: rejects

    func reject(
        _ row: Row, _ record: Int, _ chunk: RowChunk, _ bytes: UnsafeBufferPointer<UInt8>, _ reason: RejectionReason,
        _ output: inout ChunkOutput
    ) {
        output.counts.rejected += 1
        let path = run.inputs[chunk.input]
        let message = reason.message(inPortuguese: run.messagesInPortuguese)
        if output.rejections.count < 5 { output.rejections.append("\(path):\(row.line): byte \(row.byte): \(message)") }
        guard rejectsFile != nil else { return }
        JSONText.append(raw: "{\"record\":", to: &output.rejects)
        JSONText.append(record, to: &output.rejects)
        JSONText.append(raw: ",\"line\":", to: &output.rejects)
        JSONText.append(row.line, to: &output.rejects)
        JSONText.append(raw: ",\"byte\":", to: &output.rejects)
        JSONText.append(row.byte, to: &output.rejects)
        JSONText.append(raw: ",\"file\":", to: &output.rejects)
        JSONText.append(path, to: &output.rejects)
        JSONText.append(raw: ",\"reason\":", to: &output.rejects)
        JSONText.append(message, to: &output.rejects)
        JSONText.append(raw: ",\"raw\":", to: &output.rejects)
        JSONText.append(String(decoding: bytes[row.range].prefix(2000), as: UTF8.self), to: &output.rejects)
        JSONText.append(raw: "}\n", to: &output.rejects)
    }

    // MARK: writing

    func submit(_ chunk: RowChunk, _ output: ChunkOutput) {
        outputLock.withLock {
            pending[chunk.index] = ((chunk.input, chunk.firstRecord + chunk.rows.count), output)
            while failure == nil, !isAbandoned, let (position, output) = pending.removeValue(forKey: nextWrite) {
                do throws(InputError) {
                    for (file, bytes) in zip(outputs, output.streams) { try file.appendItems(bytes) }
                    try rejectsFile?.append(output.rejects)
                    counts.add(output.counts)
                    rejections += output.rejections.prefix(max(0, 5 - rejections.count))
                    nextWrite += 1
                    if let limit = run.abandonAfterChunks, nextWrite >= limit {
                        isAbandoned = true
                        break
                    }
                    try tick(position)
                } catch { failure = error }
            }
            outputLock.wakeAll()
        }
    }

    private func tick(_ position: (input: Int, records: Int)) throws(InputError) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let now = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        if !run.output.isEmpty, now - lastJournal >= 0.25 {
            lastJournal = now
            try writeJournal(input: position.input, records: position.records)
        }
        if let progress, now - lastProgress >= 0.1 {
            lastProgress = now
            let (read, total) = inputLock.withLock {
                (bytesOfFinished + (reader?.source.rawOffset ?? 0), run.inputs.count == 1 ? reader?.source.totalSize : nil)
            }
            progress(RunProgress(counts: counts, bytesRead: read, bytesTotal: total))
        }
    }

    private func writeJournal(input: Int, records: Int) throws(InputError) {
        // Exports and rejects may be pipes or devices; only the size on record counts.
        let sizes = outputs.map(\.written) + (rejectsFile.map { [$0.written] } ?? [])
        try RunJournal(key: key, input: input, records: records, sizes: sizes, counts: counts).write(beside: run.output)
    }

    func finish() throws(InputError) -> DatasetRun.Outcome {
        if let failure { throw failure }
        if !isAbandoned {
            for file in outputs { try file.finish() }
            if !run.output.isEmpty, run.output != "-" {
                try writeManifest()
                unlink(RunJournal.path(of: run.output))
            }
        }
        return DatasetRun.Outcome(counts: counts, errors: inputErrors, rejections: rejections, wasResumed: wasResumed)
    }

    private func writeManifest() throws(InputError) {
        var manifest = Manifest(facts: run.facts)
        manifest.inputs = finishedInputs
        manifest.outputs = zip([run.output] + run.exports.map(\.path), outputs).map { ($0, $1.written, $1.sha256) }
        manifest.counts = counts
        let file = try OutputFile(path: run.output + ".manifest.json")
        try file.append(manifest.bytes())
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
