import CSimdJSON

/// A parser that is reused from row to row. Not thread-safe.
final class JSONParser {
    private let parser: OpaquePointer?
    private var buffer: [UInt8] = []
    /// Whether the last row held text that had to be mended.
    private(set) var wasMended = false

    init() { parser = crivo_json_parser_new() }

    deinit { if let parser { crivo_json_parser_free(parser) } }

    /// Parses a row; the value is valid until the next call. Lone surrogates and ill-formed UTF-8 become U+FFFD.
    func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, RejectionReason> {
        load(bytes)
        wasMended = false
        var root = crivo_json_value()
        var code = crivo_json_parse(parser, buffer, bytes.count, &root)
        if code != 0, crivo_json_is_text_error(code) {
            let mended = TextMending.mended(bytes)
            wasMended = true
            return mended.withUnsafeBufferPointer { mended in
                load(mended)
                code = crivo_json_parse(parser, buffer, mended.count, &root)
                return code == 0 ? .success(JSONValue(raw: root)) : .failure(.json(String(cString: crivo_json_error(code))))
            }
        }
        return code == 0 ? .success(JSONValue(raw: root)) : .failure(.json(String(cString: crivo_json_error(code))))
    }

    private func load(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: bytes)
        for _ in 0..<crivo_json_padding() { buffer.append(0) }
    }
}

/// A value of the row parsed last.
struct JSONValue {
    let raw: crivo_json_value

    enum Kind { case null, bool, number, string, array, object }

    var kind: Kind {
        switch Int(crivo_json_type(raw)) {
        case CRIVO_JSON_ARRAY: .array
        case CRIVO_JSON_OBJECT: .object
        case CRIVO_JSON_STRING: .string
        case CRIVO_JSON_NUMBER: .number
        case CRIVO_JSON_BOOL: .bool
        default: .null
        }
    }

    /// The bytes of a string; they live until the next row is parsed.
    var string: UnsafeBufferPointer<UInt8>? {
        var text: UnsafePointer<CChar>?
        var length = 0
        guard crivo_json_string(raw, &text, &length), let text else { return nil }
        return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: length)
    }

    /// A string, or a number as JSON writes it.
    var identifier: String? {
        if let string { return String(decoding: string, as: UTF8.self) }
        var buffer = [CChar](repeating: 0, count: 40)
        let length = crivo_json_number(raw, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer[0..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }

    func member(_ key: String) -> JSONValue? {
        var key = key
        return key.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var found = crivo_json_value()
                return crivo_json_member(raw, characters.baseAddress, characters.count, &found) ? JSONValue(raw: found) : nil
            }
        }
    }

    var elements: [JSONValue] {
        let count = crivo_json_count(raw)
        var values = [crivo_json_value](repeating: crivo_json_value(), count: count)
        let written = crivo_json_elements(raw, &values, count)
        return values[0..<written].map(JSONValue.init)
    }

    /// The first few keys, for messages.
    var keys: [String] {
        var pointers = [UnsafePointer<CChar>?](repeating: nil, count: 24)
        var lengths = [Int](repeating: 0, count: 24)
        let count = crivo_json_keys(raw, &pointers, &lengths, 24)
        return (0..<count).compactMap { index in
            pointers[index].map {
                String(
                    decoding: UnsafeBufferPointer(start: UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self), count: lengths[index]),
                    as: UTF8.self)
            }
        }
    }
}
