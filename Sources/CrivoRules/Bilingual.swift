/// The language in which Crivo speaks to its user; not the language of the text that is checked.
public enum MessageLanguage: String, CaseIterable, Sendable {
    case portuguese = "pt-BR"
    case english = "en"
}

/// A text of Crivo's own in both languages of its users.
public struct Bilingual: Sendable, Equatable {
    public var portuguese: String
    public var english: String

    public init(pt portuguese: String, en english: String) {
        self.portuguese = portuguese
        self.english = english
    }

    public subscript(language: MessageLanguage) -> String {
        switch language {
        case .portuguese: portuguese
        case .english: english
        }
    }
}
