/// How the records of an input are written.
public enum InputFormat: String, CaseIterable, Sendable {
    case jsonLines = "jsonl"
    case jsonArray = "json"
    case csv
    case tsv
    case text = "txt"

    /// The format that a file name speaks for, without `.gz` and `.zst`; nil when it says nothing.
    public static func named(_ path: String) -> InputFormat? {
        var name = path[...]
        for suffix in [".gz", ".zst"] where name.hasSuffix(suffix) { name = name.dropLast(suffix.count) }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "jsonl", "ndjson": return .jsonLines
        case "json": return .jsonArray
        case "csv": return .csv
        case "tsv", "tab": return .tsv
        case "txt", "md": return .text
        default: return nil
        }
    }

    /// The format that the first bytes look like.
    public static func sniffed(_ bytes: some Sequence<UInt8>) -> InputFormat {
        switch bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) {
        case 0x7B: .jsonLines
        case 0x5B: .jsonArray
        default: .text
        }
    }
}
