import CrivoRules

/// The help, from the command table.
enum HelpText {
    static func program(_ language: MessageLanguage) -> String {
        let isPortuguese = language == .portuguese
        var text = isPortuguese ? "Uso: crivo COMANDO [OPÇÕES]\n\nComandos:\n" : "Usage: crivo COMMAND [OPTIONS]\n\nCommands:\n"
        for command in CommandTable.commands { text += "  \(padded(command.name, 14))\(command.summary[language])\n" }
        text += isPortuguese ? "\nExemplos:\n" : "\nExamples:\n"
        for command in CommandTable.commands.prefix(2) { for example in command.examples.prefix(2) { text += "  \(example.line)\n" } }
        text +=
            isPortuguese
            ? "\nSaída: 0 nada encontrado, 1 algo encontrado, 2 erro na chamada, em um arquivo ou na configuração.\n"
            : "\nExit code: 0 nothing found, 1 something found, 2 the call, a file or the configuration is at fault.\n"
        return text + (isPortuguese ? "Mais: crivo help COMANDO\n" : "More: crivo help COMMAND\n")
    }

    static func command(_ command: CommandDescription, _ language: MessageLanguage) -> String {
        let isPortuguese = language == .portuguese
        var text =
            (isPortuguese ? "Uso" : "Usage") + ": crivo \(command.name)"
            + (command.options.isEmpty ? "" : isPortuguese ? " [OPÇÕES]" : " [OPTIONS]")
        text += (command.operands.isEmpty ? "" : " \(command.operands)") + "\n\n"
        text += command.summary[language].prefix(1).uppercased() + command.summary[language].dropFirst() + ".\n"
        if !command.options.isEmpty { text += isPortuguese ? "\nOpções:\n" : "\nOptions:\n" }
        for option in command.options {
            let head = "  " + (option.short.map { "-\($0), " } ?? "    ") + "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
            text += padded(head, 30) + option.help[language] + "\n"
            if !option.allowed.isEmpty { text += padded("", 32) + option.allowed.joined(separator: ", ") + "\n" }
        }
        text += isPortuguese ? "\nExemplos:\n" : "\nExamples:\n"
        for example in command.examples { text += "  \(example.line)\n      \(example.does[language])\n" }
        return text
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        let count = text.unicodeScalars.count
        return count < width ? text + String(repeating: " ", count: width - count) : text + " "
    }
}
