import Crivo
import CrivoExport
import CrivoLexicon
import CrivoRules
import CrivoText

/// `crivo check`: one text or more, for a person.
enum CheckCommand {
    static func run(_ invocation: Invocation) throws(CommandFailure) -> Int32 {
        let options = try RunOptions(invocation)
        let checker = Checker(lexicon: try SharedLexicon.open(options.language), options: options.check)
        var worker = checker.makeWorker()
        let style = Style(invocation.value("color"))
        let format = invocation.value("format") ?? "pretty"
        let files = invocation.operands.isEmpty ? ["-"] : invocation.operands
        var exitCode: Int32 = 0
        for (index, file) in files.enumerated() {
            switch Console.read(file) {
            case .failure(let fault):
                Console.error("crivo: " + fault.message[options.language])
                exitCode = 2
            case .success(let bytes):
                let name = file == "-" ? (options.language == .portuguese ? "(entrada)" : "(input)") : file
                do throws(DocumentError) {
                    let record = try bytes.withUnsafeBufferPointer { buffer throws(DocumentError) in
                        try worker.check(buffer, id: file, record: index)
                    }
                    show(record, bytes, name, format, style, options)
                    if let failOn = options.failOn, exitCode == 0, record.annotations.contains(where: { $0.severity >= failOn }) {
                        exitCode = 1
                    }
                } catch {
                    Console.error(
                        "crivo: "
                            + Bilingual(
                                pt: "\(name): texto longo demais (mais de \(Segmenter.maximumBytes) bytes)",
                                en: "\(name): the text is too long (more than \(Segmenter.maximumBytes) bytes)")[
                                options.language])
                    exitCode = 2
                }
            }
        }
        return exitCode
    }

    private static func show(
        _ record: AnnotationRecord, _ bytes: [UInt8], _ name: String, _ format: String, _ style: Style, _ options: RunOptions
    ) {
        switch format {
        case "json":
            var output: [UInt8] = []
            RecordWriter.append(record, to: &output)
            Console.write(output)
        default:
            // The report counts in the repaired text, as the record does.
            let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
            let report = TextReport(file: name, text: text, record: record, language: options.language, style: style)
            Console.write(format == "concise" ? report.concise() : report.pretty())
        }
    }
}

/// The lexicon as a command opens it: built first when it has to be, with a word about it.
enum SharedLexicon {
    static func open(_ language: MessageLanguage) throws(CommandFailure) -> Lexicon {
        do throws(LexiconError) {
            return try LexiconLocation.open { path in
                Console.error(
                    language == .portuguese
                        ? "crivo: compilando o léxico em \(path) (uma vez, cerca de 20 s)"
                        : "crivo: compiling the lexicon into \(path) (once, about 20 s)")
            }
        } catch { throw CommandFailure(error.message(inPortuguese: language == .portuguese)) }
    }
}
