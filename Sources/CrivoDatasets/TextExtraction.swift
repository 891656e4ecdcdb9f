/// Finds the texts of a record: by selectors, else by the shapes that chat data come in.
struct TextExtraction {
    let selection: Selection

    /// A text and its prompt before it is given a record number.
    struct Found {
        var path: String
        var text: UnsafeBufferPointer<UInt8>
        var prompt: UnsafeBufferPointer<UInt8>?
    }

    func identifier(of row: JSONValue) -> String? {
        if let selector = selection.id {
            var id: String?
            _ = selector.select(row) { _, value in id = id ?? value.identifier }
            return id
        }
        return nil
    }

    func texts(of row: JSONValue) -> Result<[Found], RejectionReason> {
        if row.kind == .string, selection.texts.isEmpty, let text = row.string {
            return .success([Found(path: "", text: text, prompt: nil)])
        }
        guard row.kind == .object else { return .failure(.notAnObject) }
        return selection.texts.isEmpty ? shaped(row) : selected(row)
    }

    private func selected(_ row: JSONValue) -> Result<[Found], RejectionReason> {
        var prompt: UnsafeBufferPointer<UInt8>?
        if let selector = selection.prompt { _ = selector.select(row) { _, value in prompt = prompt ?? value.string } }
        var found: [Found] = []
        for selector in selection.texts {
            var wrong: String?
            let isComplete = selector.select(row) { path, value in
                if let text = value.string {
                    found.append(Found(path: path, text: text, prompt: prompt))
                } else if value.kind == .array {
                    found += parts(value, path).map { Found(path: $0.path, text: $0.text, prompt: prompt) }
                } else {
                    wrong = path
                }
            }
            if let wrong { return .failure(.notText(field: wrong)) }
            if !isComplete, found.isEmpty { return .failure(.missing(field: selector.text, fields: row.keys)) }
        }
        return .success(found)
    }

    private func shaped(_ row: JSONValue) -> Result<[Found], RejectionReason> {
        for key in ["messages", "conversations", "conversation"] {
            if let list = row.member(key), list.kind == .array { return .success(assistantTurns(list, key)) }
        }
        let prompt = promptText(row)
        if row.member("chosen") != nil || row.member("rejected") != nil {
            return members(row, ["chosen", "rejected"], prompt)
        }
        if row.member("response_a") != nil || row.member("response_b") != nil { return members(row, ["response_a", "response_b"], prompt) }
        for key in ["response", "completion", "output", "answer", "text"] where row.member(key) != nil {
            return members(row, [key], prompt)
        }
        return .failure(.unknownShape(fields: row.keys))
    }

    private func promptText(_ row: JSONValue) -> UnsafeBufferPointer<UInt8>? {
        for key in ["prompt", "instruction", "question"] {
            guard let value = row.member(key) else { continue }
            if let text = value.string { return text }
            if value.kind == .array { return value.elements.last.flatMap { content(of: $0, "").first?.text } }
        }
        return nil
    }

    private func members(_ row: JSONValue, _ keys: [String], _ prompt: UnsafeBufferPointer<UInt8>?) -> Result<[Found], RejectionReason> {
        var found: [Found] = []
        for key in keys {
            guard let value = row.member(key), value.kind != .null else { continue }
            if let text = value.string {
                found.append(Found(path: key, text: text, prompt: prompt))
            } else if value.kind == .array {
                // A list of messages: the last answer is what was chosen or rejected.
                let turns = assistantTurns(value, key)
                if let last = turns.last { found.append(Found(path: last.path, text: last.text, prompt: last.prompt ?? prompt)) }
            } else {
                return .failure(.notText(field: key))
            }
        }
        return found.isEmpty ? .failure(.missing(field: keys[0], fields: row.keys)) : .success(found)
    }

    private static let assistants: Set<String> = ["assistant", "gpt", "model", "bot", "chatbot", "chatgpt", "bing", "bard", "ai"]
    private static let users: Set<String> = ["user", "human", "prompter"]

    private func assistantTurns(_ list: JSONValue, _ key: String) -> [Found] {
        var found: [Found] = []
        var prompt: UnsafeBufferPointer<UInt8>?
        for (index, message) in list.elements.enumerated() {
            guard message.kind == .object, let role = (message.member("role") ?? message.member("from"))?.identifier?.lowercased() else {
                continue
            }
            let parts = content(of: message, "\(key)[\(index)]")
            if TextExtraction.assistants.contains(role) {
                found += parts.map { Found(path: $0.path, text: $0.text, prompt: prompt) }
            } else if TextExtraction.users.contains(role) {
                prompt = parts.first?.text
            }
        }
        return found
    }

    private func content(of message: JSONValue, _ path: String) -> [(path: String, text: UnsafeBufferPointer<UInt8>)] {
        for key in ["content", "value"] {
            guard let content = message.member(key) else { continue }
            if let text = content.string { return [("\(path).\(key)", text)] }
            if content.kind == .array { return parts(content, "\(path).\(key)") }
        }
        return []
    }

    /// Contents given in parts: those of type text.
    private func parts(_ list: JSONValue, _ path: String) -> [(path: String, text: UnsafeBufferPointer<UInt8>)] {
        list.elements.enumerated().compactMap { index, part in
            if let text = part.string { return ("\(path)[\(index)]", text) }
            guard part.kind == .object, let text = part.member("text")?.string else { return nil }
            return ("\(path)[\(index)].text", text)
        }
    }
}
