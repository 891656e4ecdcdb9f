/// Cuts the prose of a document into sentences and tokens.
///
/// Latin script, digits and common marks follow UAX #29 by table (the classes are ICU's), with the joins that Portuguese and English
/// need; everything else goes to ICU's word iterator.
struct TokenScanner: ~Copyable {
    private let table = CharacterTable.shared
    private var breaker = ICUWordBreaker()
    private var protected = ProtectedSpans()
    private var segmentEnds: [Int] = []

    private var tokens: [Token] = []
    private var sentences: [Sentence] = []
    private var wordCount = 0

    // Where the scanner is.
    private var block = 0
    private var sentenceStart = 0
    private var boundary = Int.max
    private var chunkEnd = 0
    private var nextSpan = 0
    private var flags: Token.Flags = []
    // Double and single quotation marks nest.
    private var openDouble: (mark: UInt32, token: Int)?
    private var openSingle: (mark: UInt32, token: Int)?

    mutating func scan(_ document: inout Document) {
        swap(&tokens, &document.tokens)
        swap(&sentences, &document.sentences)
        wordCount = 0
        document.prose.withUnsafeBufferPointer { bytes in
            for index in document.blocks.indices {
                let first = sentences.count
                if document.blocks[index].isProse {
                    block = index
                    scanBlock(bytes, document.blocks[index].prose, document.placeholders)
                }
                document.blocks[index].firstSentence = UInt32(first)
                document.blocks[index].endSentence = UInt32(sentences.count)
            }
        }
        applyStyles(document.styles)
        swap(&tokens, &document.tokens)
        swap(&sentences, &document.sentences)
        document.wordCount = wordCount
    }

    private mutating func scanBlock(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ placeholders: [Placeholder]) {
        let end = range.upperBound
        let rules = SentenceBoundaries(bytes: bytes, table: table, end: end)
        var index = range.lowerBound
        sentenceStart = tokens.count
        boundary = Int.max
        chunkEnd = index
        nextSpan = 0
        openDouble = nil
        openSingle = nil
        flags = .spaceBefore
        while true {
            index = skipSpace(bytes, index, end, rules)
            guard index < end else { break }
            if index >= boundary { endSentence() }
            if tokens.count == sentenceStart { flags.insert(.startsSentence) }
            if index >= chunkEnd {
                chunkEnd = protected.readChunk(bytes, from: index, to: end)
                nextSpan = 0
            }
            var limit = end
            while nextSpan < protected.spans.count, protected.spans[nextSpan].start < index { nextSpan += 1 }
            if nextSpan < protected.spans.count {
                let span = protected.spans[nextSpan]
                if span.start == index {
                    append(Token(start: index, end: span.end, kind: span.kind, flags: flags))
                    index = span.end
                    nextSpan += 1
                    continue
                }
                limit = min(end, span.start)
            }
            index = scanToken(bytes, index, limit, rules, placeholders)
        }
        endSentence()
    }

