/// A stretch of prose that is one token whatever marks it holds.
struct ProtectedSpan {
    var start: Int
    var end: Int
    var kind: Token.Kind
}

/// Finds URLs, e-mail addresses, file paths, template variables and identifiers, chunk by chunk (a chunk is what stands between blanks).
struct ProtectedSpans {
    private static let slash: UInt8 = 1
    private static let dot: UInt8 = 2
    private static let at: UInt8 = 4
    private static let brace: UInt8 = 8
    private static let underscore: UInt8 = 16
    private static let percent: UInt8 = 32
    private static let backslash: UInt8 = 64
    private static let call: UInt8 = 128

    /// One bit for each mark that can make a chunk special.
    private static let marks: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        table[Int(UInt8(ascii: "/"))] = slash
        table[Int(UInt8(ascii: "."))] = dot
        table[Int(UInt8(ascii: "@"))] = at
        table[Int(UInt8(ascii: "{"))] = brace
        table[Int(UInt8(ascii: "_"))] = underscore
        table[Int(UInt8(ascii: "%"))] = percent
        table[Int(UInt8(ascii: "\\"))] = backslash
        table[Int(UInt8(ascii: "("))] = call
        return table
    }()

    /// The spans of the last chunk, in order.
    private(set) var spans: [ProtectedSpan] = []
    private let table = ProtectedSpans.marks

    /// Reads the chunk that starts at `start` and returns its end; a variable with blanks inside may reach beyond.
    mutating func readChunk(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int {
        spans.removeAll(keepingCapacity: true)
        var found: UInt8 = 0
        var end = start
        table.withUnsafeBufferPointer { table in
            while end < limit {
                let byte = bytes[end]
                if byte <= 0x20 { break }
                found |= table[Int(byte)]
                end += 1
            }
        }
        if found == 0 || (found == ProtectedSpans.dot && !hasInnerDot(bytes, start, end)) { return end }
        return classify(bytes, start, end, limit, found)
    }

    private func hasInnerDot(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start + 1
        while index + 1 < end {
            if bytes[index] == 0x2E, isNameByte(bytes[index + 1]), isNameByte(bytes[index - 1]) { return true }
            index += 1
        }
        return false
    }

    private mutating func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ limit: Int, _ found: UInt8) -> Int {
        var chunkEnd = end
        if found & ProtectedSpans.brace != 0, let reach = variables(bytes, start, end, limit) {
            chunkEnd = max(chunkEnd, reach)
            return chunkEnd
        }
        var first = start
        var last = end
        while first < last, isOpening(bytes, first, last) { first += openingLength(bytes, first) }
        last = trimmedEnd(bytes, first, last)
        guard first < last else { return chunkEnd }
        if let url = urlStart(bytes, first, last) {
            let stop = urlEnd(bytes, url, end)
            spans.append(ProtectedSpan(start: url, end: stop, kind: .url))
        } else if found & ProtectedSpans.at != 0, isEmail(bytes, first, last) {
            spans.append(ProtectedSpan(start: first, end: last, kind: .email))
        } else if found & (ProtectedSpans.slash | ProtectedSpans.backslash) != 0, isPath(bytes, first, last) {
            spans.append(ProtectedSpan(start: first, end: last, kind: .path))
        } else if found & ProtectedSpans.dot != 0, found & ProtectedSpans.slash == 0, let kind = dottedName(bytes, first, last) {
            spans.append(ProtectedSpan(start: first, end: last, kind: kind))
        } else if found & ProtectedSpans.underscore != 0, isIdentifier(bytes, first, last) {
            spans.append(ProtectedSpan(start: first, end: last, kind: .identifier))
        } else if found & ProtectedSpans.call != 0, let stop = callEnd(bytes, first, end) {
            spans.append(ProtectedSpan(start: first, end: stop, kind: .identifier))
        } else if found & ProtectedSpans.percent != 0, bytes[first] == 0x25, first + 1 < last, isASCIILetter(bytes[first + 1]) {
            spans.append(ProtectedSpan(start: first, end: last, kind: .variable))
        }
        return chunkEnd
    }

    /// `{{…}}`, `${…}` and `{name}`, also with blanks inside double braces.
    private mutating func variables(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ limit: Int) -> Int? {
        var index = start
        var reach: Int?
        while index < end {
            guard bytes[index] == 0x7B else {
                index += 1
                continue
            }
            let isDouble = index + 1 < limit && (bytes[index + 1] == 0x7B || bytes[index + 1] == 0x25)
            let begin = index > start && (bytes[index - 1] == 0x24 || bytes[index - 1] == 0x23) ? index - 1 : index
            let longest = min(isDouble ? limit : end, index + 80)
            var close = index + 1
            while close < longest, bytes[close] != 0x7D, bytes[close] != 0x0A { close += 1 }
            guard close < longest, bytes[close] == 0x7D else { return reach }
            var stop = close + 1
            if isDouble, stop < limit, bytes[stop] == 0x7D { stop += 1 }
            spans.append(ProtectedSpan(start: begin, end: stop, kind: .variable))
            reach = stop
            index = stop
        }
        return reach
    }

    private func urlStart(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int) -> Int? {
        if last - first > 4, lower(bytes[first]) == 0x77, lower(bytes[first + 1]) == 0x77, lower(bytes[first + 2]) == 0x77,
            bytes[first + 3] == 0x2E
        {
            return first
        }
        var index = first
        while index + 3 < last {
            if bytes[index] == 0x3A, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
                var scheme = index
                while scheme > first, isASCIILetter(bytes[scheme - 1]) { scheme -= 1 }
                return scheme < index ? scheme : nil
            }
            index += 1
        }
        return nil
    }

    /// The end of a URL: marks of the sentence around it stay outside, balanced parentheses stay inside.
    private func urlEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var stop = start
        var depth = 0
        while stop < end {
            let byte = bytes[stop]
            if byte == 0x28 { depth += 1 }
            if byte == 0x29 {
                if depth == 0 { break }
                depth -= 1
            }
            if byte == 0x3C || byte == 0x3E || byte == 0x22 { break }
            stop += 1
        }
        return trimmedEnd(bytes, start, stop)
    }

    private func isEmail(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int) -> Bool {
        guard let at = (first..<last).first(where: { bytes[$0] == 0x40 }), at > first, at + 3 < last else { return false }
        return isNameByte(bytes[at - 1]) && (at + 2..<last).contains { bytes[$0] == 0x2E && $0 + 1 < last }
    }

    private func isPath(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int) -> Bool {
        let byte = bytes[first]
        let next = first + 1 < last ? bytes[first + 1] : 0
        if byte == 0x2F { return last - first > 2 && isNameByte(next) }
        if byte == 0x7E || byte == 0x2E, next == 0x2F || next == 0x2E { return last - first > 2 }
        if isASCIILetter(byte), next == 0x3A, first + 2 < last, bytes[first + 2] == 0x5C || bytes[first + 2] == 0x2F { return true }
        if (first..<last).contains(where: { bytes[$0] == 0x5C }) { return true }
        if bytes[last - 1] == 0x2F, last - first > 3,
            (first..<last - 1).allSatisfy({ isNameByte(bytes[$0]) || bytes[$0] == 0x2F || bytes[$0] == 0x2D })
        {
            return true
        }
        // A relative path ends in a file name, or goes on from a domain.
        let lastSlash = (first..<last).last { bytes[$0] == 0x2F } ?? first
        if dottedName(bytes, lastSlash + 1, last) != nil { return true }
        let firstSlash = (first..<last).first { bytes[$0] == 0x2F } ?? last
        return dottedName(bytes, first, firstSlash) == .url
    }

    /// `url` for a domain name, `path` for a file name.
    private func dottedName(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int) -> Token.Kind? {
        guard first < last, isNameByte(bytes[first]) || bytes[first] == 0x2E else { return nil }
        var dot = last - 1
        while dot >= first, bytes[dot] != 0x2E {
            guard isASCIILetter(bytes[dot]) || (bytes[dot] >= 0x30 && bytes[dot] <= 0x39) else { return nil }
            dot -= 1
        }
        guard dot >= first, dot + 1 < last, last - dot <= 7 else { return nil }
        guard (first..<dot).allSatisfy({ isNameByte(bytes[$0]) || bytes[$0] == 0x2D || bytes[$0] == 0x2E }) else { return nil }
        var name = ""
        for index in dot + 1..<last { name.unicodeScalars.append(Unicode.Scalar(lower(bytes[index]))) }
        if ProtectedSpans.fileExtensions.contains(name) { return .path }
        if dot > first, ProtectedSpans.topLevelDomains.contains(name), last - dot > 1, !isUpper(bytes[dot + 1]) { return .url }
        return nil
    }

    private func isIdentifier(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int) -> Bool {
        var hasInner = false
        for index in first..<last {
            let byte = bytes[index]
            guard isNameByte(byte) || byte == 0x2E || byte == 0x2D || byte == 0x28 || byte == 0x29 else { return false }
            if byte == 0x5F, index > first, index + 1 < last, bytes[index - 1] != 0x5F, bytes[index + 1] != 0x5F { hasInner = true }
        }
        return hasInner
            || (last - first > 4 && bytes[first] == 0x5F && bytes[last - 1] == 0x5F && (first..<last).contains { isASCIILetter(bytes[$0]) })
    }

    /// Past `name()`: an ASCII name with empty parentheses glued to it.
    private func callEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ end: Int) -> Int? {
        var index = first
        while index < end, isNameByte(bytes[index]) || bytes[index] == 0x2E { index += 1 }
        guard index > first, index + 1 < end, bytes[index] == 0x28, bytes[index + 1] == 0x29 else { return nil }
        return index + 2
    }

    private func isOpening(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ last: Int) -> Bool {
        switch bytes[index] {
        case 0x28, 0x5B, 0x22, 0x27, 0x3C, 0x2A: true
        case 0xE2: index + 2 < last && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x9C || bytes[index + 2] == 0x98)
        default: false
        }
    }

    private func openingLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int { bytes[index] == 0xE2 ? 3 : 1 }

    /// Leaves out the marks of the sentence at the end.
    private func trimmedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int) -> Int {
        var end = last
        while end > first {
            switch bytes[end - 1] {
            case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x22, 0x27, 0x5D, 0x3E, 0x2A: end -= 1
            case 0x29:
                let opens = (first..<end).count { bytes[$0] == 0x28 }
                let closes = (first..<end).count { bytes[$0] == 0x29 }
                if closes <= opens { return end }
                end -= 1
            case 0x80...0xBF where end - first >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80: end -= 3
            default: return end
            }
        }
        return end
    }

    @inline(__always) private func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    @inline(__always) private func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    @inline(__always) private func isASCIILetter(_ byte: UInt8) -> Bool { lower(byte) >= 0x61 && lower(byte) <= 0x7A }
    @inline(__always) private func isNameByte(_ byte: UInt8) -> Bool {
        isASCIILetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte >= 0x80
    }

    private static let fileExtensions: Set<String> = [
        "py", "js", "ts", "jsx", "tsx", "json", "jsonl", "csv", "tsv", "txt", "md", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx",
        "png",
        "jpg", "jpeg", "gif", "svg", "webp", "html", "htm", "css", "scss", "swift", "yml", "yaml", "xml", "exe", "zip", "gz", "tar", "sh",
        "bat",
        "sql", "java", "cpp", "hpp", "rb", "php", "ini", "cfg", "toml", "log", "mp3", "mp4", "wav", "ipynb", "lock", "env", "dll", "net",
    ]

    private static let topLevelDomains: Set<String> = [
        // Not those that are words of either language (*de, me, it, us*): "fim.de" lacks a blank, it is no domain.
        "com", "org", "net", "br", "gov", "edu", "io", "ai", "dev", "app", "pt", "uk", "info", "tv", "eu", "xyz",
    ]
}
