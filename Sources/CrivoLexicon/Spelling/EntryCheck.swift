/// Looks one exact form up: as an entry, as an entry with affixes, as a compound. No case, no break points.
struct EntryCheck {
    enum Result { case absent, found, forbidden, undetermined }

    let dictionary: CompiledDictionary
    let hashes: UnsafeMutablePointer<UInt64>
    let prefixHashes: UnsafeMutablePointer<UInt64>
    let places: UnsafeMutablePointer<UInt64>
    /// Room for a stem, `LexiconScratch.bufferSize` bytes.
    let stemBuffer: UnsafeMutablePointer<UInt8>

    /// What the matches of a word allow, as bits.
    private struct Matches {
        var accepted = false
        var refused = false
        var forbidden = false
    }

    /// - Parameter isInitial: whether entries meant for words in capitals are passed over
    func check(_ word: UnsafePointer<UInt8>, _ count: Int, isInitial: Bool) -> Result {
        if count == 0 || count >= LexiconScratch.bufferSize { return .absent }
        hash(word, count, into: hashes)
        let stem = dictionary.stems.find(WordHash.finish(hashes[count]), word, count, word, 0)
        if stem >= 0 {
            let homonyms = dictionary.stems.valueRange(stem)
            for (i, h) in homonyms.enumerated() {
                let flags = dictionary.flags(dictionary.stems.values[h])
                if i == 0, flags.contains(FlagSet.forbidden) { return .forbidden }
                if flags.contains(FlagSet.onlyInCompound) || (isInitial && flags.contains(FlagSet.onlyAllCapitals)) { continue }
                return .found
            }
        }
        var matches = Matches()
        if !matchPrefixes(word, count, isInitial, &matches) {
            _ = matchSuffixes(word, count, hashes, FlagSet(), isCrossed: false, isInitial, &matches)
        }
        switch (matches.accepted, matches.refused, matches.forbidden) {
        case (true, false, false): return .found
        case (false, false, true): return .forbidden
        case (false, _, false): return matchCompound(word, count) ? .found : .absent
        // Which match Hunspell meets first decides, and that depends on the inner order of its lists.
        default: return .undetermined
        }
    }

    @inline(__always)
    private func hash(_ word: UnsafePointer<UInt8>, _ count: Int, into hashes: UnsafeMutablePointer<UInt64>) {
        var h = WordHash.start
        hashes[0] = h
        for i in 0..<count {
            h = WordHash.step(h, word[i])
            hashes[i + 1] = h
        }
    }

    /// Notes a match; true when the word is settled.
    @inline(__always)
    private func note(_ flags: FlagSet, _ isInitial: Bool, _ matches: inout Matches) -> Bool {
        if flags.contains(FlagSet.onlyInCompound) || (isInitial && flags.contains(FlagSet.onlyAllCapitals)) {
            matches.refused = true
        } else if flags.contains(FlagSet.forbidden) {
            matches.forbidden = true
        } else {
            matches.accepted = true
        }
        return matches.accepted && !isInitial && !dictionary.needsAllMatches
    }

    private func matchSuffixes(
        _ word: UnsafePointer<UInt8>, _ count: Int, _ hashes: UnsafeMutablePointer<UInt64>, _ prefixFlags: FlagSet, isCrossed: Bool,
        _ isInitial: Bool, _ matches: inout Matches
    ) -> Bool {
        let trie = dictionary.suffixes
        var node = 0
        var end = count
        while end > 0 {
            for g in trie.groupRange(node) {
                let group = trie.group(g)
                var h = hashes[end]
                for i in 0..<group.stripCount { h = WordHash.step(h, group.strip[i]) }
                let stem = dictionary.stems.find(WordHash.finish(h), word, end, group.strip, group.stripCount)
                if stem >= 0, matchSuffix(group, stem, prefixFlags, isCrossed, isInitial, &matches) { return true }
            }
            node = trie.child(of: node, word[end - 1])
            if node < 0 { return false }
            end -= 1
        }
        return false
    }

