import Glibc

/// A file, or standard output, that is written in order.
final class OutputFile {
    let path: String
    private let descriptor: Int32
    private let tail: [UInt8]
    private let separatorLength: Int
    private(set) var written = 0
    private let headLength: Int
    private var digest = Digest()

    /// Opens the file; `resumeAt` keeps so many bytes of what is there and cuts off the rest. An empty path is standard output.
    init(path: String, head: [UInt8] = [], tail: [UInt8] = [], separatorLength: Int = 0, resumeAt: Int? = nil) throws(InputError) {
        self.path = path
        self.tail = tail
        self.separatorLength = separatorLength
        headLength = head.count
        if path.isEmpty || path == "-" {
            descriptor = 1
        } else {
            descriptor = open(path, O_RDWR | O_CREAT | (resumeAt == nil ? O_TRUNC : 0), 0o644)
            guard descriptor >= 0 else { throw .unwritable(path: path, written: 0, reason: String(cString: strerror(errno))) }
        }
        if let resumeAt { try keep(resumeAt) } else { try append(head) }
    }

    deinit { if descriptor > 2 { close(descriptor) } }

    private func keep(_ length: Int) throws(InputError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) >= length else {
            throw .resume(path: path, reason: "the file is shorter than the journal says")
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while written < length {
            let count = read(descriptor, &buffer, min(buffer.count, length - written))
            guard count > 0 else { throw .resume(path: path, reason: String(cString: strerror(errno))) }
            buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[0..<count])) }
            written += count
        }
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw .resume(path: path, reason: String(cString: strerror(errno))) }
    }

    /// Appends items, each of which starts with its separator; the very first loses it.
    func appendItems(_ bytes: [UInt8]) throws(InputError) {
        guard !bytes.isEmpty else { return }
        if written == headLength, separatorLength > 0 { try append(Array(bytes.dropFirst(separatorLength))) } else { try append(bytes) }
    }

    func finish() throws(InputError) { try append(tail) }

    func append(_ bytes: [UInt8]) throws(InputError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.unsafelyUnwrapped + offset, bytes.count - offset) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EPIPE { throw .brokenPipe }
            guard count > 0 else {
                throw .unwritable(path: path.isEmpty ? "-" : path, written: written, reason: String(cString: strerror(errno)))
            }
            bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
            offset += count
            written += count
        }
    }

    var sha256: String { digest.hexadecimal() }
}
