import CrivoRules
import Glibc

/// Standard output and standard error. Findings go to the one, everything else to the other.
enum Console {
    /// Writes to standard output; a reader that went away ends the program quietly.
    static func write(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress.unsafelyUnwrapped + offset, bytes.count - offset) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EPIPE { exit(0) }
            guard count > 0 else {
                error("crivo: " + String(cString: strerror(errno)))
                exit(2)
            }
            offset += count
        }
    }

    static func write(_ text: String) { write(Array(text.utf8)) }

    static func error(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = line.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The language to speak: what is asked for, else that of the environment.
    static func language(_ requested: String?) -> MessageLanguage {
        if let requested, let language = MessageLanguage(rawValue: requested) { return language }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = getenv(name) else { continue }
            let text = String(cString: value)
            if text.isEmpty { continue }
            return text.hasPrefix("pt") ? .portuguese : .english
        }
        return .english
    }

    /// The whole of a file or of standard input.
    static func read(_ path: String) -> Result<[UInt8], FileFault> {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else { return .failure(FileFault(path: path, code: errno)) }
        defer { if descriptor > 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .failure(FileFault(path: path, code: errno)) }
            if count == 0 { return .success(bytes) }
            bytes.append(contentsOf: buffer[0..<count])
        }
    }
}

/// A file that cannot be read.
struct FileFault: Error {
    var path: String
    var code: Int32

    var message: Bilingual {
        if code == EISDIR { return Bilingual(pt: "\(path): é uma pasta; indique um arquivo", en: "\(path): is a directory; name a file") }
        let reason = String(cString: strerror(code))
        return Bilingual(pt: "\(path): não foi possível ler: \(reason)", en: "\(path): cannot be read: \(reason)")
    }
}
