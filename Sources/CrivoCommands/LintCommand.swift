import Crivo
import CrivoDatasets
import CrivoExport
import CrivoLexicon
import CrivoRules
import CrivoText
import Glibc

/// `crivo lint`: datasets in, one annotation record for each text out.
enum LintCommand {
    static func run(_ invocation: Invocation) throws(CommandFailure) -> Int32 {
        let options = try RunOptions(invocation)
        let isPortuguese = options.language == .portuguese
        var run = DatasetRun(inputs: invocation.operands)
        run.messagesInPortuguese = isPortuguese
        run.format = invocation.value("format").flatMap(InputFormat.init)
        run.output = invocation.value("output").map { $0 == "-" ? "" : $0 } ?? ""
        run.rejects = invocation.value("rejects")
        run.resumes = invocation.has("resume")
        run.jobs = try jobs(invocation.value("jobs"), options.language)
        let exports = try exports(invocation.all("export"), options.language)
        run.exports = exports.map {
            ExportStream(
                path: $0, head: LabelStudioWriter.head, tail: LabelStudioWriter.tail, separatorLength: LabelStudioWriter.separator.count)
        }
        if run.resumes, run.output.isEmpty {
            throw CommandFailure(isPortuguese ? "--resume pede --output ARQUIVO" : "--resume asks for --output FILE")
        }
        let checker = Checker(lexicon: try SharedLexicon.open(options.language), options: options.check)
        run.facts = [("crivo", Program.version), ("rules", Program.rulesDigest), ("lexicon", checker.lexicon.digest)] + options.facts
        do throws(InputError) {
            run.selection = Selection(
                texts: try invocation.all("text").map { text throws(InputError) in try Selector(text) },
                prompt: try invocation.value("prompt").map { text throws(InputError) in try Selector(text) },
                id: try invocation.value("id").map { text throws(InputError) in try Selector(text) })
            return try execute(run, checker, exports, options, showsProgress: showsProgress(invocation.value("progress")))
        } catch .brokenPipe {
            return 0
        } catch { throw CommandFailure(error.message(inPortuguese: isPortuguese)) }
    }

    private static func execute(
        _ run: DatasetRun, _ checker: Checker, _ exports: [String], _ options: RunOptions, showsProgress: Bool
    ) throws(InputError) -> Int32 {
        let bar = ProgressBar(language: options.language)
        let progress: (@Sendable (RunProgress) -> Void)? = showsProgress ? { @Sendable in bar.show($0) } : nil
        let failOn = options.failOn
        let hasExport = !exports.isEmpty
        let outcome = try run.execute(progress: progress) { LintProcessor(checker, failOn: failOn, writesTasks: hasExport) }
        if showsProgress { bar.end() }
        for path in exports { try writeConfiguration(beside: path) }
        report(outcome, run, options)
        if !outcome.errors.isEmpty { return 2 }
        return outcome.counts.failing > 0 ? 1 : 0
    }

    private static func report(_ outcome: DatasetRun.Outcome, _ run: DatasetRun, _ options: RunOptions) {
        let isPortuguese = options.language == .portuguese
        for error in outcome.errors { Console.error("crivo: " + error.message(inPortuguese: isPortuguese)) }
        for rejection in outcome.rejections { Console.error("crivo: \(rejection)") }
        let counts = outcome.counts
        let issues = counts.issues.reduce(0, +)
        var line =
            isPortuguese
            ? "crivo: \(counts.rows) linhas, \(counts.texts) textos, \(counts.words) palavras, \(issues) ocorrências"
            : "crivo: \(counts.rows) rows, \(counts.texts) texts, \(counts.words) words, \(issues) issues"
        if counts.rejected > 0 {
            line += isPortuguese ? ", \(counts.rejected) linhas rejeitadas" : ", \(counts.rejected) rows rejected"
            if let rejects = run.rejects { line += isPortuguese ? " (em \(rejects))" : " (in \(rejects))" }
        }
        if outcome.wasResumed { line += isPortuguese ? "; execução retomada" : "; run resumed" }
        Console.error(line)
    }

    private static func writeConfiguration(beside path: String) throws(InputError) {
        let target = path + ".config.xml"
        guard let file = fopen(target, "w") else { throw .unwritable(path: target, written: 0, reason: String(cString: strerror(errno))) }
        defer { fclose(file) }
        guard fputs(LabelStudioConfiguration.xml(), file) >= 0 else {
            throw .unwritable(path: target, written: 0, reason: String(cString: strerror(errno)))
        }
    }

    private static func jobs(_ value: String?, _ language: MessageLanguage) throws(CommandFailure) -> Int {
        guard let value else { return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
        guard let count = Int(value), (1...256).contains(count) else {
            throw CommandFailure(
                language == .portuguese
                    ? "--jobs pede um número de 1 a 256, e não “\(value)”" : "--jobs asks for a number from 1 to 256, not “\(value)”")
        }
        return count
    }

    private static func exports(_ values: [String], _ language: MessageLanguage) throws(CommandFailure) -> [String] {
        var paths: [String] = []
        for value in values {
            guard let sign = value.firstIndex(of: "="), value[..<sign] == "label-studio", value.index(after: sign) < value.endIndex else {
                throw CommandFailure(
                    language == .portuguese
                        ? "--export pede label-studio=ARQUIVO, e não “\(value)”" : "--export asks for label-studio=FILE, not “\(value)”")
            }
            paths.append(String(value[value.index(after: sign)...]))
        }
        return paths
    }

    private static func showsProgress(_ when: String?) -> Bool { when == "always" || (when != "never" && Console.isTerminal(2)) }
}

/// A worker of a run: checks a text and writes its record and task.
struct LintProcessor: TextProcessor, ~Copyable {
    private var worker: CheckWorker
    private let failOn: Severity?
    private let writesTasks: Bool

    init(_ checker: Checker, failOn: Severity?, writesTasks: Bool) {
        worker = checker.makeWorker()
        self.failOn = failOn
        self.writesTasks = writesTasks
    }

    mutating func process(_ item: borrowing TextItem, into output: inout ChunkOutput) {
        // A text beyond the limit cannot come out of a row that was read: rows are far shorter.
        guard let record = try? worker.check(item.text, id: item.id, record: item.record, path: item.path) else { return }
        output.counts.words += record.words
        for annotation in record.annotations {
            output.counts.issues[annotation.severity.rawValue] += 1
            if let failOn, annotation.severity >= failOn { output.counts.failing += 1 }
        }
        RecordWriter.append(record, to: &output.streams[0])
        guard writesTasks else { return }
        for stream in 1..<output.streams.count {
            LabelStudioWriter.append(
                record, text: item.text, prompt: item.prompt, model: "crivo-\(Program.version)", to: &output.streams[stream])
        }
    }
}
