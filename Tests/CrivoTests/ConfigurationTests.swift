import Crivo
import CrivoAnalysis
import CrivoRules
import Testing

struct ConfigurationTests {
    private let rules = ["common/repetition/word", "pt/spelling/unknown-word"]

    @Test("All faults of a file at once, each with its place and the nearest name")
    func faults() {
        let text = "sevrity: {}\nignore: [common/repetiton]\nfail-on: majr\n"
        #expect {
            try ConfigurationReader.read(Array(text.utf8), path: "crivo.yml", rules: rules)
        } throws: { error in
            guard let error = error as? ConfigurationError else { return false }
            return error.faults.map(\.line) == [1, 2, 3] && error.message(.english).contains("did you mean “severity”")
                && error.message(.portuguese).contains("você quis dizer “common/repetition”")
                && error.message(.english).contains("did you mean “major”")
        }
    }

    @Test("What a good file says")
    func good() throws {
        let text = "words: [Zubumafu, no]\nseverity:\n  common/repetition: off\nexpect: pt-PT\nfail-on: never\n"
        let configuration = try ConfigurationReader.read(Array(text.utf8), path: "crivo.yml", rules: rules)
        #expect(configuration.words == ["Zubumafu", "no"])
        #expect(configuration.severities.count == 1 && configuration.severities[0].severity == nil)
        #expect(configuration.expected == [.european])
        #expect(configuration.failOn == .some(nil))
    }
}
