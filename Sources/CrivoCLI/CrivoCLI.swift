import CrivoCommands
import Glibc

@main
enum CrivoCLI {
    static func main() { exit(Program.main(Array(CommandLine.arguments.dropFirst()))) }
}
