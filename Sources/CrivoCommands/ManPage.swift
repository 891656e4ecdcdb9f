import CrivoRules

/// The man page in roff, from the command table.
enum ManPage {
    static func text(version: String) -> String {
        var text =
            ".TH CRIVO 1 \"\" \"Crivo \(version)\" \"User Commands\"\n.SH NAME\ncrivo \\- check the language of English and Brazilian Portuguese text\n"
        text += ".SH SYNOPSIS\n.B crivo\n.I COMMAND\n.RI [ OPTIONS ]\n.RI [ OPERANDS ]\n.SH DESCRIPTION\n"
        text += "Crivo checks the language of chat-model responses and datasets and writes annotations for human review.\n.SH COMMANDS\n"
        for command in CommandTable.commands {
            text += ".SS \"crivo \(escaped(command.name)) \(escaped(command.operands))\"\n\(sentence(command.summary.english))\n"
            for option in command.options {
                let short = option.short.map { "\\-\($0), " } ?? ""
                text +=
                    ".TP\n.B \(short)\\-\\-\(escaped(option.name))" + (option.value.map { " \(escaped($0))" } ?? "")
                    + "\n\(sentence(option.help.english))\n"
                if !option.allowed.isEmpty { text += "One of \(escaped(option.allowed.joined(separator: ", "))).\n" }
            }
        }
        text +=
            ".SH EXIT STATUS\n.TP\n.B 0\nNothing at or above the severity of \\-\\-fail\\-on.\n.TP\n.B 1\nSomething was found.\n.TP\n.B 2\n"
        text += "The call, a file or the configuration is at fault.\n.SH EXAMPLES\n"
        for command in CommandTable.commands {
            for example in command.examples { text += ".TP\n.B \(escaped(example.line))\n\(sentence(example.does.english))\n" }
        }
        text +=
            ".SH ENVIRONMENT\n.TP\n.B DICPATH\nFolders of Hunspell dictionaries, separated by colons.\n.TP\n.B CRIVO_DATA\nFolder of Crivo's own word lists.\n"
        text +=
            ".TP\n.B NO_COLOR\nNo colours when set.\n.SH FILES\n.TP\n.I crivo.yml\nConfiguration: words, select, ignore, severity, lang, expect, min\\-severity, fail\\-on, messages.\n"
        return text
    }

    private static func sentence(_ text: String) -> String { escaped(text.prefix(1).uppercased() + text.dropFirst()) + "." }

    private static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for character in text {
            switch character {
            case "-": result += "\\-"
            case "\\": result += "\\e"
            case "…": result += "\\&..."
            default: result.append(character)
            }
        }
        return result
    }
}
