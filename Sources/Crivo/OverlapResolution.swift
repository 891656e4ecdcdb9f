import CrivoRules

/// Orders the issues of a text and keeps one where several say something of the same place.
enum OverlapResolution {
    /// Sorted by start, end and rule. Of overlapping issues of one category the more severe stays, then the more confident, then the
    /// longer; a spelling or spacing issue gives way to any issue of encoding or leftovers that it overlaps.
    static func resolve(_ issues: [Issue], _ registry: RuleRegistry) -> [Issue] {
        guard issues.count > 1 else { return issues }
        let sorted = issues.sorted {
            ($0.range.lowerBound, $0.range.upperBound, registry.rules[$0.rule].id) < (
                $1.range.lowerBound, $1.range.upperBound, registry.rules[$1.rule].id
            )
        }
        var kept: [Issue] = []
        for issue in sorted {
            var isLost = false
            // Only the neighbours before can overlap, and a text has few issues.
            kept.removeAll { other in
                guard other.range.overlaps(issue.range), !isLost, conflicts(registry, other, issue) else { return false }
                if beats(registry, issue, other) { return true }
                isLost = true
                return false
            }
            if !isLost { kept.append(issue) }
        }
        return kept
    }

    private static func conflicts(_ registry: RuleRegistry, _ left: Issue, _ right: Issue) -> Bool {
        left.range == right.range || rank(registry, left) != rank(registry, right) && min(rank(registry, left), rank(registry, right)) == 0
            || registry.rules[left.rule].category == registry.rules[right.rule].category
                && registry.rules[left.rule].id != registry.rules[right.rule].id
    }

    private static func beats(_ registry: RuleRegistry, _ left: Issue, _ right: Issue) -> Bool {
        let keys = [left, right].map { (rank(registry, $0), $0.severity.rawValue, $0.confidence, $0.range.count) }
        return keys[0] > keys[1]
    }

    /// What garbles the text explains the unknown word, never the other way round.
    private static func rank(_ registry: RuleRegistry, _ issue: Issue) -> Int {
        switch registry.rules[issue.rule].category {
        case .spelling, .variety, .unidiomatic, .textualConventions: 0
        default: 1
        }
    }
}
