import CDigest

/// SHA-256 over bytes as they pass by.
struct Digest {
    private var context = SHA2_CTX()

    init() { SHA256Init(&context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        SHA256Update(&context, base.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// Lower-case hexadecimal; the digest goes on as if it had not been asked.
    func hexadecimal() -> String {
        var copy = context
        var result = [UInt8](repeating: 0, count: 32)
        SHA256Final(&result, &copy)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: result.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