    private mutating func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ rules: SentenceBoundaries) -> Int {
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == 0x20 {
                index += 1
            } else if byte == 0x0A {
                index += 1
                var next = index
                while next < end, bytes[next] == 0x20 { next += 1 }
                if rules.lineBreakEnds(next: next) { boundary = min(boundary, next) }
            } else if byte < 0x20 {
                index += 1
            } else if byte >= 0x80 {
                let (scalar, length) = decodeScalar(bytes, index)
                guard table[scalar].word == .space else { break }
                index += length
            } else {
                break
            }
            flags.insert(.spaceBefore)
        }
        return index
    }

    private mutating func endSentence() {
        if tokens.count > sentenceStart {
            sentences.append(
                Sentence(firstToken: UInt32(sentenceStart), endToken: UInt32(tokens.count), block: UInt32(block)))
        }
        sentenceStart = tokens.count
        boundary = Int.max
    }

    @inline(__always)
    private mutating func append(_ token: Token) {
        tokens.append(token)
        if token.isWordLike { wordCount += 1 }
        flags = []
    }

    // MARK: one token

    @inline(__always)
    private mutating func scanToken(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ rules: SentenceBoundaries, _ placeholders: [Placeholder]
    ) -> Int {
        let (scalar, length) = decodeScalar(bytes, start)
        switch table[scalar].word {
        case .letter:
            if scalar == 0xFFFC { return scanPlaceholder(bytes, start, limit, placeholders) }
            return scanWord(bytes, start, limit, rules)
        case .digit: return scanNumber(bytes, start, limit)
        case .complex: return scanComplex(bytes, start, limit, rules)
        case .underscore: return scanUnderscores(bytes, start, limit)
        case .extend, .format:
            append(Token(start: start, end: start + length, kind: .symbol, flags: flags.union(.format)))
            return start + length
        case .other, .space:
            return scanMark(bytes, start, start + length, scalar, limit, rules)
        }
    }

    private mutating func scanPlaceholder(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ placeholders: [Placeholder]
    ) -> Int {
        let index = placeholders.partitionPoint { $0.prose < start }
        let isKnown = index < placeholders.count && placeholders[index].prose == start
        // A literal U+FFFC in the text is no place-holder of ours.
        append(Token(start: start, end: start + 3, kind: isKnown ? placeholders[index].kind : .symbol, flags: flags))
        return start + 3
    }

    private mutating func scanWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ rules: SentenceBoundaries) -> Int {
        var index = start
        var uppers = 0
        var lowers = 0
        var firstIsUpper = false
        var segment = start
        var dots = 0
        var extra: Token.Flags = []
        while index < limit {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte &- 0x61 < 26 {
                    lowers += 1
                } else if byte &- 0x41 < 26 {
                    uppers += 1
                    if index == start { firstIsUpper = true }
                } else if byte &- 0x30 < 10 {
                    extra.insert(.digit)
                } else if byte == 0x5F {
                } else if index > segment, index + 1 < limit, joins(bytes, index, limit, segment: segment, dots: &dots, flags: &extra) {
                    segment = index + 1
                } else {
                    break
                }
                index += 1
                continue
            }
            let (scalar, length) = decodeScalar(bytes, index)
            let info = table[scalar]
            switch info.word {
            case .letter:
                if scalar == 0xFFFC { break }
                extra.insert(.nonASCII)
                if info.isUpper {
                    uppers += 1
                    if index == start { firstIsUpper = true }
                } else if info.isLower {
                    lowers += 1
                }
                if !info.isLatin { extra.insert(.nonLatin) }
                index += length
                continue
            case .digit:
                extra.insert([.digit, .nonASCII])
                index += length
                continue
            case .extend:
                extra.insert([.decomposed, .nonASCII])
                index += length
                continue
            case .format:
                // Between letters it is inside the word; at the end it is a token of its own.
                guard index + length < limit, isLetter(bytes, index + length) else { break }
                extra.insert([.format, .nonASCII])
                index += length
                continue
            case .complex:
                guard !isSymbol(scalar) else { break }
                return scanComplex(bytes, start, limit, rules)
            default:
                if scalar == 0x2019 || scalar == 0x02BC || scalar == 0x2018, index > segment, index + length < limit,
                    isLetter(bytes, index + length)
                {
                    extra.insert([.apostrophe, .nonASCII])
                    index += length
                    segment = index
                    continue
                }
                if scalar == 0x2010 || scalar == 0x2011, index + length < limit, isLetter(bytes, index + length) {
                    extra.insert([.hyphen, .nonASCII])
                    index += length
                    segment = index
                    continue
                }
                // *m²*, *n°*
                if scalar == 0xB2 || scalar == 0xB3 || scalar == 0xB9, index - start <= 3 {
                    extra.insert([.digit, .nonASCII])
                    index += length
                    continue
                }
                if scalar == 0xB0, index - start == 1, bytes[start] | 0x20 == 0x6E {
                    extra.insert(.nonASCII)
                    index += length
                }
            }
            break
        }
        if index < limit, bytes[index] == 0x24, index - start <= 2, uppers == index - start,
            let end = currencyEnd(bytes, index + 1, limit)
        {
            append(Token(start: start, end: end, kind: .currency, flags: flags.union(.digit)))
            return end
        }
        let shape: Token.Shape =
            uppers == 0
            ? (lowers == 0 ? .none : .lower)
            : lowers == 0
                ? (uppers == 1 ? .capitalized : .upper)
                : firstIsUpper && uppers == 1 ? .capitalized : firstIsUpper && isHyphenatedCapital(extra, uppers) ? .capitalized : .mixed
        let token = Token(start: start, end: index, kind: .word, shape: shape, flags: flags.union(extra))
        if index < limit, bytes[index] == 0x2E, let end = scanAbbreviation(bytes, token, dots, limit, rules) { return end }
        append(token)
        return index
    }

    /// *Guarda-Chuva*, *Rio-São Paulo*: a capital after a hyphen or apostrophe does not make a word mixed.
    private func isHyphenatedCapital(_ flags: Token.Flags, _ uppers: Int) -> Bool {
        uppers == 2 && !flags.isDisjoint(with: [.hyphen, .apostrophe])
    }

    /// Whether the ASCII mark at `index` belongs to the word: an apostrophe or hyphen before a letter, the dots of *U.S.* and *e.g.*,
    /// the dot of *GPT-4.5*, the ampersand of *P&D*.
    @inline(__always)
    private func joins(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int, segment: Int, dots: inout Int, flags: inout Token.Flags
    ) -> Bool {
        switch bytes[index] {
        case 0x27:
            guard isLetter(bytes, index + 1) else { return false }
            flags.insert(.apostrophe)
            return true
        case 0x2D:
            guard isLetter(bytes, index + 1) || isDigit(bytes[index + 1]) else { return false }
            flags.insert(.hyphen)
            return true
        case 0x2E:
            if isDigit(bytes[index + 1]), isDigit(bytes[index - 1]) { return true }
            guard isLetter(bytes, index + 1), isSingleLetter(bytes, segment, index) else { return false }
            // The next piece must be short as well: *U.S*, *p.ex*, but not the end of a sentence without a blank.
            let nextEnd = letterRunEnd(bytes, index + 1, limit)
            guard nextEnd - index - 1 <= 2 || (nextEnd - index - 1 == 3 && bytes[index + 1] >= 0x80) else { return false }
            dots += 1
            return true
        case 0x26:
            guard isUpper(bytes[index + 1]), isUpper(bytes[index - 1]), index - segment == 1 else { return false }
            return true
        default: return false
        }
    }

    /// Appends the word with its full stop when it is an abbreviation and returns the end; nil when it is none.
    private mutating func scanAbbreviation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ word: Token, _ dots: Int, _ limit: Int, _ rules: SentenceBoundaries
    ) -> Int? {
        let end = Int(word.end) + 1
        guard end >= limit || bytes[end] != 0x2E else { return nil }
        guard let next = rules.boundary(after: end, isFullStop: true) ?? nextContent(bytes, end, limit) else {
            // At the end of the block only dotted and closing abbreviations keep their stop.
            guard dots > 0 || isClosing(bytes, word.range) else { return nil }
            append(Token(start: Int(word.start), end: end, kind: .abbreviation, shape: word.shape, flags: word.flags))
            return end
        }
        let startsNew = rules.boundary(after: end, isFullStop: true) != nil
        let key = WordKey.folded(bytes, word.range)
        let isInitial = isSingleLetter(bytes, Int(word.start), Int(word.end)) && word.shape == .capitalized
        let isIntroducing = key.map(Abbreviations.introducing.contains) ?? false
        // *p. ex.*: the second half of an abbreviation is no word of its own.
        let continues = tokens.count > sentenceStart && tokens.last?.kind == .abbreviation
        let isAmbiguous = !continues && (key.map(Abbreviations.ambiguous.contains) ?? false)
        let closing = dots > 0 || (key.map(Abbreviations.closing.contains) ?? false)
        if isInitial {
            // *J. R. Tolkien*, but *o plano B. Depois*.
            let previousIsName = tokens.count == sentenceStart || tokens.last.map { $0.shape != .lower && $0.kind != .punctuation } ?? false
            guard previousIsName || isIntroducing, !isStarter(bytes, next, limit) else { return nil }
            append(Token(start: Int(word.start), end: end, kind: .abbreviation, shape: word.shape, flags: word.flags))
            return end
        }
        if isIntroducing, !(isAmbiguous && !isNameOrNumber(bytes, next, lowerWord: word.shape == .lower)),
            !(startsNew && isStarter(bytes, next, limit))
        {
            append(Token(start: Int(word.start), end: end, kind: .abbreviation, shape: word.shape, flags: word.flags))
            return end
        }
        guard closing else { return nil }
        append(Token(start: Int(word.start), end: end, kind: .abbreviation, shape: word.shape, flags: word.flags))
        if startsNew, isStarter(bytes, next, limit) || key == Abbreviations.etcKey { boundary = min(boundary, next) }
        return end
    }

    private func isClosing(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        WordKey.folded(bytes, range).map(Abbreviations.closing.contains) ?? false
    }

    private func nextContent(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
        var index = start
        while index < limit, bytes[index] <= 0x20 { index += 1 }
        return index < limit ? index : nil
    }

    /// Whether the word at `index` usually opens a sentence.
    private func isStarter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Bool {
        let end = letterRunEnd(bytes, index, limit)
        return WordKey.folded(bytes, index..<end).map(Abbreviations.starters.contains) ?? false
    }

    private func isNameOrNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, lowerWord: Bool) -> Bool {
        if isDigit(bytes[index]) { return true }
        // *S. Paulo*, *R. Augusta*; a lower-case word that is also an abbreviation takes digits only: *no. 5*, *p. 12*.
        return !lowerWord && table[decodeScalar(bytes, index).scalar].isUpper
    }

    private mutating func scanNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var index = start
        var kind = Token.Kind.number
        var extra: Token.Flags = [.digit]
        var letters = 0
        var keycap = false
        var dashes = 0
        loop: while index < limit {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39: index += 1
            case 0x2E, 0x2C, 0x2F:
                guard letters == 0, index + 1 < limit, isDigit(bytes[index + 1]), isDigit(bytes[index - 1]) else { break loop }
                index += 1
            case 0x3A:
                guard letters == 0, index + 2 < limit, index - start <= 5, isDigit(bytes[index + 1]), isDigit(bytes[index + 2]) else {
                    break loop
                }
                kind = .time
                index += 1
            case 0x2D:
                guard index + 1 < limit, isDigit(bytes[index + 1]) || isLetter(bytes, index + 1) else { break loop }
                dashes += 1
                extra.insert(.hyphen)
                index += 1
            case 0x5F: index += 1
            case 0x41...0x5A, 0x61...0x7A:
                letters += 1
                index += 1
            default:
                guard byte >= 0x80 else { break loop }
                let (scalar, length) = decodeScalar(bytes, index)
                extra.insert(.nonASCII)
                if scalar == 0xBA || scalar == 0xAA || scalar == 0xB0 {
                    if letters == 0 { kind = .ordinal }
                    index += length
                    break loop
                }
                switch table[scalar].word {
                case .letter:
                    if scalar == 0xFFFC { break loop }
                    letters += 1
                case .digit: break
                case .extend: keycap = keycap || scalar == 0x20E3
                default: break loop
                }
                index += length
            }
        }
        if keycap { kind = .emoji }
        if letters > 0, dashes == 0 { kind = kindOfLetteredNumber(bytes, start, index, letters) ?? kind }
        append(Token(start: start, end: index, kind: kind, shape: .none, flags: flags.union(extra)))
        return index
    }

    /// *14h30*, *14h*, *14h30min* are times; *1st*, *22nd* ordinals.
    private func kindOfLetteredNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ letters: Int) -> Token.Kind? {
        var index = start
        while index < end, isDigit(bytes[index]) { index += 1 }
        guard index > start, index < end else { return nil }
        let suffix = index
        if bytes[suffix] | 0x20 == 0x68, suffix - start <= 2 {
            if letters == 1, end - suffix == 1 || end - suffix == 3 { return .time }
            if letters == 4 || letters == 3, bytes[end - 1] | 0x20 == 0x6E { return .time }
        }
        if letters == 2, end - suffix == 2 {
            let pair = (bytes[suffix] | 0x20, bytes[suffix + 1] | 0x20)
            if pair == (0x73, 0x74) || pair == (0x6E, 0x64) || pair == (0x72, 0x64) || pair == (0x74, 0x68) { return .ordinal }
        }
        return nil
    }

    /// The end of the amount after a currency mark that ends at `start`, or nil where no amount stands.
    private func currencyEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
        var index = start
        if index < limit, bytes[index] == 0x20 {
            index += 1
        } else if index + 1 < limit, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
            index += 2
        }
        guard index < limit, isDigit(bytes[index]) else { return nil }
        while index < limit {
            if isDigit(bytes[index]) {
                index += 1
            } else if bytes[index] == 0x2E || bytes[index] == 0x2C, index + 1 < limit, isDigit(bytes[index + 1]) {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    private mutating func scanUnderscores(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, bytes[index] == 0x5F { index += 1 }
        append(Token(start: start, end: index, kind: .symbol, flags: flags))
        return index
    }

    private mutating func scanMark(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ markEnd: Int, _ scalar: UInt32, _ limit: Int, _ rules: SentenceBoundaries
    ) -> Int {
        var end = markEnd
        switch scalar {
        case 0x23, 0x40:
            // A hashtag or handle starts after a blank or an opening mark.
            if end < limit, isLetter(bytes, end) || (scalar == 0x40 && isDigit(bytes[end])),
                flags.contains(.spaceBefore) || isAfterOpening()
            {
                let stop = nameRunEnd(bytes, end, limit)
                append(Token(start: start, end: stop, kind: scalar == 0x23 ? .hashtag : .handle, flags: flags))
                return stop
            }
        case 0x24, 0xA3, 0xA5, 0x20AC:
            if let stop = currencyEnd(bytes, end, limit) {
                append(Token(start: start, end: stop, kind: .currency, flags: flags.union(.digit)))
                return stop
            }
        case 0x2E:
            while end < limit, bytes[end] == 0x2E { end += 1 }
        default: break
        }
        // Variation selectors and invisible marks go with the mark before them.
        while end < limit, bytes[end] >= 0x80 {
            let (next, length) = decodeScalar(bytes, end)
            guard table[next].word == .extend else { break }
            end += length
        }
        let sentence = table[scalar].sentence
        let isPunctuation = sentence != .other || isPunctuationMark(scalar)
        let isEnumeration = scalar == 0x2E && end - start == 1 && isEnumerationMark(bytes)
        let hasSpaceBefore = flags.contains(.spaceBefore)
        append(Token(start: start, end: end, kind: isPunctuation ? .punctuation : .symbol, flags: flags))
        noteQuote(scalar, hasSpaceBefore)
        // An ellipsis written as one character ends a sentence as three full stops do.
        if sentence == .aTerm || scalar == 0x2026 {
            if !isEnumeration, let next = rules.boundary(after: end, isFullStop: true) { boundary = min(boundary, next) }
        } else if sentence == .sTerm, let next = rules.boundary(after: end, isFullStop: false) {
            boundary = min(boundary, next)
        }
        return end
    }

    /// *1. Texto*, *A. Texto*, *IV. Texto* at the start of a sentence.
    private func isEnumerationMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard tokens.count == sentenceStart + 1, let first = tokens.last, flags.isDisjoint(with: .spaceBefore) else { return false }
        switch first.kind {
        case .number: return first.range.count <= 6
        case .word:
            return first.range.count == 1 || first.range.allSatisfy { isRomanDigit(bytes[$0]) }
        default: return false
        }
    }

    private func isRomanDigit(_ byte: UInt8) -> Bool {
        byte == 0x49 || byte == 0x56 || byte == 0x58 || byte == 0x4C || byte == 0x43
    }

    private func isPunctuationMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2F, 0x3B, 0x5C, 0x2A, 0x26, 0x2010...0x2015, 0x2022, 0xB7, 0x2026, 0xA7, 0xB6: true
        default: false
        }
    }

    private func isAfterOpening() -> Bool {
        guard let last = tokens.last else { return true }
        return last.kind == .punctuation || last.kind == .emoji
    }

    private mutating func noteQuote(_ scalar: UInt32, _ hasSpaceBefore: Bool) {
        switch scalar {
        case 0x22: TokenScanner.note(scalar, opens: openDouble == nil, closing: 0x22, &openDouble, &tokens)
        case 0x201C, 0x201E: TokenScanner.note(scalar, opens: true, closing: 0x201D, &openDouble, &tokens)
        case 0xAB: TokenScanner.note(scalar, opens: true, closing: 0xBB, &openDouble, &tokens)
        case 0x201D, 0xBB: TokenScanner.note(scalar, opens: false, closing: 0, &openDouble, &tokens)
        case 0x2018: TokenScanner.note(scalar, opens: true, closing: 0x2019, &openSingle, &tokens)
        case 0x2019: TokenScanner.note(scalar, opens: false, closing: 0, &openSingle, &tokens)
        case 0x27: TokenScanner.note(scalar, opens: openSingle == nil && hasSpaceBefore, closing: 0x27, &openSingle, &tokens)
        default: break
        }
    }

    private static func note(
        _ scalar: UInt32, opens: Bool, closing: UInt32, _ state: inout (mark: UInt32, token: Int)?, _ tokens: inout [Token]
    ) {
        if let open = state, scalar == open.mark, !opens {
            for index in open.token..<tokens.count { tokens[index].flags.insert(.quoted) }
            state = nil
        } else if opens {
            state = (closing, tokens.count)
        }
    }

    /// Hands a stretch of letters and marks outside the tables to ICU.
    private mutating func scanComplex(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ rules: SentenceBoundaries) -> Int {
        var stop = start
        while stop < limit, stop - start < 4096 {
            let (scalar, length) = decodeScalar(bytes, stop)
            let word = table[scalar].word
            if word == .space || scalar == 0xFFFC || (word == .other && scalar < 0x370) { break }
            stop += length
        }
        stop = max(stop, start + decodeScalar(bytes, start).length)
        segmentEnds.removeAll(keepingCapacity: true)
        breaker.segmentEnds(of: bytes, start..<min(stop, limit), into: &segmentEnds)
        var index = start
        for end in segmentEnds where end > index {
            appendComplex(bytes, index, end, rules)
            index = end
        }
        return max(index, start + 1)
    }

    private mutating func appendComplex(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ rules: SentenceBoundaries) {
        if start >= boundary { endSentence() }
        let (scalar, _) = decodeScalar(bytes, start)
        let info = table[scalar]
        var letters = 0
        var extra: Token.Flags = [.nonASCII]
        var index = start
        while index < end {
            let (scalar, length) = decodeScalar(bytes, index)
            let info = table[scalar]
            switch info.sentence {
            case .lower, .upper, .letter: letters += 1
            default: break
            }
            if !info.isLatin { extra.insert(.nonLatin) }
            if info.word == .format { extra.insert(.format) }
            index += length
        }
        let kind: Token.Kind
        if letters > 0 {
            kind = .word
        } else if info.sentence == .numeric {
            kind = .number
        } else if EmojiProperty.isEmoji(scalar) {
            kind = .emoji
            extra.remove(.format)
        } else if info.sentence == .other {
            kind = .symbol
        } else {
            kind = .punctuation
        }
        append(Token(start: start, end: end, kind: kind, flags: flags.union(extra)))
        if info.sentence == .sTerm, let next = rules.boundary(after: end, isFullStop: false) { boundary = min(boundary, next) }
    }

    // MARK: characters

    @inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    @inline(__always)
    private func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
        let scalar = decodeScalar(bytes, index).scalar
        return table[scalar].word == .letter && scalar != 0xFFFC
    }

    private func isSymbol(_ scalar: UInt32) -> Bool {
        switch table[scalar].sentence {
        case .lower, .upper, .letter: false
        default: true
        }
    }

    private func isSingleLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        start < end && isLetter(bytes, start) && decodeScalar(bytes, start).length == end - start
    }

    private func letterRunEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, isLetter(bytes, index) { index += decodeScalar(bytes, index).length }
        return index
    }

    private func nameRunEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, isLetter(bytes, index) || isDigit(bytes[index]) || bytes[index] == 0x5F {
            index += decodeScalar(bytes, index).length
        }
        return index
    }

    private mutating func applyStyles(_ styles: [StyleChange]) {
        guard !styles.isEmpty else { return }
        var token = 0
        for (index, style) in styles.enumerated() where !style.flags.isEmpty {
            let end = index + 1 < styles.count ? styles[index + 1].prose : UInt32.max
            while token < tokens.count, tokens[token].end <= style.prose { token += 1 }
            var styled = token
            while styled < tokens.count, tokens[styled].start < end {
                tokens[styled].flags.formUnion(style.flags)
                styled += 1
            }
        }
    }
}
