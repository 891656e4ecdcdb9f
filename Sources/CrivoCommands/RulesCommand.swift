import Crivo
import CrivoRules
import CrivoText

/// `crivo rules`: the rule base, from the same data as the checks.
enum RulesCommand {
    static func run(_ invocation: Invocation) throws(CommandFailure) -> Int32 {
        let language = Console.language(invocation.value("messages"))
        let rules = Checker.registry.rules
        let isJSON = invocation.value("format") == "json"
        switch invocation.operands[0] {
        case "list":
            if isJSON {
                Console.write(json(rules))
            } else {
                for rule in rules {
                    Console.write("\(rule.id)  \(rule.severity.name)  \(rule.category.rawValue)  \(rule.title[language])\n")
                }
            }
            return 0
        case "show":
            for id in invocation.operands.dropFirst() {
                guard let rule = rules.first(where: { $0.id == id }) else {
                    let hint = Nearest.name(to: id, among: rules.map(\.id))
                    throw CommandFailure(
                        language == .portuguese
                            ? "não há regra “\(id)”" + (hint.map { "; você quis dizer “\($0)”?" } ?? "")
                            : "there is no rule “\(id)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""))
                }
                Console.write(isJSON ? json([rule]) : Array(text(rule, language).utf8))
            }
            return 0
        default:
            throw CommandFailure(language == .portuguese ? "crivo rules pede list ou show" : "crivo rules asks for list or show")
        }
    }

    private static func text(_ rule: RuleDescription, _ language: MessageLanguage) -> String {
        let isPortuguese = language == .portuguese
        var text = "\(rule.id)\n\(rule.title[language])\n\n\(rule.why[language])\n\n"
        text +=
            "\(isPortuguese ? "categoria" : "category"): \(rule.category.rawValue)\n\(isPortuguese ? "gravidade" : "severity"): \(rule.severity.name)\n"
        text += "\(isPortuguese ? "fonte" : "source"): \(rule.source)\n"
        if !rule.bad.isEmpty { text += isPortuguese ? "\naponta:\n" : "\nreports:\n" }
        for example in rule.bad { text += "  \(Style.safe(example))\n" }
        text += isPortuguese ? "\nnão aponta:\n" : "\nis silent on:\n"
        for example in rule.good { text += "  \(Style.safe(example))\n" }
        return text
    }

    private static func json(_ rules: [RuleDescription]) -> [UInt8] {
        var output: [UInt8] = []
        for rule in rules {
            JSONText.append(raw: "{\"id\":", to: &output)
            JSONText.append(rule.id, to: &output)
            for (key, value) in [
                ("category", rule.category.rawValue), ("severity", rule.severity.name), ("title_pt", rule.title.portuguese),
                ("title_en", rule.title.english),
                ("why_pt", rule.why.portuguese), ("why_en", rule.why.english), ("source", rule.source),
            ] {
                output.append(0x2C)
                JSONText.append(key, to: &output)
                output.append(0x3A)
                JSONText.append(value, to: &output)
            }
            JSONText.append(raw: ",\"confidence\":", to: &output)
            JSONText.append(rule.confidence, to: &output)
            for (key, examples) in [("bad", rule.bad), ("good", rule.good)] {
                output.append(0x2C)
                JSONText.append(key, to: &output)
                JSONText.append(raw: ":[", to: &output)
                for (index, example) in examples.enumerated() {
                    if index > 0 { output.append(0x2C) }
                    JSONText.append(example, to: &output)
                }
                output.append(0x5D)
            }
            JSONText.append(raw: "}\n", to: &output)
        }
        return output
    }
}
