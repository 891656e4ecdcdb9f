/// Compiles the installed Hunspell dictionaries, Crivo's own lists and the unigram models into one file.
public struct LexiconBuilder {
    /// The folder that holds `pt/`, `en/`, `shared/` and `models/`.
    public let data: String

    public init(data: String) { self.data = data }

    /// The files that the lexicon is made from, in order.
    public func sources() throws(LexiconError) -> [String] {
        var paths: [String] = []
        for dictionary in DictionaryID.allCases {
            let files = try DictionaryPath.files(of: dictionary)
            paths += [files.aff, files.dic]
        }
        return paths + FileSystem.files(below: data, suffix: ".txt") + FileSystem.files(below: "\(data)/models", suffix: ".bin")
    }

    /// One line for each source with its size and time: as long as it stays the same the lexicon is up to date.
    public func stamp() throws(LexiconError) -> String {
        var lines = "\(LexiconFile.version)\n"
        for path in try sources() { lines += "\(path)\t\(FileSystem.stamp(path) ?? "-")\n" }
        return lines
    }

    /// Builds the lexicon and puts it at `path` in one step.
    public func build(to path: String) throws(LexiconError) {
        let stamp = try stamp()
        var writer = LexiconWriter()
        var supplements = Supplements()
        for path in FileSystem.files(below: data, suffix: ".txt") { try supplements.read(FileSystem.read(path), path: path) }
        writer.add("SUPT", compile(supplements.portuguese))
        writer.add("SUEN", compile(supplements.english))
        let models = try (model("pt"), model("en"))
        for dictionary in DictionaryID.allCases {
            let files = try DictionaryPath.files(of: dictionary)
            let affixes = try AffixFile(FileSystem.read(files.aff), path: files.aff)
            let stems = try StemFile(FileSystem.read(files.dic), affixes: affixes, path: files.dic)
            writer.add("D\(dictionary.rawValue)  ", DictionaryCompiler.compile(affixes, stems))
            let isPortuguese = dictionary == .ptBR || dictionary == .ptPT
            let own = isPortuguese ? supplements.portuguese : supplements.english
            writer.add("F\(dictionary.rawValue)  ", forms(affixes, stems, own, isPortuguese ? models.0 : models.1))
        }
        writer.add("DGST", Array(writer.digest().utf8))
        writer.add("SRCE", Array(stamp.utf8))
        try FileSystem.write(writer.bytes(), to: path)
    }

    private func model(_ language: String) throws(LexiconError) -> UnigramModel {
        let path = "\(data)/models/unigram-\(language).bin"
        guard FileSystem.stamp(path) != nil else { return UnigramModel() }
        return try UnigramModel(FileSystem.read(path), path: path)
    }

    /// Crivo's own words are a dictionary without affixes: the rules of case come for free.
    private func compile(_ words: Set<[UInt8]>) -> [UInt8] {
        var stems = StemFile()
        stems.entries = words.map { StemFile.Entry(word: $0, flags: []) }
        return DictionaryCompiler.compile(AffixFile(), stems)
    }

    private func forms(_ affixes: AffixFile, _ stems: StemFile, _ own: Set<[UInt8]>, _ model: UnigramModel) -> [UInt8] {
        let enumeration = FormEnumeration(affixes)
        var payloads: [[UInt8]: UInt32] = [:]
        func add(_ form: [UInt8]) {
            guard let symbols = FormAlphabet.symbols(of: form), symbols.count >= 2 else { return }
            let shape = WordCase(form)
            let payload = FormPayload(
                frequency: model.frequency(of: WordCase.lowered(form)), isCapitalized: shape == .initial || shape == .mixedInitial,
                isUpper: shape == .upper)
            // The lower-case form speaks for a word that is a name too.
            payloads[symbols] = min(payloads[symbols] ?? UInt32.max, payload.raw)
        }
        for entry in stems.entries {
            enumeration.forms(of: entry, add)
            enumeration.prefixedForms(of: entry) { form in if model.frequency(of: form) > 0 { add(form) } }
        }
        for word in own { add(word) }
        var builder = FormAutomatonBuilder()
        for symbols in payloads.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            builder.add(symbols, payload: payloads[symbols] ?? 0)
        }
        return builder.finish()
    }
}
