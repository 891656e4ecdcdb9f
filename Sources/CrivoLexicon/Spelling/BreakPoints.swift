extension SpellCheck {
    /// Cuts the word at the dictionary's break points; it is known when the parts are.
    mutating func spellParts(_ word: UnsafeMutablePointer<UInt8>, _ count: Int, _ depth: Int) -> CompiledDictionary.Answer {
        let breaks = dictionary.breaks
        if dictionary.breaksNeedHyphen {
            var i = 0
            while i < count, word[i] != UInt8(ascii: "-") { i += 1 }
            if i == count { return .unknown }
        }
        var points = 0
        for pattern in breaks { points += Self.occurrences(of: pattern, in: word, count) }
        if points >= Self.maximumBreakPoints { return .unknown }

        for pattern in breaks where pattern.count > 1 && pattern.count <= count {
            let size = pattern.count - 1
            if pattern[0] == UInt8(ascii: "^"), Self.matches(pattern, from: 1, size, word, at: 0) {
                switch spell(word + size, count - size, depth: depth + 1) {
                case .known: return .known
                case .undetermined: return .undetermined
                case .unknown: break
                }
            }
            if pattern[size] == UInt8(ascii: "$"), Self.matches(pattern, from: 0, size, word, at: count - size) {
                switch spell(word, count - size, depth: depth + 1) {
                case .known: return .known
                case .undetermined: return .undetermined
                case .unknown: break
                }
            }
        }
        // First at the second occurrence, so that entries which themselves hold a break point are met, then at the first.
        for second in [true, false] {
            for pattern in breaks {
                guard var found = Self.find(pattern, in: word, count, from: 0), found > 0, found < count - pattern.count else { continue }
                if second, let next = Self.find(pattern, in: word, count, from: found + 1), next < count - pattern.count { found = next }
                let right = spell(word + found + pattern.count, count - found - pattern.count, depth: depth + 1)
                if right == .undetermined { return .undetermined }
                if right == .unknown { continue }
                let left = spell(word, found, depth: depth + 1)
                if left != .unknown { return left }
            }
        }
        return .unknown
    }

    private static func matches(
        _ pattern: [UInt8], from: Int, _ size: Int, _ word: UnsafePointer<UInt8>, at place: Int
    ) -> Bool {
        for i in 0..<size where pattern[from + i] != word[place + i] { return false }
        return true
    }

    private static func find(_ pattern: [UInt8], in word: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int? {
        var i = start
        while i + pattern.count <= count {
            if matches(pattern, from: 0, pattern.count, word, at: i) { return i }
            i += 1
        }
        return nil
    }

    private static func occurrences(of pattern: [UInt8], in word: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var found = 0
        var i = 0
        while let place = find(pattern, in: word, count, from: i) {
            found += 1
            i = place + pattern.count
        }
        return found
    }
}
