/// The forms of a dictionary that suggestions are drawn from: stems and what one suffix makes of them.
///
/// Left out: forms with a prefix, and suffixes with a hyphen (clitics), which would multiply the forms of pt_BR from one million to eighty.
struct FormEnumeration {
    private var rules: [UInt16: [AffixFile.Affix]] = [:]
    private var prefixes: [UInt16: [AffixFile.Affix]] = [:]
    private let hidden: Set<UInt16>

    init(_ affixes: AffixFile) {
        for rule in affixes.suffixes where !rule.append.contains(0x2D) { rules[rule.flag, default: []].append(rule) }
        for rule in affixes.prefixes where !rule.append.contains(0x2D) && rule.strip.isEmpty {
            prefixes[rule.flag, default: []].append(rule)
        }
        hidden = Set([affixes.forbidden, affixes.onlyInCompound].compactMap { $0 })
    }

    /// Calls `body` with every form of the entry.
    func forms(of entry: StemFile.Entry, _ body: ([UInt8]) -> Void) {
        guard hidden.isDisjoint(with: entry.flags), entry.word.count <= 40 else { return }
        body(entry.word)
        for flag in entry.flags {
            for rule in rules[flag] ?? []
            where entry.word.count > rule.strip.count && entry.word.suffix(rule.strip.count).elementsEqual(rule.strip) {
                guard holds(rule.condition, entry.word) else { continue }
                body(Array(entry.word.dropLast(rule.strip.count)) + rule.append)
            }
        }
    }

    /// Calls `body` with every form of the entry that has a prefix: many more than anyone writes, so the caller keeps those that are used.
    func prefixedForms(of entry: StemFile.Entry, _ body: ([UInt8]) -> Void) {
        let heads = entry.flags.flatMap { prefixes[$0] ?? [] }
        guard !heads.isEmpty else { return }
        forms(of: entry) { form in
            for rule in heads where startHolds(rule.condition, form) { body(rule.append + form) }
        }
    }

    private func startHolds(_ condition: [UInt8], _ word: [UInt8]) -> Bool {
        // Prefix conditions are one character or class at most.
        guard condition != [0x2E], let first = String(decoding: word, as: UTF8.self).unicodeScalars.first else { return true }
        let scalars = Array(String(decoding: condition, as: UTF8.self).unicodeScalars)
        guard scalars.first == "[" else { return scalars.first == first }
        return scalars.dropFirst().contains(first) != (scalars.dropFirst().first == "^")
    }

    private func holds(_ condition: [UInt8], _ word: [UInt8]) -> Bool {
        if condition == [0x2E] { return true }
        let scalars = Array(String(decoding: condition, as: UTF8.self).unicodeScalars)
        var elements: [(excludes: Bool, listed: [Unicode.Scalar])] = []
        var index = 0
        while index < scalars.count {
            if scalars[index] == "[" {
                var end = index + 1
                while end < scalars.count, scalars[end] != "]" { end += 1 }
                let excludes = index + 1 < end && scalars[index + 1] == "^"
                elements.append((excludes, Array(scalars[(index + (excludes ? 2 : 1))..<end])))
                index = end + 1
            } else {
                elements.append(scalars[index] == "." ? (true, []) : (false, [scalars[index]]))
                index += 1
            }
        }
        let tail = Array(String(decoding: word, as: UTF8.self).unicodeScalars).suffix(elements.count)
        guard tail.count == elements.count else { return false }
        return zip(elements, tail).allSatisfy { element, scalar in element.listed.contains(scalar) != element.excludes }
    }
}
