/// What can be wrong with an input or output as a whole; what is wrong with one row is a ``RejectedRow``.
public enum InputError: Error, Equatable {
    /// The file cannot be opened or read.
    case unreadable(path: String, reason: String)
    case isDirectory(path: String)
    /// Compressed data ends early or is damaged; `offset` counts compressed bytes.
    case damaged(path: String, offset: Int, reason: String)
    /// The output cannot be written; `written` bytes of it are.
    case unwritable(path: String, written: Int, reason: String)
    /// The reader of standard output went away: no fault of anyone.
    case brokenPipe
    /// A selector is not well-formed; `column` from 1.
    case selector(text: String, column: Int, reason: String)
    /// A run cannot go on where the last one stopped.
    case resume(path: String, reason: String)

    public func message(inPortuguese: Bool) -> String {
        switch self {
        case .unreadable(let path, let reason):
            return inPortuguese ? "\(path): não foi possível ler: \(reason)" : "\(path): cannot be read: \(reason)"
        case .isDirectory(let path):
            return inPortuguese ? "\(path): é uma pasta; indique um arquivo" : "\(path): is a directory; name a file"
        case .damaged(let path, let offset, let reason):
            return inPortuguese
                ? "\(path): dados comprimidos danificados no byte \(offset): \(reason); as linhas anteriores foram processadas"
                : "\(path): damaged compressed data at byte \(offset): \(reason); the rows before it were processed"
        case .unwritable(let path, let written, let reason):
            return inPortuguese
                ? "\(path): não foi possível gravar depois do byte \(written): \(reason)"
                : "\(path): cannot be written after byte \(written): \(reason)"
        case .brokenPipe: return inPortuguese ? "saída fechada" : "output closed"
        case .selector(let text, let column, let reason):
            return inPortuguese ? "seletor “\(text)”, coluna \(column): \(reason)" : "selector “\(text)”, column \(column): \(reason)"
        case .resume(let path, let reason):
            return inPortuguese ? "\(path): não é possível retomar: \(reason)" : "\(path): cannot resume: \(reason)"
        }
    }
}
