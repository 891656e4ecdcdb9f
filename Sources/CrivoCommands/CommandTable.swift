import CrivoRules

/// An option of the program: parsing, help, man page and completions all come from this description.
struct OptionDescription: Sendable {
    var name: String
    var short: Character?
    /// What stands for the value in the help; nil for a switch.
    var value: String?
    /// When not empty, the only values there are.
    var allowed: [String] = []
    var isRepeatable = false
    var help: Bilingual

    init(
        _ name: String, _ short: Character? = nil, value: String? = nil, allowed: [String] = [], isRepeatable: Bool = false, pt: String,
        en: String
    ) {
        self.name = name
        self.short = short
        self.value = value
        self.allowed = allowed
        self.isRepeatable = isRepeatable
        help = Bilingual(pt: pt, en: en)
    }
}

/// A command of the program.
struct CommandDescription: Sendable {
    var name: String
    /// What stands for the operands in the help; empty when the command takes none.
    var operands: String
    /// When not empty, the only operands there are.
    var allowedOperands: [String] = []
    var minimumOperands = 0
    var summary: Bilingual
    var options: [OptionDescription]
    /// A command line and what it does.
    var examples: [(line: String, does: Bilingual)]
}

/// Everything that the program understands.
enum CommandTable {
    private static let severities = Severity.allCases.map(\.name)

    static let checking: [OptionDescription] = [
        OptionDescription(
            "lang", value: "LANG", allowed: ["auto", "pt-BR", "pt-PT", "en-US", "en-GB"], pt: "idioma do texto (padrão: auto)",
            en: "language of the text (default: auto)"),
        OptionDescription(
            "expect", value: "LOCALE", allowed: ["pt-BR", "pt-PT", "en-US", "en-GB"], isRepeatable: true,
            pt: "variedade que o texto deve ter (padrão: pt-BR e en-US)",
            en: "variety that the text ought to be in (default: pt-BR and en-US)"),
        OptionDescription(
            "register", value: "REGISTER", allowed: ["formal", "neutral", "informal"], pt: "registro que o texto deve ter",
            en: "register that the text ought to have"),
        OptionDescription(
            "select", value: "RULES", isRepeatable: true, pt: "só estas regras ou famílias, separadas por vírgula",
            en: "only these rules or families, separated by commas"),
        OptionDescription(
            "ignore", value: "RULES", isRepeatable: true, pt: "sem estas regras ou famílias, separadas por vírgula",
            en: "without these rules or families, separated by commas"),
        OptionDescription(
            "min-severity", value: "LEVEL", allowed: severities, pt: "menor gravidade mostrada (padrão: info)",
            en: "least severity that is shown (default: info)"),
        OptionDescription(
            "fail-on", value: "LEVEL", allowed: severities + ["never"],
            pt: "gravidade a partir da qual o código de saída é 1 (padrão: minor)",
            en: "severity from which on the exit code is 1 (default: minor)"),
        OptionDescription(
            "input", value: "MARKUP", allowed: ["markdown", "plain"], pt: "como o texto está escrito (padrão: markdown)",
            en: "how the text is written (default: markdown)"),
        OptionDescription(
            "messages", value: "LANG", allowed: MessageLanguage.allCases.map(\.rawValue), pt: "idioma das mensagens (padrão: o de LANG)",
            en: "language of the messages (default: that of LANG)"),
        OptionDescription(
            "config", value: "FILE", pt: "arquivo de configuração (padrão: o crivo.yml mais próximo, pasta acima)",
            en: "configuration file (default: the nearest crivo.yml upwards)"),
        OptionDescription(
            "jobs", "j", value: "N", pt: "número de trabalhadores (padrão: o de processadores)",
            en: "number of workers (default: that of processors)"),
    ]

    static let general: [OptionDescription] = [
        OptionDescription("help", "h", pt: "mostra esta ajuda", en: "shows this help"),
        OptionDescription("version", "V", pt: "mostra a versão", en: "shows the version"),
    ]

