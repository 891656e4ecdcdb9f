import Glibc

/// Files of the tests, without Foundation: its bundled ICU clashes with the system's, on which CrivoLexicon stands.
enum TestFiles {
    struct Failure: Error { let path: String }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Failure(path: path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, count in count = fread(buffer.baseAddress, 1, size, file) }
    }

    static func write(_ bytes: [UInt8], _ path: String) throws {
        guard let file = fopen(path, "wb") else { throw Failure(path: path) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(path: path) }
    }

    /// Calls `body` with a new folder, which goes afterwards with the files that are named.
    static func withFolder<Result>(removing names: [String], _ body: (String) throws -> Result) throws -> Result {
        var template = Array("/tmp/crivo-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(path: "/tmp") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            for name in names { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
        return try body(folder)
    }

    /// The folder beside the checkout in which shared data may lie.
    static var sharedFolder: String {
        let parts = #filePath.split(separator: "/").dropLast(4)
        return "/" + parts.joined(separator: "/") + "/shared"
    }
}
