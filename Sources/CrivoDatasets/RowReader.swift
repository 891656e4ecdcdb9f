import Glibc

/// A row of an input before it is parsed.
struct Row {
    /// The row's bytes in its chunk.
    var range: Range<Int>
    /// From 1.
    var line: Int
    /// The offset of its first byte in the decompressed input.
    var byte: Int
}

/// Whole rows of an input, cut and handed to one worker.
struct RowChunk {
    /// The number of the chunk in its run, from 0: the order of the output.
    var index = 0
    var input = 0
    var format = InputFormat.jsonLines
    /// The number of the first row in its input, from 0.
    var firstRecord = 0
    var bytes: [UInt8] = []
    var rows: [Row] = []
    /// The names of the columns of CSV and TSV.
    var header: [String] = []
}

/// Cuts an input into chunks of whole rows. Not thread-safe: workers take turns.
final class RowReader {
    let source: ByteSource
    private(set) var format: InputFormat
    private var pending: [UInt8] = []
    private var isFinished = false
    private var line = 1
    private var byte = 0
    private(set) var records = 0
    private var header: [String]?
    private var isInsideArray = false
    private var failure: InputError?

    static let chunkSize = 96 * 1024
    private static let readSize = 128 * 1024

    init(path: String, format: InputFormat?) throws(InputError) {
        source = try ByteSource(path: path)
        isFinished = !(try source.read(RowReader.readSize, into: &pending))
        if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
            pending.removeFirst(3)
            byte = 3
        }
        self.format = format ?? InputFormat.named(path) ?? InputFormat.sniffed(pending)
        // A file named .json may hold JSON Lines all the same.
        if format == nil, self.format == .jsonArray, InputFormat.sniffed(pending) == .jsonLines { self.format = .jsonLines }
    }

    /// The next chunk, or nil at the end. Rows before a fault in the input come first; then the fault is thrown.
    func next() throws(InputError) -> RowChunk? {
        var chunk = RowChunk()
        chunk.format = format
        var scanned = 0
        while true {
            let cut = cutRows(into: &chunk, from: scanned, atEnd: isFinished)
            if cut.end > 0 {
                chunk.bytes = Array(pending[0..<cut.end])
                pending.removeFirst(cut.end)
                byte += cut.end
            }
            if !chunk.rows.isEmpty || isFinished || failure != nil { break }
            scanned = cut.end > 0 ? 0 : cut.scanned
            try more()
        }
        if chunk.rows.isEmpty {
            if let failure { throw failure }
            return nil
        }
        chunk.header = header ?? []
        chunk.firstRecord = records
        records += chunk.rows.count
        return chunk
    }

    private func more() throws(InputError) {
        do throws(InputError) {
            // A row longer than the buffer doubles what is read at once.
            isFinished = !(try source.read(max(RowReader.readSize, pending.count / 2), into: &pending))
        } catch {
            failure = error
            isFinished = true
        }
    }

    private func cutRows(into chunk: inout RowChunk, from scanned: Int, atEnd: Bool) -> (end: Int, scanned: Int) {
        switch format {
        case .jsonLines, .text: cutLines(&chunk, scanned, atEnd)
        case .csv, .tsv: cutDelimited(&chunk, atEnd)
        case .jsonArray: cutElements(&chunk, atEnd)
        }
    }

    private func cutLines(_ chunk: inout RowChunk, _ scanned: Int, _ atEnd: Bool) -> (end: Int, scanned: Int) {
        pending.withUnsafeBufferPointer { bytes in
            var start = 0
            var index = scanned
            while index < bytes.count {
                guard let newline = find(0x0A, bytes, index) else {
                    index = bytes.count
                    break
                }
                addLine(&chunk, bytes, start, newline)
                index = newline + 1
                start = index
                if start >= RowReader.chunkSize { return (start, start) }
            }
            if atEnd, start < bytes.count {
                addLine(&chunk, bytes, start, bytes.count)
                start = bytes.count
            }
            return (start, bytes.count)
        }
    }

    private func addLine(_ chunk: inout RowChunk, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ newline: Int) {
        var end = newline
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        // Blank lines separate nothing in JSON Lines; in plain text they are empty texts.
        if format == .text || (start..<end).contains(where: { bytes[$0] > 0x20 }) {
            chunk.rows.append(Row(range: start..<end, line: line, byte: byte + start))
        }
        line += 1
    }

    private func cutDelimited(_ chunk: inout RowChunk, _ atEnd: Bool) -> (end: Int, scanned: Int) {
        pending.withUnsafeBufferPointer { bytes in
            var start = 0
            var index = 0
            var isQuoted = false
            var lines = 0
            while index <= bytes.count {
                let isLast = index == bytes.count
                if isLast, !atEnd { break }
                let byte = isLast ? 0x0A : bytes[index]
                if byte == 0x22 { isQuoted.toggle() }
                if byte == 0x0A {
                    lines += 1
                    if !isQuoted || isLast {
                        var end = index
                        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
                        if end > start {
                            if header == nil {
                                header = DelimitedRow.fields(UnsafeBufferPointer(rebasing: bytes[start..<end]), format).map {
                                    String(decoding: $0, as: UTF8.self)
                                }
                            } else {
                                chunk.rows.append(Row(range: start..<end, line: line, byte: self.byte + start))
                            }
                        }
                        line += lines
                        lines = 0
                        start = min(index + 1, bytes.count)
                        isQuoted = false
                        if start >= RowReader.chunkSize { return (start, start) }
                    }
                }
                index += 1
            }
            return (start, 0)
        }
    }

    private func cutElements(_ chunk: inout RowChunk, _ atEnd: Bool) -> (end: Int, scanned: Int) {
        pending.withUnsafeBufferPointer { bytes in
            var index = 0
            var done = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x0A { line += 1 }
                if byte <= 0x20 || byte == 0x2C || (byte == 0x5B && !isInsideArray) || (byte == 0x5D && isInsideArray) {
                    if byte == 0x5B { isInsideArray = true }
                    index += 1
                    done = index
                    continue
                }
                let startLine = line
                // A stray closing bracket is a row of its own, to be rejected: the reader must always move on.
                guard let end = elementEnd(bytes, index).map({ max($0, index + 1) }) else {
                    line = startLine
                    guard atEnd else { return (done, done) }
                    chunk.rows.append(Row(range: index..<bytes.count, line: startLine, byte: self.byte + index))
                    return (bytes.count, bytes.count)
                }
                chunk.rows.append(Row(range: index..<end, line: startLine, byte: self.byte + index))
                index = end
                done = end
                if done >= RowReader.chunkSize { return (done, done) }
            }
            return (done, done)
        }
    }

    /// The end of the JSON value at `start`, told by brackets and strings alone; nil when it is not in the buffer yet.
    private func elementEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var depth = 0
        var index = start
        var isString = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A { line += 1 }
            if isString {
                if byte == 0x5C { index += 1 } else if byte == 0x22 { isString = false }
            } else {
                switch byte {
                case 0x22: isString = true
                case 0x7B, 0x5B: depth += 1
                case 0x7D, 0x5D:
                    if depth == 0 { return index }
                    depth -= 1
                    if depth == 0 { return index + 1 }
                case 0x2C where depth == 0: return index
                default: break
                }
            }
            index += 1
        }
        return nil
    }

    private func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
