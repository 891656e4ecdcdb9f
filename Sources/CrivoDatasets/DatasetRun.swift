import CrivoText
import Glibc

/// An output besides the records: an export with what stands before, between and after its items.
public struct ExportStream: Sendable {
    public var path: String
    public var head: [UInt8]
    public var tail: [UInt8]
    /// How many bytes of each item are its separator, which the first item loses.
    public var separatorLength: Int

    public init(path: String, head: [UInt8], tail: [UInt8], separatorLength: Int) {
        self.path = path
        self.head = head
        self.tail = tail
        self.separatorLength = separatorLength
    }
}

/// How far a run is.
public struct RunProgress: Sendable {
    public var counts: RunCounts
    /// Raw bytes read of all inputs so far, and their sizes where they are known.
    public var bytesRead: Int
    public var bytesTotal: Int?
}

/// A batch run over datasets: readers take turns, workers share the load, outputs come in the order of the inputs.
public struct DatasetRun: Sendable {
    public var inputs: [String]
    public var format: InputFormat?
    public var selection = Selection()
    /// An empty path is standard output; a run to standard output has no journal and no manifest.
    public var output = ""
    public var exports: [ExportStream] = []
    public var rejects: String?
    public var jobs = 1
    public var resumes = false
    public var messagesInPortuguese = false
    /// What the manifest says beside inputs, outputs and counts: program version, digests, configuration.
    public var facts: [(key: String, value: String)] = []
    /// For tests of resuming: the run is abandoned after so many chunks, as a kill would.
    public var abandonAfterChunks: Int?

    public init(inputs: [String]) { self.inputs = inputs }

    /// What became of a run.
    public struct Outcome: Sendable {
        public var counts: RunCounts
        /// Faults of whole inputs or outputs, in order.
        public var errors: [InputError]
        /// The first few rejected rows, worded.
        public var rejections: [String]
        public var wasResumed: Bool
    }

    /// Runs; `progress` is called at most ten times a second, from any worker.
    public func execute<Processor: TextProcessor & SendableMetatype & ~Copyable>(
        progress: (@Sendable (RunProgress) -> Void)? = nil, makeProcessor: @escaping @Sendable () -> Processor
    ) throws(InputError) -> Outcome {
        let key = try key()
        let journal = resumes && !output.isEmpty ? try RunJournal.read(beside: output) : nil
        if let journal, journal.key != key {
            throw .resume(
                path: RunJournal.path(of: output), reason: "the inputs or the configuration changed; run without --resume to start over")
        }
        let state = try RunState(self, key: key, journal: journal, progress: progress)
        let selection = selection
        let streamCount = exports.count + 1
        Threads.run(jobs) {
            var processor = makeProcessor()
            let parser = RowParser(selection: selection)
            while let chunk = state.nextChunk() {
                var output = ChunkOutput(streams: streamCount)
                chunk.bytes.withUnsafeBufferPointer { bytes in
                    for (index, row) in chunk.rows.enumerated() {
                        let record = chunk.firstRecord + index
                        output.counts.rows += 1
                        let reason = parser.parse(row, chunk, bytes, record: record) { item in
                            output.counts.texts += 1
                            processor.process(item, into: &output)
                        }
                        if let reason { state.reject(row, record, chunk, bytes, reason, &output) }
                    }
                }
                state.submit(chunk, output)
            }
        }
        return try state.finish()
    }

    /// What must not change between a run and its resumption.
    private func key() throws(InputError) -> String {
        var text = ""
        for (key, value) in facts { text += "\(key)=\(value)\n" }
        for path in inputs {
            var status = stat()
            guard path == "-" || stat(path, &status) == 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
            text += "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\n"
        }
        text += "\(format?.rawValue ?? "") \(selection.texts.map(\.text)) \(selection.prompt?.text ?? "") \(selection.id?.text ?? "")\n"
        text += "\(output) \(exports.map(\.path)) \(rejects ?? "")\n"
        var digest = Digest()
        Array(text.utf8).withUnsafeBytes { digest.update($0) }
        return digest.hexadecimal()
    }
}
