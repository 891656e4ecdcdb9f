import CGetopt
import CrivoRules
import CrivoText
import Glibc

/// A command line that was understood.
struct Invocation: Sendable, Equatable {
    var command: String
    var operands: [String] = []
    private var values: [String: [String]] = [:]

    init(command: String, operands: [String] = [], values: [String: [String]] = [:]) {
        self.command = command
        self.operands = operands
        self.values = values
    }

    /// The value of an option; the last where it was given twice.
    func value(_ name: String) -> String? { values[name]?.last }
    func all(_ name: String) -> [String] { values[name] ?? [] }
    func has(_ name: String) -> Bool { values[name] != nil }
    /// The parts of all values of an option that takes a list.
    func list(_ name: String) -> [String] { all(name).flatMap { $0.split(separator: ",").map(String.init) } }
}

/// A call that cannot be carried out.
struct UsageError: Error, Equatable {
    var message: Bilingual

    init(pt: String, en: String) { message = Bilingual(pt: pt, en: en) }
}

extension Bilingual {
    /// The same text with something added in both languages.
    func appending(pt: String, en: String) -> Bilingual { Bilingual(pt: portuguese + pt, en: english + en) }
}

/// Parses command lines with glibc's `getopt_long` from the command table.
enum ArgumentParser {
    static func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
        guard let first = arguments.first else { return Invocation(command: "help") }
        if first == "--help" || first == "-h" { return Invocation(command: "help", operands: Array(arguments.dropFirst())) }
        if first == "--version" || first == "-V" { return Invocation(command: "version") }
        guard let command = CommandTable.command(named: first) else {
            if first.hasPrefix("-") { throw unknownOption(first, CommandTable.general) }
            let hint = nearest(first, CommandTable.commands.map(\.name))
            throw UsageError(
                pt: "não há comando “\(first)”" + (hint.map { "; você quis dizer “\($0)”?" } ?? "; veja crivo --help"),
                en: "there is no command “\(first)”" + (hint.map { "; did you mean “\($0)”?" } ?? "; see crivo --help"))
        }
        let rest = Array(arguments.dropFirst())
        return try parse(rest, command)
    }

    private static func parse(_ arguments: [String], _ command: CommandDescription) throws(UsageError) -> Invocation {
        let descriptions = command.options + CommandTable.general
        let (found, operands) = try scan(arguments, descriptions)
        if found.contains(where: { $0.0 == "help" }) { return Invocation(command: "help", operands: [command.name]) }
        if found.contains(where: { $0.0 == "version" }) { return Invocation(command: "version") }
        var values: [String: [String]] = [:]
        for (name, value) in found {
            guard let description = descriptions.first(where: { $0.name == name }) else { continue }
            if !description.allowed.isEmpty, !description.allowed.contains(value) {
                let hint = nearest(value, description.allowed)
                let list = description.allowed.joined(separator: ", ")
                throw UsageError(
                    pt: "--\(name) não aceita “\(value)”: use \(list)" + (hint.map { "; você quis dizer “\($0)”?" } ?? ""),
                    en: "--\(name) does not take “\(value)”: use \(list)" + (hint.map { "; did you mean “\($0)”?" } ?? ""))
            }
            values[name, default: []].append(value)
        }
        if operands.count < command.minimumOperands {
            throw UsageError(
                pt: "falta \(command.operands); veja crivo help \(command.name)",
                en: "\(command.operands) is missing; see crivo help \(command.name)")
        }
        if command.operands.isEmpty, let extra = operands.first {
            throw UsageError(pt: "crivo \(command.name) não recebe “\(extra)”", en: "crivo \(command.name) does not take “\(extra)”")
        }
        if !command.allowedOperands.isEmpty, let wrong = operands.first(where: { !command.allowedOperands.contains($0) }) {
            let list = command.allowedOperands.joined(separator: ", ")
            throw UsageError(pt: "“\(wrong)” não serve: use \(list)", en: "“\(wrong)” will not do: use \(list)")
        }
        return Invocation(command: command.name, operands: operands, values: values)
    }

    /// glibc's parser keeps its place in global variables: one call at a time.
    private static let lock = ParserLock()

    private static func scan(
        _ arguments: [String], _ descriptions: [OptionDescription]
    ) throws(UsageError) -> (found: [(String, String)], operands: [String]) {
        let result = lock.locked { scanLocked(arguments, descriptions) }
        if let fault = result.fault {
            switch fault {
            case .unknown(let text): throw unknownOption(text, descriptions)
            case .missing(let text): throw UsageError(pt: "\(text) pede um valor", en: "\(text) asks for a value")
            case .superfluous(let text): throw UsageError(pt: "\(text) não recebe valor", en: "\(text) takes no value")
            }
        }
        return (result.found, result.operands)
    }

    private enum Fault { case unknown(String), missing(String), superfluous(String) }

    private static func scanLocked(
        _ arguments: [String], _ descriptions: [OptionDescription]
    ) -> (found: [(String, String)], operands: [String], fault: Fault?) {
        var strings: [UnsafeMutablePointer<CChar>?] = (["crivo"] + arguments).map { strdup($0) }
        let all = strings
        defer { for string in all { free(string) } }
        strings.append(nil)
        let names = descriptions.map { strdup($0.name) }
        defer { for name in names { free(name) } }
        var options = descriptions.enumerated().map { index, description in
            option(
                name: UnsafePointer(names[index]), has_arg: description.value == nil ? no_argument : required_argument, flag: nil,
                val: Int32(1000 + index))
        }
        options.append(option())
        // A leading colon tells a missing value from an unknown option, and silences the messages.
        var shorts = ":"
        for description in descriptions {
            if let short = description.short { shorts += String(short) + (description.value == nil ? "" : ":") }
        }
        crivo_getopt_reset()
        var found: [(String, String)] = []
        var fault: Fault?
        while fault == nil {
            let before = max(1, Int(crivo_getopt_index()))
            let code = strings.withUnsafeMutableBufferPointer {
                getopt_long(Int32(arguments.count + 1), $0.baseAddress.unsafelyUnwrapped, shorts, options, nil)
            }
            if code < 0 { break }
            let value = crivo_getopt_argument().map { String(cString: $0) } ?? ""
            let culprit = strings[min(before, arguments.count)].map { String(cString: $0) } ?? ""
            let last = strings[min(max(1, Int(crivo_getopt_index()) - 1), arguments.count)].map { String(cString: $0) } ?? culprit
            if code == 0x3A {
                fault = .missing(last)
            } else if code == 0x3F {
                if crivo_getopt_option() >= 1000 {
                    fault = .superfluous(last)
                } else {
                    fault = .unknown(
                        crivo_getopt_option() > 0 ? "-" + String(Unicode.Scalar(UInt8(truncatingIfNeeded: crivo_getopt_option()))) : last)
                }
            } else if code >= 1000, Int(code) - 1000 < descriptions.count {
                found.append((descriptions[Int(code) - 1000].name, value))
            } else if let description = descriptions.first(where: { $0.short?.asciiValue.map(Int32.init) == code }) {
                found.append((description.name, value))
            }
        }
        let operands =
            fault == nil ? strings[Int(crivo_getopt_index())..<arguments.count + 1].compactMap { $0.map { String(cString: $0) } } : []
        return (found, operands, fault)
    }

    private static func unknownOption(_ text: String, _ descriptions: [OptionDescription]) -> UsageError {
        let name = text.hasPrefix("--") ? String(text.dropFirst(2).prefix { $0 != "=" }) : text
        let hint = nearest(name, descriptions.map(\.name))
        let shown = text.hasPrefix("--") ? "--\(name)" : text
        return UsageError(
            pt: "não há opção “\(shown)”" + (hint.map { "; você quis dizer “--\($0)”?" } ?? ""),
            en: "there is no option “\(shown)”" + (hint.map { "; did you mean “--\($0)”?" } ?? ""))
    }

    private static func nearest(_ name: String, _ names: [String]) -> String? { Nearest.name(to: name, among: names) }
}

/// Serializes the calls of `getopt_long`.
private final class ParserLock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() { pthread_mutex_init(mutex, nil) }

    func locked<T>(_ body: () -> T) -> T {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
