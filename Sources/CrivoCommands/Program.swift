import Crivo
import CrivoRules
import Glibc

/// The `crivo` program: understands a command line and runs the command.
public enum Program {
    public static let version = "0.1.0"

    /// Tells one state of the rules from another, for manifests.
    static var rulesDigest: String {
        digest(Checker.registry.rules.map { "\($0.id) \($0.severity.name) \($0.confidence)" }.joined(separator: "\n"))
    }

    /// A short fingerprint of a text (FNV-1a); no cryptography is needed to tell states apart.
    static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let hex = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    /// Runs and returns the exit code: 0 nothing found, 1 something, 2 the call or a file is at fault.
    public static func main(_ arguments: [String]) -> Int32 {
        // A reader that goes away is told by the write that fails, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        do throws(UsageError) {
            let invocation = try ArgumentParser.parse(arguments)
            do throws(CommandFailure) {
                return try run(invocation)
            } catch {
                Console.error("crivo: \(error.message)")
                return 2
            }
        } catch {
            Console.error("crivo: \(error.message[Console.language(nil)])")
            return 2
        }
    }

    private static func run(_ invocation: Invocation) throws(CommandFailure) -> Int32 {
        switch invocation.command {
        case "check": return try CheckCommand.run(invocation)
        case "lint": return try LintCommand.run(invocation)
        case "rules": return try RulesCommand.run(invocation)
        case "completions": Console.write(Completions.script(for: invocation.operands[0]))
        case "man": Console.write(ManPage.text(version: version))
        case "version": Console.write("crivo \(version)\n")
        default:
            let language = Console.language(nil)
            if let name = invocation.operands.first {
                guard let command = CommandTable.command(named: name) else {
                    throw CommandFailure(language == .portuguese ? "não há comando “\(name)”" : "there is no command “\(name)”")
                }
                Console.write(HelpText.command(command, language))
            } else {
                Console.write(HelpText.program(language))
            }
        }
        return 0
    }
}
