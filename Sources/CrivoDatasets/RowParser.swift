/// Turns the rows of a chunk into texts. One per worker.
final class RowParser {
    private let extraction: TextExtraction
    private let parser = JSONParser()

    init(selection: Selection) { extraction = TextExtraction(selection: selection) }

    /// Calls `body` with every text of the row; returns why when there is none to be had.
    func parse(
        _ row: Row, _ chunk: RowChunk, _ bytes: UnsafeBufferPointer<UInt8>, record: Int, _ body: (borrowing TextItem) -> Void
    ) -> RejectionReason? {
        let text = UnsafeBufferPointer(rebasing: bytes[row.range])
        switch chunk.format {
        case .text:
            body(TextItem(record: record, id: String(record), path: "", text: text, prompt: nil))
            return nil
        case .csv, .tsv: return parseDelimited(text, chunk, record, body)
        case .jsonLines, .jsonArray:
            switch parser.parse(text) {
            case .failure(let reason): return reason
            case .success(let value):
                switch extraction.texts(of: value) {
                case .failure(let reason): return reason
                case .success(let found):
                    let id = extraction.identifier(of: value) ?? String(record)
                    for item in found { body(TextItem(record: record, id: id, path: item.path, text: item.text, prompt: item.prompt)) }
                    return nil
                }
            }
        }
    }

    private func parseDelimited(
        _ text: UnsafeBufferPointer<UInt8>, _ chunk: RowChunk, _ record: Int, _ body: (borrowing TextItem) -> Void
    ) -> RejectionReason? {
        if chunk.format == .csv, DelimitedRow.isUnclosed(text) { return .unclosedQuote }
        let fields = DelimitedRow.fields(text, chunk.format)
        guard fields.count == chunk.header.count else { return .columns(found: fields.count, expected: chunk.header.count) }
        func column(_ name: String) -> Int? { chunk.header.firstIndex(of: name) }
        let selection = extraction.selection
        var columns: [Int] = []
        if selection.texts.isEmpty {
            let shapes = [
                ["chosen", "rejected"], ["response_a", "response_b"], ["response"], ["completion"], ["output"], ["answer"], ["text"],
            ]
            columns = shapes.lazy.map { $0.compactMap(column) }.first { !$0.isEmpty } ?? []
            if columns.isEmpty { return .unknownShape(fields: chunk.header) }
        } else {
            for selector in selection.texts {
                guard let index = column(selector.text) else { return .missing(field: selector.text, fields: chunk.header) }
                columns.append(index)
            }
        }
        let id = selection.id.flatMap { column($0.text) }.map { String(decoding: fields[$0], as: UTF8.self) } ?? String(record)
        let promptColumn = column(selection.prompt?.text ?? "prompt")
        for index in columns {
            fields[index].withUnsafeBufferPointer { bytes in
                guard let promptColumn else {
                    return body(TextItem(record: record, id: id, path: chunk.header[index], text: bytes, prompt: nil))
                }
                fields[promptColumn].withUnsafeBufferPointer { prompt in
                    body(TextItem(record: record, id: id, path: chunk.header[index], text: bytes, prompt: prompt))
                }
            }
        }
        return nil
    }
}
