public import Crivo
import CrivoRules
import CrivoText

/// Writes annotation records as Label Studio tasks with predictions: an array of tasks, one for each checked text.
public enum LabelStudioWriter {
    /// What stands before the first task, and after the last.
    public static let head: [UInt8] = Array("[\n".utf8)
    public static let tail: [UInt8] = Array("\n]\n".utf8)
    /// What each task starts with; the first one loses it.
    public static let separator: [UInt8] = Array(",\n".utf8)

    /// Appends a task, its separator first. `text` is the checked text, `prompt` what it answers; both UTF-8.
    public static func append(
        _ record: borrowing AnnotationRecord, text: UnsafeBufferPointer<UInt8>, prompt: UnsafeBufferPointer<UInt8>?, model: String,
        to output: inout [UInt8]
    ) {
        output.append(contentsOf: separator)
        JSONText.append(raw: "{\"data\":{\"id\":", to: &output)
        JSONText.append(record.id, to: &output)
        JSONText.append(raw: ",\"record\":", to: &output)
        JSONText.append(record.record, to: &output)
        JSONText.append(raw: ",\"path\":", to: &output)
        JSONText.append(record.path, to: &output)
        JSONText.append(raw: ",\"language\":", to: &output)
        JSONText.append(record.language.tag, to: &output)
        JSONText.append(raw: ",\"prompt\":", to: &output)
        appendText(prompt ?? UnsafeBufferPointer(start: nil, count: 0), to: &output)
        JSONText.append(raw: ",\"text\":", to: &output)
        appendText(text, to: &output)
        JSONText.append(raw: "},\"predictions\":[{\"model_version\":", to: &output)
        JSONText.append(model, to: &output)
        JSONText.append(raw: ",\"score\":", to: &output)
        JSONText.append(score(record), to: &output)
        JSONText.append(raw: ",\"result\":[", to: &output)
        appendChoice("locale", record.language.tag, LabelStudioConfiguration.locales, id: "locale", to: &output)
        for (index, annotation) in record.annotations.enumerated() {
            output.append(0x2C)
            append(annotation, id: "c\(record.record)-\(index)-\(annotation.start)", to: &output)
        }
        JSONText.append(raw: "]}]}", to: &output)
    }

    /// The mean confidence of the annotations; 1 where there are none.
    private static func score(_ record: borrowing AnnotationRecord) -> Double {
        guard !record.annotations.isEmpty else { return 1 }
        return record.annotations.reduce(0) { $0 + $1.confidence } / Double(record.annotations.count)
    }

    /// Ill-formed bytes become U+FFFD, as they do in the record.
    private static func appendText(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        JSONText.append(String(decoding: text, as: UTF8.self), to: &output)
    }

    private static func appendChoice(_ name: StaticString, _ value: String, _ known: [String], id: String, to output: inout [UInt8]) {
        JSONText.append(raw: "{\"id\":", to: &output)
        JSONText.append(id, to: &output)
        JSONText.append(raw: ",\"from_name\":\"", to: &output)
        JSONText.append(raw: name, to: &output)
        JSONText.append(raw: "\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"choices\":[", to: &output)
        JSONText.append(known.contains(value) ? value : "other", to: &output)
        JSONText.append(raw: "]}}", to: &output)
    }

    private static func append(_ annotation: AnnotationRecord.Annotation, id: String, to output: inout [UInt8]) {
        appendRegion(annotation, id: id, name: "label", type: "labels", to: &output)
        JSONText.append(raw: ",\"labels\":[", to: &output)
        JSONText.append(annotation.category.label, to: &output)
        JSONText.append(raw: "]}},", to: &output)
        appendRegion(annotation, id: id, name: "severity", type: "choices", to: &output)
        JSONText.append(raw: ",\"choices\":[", to: &output)
        JSONText.append(annotation.severity.name, to: &output)
        JSONText.append(raw: "]}},", to: &output)
        appendRegion(annotation, id: id, name: "note", type: "textarea", to: &output)
        JSONText.append(raw: ",\"text\":[", to: &output)
        let suggestions = annotation.suggestions.isEmpty ? "" : " → " + annotation.suggestions.joined(separator: " | ")
        JSONText.append(annotation.message + suggestions + " [" + annotation.rule + "]", to: &output)
        JSONText.append(raw: "]}}", to: &output)
    }

    /// A region up to its value's span: code points, end exclusive.
    private static func appendRegion(
        _ annotation: AnnotationRecord.Annotation, id: String, name: StaticString, type: StaticString, to output: inout [UInt8]
    ) {
        JSONText.append(raw: "{\"id\":", to: &output)
        JSONText.append(id, to: &output)
        JSONText.append(raw: ",\"from_name\":\"", to: &output)
        JSONText.append(raw: name, to: &output)
        JSONText.append(raw: "\",\"to_name\":\"text\",\"type\":\"", to: &output)
        JSONText.append(raw: type, to: &output)
        JSONText.append(raw: "\",\"score\":", to: &output)
        JSONText.append(annotation.confidence, to: &output)
        JSONText.append(raw: ",\"value\":{\"start\":", to: &output)
        JSONText.append(annotation.start, to: &output)
        JSONText.append(raw: ",\"end\":", to: &output)
        JSONText.append(annotation.end, to: &output)
        // A textarea's own text takes the place of the marked one.
        if name.utf8CodeUnitCount != 4 {
            JSONText.append(raw: ",\"text\":", to: &output)
            JSONText.append(annotation.text, to: &output)
        }
    }
}
