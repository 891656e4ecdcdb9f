import CYAML

/// Reads a YAML 1.2 document into a tree of values.
public enum YAMLReader {
    private static let deepest = 64

    /// The document, or nil for an empty one.
    public static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
        guard bytes.contains(where: { $0 > 0x20 }), !isCommentOnly(bytes) else { return nil }
        guard !bytes.contains(0) else { throw YAMLError(line: 1, column: 1, reason: "the file holds a NUL byte") }
        var messages: UnsafeMutablePointer<CChar>?
        let document = bytes.withUnsafeBytes { crivo_yaml_load($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, &messages) }
        defer { free(messages) }
        guard let document else { throw failure(messages.map { String(cString: $0) } ?? "") }
        defer { fy_document_destroy(document) }
        guard let root = fy_document_root(document) else { return nil }
        return try node(root, 0)
    }

    private static func isCommentOnly(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: 0x0A).allSatisfy { line in (line.first { $0 > 0x20 } ?? 0x23) == 0x23 }
    }

    private static func node(_ raw: OpaquePointer, _ depth: Int) throws(YAMLError) -> YAMLNode {
        let (line, column) = mark(raw)
        guard depth < deepest else { throw YAMLError(line: line, column: column, reason: "nested too deeply") }
        switch fy_node_get_type(raw) {
        case FYNT_SCALAR:
            if fy_node_is_alias(raw) { throw YAMLError(line: line, column: column, reason: "aliases are not supported here") }
            var length = 0
            guard let text = fy_node_get_scalar(raw, &length) else { return YAMLNode(value: .scalar(""), line: line, column: column) }
            let bytes = UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: length)
            return YAMLNode(value: .scalar(String(decoding: bytes, as: UTF8.self)), line: line, column: column)
        case FYNT_SEQUENCE:
            var items: [YAMLNode] = []
            var iterator: UnsafeMutableRawPointer?
            while let item = fy_node_sequence_iterate(raw, &iterator) { items.append(try node(item, depth + 1)) }
            return YAMLNode(value: .sequence(items), line: line, column: column)
        default:
            var pairs: [YAMLNode.Pair] = []
            var iterator: UnsafeMutableRawPointer?
            while let pair = fy_node_mapping_iterate(raw, &iterator) {
                guard let key = fy_node_pair_key(pair) else { continue }
                let keyNode = try node(key, depth + 1)
                let empty = YAMLNode(value: .scalar(""), line: keyNode.line, column: keyNode.column)
                pairs.append(
                    YAMLNode.Pair(
                        key: keyNode,
                        value: try fy_node_pair_value(pair).map { value throws(YAMLError) in try node(value, depth + 1) } ?? empty))
            }
            // A mapping is where its first key is.
            return YAMLNode(value: .mapping(pairs), line: pairs.first?.key.line ?? line, column: pairs.first?.key.column ?? column)
        }
    }

    private static func mark(_ raw: OpaquePointer) -> (line: Int, column: Int) {
        guard let token = fy_node_get_scalar_token(raw) ?? nil, let mark = fy_token_start_mark(token) else { return (1, 1) }
        return (Int(mark.pointee.line) + 1, Int(mark.pointee.column) + 1)
    }

    /// The parser words its first message as `<memory>:LINE:COLUMN reason`.
    private static func failure(_ messages: String) -> YAMLError {
        for line in messages.split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3, let number = Int(fields[1].filter { $0.isNumber }) else { continue }
            let rest = fields[2].drop { $0 == " " }
            let digits = rest.prefix { $0.isNumber }
            let reason = rest.dropFirst(digits.count).drop { $0 == ":" || $0 == " " }
            let text = reason.hasPrefix("error: ") ? reason.dropFirst(7) : reason
            return YAMLError(line: number, column: Int(digits) ?? 1, reason: String(text))
        }
        return YAMLError(line: 1, column: 1, reason: messages.isEmpty ? "not a YAML document" : messages)
    }
}
