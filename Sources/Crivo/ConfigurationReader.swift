import CrivoAnalysis
public import CrivoRules
import CrivoText
import CrivoYAML

/// All that is wrong with a configuration file.
public struct ConfigurationError: Error {
    /// One fault with its place, counted from 1, and the line it is in.
    public struct Fault: Sendable {
        public var line: Int
        public var column: Int
        public var reason: Bilingual
        public var excerpt: String
    }

    public var path: String
    public var faults: [Fault]

    /// For a terminal: place and reason, the line, a caret below the column.
    public func message(_ language: MessageLanguage) -> String {
        faults.map { fault in
            let caret = String(repeating: " ", count: max(0, fault.column - 1)) + "^"
            return "\(path):\(fault.line):\(fault.column): \(fault.reason[language])\n    \(fault.excerpt)\n    \(caret)"
        }.joined(separator: "\n")
    }
}

/// Reads `crivo.yml`; every fault of the file is found in one go.
public struct ConfigurationReader {
    private let path: String
    private let lines: [String]
    private let rules: [String]
    private var faults: [ConfigurationError.Fault] = []

    private static let keys = ["words", "select", "ignore", "severity", "lang", "expect", "min-severity", "fail-on", "messages"]

    /// `rules` are the ids that the file may name; their families are known with them.
    public static func read(_ bytes: [UInt8], path: String, rules: [String]) throws(ConfigurationError) -> Configuration {
        var reader = ConfigurationReader(path, bytes, rules)
        return try reader.read(bytes)
    }

    private init(_ path: String, _ bytes: [UInt8], _ rules: [String]) {
        self.path = path
        lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        var names: Set<String> = []
        for rule in rules {
            let parts = rule.split(separator: "/")
            for count in 1...max(1, parts.count) { names.insert(parts.prefix(count).joined(separator: "/")) }
        }
        self.rules = names.sorted()
    }

    private mutating func read(_ bytes: [UInt8]) throws(ConfigurationError) -> Configuration {
        var configuration = Configuration(path: path)
        do throws(YAMLError) {
            guard let root = try YAMLReader.read(bytes) else { return configuration }
            guard case .mapping(let pairs) = root.value else {
                fail(
                    root, pt: "o arquivo deve ser um mapa de chaves, como “words:”",
                    en: "the file must be a mapping of keys such as “words:”")
                throw YAMLError(line: 0, column: 0, reason: "")
            }
            for pair in pairs { read(pair, into: &configuration) }
        } catch {
            if error.line > 0 {
                faults.append(
                    ConfigurationError.Fault(
                        line: error.line, column: error.column,
                        reason: Bilingual(pt: "YAML inválido: \(error.reason)", en: "invalid YAML: \(error.reason)"),
                        excerpt: excerpt(error.line)))
            }
        }
        guard faults.isEmpty else { throw ConfigurationError(path: path, faults: faults) }
        return configuration
    }

    private mutating func read(_ pair: YAMLNode.Pair, into configuration: inout Configuration) {
        guard let key = pair.key.text else { return fail(pair.key, pt: "a chave deve ser texto", en: "the key must be text") }
        switch key {
        case "words": configuration.words += words(pair.value)
        case "select": configuration.select += ruleNames(pair.value)
        case "ignore": configuration.ignore += ruleNames(pair.value)
        case "severity": configuration.severities += severities(pair.value)
        case "lang":
            if pair.value.text != "auto" {
                configuration.language = choice(pair.value, Variety.allCases.map(\.rawValue) + ["auto"]).flatMap(Variety.init)
            }
        case "expect":
            configuration.expected += items(pair.value).compactMap { choice($0, Variety.allCases.map(\.rawValue)).flatMap(Variety.init) }
        case "min-severity": configuration.minimumSeverity = choice(pair.value, Severity.allCases.map(\.name)).flatMap(Severity.init(name:))
        case "fail-on":
            if let name = choice(pair.value, Severity.allCases.map(\.name) + ["never"]) {
                configuration.failOn = .some(Severity(name: name))
            }
        case "messages": configuration.messages = choice(pair.value, MessageLanguage.allCases.map(\.rawValue)).flatMap(MessageLanguage.init)
        default:
            let hint = Nearest.name(to: key, among: ConfigurationReader.keys)
            let list = ConfigurationReader.keys.joined(separator: ", ")
            fail(
                pair.key, pt: "chave desconhecida “\(key)”; " + (hint.map { "você quis dizer “\($0)”?" } ?? "há: \(list)"),
                en: "unknown key “\(key)”; " + (hint.map { "did you mean “\($0)”?" } ?? "there are: \(list)"))
        }
    }

    private mutating func items(_ node: YAMLNode) -> [YAMLNode] {
        switch node.value {
        case .sequence(let items): return items
        case .scalar(let text): return text.isEmpty ? [] : [node]
        case .mapping:
            fail(node, pt: "aqui deve haver uma lista", en: "a list is expected here")
            return []
        }
    }

    private mutating func words(_ node: YAMLNode) -> [String] {
        // `words: {pt: […], en: […]}` keeps lists apart for the reader; both are accepted everywhere.
        if case .mapping(let pairs) = node.value { return pairs.flatMap { words($0.value) } }
        return items(node).compactMap { item in
            guard let text = item.text, !text.isEmpty else {
                fail(item, pt: "aqui deve haver uma palavra", en: "a word is expected here")
                return nil
            }
            return text
        }
    }

    private mutating func ruleNames(_ node: YAMLNode) -> [String] { items(node).compactMap { ruleName($0) } }

    private mutating func ruleName(_ node: YAMLNode) -> String? {
        guard let name = node.text else {
            fail(node, pt: "aqui deve haver o nome de uma regra", en: "the name of a rule is expected here")
            return nil
        }
        if rules.contains(name) { return name }
        let hint = Nearest.name(to: name, among: rules)
        fail(
            node, pt: "não há regra nem família “\(name)”" + (hint.map { "; você quis dizer “\($0)”?" } ?? "; veja crivo rules list"),
            en: "there is no rule or family “\(name)”" + (hint.map { "; did you mean “\($0)”?" } ?? "; see crivo rules list"))
        return nil
    }

    private mutating func severities(_ node: YAMLNode) -> [(name: String, severity: Severity?)] {
        guard case .mapping(let pairs) = node.value else {
            fail(node, pt: "aqui deve haver um mapa de regras e gravidades", en: "a mapping of rules to severities is expected here")
            return []
        }
        return pairs.compactMap { pair in
            guard let name = ruleName(pair.key), let level = choice(pair.value, Severity.allCases.map(\.name) + ["off"]) else { return nil }
            return (name, Severity(name: level))
        }
    }

    private mutating func choice(_ node: YAMLNode, _ allowed: [String]) -> String? {
        if let text = node.text, allowed.contains(text) { return text }
        let list = allowed.joined(separator: ", ")
        let hint = node.text.flatMap { Nearest.name(to: $0, among: allowed) }
        fail(
            node, pt: "valor “\(node.text ?? "")” desconhecido: use \(list)" + (hint.map { "; você quis dizer “\($0)”?" } ?? ""),
            en: "unknown value “\(node.text ?? "")”: use \(list)" + (hint.map { "; did you mean “\($0)”?" } ?? ""))
        return nil
    }

    private mutating func fail(_ node: YAMLNode, pt: String, en: String) {
        faults.append(
            ConfigurationError.Fault(line: node.line, column: node.column, reason: Bilingual(pt: pt, en: en), excerpt: excerpt(node.line)))
    }

    private func excerpt(_ line: Int) -> String { lines.indices.contains(line - 1) ? lines[line - 1] : "" }
}
