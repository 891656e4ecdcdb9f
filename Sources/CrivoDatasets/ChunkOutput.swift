/// What happened in a run, or in a part of it.
public struct RunCounts: Sendable, Equatable {
    public var rows = 0
    public var rejected = 0
    public var texts = 0
    public var words = 0
    /// Issues by severity: info, minor, major, critical.
    public var issues = [0, 0, 0, 0]
    /// Issues at or above the severity that fails the run.
    public var failing = 0

    public init() {}

    mutating func add(_ other: RunCounts) {
        rows += other.rows
        rejected += other.rejected
        texts += other.texts
        words += other.words
        for index in issues.indices { issues[index] += other.issues[index] }
        failing += other.failing
    }

    /// In a fixed order, for the journal.
    var fields: [Int] { [rows, rejected, texts, words] + issues + [failing] }

    init?(fields: [Int]) {
        guard fields.count == 9 else { return nil }
        rows = fields[0]
        rejected = fields[1]
        texts = fields[2]
        words = fields[3]
        issues = Array(fields[4..<8])
        failing = fields[8]
    }
}

/// What a worker made of a chunk: bytes for each output and what to count.
public struct ChunkOutput {
    /// Stream 0 holds the records; the others belong to the exports, each item behind its separator.
    public var streams: [[UInt8]]
    public var counts = RunCounts()
    var rejects: [UInt8] = []
    /// The first few rejected rows, for the report on standard error.
    var rejections: [String] = []

    init(streams: Int) { self.streams = [[UInt8]](repeating: [], count: streams) }
}

/// Turns texts into output. One per worker, made by a factory.
public protocol TextProcessor: ~Copyable {
    mutating func process(_ item: borrowing TextItem, into output: inout ChunkOutput)
}
