import CZlib
import CZstd
import Glibc

/// The bytes of an input, decompressed as they are read: plain, gzip (also of several members) or Zstandard, told by their first bytes.
///
/// Not thread-safe: the reader of rows owns it.
final class ByteSource {
    let path: String
    /// The size of the file as it lies on disk; nil for a pipe.
    private(set) var totalSize: Int?
    /// Raw bytes read so far.
    private(set) var rawOffset = 0
    /// The digest of the raw bytes.
    private(set) var digest = Digest()

    private enum Kind { case plain, gzip, zstd }

    private let descriptor: Int32
    private var kind = Kind.plain
    private var raw = [UInt8](repeating: 0, count: 1 << 17)
    private var rawStart = 0
    private var rawEnd = 0
    private var isRawFinished = false
    private var zlib = z_stream()
    private var isZlibOpen = false
    private var isMemberOpen = false
    private var zstd: OpaquePointer?
    private var isFrameOpen = false

    /// Opens a file, or standard input for `-`.
    init(path: String) throws(InputError) {
        self.path = path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        var status = stat()
        if fstat(descriptor, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR {
                close(descriptor)
                throw .isDirectory(path: path)
            }
            if status.st_mode & S_IFMT == S_IFREG { totalSize = Int(status.st_size) }
        }
        try fill()
        if rawEnd >= 2, raw[0] == 0x1F, raw[1] == 0x8B {
            kind = .gzip
            guard inflateInit2_(&zlib, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                throw .damaged(path: path, offset: 0, reason: "zlib")
            }
            isZlibOpen = true
            isMemberOpen = true
        } else if rawEnd >= 4, raw[0] == 0x28, raw[1] == 0xB5, raw[2] == 0x2F, raw[3] == 0xFD {
            kind = .zstd
            zstd = ZSTD_createDStream()
            isFrameOpen = true
        }
    }

    deinit {
        if isZlibOpen { inflateEnd(&zlib) }
        if let zstd { ZSTD_freeDStream(zstd) }
        if descriptor > 0 { close(descriptor) }
    }

    /// Appends up to about `count` bytes; returns false at the end. What was decompressed before an error is kept.
    func read(_ count: Int, into output: inout [UInt8]) throws(InputError) -> Bool {
        let start = output.count
        switch kind {
        case .plain:
            if rawStart == rawEnd { try fill() }
            guard rawStart < rawEnd else { return false }
            let length = min(count, rawEnd - rawStart)
            output.append(contentsOf: raw[rawStart..<rawStart + length])
            rawStart += length
            return true
        case .gzip: try inflate(count, &output)
        case .zstd: try decompress(count, &output)
        }
        return output.count > start
    }

    private func fill() throws(InputError) {
        guard !isRawFinished else { return }
        rawStart = 0
        rawEnd = 0
        while true {
            let count = Glibc.read(descriptor, &raw, raw.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
            rawEnd = count
            isRawFinished = count == 0
            rawOffset += count
            raw.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[0..<count])) }
            return
        }
    }

    private func inflate(_ count: Int, _ output: inout [UInt8]) throws(InputError) {
        let target = output.count + count
        var chunk = [UInt8](repeating: 0, count: min(count, 1 << 17))
        while output.count < target {
            if rawStart == rawEnd { try fill() }
            guard rawStart < rawEnd else {
                if isMemberOpen { throw .damaged(path: path, offset: rawOffset, reason: "unexpected end of gzip data") }
                return
            }
            if !isMemberOpen {
                // Zero bytes may pad the end of the file; anything else is another member.
                if raw[rawStart] == 0 {
                    rawStart += 1
                    continue
                }
                inflateReset(&zlib)
                isMemberOpen = true
            }
            var produced = 0
            let status = raw.withUnsafeMutableBufferPointer { input in
                chunk.withUnsafeMutableBufferPointer { room in
                    zlib.next_in = input.baseAddress.unsafelyUnwrapped + rawStart
                    zlib.avail_in = UInt32(rawEnd - rawStart)
                    zlib.next_out = room.baseAddress
                    zlib.avail_out = UInt32(room.count)
                    let status = CZlib.inflate(&zlib, Z_NO_FLUSH)
                    rawStart = rawEnd - Int(zlib.avail_in)
                    produced = room.count - Int(zlib.avail_out)
                    return status
                }
            }
            output.append(contentsOf: chunk[0..<produced])
            if status == Z_STREAM_END {
                isMemberOpen = false
            } else if status != Z_OK, status != Z_BUF_ERROR {
                let reason = zlib.msg.map { String(cString: $0) } ?? "zlib \(status)"
                throw .damaged(path: path, offset: rawOffset - (rawEnd - rawStart), reason: reason)
            }
        }
    }

    private func decompress(_ count: Int, _ output: inout [UInt8]) throws(InputError) {
        let target = output.count + count
        var chunk = [UInt8](repeating: 0, count: min(count, 1 << 17))
        while output.count < target {
            if rawStart == rawEnd { try fill() }
            guard rawStart < rawEnd else {
                if isFrameOpen { throw .damaged(path: path, offset: rawOffset, reason: "unexpected end of Zstandard data") }
                return
            }
            var produced = 0
            let status = raw.withUnsafeBytes { input in
                chunk.withUnsafeMutableBytes { room in
                    var source = ZSTD_inBuffer(src: input.baseAddress, size: rawEnd, pos: rawStart)
                    var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
                    let status = ZSTD_decompressStream(zstd, &target, &source)
                    rawStart = source.pos
                    produced = target.pos
                    return status
                }
            }
            if ZSTD_isError(status) != 0 {
                throw .damaged(path: path, offset: rawOffset - (rawEnd - rawStart), reason: String(cString: ZSTD_getErrorName(status)))
            }
            isFrameOpen = status != 0
            output.append(contentsOf: chunk[0..<produced])
        }
    }
}
