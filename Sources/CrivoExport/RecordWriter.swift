public import Crivo
import CrivoRules
import CrivoText

/// Writes annotation records as JSON Lines in the schema `crivo/1`.
public enum RecordWriter {
    /// Appends the record and a line feed.
    public static func append(_ record: borrowing AnnotationRecord, to output: inout [UInt8]) {
        JSONText.append(raw: "{\"schema\":\"crivo/1\",\"id\":", to: &output)
        JSONText.append(record.id, to: &output)
        JSONText.append(raw: ",\"record\":", to: &output)
        JSONText.append(record.record, to: &output)
        JSONText.append(raw: ",\"path\":", to: &output)
        JSONText.append(record.path, to: &output)
        JSONText.append(raw: ",\"words\":", to: &output)
        JSONText.append(record.words, to: &output)
        append(record.language, to: &output)
        // The register stage comes later; the schema allows null until then.
        JSONText.append(raw: ",\"register\":null,\"score\":{\"penalty\":", to: &output)
        JSONText.append(record.penalty, to: &output)
        JSONText.append(raw: ",\"per_thousand_words\":", to: &output)
        JSONText.append((record.penaltyPerThousandWords * 10).rounded() / 10, to: &output)
        JSONText.append(raw: ",\"formula\":\"mqm-linear\"},\"annotations\":[", to: &output)
        for (index, annotation) in record.annotations.enumerated() {
            if index > 0 { output.append(0x2C) }
            append(annotation, to: &output)
        }
        JSONText.append(raw: "]}\n", to: &output)
    }

    private static func append(_ language: AnnotationRecord.Language, to output: inout [UInt8]) {
        JSONText.append(raw: ",\"language\":{\"tag\":", to: &output)
        JSONText.append(language.tag, to: &output)
        JSONText.append(raw: ",\"confidence\":", to: &output)
        JSONText.append(language.confidence, to: &output)
        JSONText.append(raw: ",\"scores\":{", to: &output)
        for (index, score) in language.scores.enumerated() {
            if index > 0 { output.append(0x2C) }
            JSONText.append(score.tag, to: &output)
            output.append(0x3A)
            JSONText.append(score.probability, to: &output)
        }
        JSONText.append(raw: "},\"segments\":[", to: &output)
        for (index, segment) in language.segments.enumerated() {
            if index > 0 { output.append(0x2C) }
            JSONText.append(raw: "{\"start\":", to: &output)
            JSONText.append(segment.start, to: &output)
            JSONText.append(raw: ",\"end\":", to: &output)
            JSONText.append(segment.end, to: &output)
            JSONText.append(raw: ",\"tag\":", to: &output)
            JSONText.append(segment.tag, to: &output)
            JSONText.append(raw: ",\"confidence\":", to: &output)
            JSONText.append(segment.confidence, to: &output)
            output.append(0x7D)
        }
        JSONText.append(raw: "]}", to: &output)
    }

    private static func append(_ annotation: AnnotationRecord.Annotation, to output: inout [UInt8]) {
        JSONText.append(raw: "{\"start\":", to: &output)
        JSONText.append(annotation.start, to: &output)
        JSONText.append(raw: ",\"end\":", to: &output)
        JSONText.append(annotation.end, to: &output)
        JSONText.append(raw: ",\"utf16\":[", to: &output)
        JSONText.append(annotation.utf16Start, to: &output)
        output.append(0x2C)
        JSONText.append(annotation.utf16End, to: &output)
        JSONText.append(raw: "],\"text\":", to: &output)
        JSONText.append(annotation.text, to: &output)
        JSONText.append(raw: ",\"rule\":", to: &output)
        JSONText.append(annotation.rule, to: &output)
        JSONText.append(raw: ",\"category\":", to: &output)
        JSONText.append(annotation.category.rawValue, to: &output)
        JSONText.append(raw: ",\"severity\":", to: &output)
        JSONText.append(annotation.severity.name, to: &output)
        JSONText.append(raw: ",\"confidence\":", to: &output)
        JSONText.append(annotation.confidence, to: &output)
        JSONText.append(raw: ",\"message\":", to: &output)
        JSONText.append(annotation.message, to: &output)
        JSONText.append(raw: ",\"suggestions\":[", to: &output)
        for (index, suggestion) in annotation.suggestions.enumerated() {
            if index > 0 { output.append(0x2C) }
            JSONText.append(suggestion, to: &output)
        }
        JSONText.append(raw: "]}", to: &output)
    }
}
