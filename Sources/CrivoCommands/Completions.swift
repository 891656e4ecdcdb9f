import CrivoRules

/// Shell completions, from the command table.
enum Completions {
    static func script(for shell: String) -> String {
        switch shell {
        case "zsh": zsh()
        case "fish": fish()
        default: bash()
        }
    }

    private static func bash() -> String {
        let commands = CommandTable.commands.map(\.name).joined(separator: " ")
        var text =
            "# bash completion for crivo\n_crivo() {\n    local word=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"${COMP_WORDS[1]}\"\n"
        text +=
            "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        COMPREPLY=($(compgen -W \"\(commands) --help --version\" -- \"$word\"))\n        return\n    fi\n    case \"$command:$previous\" in\n"
        for command in CommandTable.commands {
            for option in command.options where option.value != nil {
                let names = (["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])).map { "\(command.name):\($0)" }.joined(
                    separator: "|")
                let words =
                    option.allowed.isEmpty
                    ? "compgen -f -- \"$word\"" : "compgen -W \"\(option.allowed.joined(separator: " "))\" -- \"$word\""
                text += "    \(names)) COMPREPLY=($(\(words))); return ;;\n"
            }
        }
        text += "    esac\n    case \"$command\" in\n"
        for command in CommandTable.commands {
            let options = (command.options.map { "--\($0.name)" } + ["--help"]).joined(separator: " ")
            let operands = command.allowedOperands.joined(separator: " ")
            text +=
                "    \(command.name))\n        case \"$word\" in\n        -*) COMPREPLY=($(compgen -W \"\(options)\" -- \"$word\")) ;;\n"
            text +=
                operands.isEmpty
                ? "        *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
                : "        *) COMPREPLY=($(compgen -W \"\(operands)\" -- \"$word\")) ;;\n"
            text += "        esac ;;\n"
        }
        return text + "    esac\n}\ncomplete -o filenames -F _crivo crivo\n"
    }

    private static func zsh() -> String {
        var text = "#compdef crivo\n_crivo() {\n    local -a commands\n    commands=(\n"
        for command in CommandTable.commands { text += "        '\(command.name):\(quoted(command.summary.english))'\n" }
        text +=
            "    )\n    if (( CURRENT == 2 )); then\n        _describe 'command' commands\n        return\n    fi\n    case \"$words[2]\" in\n"
        for command in CommandTable.commands {
            text += "    \(command.name))\n        _arguments \\\n"
            for option in command.options {
                let value =
                    option.value.map { name in
                        ":\(name):" + (option.allowed.isEmpty ? "_files" : "(\(option.allowed.joined(separator: " ")))")
                    } ?? ""
                text +=
                    "            '\(option.isRepeatable ? "*" : "")--\(option.name)\(option.value == nil ? "" : "=")[\(quoted(option.help.english))]\(value)' \\\n"
            }
            let operands = command.allowedOperands.isEmpty ? "_files" : "(\(command.allowedOperands.joined(separator: " ")))"
            text += "            '*:operand:\(operands)' ;;\n"
        }
        return text + "    esac\n}\n_crivo \"$@\"\n"
    }

    private static func fish() -> String {
        var text = "# fish completion for crivo\n"
        for command in CommandTable.commands {
            text += "complete -c crivo -n __fish_use_subcommand -f -a \(command.name) -d '\(quoted(command.summary.english))'\n"
            for option in command.options {
                text +=
                    "complete -c crivo -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name)"
                    + (option.short.map { " -s \($0)" } ?? "")
                if option.value != nil { text += option.allowed.isEmpty ? " -r" : " -x -a '\(option.allowed.joined(separator: " "))'" }
                text += " -d '\(quoted(option.help.english))'\n"
            }
            if !command.allowedOperands.isEmpty {
                text +=
                    "complete -c crivo -n '__fish_seen_subcommand_from \(command.name)' -f -a '\(command.allowedOperands.joined(separator: " "))'\n"
            }
        }
        return text
    }

    /// Inside single quotes and brackets.
    private static func quoted(_ text: String) -> String { text.filter { $0 != "'" && $0 != "[" && $0 != "]" && $0 != ":" } }
}
