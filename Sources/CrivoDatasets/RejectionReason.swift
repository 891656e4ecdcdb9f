import CrivoText

/// Why a row, or a text of a row, could not be read.
public enum RejectionReason: Error, Equatable, Sendable {
    case json(String)
    /// The row is no object.
    case notAnObject
    /// Nothing stands where the selector points; `fields` are the names that the row has.
    case missing(field: String, fields: [String])
    case notText(field: String)
    /// No known shape of a record; `fields` are the names that the row has.
    case unknownShape(fields: [String])
    case columns(found: Int, expected: Int)
    case unclosedQuote
    case tooLong(bytes: Int)

    public func message(inPortuguese: Bool) -> String {
        switch self {
        case .json(let reason): return inPortuguese ? "JSON inválido: \(reason)" : "invalid JSON: \(reason)"
        case .notAnObject: return inPortuguese ? "a linha não é um objeto JSON" : "the row is not a JSON object"
        case .missing(let field, let fields):
            let hint =
                Nearest.name(to: field, among: fields).map { inPortuguese ? "; você quis dizer “\($0)”?" : "; did you mean “\($0)”?" } ?? ""
            let list = fields.joined(separator: ", ")
            return (inPortuguese ? "não há campo “\(field)”; a linha tem: \(list)" : "no field “\(field)”; the row has: \(list)") + hint
        case .notText(let field): return inPortuguese ? "o campo “\(field)” não é texto" : "the field “\(field)” is not text"
        case .unknownShape(let fields):
            let list = fields.joined(separator: ", ")
            return inPortuguese
                ? "nenhum texto encontrado; a linha tem: \(list); indique o campo com --text"
                : "no text found; the row has: \(list); name the field with --text"
        case .columns(let found, let expected):
            return inPortuguese
                ? "a linha tem \(found) colunas, e o cabeçalho, \(expected)" : "the row has \(found) columns, the header \(expected)"
        case .unclosedQuote: return inPortuguese ? "aspas sem fechamento" : "a quotation mark is never closed"
        case .tooLong(let bytes): return inPortuguese ? "texto de \(bytes) bytes: longo demais" : "a text of \(bytes) bytes is too long"
        }
    }
}
