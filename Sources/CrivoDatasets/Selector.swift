/// A dotted path into a record, with indexes and `[*]`: `messages[*].content`, `chosen[-1].content`, `["odd.key"][0]`.
public struct Selector: Sendable, Equatable {
    enum Step: Sendable, Equatable {
        case key(String)
        /// Negative counts from the end.
        case index(Int)
        case all
    }

    let steps: [Step]
    /// The selector as it was written.
    public let text: String

    public init(_ text: String) throws(InputError) {
        self.text = text
        var steps: [Step] = []
        let characters = Array(text)
        var index = 0
        func fail(_ column: Int, _ reason: String) -> InputError { .selector(text: text, column: column + 1, reason: reason) }
        while index < characters.count {
            if characters[index] == "[" {
                guard let close = characters[index...].firstIndex(of: "]") else { throw fail(index, "“[” without “]”") }
                let inside = String(characters[(index + 1)..<close])
                if inside == "*" {
                    steps.append(.all)
                    index = close + 1
                } else if let number = Int(inside) {
                    steps.append(.index(number))
                    index = close + 1
                } else if inside.first == "\"" {
                    guard let quote = characters[(index + 2)...].firstIndex(of: "\""), quote + 1 < characters.count,
                        characters[quote + 1] == "]"
                    else {
                        throw fail(index, "expected [\"name\"]")
                    }
                    steps.append(.key(String(characters[(index + 2)..<quote])))
                    index = quote + 2
                } else {
                    throw fail(index + 1, "expected a number, * or \"name\" in brackets")
                }
            } else {
                if characters[index] == "." {
                    guard index > 0 else { throw fail(index, "a name must come before “.”") }
                    index += 1
                }
                let start = index
                while index < characters.count, characters[index] != ".", characters[index] != "[" { index += 1 }
                guard index > start else { throw fail(start, "expected a name") }
                steps.append(.key(String(characters[start..<index])))
            }
        }
        guard !steps.isEmpty else { throw fail(0, "expected a name") }
        self.steps = steps
    }

    /// Calls `body` with the concrete path and value of everything the selector points at. Returns false where a key is missing.
    func select(_ root: JSONValue, _ body: (String, JSONValue) -> Void) -> Bool { walk(root, 0, "", body) }

    private func walk(_ value: JSONValue, _ step: Int, _ path: String, _ body: (String, JSONValue) -> Void) -> Bool {
        guard step < steps.count else {
            body(path, value)
            return true
        }
        switch steps[step] {
        case .key(let key):
            guard value.kind == .object, let member = value.member(key) else { return false }
            return walk(member, step + 1, Selector.appending(key, to: path), body)
        case .index(let number):
            guard value.kind == .array else { return false }
            let elements = value.elements
            let index = number < 0 ? elements.count + number : number
            guard elements.indices.contains(index) else { return false }
            return walk(elements[index], step + 1, "\(path)[\(index)]", body)
        case .all:
            guard value.kind == .array else { return false }
            var isComplete = true
            for (index, element) in value.elements.enumerated() where !walk(element, step + 1, "\(path)[\(index)]", body) {
                isComplete = false
            }
            return isComplete
        }
    }

    static func appending(_ key: String, to path: String) -> String {
        if key.contains(where: { ".[]\" ".contains($0) }) { return "\(path)[\"\(key)\"]" }
        return path.isEmpty ? key : "\(path).\(key)"
    }
}
