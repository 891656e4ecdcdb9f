import CrivoLexicon
import Glibc

/// The program for those who build Crivo: it compiles the lexicon, trains models and measures.
@main
enum CrivoDev {
    static let usage = """
        crivo-dev lexicon build [--output FILE]         compile dictionaries and word lists
        crivo-dev lexicon check                         exit 1 when the compiled lexicon is missing, damaged or out of date
        crivo-dev lexicon lookup WORD...                which dictionaries know a word, and what is suggested for it
        crivo-dev lexicon differential [--sample N] [--seed N] [FILE...]
                                                        compiled lexicon against Hunspell: words of the dictionaries and files, and mutated ones
        crivo-dev train unigram --output FILE [FILE...] word frequencies from plain text
        crivo-dev eval suggestions [--lang pt|en] [--verbose] GOLD.tsv...
        crivo-dev eval spelling GOLD.tsv...             which sentences raise a spelling issue, against their marks
        crivo-dev eval checks GOLD.tsv...               the same for the checks of responses
        crivo-dev tokens [FILE]                         blocks, sentences and tokens of a text
        crivo-dev bench icu|segment FILE                words per second over a plain text
        crivo-dev bench lexicon FILE                    nanoseconds per word of the compiled lexicon and of Hunspell
        crivo-dev rules docs [--check]                  write docs/rules.md from the rules, or check that it is current
        """

    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let command = arguments.prefix(2).joined(separator: " ")
        if arguments.first == "tokens" { exit(TokensCommand.run(Array(arguments.dropFirst()))) }
        arguments = Array(arguments.dropFirst(2))
        do throws(LexiconError) {
            switch command {
            case "lexicon build": exit(try LexiconCommands.build(arguments))
            case "lexicon check": exit(try LexiconCommands.check())
            case "lexicon lookup": exit(try LexiconCommands.lookup(arguments))
            case "lexicon differential": exit(try LexiconDifferential.run(arguments))
            case "train unigram": exit(try TrainUnigram.run(arguments))
            case "eval suggestions": exit(try EvaluateSuggestions.run(arguments))
            case "eval spelling": exit(try EvaluateMarks.run(arguments, families: ["pt/spelling", "en/spelling"]))
            case "eval checks": exit(try EvaluateMarks.run(arguments, families: ["common"]))
            case "bench lexicon": exit(try LexiconBenchmark.run(arguments))
            case "bench icu", "bench segment": exit(BenchmarkCommands.run(command, arguments))
            case "rules docs": exit(try RuleDocumentation.run(arguments))
            default:
                print(usage)
                exit(arguments.isEmpty && command.isEmpty ? 0 : 2)
            }
        } catch {
            Terminal.error("crivo-dev: " + error.message(inPortuguese: false))
            exit(2)
        }
    }
}