    static let commands: [CommandDescription] = [
        CommandDescription(
            name: "check", operands: "[FILE…|-]",
            summary: Bilingual(
                pt: "confere um ou mais textos e mostra o que encontrou", en: "checks one text or more and shows what it finds"),
            options: [
                OptionDescription(
                    "format", "f", value: "FORMAT", allowed: ["pretty", "concise", "json"], pt: "forma da saída (padrão: pretty)",
                    en: "form of the output (default: pretty)"),
                OptionDescription(
                    "color", value: "WHEN", allowed: ["auto", "always", "never"], pt: "cores (padrão: auto)", en: "colours (default: auto)"),
            ] + checking,
            examples: [
                ("crivo check resposta.md", Bilingual(pt: "confere um arquivo", en: "checks a file")),
                ("pbpaste | crivo check -", Bilingual(pt: "confere a entrada padrão", en: "checks standard input")),
                (
                    "crivo check --format json --expect pt-BR resposta.md",
                    Bilingual(pt: "dá um registro de anotação", en: "gives an annotation record")
                ),
            ]),
        CommandDescription(
            name: "lint", operands: "INPUT…", minimumOperands: 1,
            summary: Bilingual(
                pt: "confere conjuntos de dados e grava um registro por texto", en: "checks datasets and writes one record for each text"),
            options: [
                OptionDescription(
                    "output", "o", value: "FILE", pt: "arquivo dos registros (padrão: saída padrão)",
                    en: "file of the records (default: standard output)"),
                OptionDescription(
                    "format", "f", value: "FORMAT", allowed: ["jsonl", "json", "csv", "tsv", "txt"],
                    pt: "forma da entrada (padrão: a da extensão)", en: "form of the input (default: that of the extension)"),
                OptionDescription(
                    "text", "t", value: "SELECTOR", isRepeatable: true, pt: "campo do texto, como messages[*].content",
                    en: "field of the text, such as messages[*].content"),
                OptionDescription("prompt", "p", value: "SELECTOR", pt: "campo da pergunta", en: "field of the prompt"),
                OptionDescription("id", value: "SELECTOR", pt: "campo do identificador", en: "field of the identifier"),
                OptionDescription(
                    "rejects", value: "FILE", pt: "arquivo das linhas que não puderam ser lidas",
                    en: "file of the rows that could not be read"),
                OptionDescription(
                    "export", value: "KIND=FILE", isRepeatable: true, pt: "exportação: label-studio=ARQUIVO",
                    en: "export: label-studio=FILE"),
                OptionDescription("resume", pt: "continua uma execução interrompida", en: "goes on with a run that was interrupted"),
                OptionDescription(
                    "progress", value: "WHEN", allowed: ["auto", "always", "never"], pt: "barra de progresso (padrão: auto)",
                    en: "progress bar (default: auto)"),
            ] + checking,
            examples: [
                (
                    "crivo lint respostas.jsonl -o anotado.jsonl",
                    Bilingual(pt: "confere conversas em JSON Lines", en: "checks conversations in JSON Lines")
                ),
                (
                    "crivo lint dados.csv.gz --text resposta --id codigo -o anotado.jsonl",
                    Bilingual(pt: "lê uma coluna de um CSV comprimido", en: "reads a column of a compressed CSV")
                ),
                (
                    "crivo lint respostas.jsonl -o anotado.jsonl --export label-studio=tarefas.json",
                    Bilingual(pt: "grava também tarefas do Label Studio", en: "writes Label Studio tasks too")
                ),
                (
                    "crivo lint respostas.jsonl -o anotado.jsonl --resume",
                    Bilingual(pt: "continua depois de uma interrupção", en: "goes on after an interruption")
                ),
            ]),
        CommandDescription(
            name: "rules", operands: "list|show [ID…]", minimumOperands: 1,
            summary: Bilingual(pt: "lista as regras ou mostra uma delas", en: "lists the rules or shows one"),
            options: [
                OptionDescription(
                    "format", "f", value: "FORMAT", allowed: ["text", "json"], pt: "forma da saída (padrão: text)",
                    en: "form of the output (default: text)"),
                OptionDescription(
                    "messages", value: "LANG", allowed: MessageLanguage.allCases.map(\.rawValue),
                    pt: "idioma das mensagens (padrão: o de LANG)", en: "language of the messages (default: that of LANG)"),
            ],
            examples: [
                (
                    "crivo rules show common/encoding/mojibake",
                    Bilingual(pt: "mostra uma regra com seus exemplos", en: "shows a rule with its examples")
                )
            ]),
        CommandDescription(
            name: "completions", operands: "bash|zsh|fish", allowedOperands: ["bash", "zsh", "fish"], minimumOperands: 1,
            summary: Bilingual(pt: "escreve o complemento de comandos de um shell", en: "writes a shell's completions"), options: [],
            examples: [
                (
                    "crivo completions bash > /etc/bash_completion.d/crivo",
                    Bilingual(pt: "instala o complemento no bash", en: "installs the completions for bash")
                )
            ]),
        CommandDescription(
            name: "man", operands: "", summary: Bilingual(pt: "escreve a página de manual", en: "writes the man page"), options: [],
            examples: [("crivo man | man -l -", Bilingual(pt: "mostra a página de manual", en: "shows the man page"))]),
        CommandDescription(
            name: "help", operands: "[COMMAND]", summary: Bilingual(pt: "mostra a ajuda de um comando", en: "shows the help of a command"),
            options: [],
            examples: [("crivo help lint", Bilingual(pt: "mostra a ajuda de lint", en: "shows the help of lint"))]),
    ]

    static func command(named name: String) -> CommandDescription? { commands.first { $0.name == name } }
}