    private func matchSuffix(
        _ group: AffixTrie.Group, _ stem: Int, _ prefixFlags: FlagSet, _ isCrossed: Bool, _ isInitial: Bool,
        _ matches: inout Matches
    ) -> Bool {
        guard let text = dictionary.stems.bytes(stem), let base = text.baseAddress else { return false }
        for h in dictionary.stems.valueRange(stem) {
            let flags = dictionary.flags(dictionary.stems.values[h])
            // Outside compounds Hunspell never puts suffixes on entries that live in compounds only.
            if flags.contains(FlagSet.onlyInCompound) || (isCrossed && !flags.intersects(prefixFlags)) { continue }
            for i in group.items {
                let item = dictionary.suffixes.items[i]
                guard flags.contains(UInt8(truncatingIfNeeded: item)), !isCrossed || item >> 8 & 1 != 0,
                    dictionary.conditions.matchesEnd(Int(item >> 12), base, text.count)
                else { continue }
                if note(flags, isInitial, &matches) { return true }
                break
            }
        }
        return false
    }

    private func matchPrefixes(
        _ word: UnsafePointer<UInt8>, _ count: Int, _ isInitial: Bool, _ matches: inout Matches
    ) -> Bool {
        let trie = dictionary.prefixes
        var node = 0
        var start = 0
        while start < count {
            for g in trie.groupRange(node) where matchPrefix(trie.group(g), word + start, count - start, isInitial, &matches) {
                return true
            }
            node = trie.child(of: node, word[start])
            if node < 0 { return false }
            start += 1
        }
        return false
    }

    private func matchPrefix(
        _ group: AffixTrie.Group, _ rest: UnsafePointer<UInt8>, _ restCount: Int, _ isInitial: Bool, _ matches: inout Matches
    ) -> Bool {
        let count = group.stripCount + restCount
        guard count < LexiconScratch.bufferSize else { return false }
        for i in 0..<group.stripCount { stemBuffer[i] = group.strip[i] }
        for i in 0..<restCount { stemBuffer[group.stripCount + i] = rest[i] }
        let word = UnsafePointer(stemBuffer)
        var all = FlagSet()
        var crossing = FlagSet()
        for i in group.items {
            let item = dictionary.prefixes.items[i]
            guard dictionary.conditions.matchesStart(Int(item >> 12), word, count) else { continue }
            all.insert(UInt8(truncatingIfNeeded: item))
            if item >> 8 & 1 != 0 { crossing.insert(UInt8(truncatingIfNeeded: item)) }
        }
        if all.isEmpty { return false }
        hash(word, count, into: prefixHashes)
        let stem = dictionary.stems.find(WordHash.finish(prefixHashes[count]), word, count, word, 0)
        if stem >= 0 {
            for h in dictionary.stems.valueRange(stem) {
                let flags = dictionary.flags(dictionary.stems.values[h])
                if flags.intersects(all), note(flags, isInitial, &matches) { return true }
            }
        }
        return !crossing.isEmpty && matchSuffixes(word, count, prefixHashes, crossing, isCrossed: true, isInitial, &matches)
    }

    /// Whether the word is two or more entries in the order of a compound pattern.
    private func matchCompound(_ word: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let rules = dictionary.compounds
        if rules.isEmpty { return false }
        for i in 0...count { places[i] = 0 }
        places[0] = rules.start
        for start in 0..<count where places[start] != 0 {
            for end in (start + 1)..<(min(count, start + rules.longestStem) + 1) {
                if start == 0, end == count { break }
                var h = WordHash.start
                for i in start..<end { h = WordHash.step(h, word[i]) }
                let stem = dictionary.stems.find(WordHash.finish(h), word + start, end - start, word, 0)
                if stem < 0 { continue }
                for v in dictionary.stems.valueRange(stem) {
                    let (next, isComplete) = rules.advance(places[start], dictionary.flags(dictionary.stems.values[v]))
                    if end == count {
                        if isComplete { return true }
                    } else {
                        places[end] |= next
                    }
                }
            }
        }
        return false
    }
}
