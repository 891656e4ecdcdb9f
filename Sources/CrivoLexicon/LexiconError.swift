/// What can be wrong with the dictionaries, the word lists and the compiled lexicon.
public enum LexiconError: Error, Equatable {
    /// A Hunspell dictionary is not in any folder of the search path.
    case missingDictionary(DictionaryID, searched: [String])
    /// A file cannot be read or written; `reason` is the system's word for it.
    case file(path: String, reason: String)
    /// A line of a word list or dictionary is not what the format asks for.
    case malformed(path: String, line: Int, reason: String)
    /// The compiled lexicon is cut, damaged or of another version.
    case damaged(path: String, reason: String)
    /// Crivo's own data (`Dictionaries/`) is nowhere near the program.
    case missingData(searched: [String])

    /// One line for the user, in Brazilian Portuguese or English.
    public func message(inPortuguese: Bool) -> String {
        switch self {
        case .missingDictionary(let dictionary, let searched):
            let places = searched.joined(separator: ", ")
            return inPortuguese
                ? "dicionário \(dictionary.name) não encontrado em \(places); instale o pacote com: apt-get install \(dictionary.package)"
                : "dictionary \(dictionary.name) not found in \(places); install its package with: apt-get install \(dictionary.package)"
        case .file(let path, let reason): return "\(path): \(reason)"
        case .malformed(let path, let line, let reason): return "\(path):\(line): \(reason)"
        case .damaged(let path, let reason):
            return inPortuguese
                ? "\(path): léxico compilado inválido (\(reason)); recrie-o com: crivo-dev lexicon build"
                : "\(path): invalid compiled lexicon (\(reason)); build it again with: crivo-dev lexicon build"
        case .missingData(let searched):
            let places = searched.joined(separator: ", ")
            return inPortuguese
                ? "dados do Crivo (Dictionaries/) não encontrados em \(places); indique a pasta na variável CRIVO_DATA"
                : "Crivo's data (Dictionaries/) not found in \(places); name its folder in the variable CRIVO_DATA"
        }
    }
}
