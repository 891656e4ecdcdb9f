import CrivoCommands
import Foundation
import Testing

/// The program as its users call it: arguments in, exit code, output and messages out.
struct CommandLineTests {
    private static let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/release/crivo")
        .standardizedFileURL

    private func run(
        _ arguments: [String], input: String = "", language: String = "C"
    ) throws -> (code: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = CommandLineTests.program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "LANG": language, "LC_ALL": "", "LC_MESSAGES": "", "NO_COLOR": "1",
        ]) { $1 }
        let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = standardError
        try process.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let output = String(decoding: standardOutput.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errors = String(decoding: standardError.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output, errors)
    }

    @Test("Exit codes: 0 nothing, 1 something, 2 the call is at fault")
    func exitCodes() throws {
        #expect(try run(["check", "-"], input: "O menino veio à escola com a mãe.").code == 0)
        #expect(try run(["check", "-"], input: "O menino nao veio à escola com a mãe.").code == 1)
        #expect(try run(["check", "--fail-on", "major", "-"], input: "O menino nao veio à escola com a mãe.").code == 0)
        #expect(try run(["check", "/nowhere/file.md"]).code == 2)
    }

    @Test("Findings in two languages")
    func languages() throws {
        let text = "O livro de de história sumiu."
        #expect(try run(["check", "-f", "concise", "-"], input: text, language: "pt_BR.UTF-8").output.contains("está repetida"))
        #expect(
            try run(["check", "-f", "concise", "-"], input: text).output
                == "(input):1:9: minor common/repetition/word: The word “de” is doubled. → de\n")
        #expect(try run(["check", "-f", "concise", "--messages", "pt-BR", "-"], input: text).output.contains("está repetida"))
    }

    @Test(
        "A wrong call proposes the nearest right one",
        arguments: [
            (["chek"], "did you mean “check”"), (["lint", "x", "--jbos", "2"], "did you mean “--jobs”"), (["lint"], "INPUT… is missing"),
            (["check", "--format", "prety"], "did you mean “pretty”"), (["lint", "x", "--jobs"], "--jobs asks for a value"),
            (["lint", "x", "--resume=1"], "takes no value"),
            (["check", "--ignore", "common/encodin"], "no rule or family"), (["man", "extra"], "does not take “extra”"),
            (["lint", "x", "--jobs", "0"], "from 1 to 256"),
            (["lint", "x", "--export", "sarif=x"], "label-studio=FILE"),
            (["rules", "show", "common/encoding/mojibak"], "did you mean “common/encoding/mojibake”"),
            (["completions", "tcsh"], "bash, zsh, fish"),
        ])
    func wrongCalls(_ arguments: [String], _ message: String) throws {
        let result = try run(arguments)
        #expect(result.code == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test("Options in every form that getopt knows")
    func optionForms() throws {
        let text = "O menino nao veio à escola com a mãe."
        for form in [["-f", "json"], ["-fjson"], ["--format=json"], ["--format", "json"], ["--form", "json"]] {
            #expect(try run(["check"] + form + ["-"], input: text).output.hasPrefix("{\"schema\":\"crivo/1\""), "\(form)")
        }
        #expect(try run(["check", "-", "--format", "json"], input: text).output.hasPrefix("{"))
    }

    @Test("Help, version, man page and completions come from one table and pass their shells")
    func generated() throws {
        #expect(try run(["--version"]).output.hasPrefix("crivo "))
        #expect(try run(["help", "lint"], language: "pt_BR.UTF-8").output.contains("--resume"))
        #expect(try run(["lint", "--help"]).output.contains("Examples:"))
        #expect(try run(["man"]).output.contains(".SH EXIT STATUS"))
        for shell in ["bash", "zsh", "fish"] {
            let script = try run(["completions", shell]).output
            #expect(script.contains("resume"))
            guard let path = ["/bin/\(shell)", "/usr/bin/\(shell)"].first(where: { FileManager.default.isExecutableFile(atPath: $0) })
            else {
                print("SKIPPED syntax check: \(shell) is not installed")
                continue
            }
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = ["-n"]
            let input = Pipe()
            process.standardInput = input
            process.standardError = FileHandle.nullDevice
            try process.run()
            input.fileHandleForWriting.write(Data(script.utf8))
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(shell)")
        }
    }

    @Test("Control characters of a text never reach the terminal")
    func hostileText() throws {
        let result = try run(["check", "--color", "never", "-"], input: "Um texto \u{1B}[31mruim\u{7}, nao é?")
        #expect(!result.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("A configuration silences a rule and adds a word")
    func configuration() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "crivo-\(ProcessInfo.processInfo.processIdentifier).yml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("words: [zubumafu]\nignore: [common/repetition]\nseverity:\n  common/punctuation: info\n".utf8).write(to: file)
        let text = "O zubumafu comeu o o bolo,, ontem à noite."
        #expect(try run(["check", "--config", file.path(), "-"], input: text).code == 0)
        #expect(try run(["check", "-"], input: text).code == 1)
    }
}
