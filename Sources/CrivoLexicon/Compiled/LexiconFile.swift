import Glibc

/// The compiled lexicon on disk: a header, a table of sections and the sections, memory-mapped and read in place.
///
/// Bytes 0..<8 the magic, 8..<12 the format version, 12..<16 the number of sections, 16..<24 the checksum of all that follows, then for
/// each section 24 bytes: a four-character name, four zero bytes, its offset and its length. Sections are 8-byte aligned. All integers
/// are little-endian.
final class LexiconFile: @unchecked Sendable {
    // Immutable after init; unmapped when the last owner goes.
    private let memory: UnsafeRawBufferPointer
    private var sections: [String: UnsafeRawBufferPointer] = [:]

    static let magic = Array("CRIVOLEX".utf8)
    static let version: UInt32 = 2

    init(path: String) throws(LexiconError) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size >= 24 else { throw .damaged(path: path, reason: "length") }
        let length = Int(status.st_size)
        guard let base = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw .file(path: path, reason: String(cString: strerror(errno)))
        }
        memory = UnsafeRawBufferPointer(start: base, count: length)
        try readTable(path)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }

    private func readTable(_ path: String) throws(LexiconError) {
        guard memory.prefix(8).elementsEqual(LexiconFile.magic) else { throw .damaged(path: path, reason: "magic") }
        guard memory.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == LexiconFile.version else {
            throw .damaged(path: path, reason: "version")
        }
        let count = Int(memory.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        guard count < 64, memory.count >= 24 + count * 24 else { throw .damaged(path: path, reason: "sections") }
        for index in 0..<count {
            let entry = 24 + index * 24
            let name = String(decoding: memory[entry..<entry + 4], as: UTF8.self)
            let offset = memory.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self)
            let length = memory.loadUnaligned(fromByteOffset: entry + 16, as: UInt64.self)
            guard offset % 8 == 0, offset <= UInt64(memory.count), length <= UInt64(memory.count) - offset else {
                throw .damaged(path: path, reason: name)
            }
            sections[name] = UnsafeRawBufferPointer(rebasing: memory[Int(offset)..<Int(offset + length)])
        }
    }

    /// Reads the whole file and compares its checksum. Opening does without, so that it costs no more than the table: whoever reads a
    /// section checks every index.
    func verify(_ path: String) throws(LexiconError) {
        let body = UnsafeRawBufferPointer(rebasing: memory[24...])
        guard memory.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == Checksum.of(body) else {
            throw .damaged(path: path, reason: "checksum")
        }
    }

    /// The section of that name; the memory lives as long as the file.
    func section(_ name: String) throws(LexiconError) -> UnsafeRawBufferPointer {
        guard let section = sections[name] else { throw .damaged(path: "", reason: "section \(name)") }
        return section
    }
}

/// A fast check against accidental damage; no defence against an adversary, who could as well replace the dictionaries.
enum Checksum {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        var index = 0
        while index + 32 <= bytes.count {
            lanes.0 = (lanes.0 ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            lanes.1 = (lanes.1 ^ bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
            lanes.2 = (lanes.2 ^ bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)) &* 0xA076_1D64_78BD_642F
            lanes.3 = (lanes.3 ^ bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)) &* 0xE703_7ED1_A0B4_28DB
            lanes.0 ^= lanes.0 >> 31
            lanes.1 ^= lanes.1 >> 31
            lanes.2 ^= lanes.2 >> 31
            lanes.3 ^= lanes.3 >> 31
            index += 32
        }
        var rest: UInt64 = UInt64(bytes.count)
        while index < bytes.count {
            rest = (rest ^ UInt64(bytes[index])) &* 0x100_0000_01B3
            index += 1
        }
        return lanes.0 ^ lanes.1.byteSwapped ^ (lanes.2 &* 3) ^ (lanes.3 &* 5) ^ rest
    }
}

/// Collects the sections of a compiled lexicon and writes them in one piece.
struct LexiconWriter {
    private var sections: [(name: String, bytes: [UInt8])] = []

    mutating func add(_ name: String, _ bytes: [UInt8]) { sections.append((name, bytes)) }

    /// One number for the content of the sections so far, in hexadecimal.
    func digest() -> String {
        var digest: UInt64 = 0
        for section in sections { digest = digest &* 31 ^ section.bytes.withUnsafeBytes { Checksum.of($0) } }
        return String(digest, radix: 16)
    }

    func bytes() -> [UInt8] {
        var body: [UInt8] = []
        var offset = 24 + sections.count * 24
        for section in sections {
            offset = (offset + 7) / 8 * 8
            body.append(contentsOf: Array(section.name.utf8).prefix(4))
            for value in [UInt32(0)] { withUnsafeBytes(of: value.littleEndian) { body.append(contentsOf: $0) } }
            for value in [UInt64(offset), UInt64(section.bytes.count)] {
                withUnsafeBytes(of: value.littleEndian) { body.append(contentsOf: $0) }
            }
            offset += section.bytes.count
        }
        for section in sections {
            while (body.count + 24) % 8 != 0 { body.append(0) }
            body.append(contentsOf: section.bytes)
        }
        var bytes = LexiconFile.magic
        for value in [LexiconFile.version, UInt32(sections.count)] {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        let checksum = body.withUnsafeBytes { Checksum.of($0) }
        withUnsafeBytes(of: checksum.littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: body)
        return bytes
    }
}
