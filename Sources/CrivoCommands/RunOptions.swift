import Crivo
import CrivoAnalysis
import CrivoRules
import CrivoText
import Glibc

/// What a command line and the configuration file say together.
struct RunOptions {
    var check = CheckOptions()
    /// nil: never.
    var failOn: Severity? = .minor
    var configurationPath: String?
    var language: MessageLanguage

    init(_ invocation: Invocation) throws(CommandFailure) {
        language = Console.language(invocation.value("messages"))
        check.messages = language
        if let configuration = try RunOptions.configuration(invocation.value("config"), language) {
            configuration.apply(to: &check)
            configurationPath = configuration.path
            if let failOn = configuration.failOn { self.failOn = failOn }
            if invocation.value("messages") == nil, let messages = configuration.messages { language = messages }
        }
        if let name = invocation.value("lang") { check.language = Variety(rawValue: name) }
        check.expect(invocation.all("expect").compactMap(Variety.init))
        check.select += try rules(invocation.list("select"))
        check.ignore += try rules(invocation.list("ignore"))
        if let name = invocation.value("min-severity"), let severity = Severity(name: name) { check.minimumSeverity = severity }
        if let name = invocation.value("fail-on") { failOn = Severity(name: name) }
        if let name = invocation.value("input"), let markup = Markup(rawValue: name) { check.markup = markup }
        check.messages = language
    }

    private func rules(_ names: [String]) throws(CommandFailure) -> [String] {
        let ids = Checker.registry.rules.map(\.id)
        for name in names where !ids.contains(where: { RuleRegistry.matches($0, name) }) {
            let hint = Nearest.name(to: name, among: ids)
            throw CommandFailure(
                Bilingual(
                    pt: "não há regra nem família “\(name)”" + (hint.map { "; você quis dizer “\($0)”?" } ?? "; veja crivo rules list"),
                    en: "there is no rule or family “\(name)”" + (hint.map { "; did you mean “\($0)”?" } ?? "; see crivo rules list"))[
                        language])
        }
        return names
    }

    private static func configuration(_ requested: String?, _ language: MessageLanguage) throws(CommandFailure) -> Configuration? {
        guard let path = requested ?? nearestFile() else { return nil }
        switch Console.read(path) {
        case .failure(let fault): throw CommandFailure(fault.message[language])
        case .success(let bytes):
            do throws(ConfigurationError) {
                return try ConfigurationReader.read(bytes, path: path, rules: Checker.registry.rules.map(\.id))
            } catch { throw CommandFailure(error.message(language)) }
        }
    }

    private static func nearestFile() -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard getcwd(&buffer, buffer.count) != nil else { return nil }
        var folder = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        while true {
            let path = folder == "/" ? "/crivo.yml" : "\(folder)/crivo.yml"
            if access(path, R_OK) == 0 { return path }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// The configuration for the manifest: all that bears on the output, nothing that does not.
    var facts: [(key: String, value: String)] {
        let severities = check.severities.map { "\($0.name)=\($0.severity?.name ?? "off")" }
        return [
            ("lang", check.language?.rawValue ?? "auto"),
            ("expect", "\(check.expectedPortuguese.rawValue),\(check.expectedEnglish.rawValue)"),
            ("markup", check.markup.rawValue), ("select", check.select.joined(separator: ",")),
            ("ignore", check.ignore.joined(separator: ",")),
            ("severity", severities.joined(separator: ",")), ("min_severity", check.minimumSeverity.name),
            ("words", check.words.sorted().joined(separator: ",")),
            ("messages", check.messages.rawValue),
        ]
    }
}

/// A command that cannot go on: exit code 2 and a word about why, in the user's language.
struct CommandFailure: Error {
    var message: String
    init(_ message: String) { self.message = message }
}
