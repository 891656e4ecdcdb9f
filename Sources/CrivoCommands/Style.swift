import CrivoRules
import Glibc

/// Colours of the terminal, where they are wanted.
struct Style {
    let isOn: Bool

    init(_ when: String?) {
        switch when {
        case "always": isOn = true
        case "never": isOn = false
        default: isOn = Console.isTerminal(1) && getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
        }
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }

    func severity(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .info: wrap(text, "36")
        case .minor: wrap(text, "33")
        case .major: wrap(text, "31")
        case .critical: wrap(text, "1;31")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }

    /// Text of a stranger made safe for a terminal: control and direction characters become visible signs.
    static func safe(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: result.append(" ")
            case 0x00..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
            case 0x7F: result.append("␡")
            case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: result.append("�")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// How many columns of a terminal the text takes: none for marks, two for wide characters.
    static func width(_ text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + Int(max(0, columns($1))) } }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
