/// Sentence boundaries after the rules of UAX #29, with Crivo's tailoring for abbreviations, initials, enumerations and quotes.
///
/// The classes of the characters are ICU's.
struct SentenceBoundaries {
    let bytes: UnsafeBufferPointer<UInt8>
    let table: CharacterTable
    /// The end of the block in bytes of prose.
    let end: Int

    /// Where the next sentence starts after a terminator that ends at `offset`, or nil when the sentence goes on. The end of the
    /// block is nobody's boundary.
    func boundary(after offset: Int, isFullStop: Bool) -> Int? {
        var index = skip(from: offset) { $0 == .extend }
        index = skip(from: index) { $0 == .close || $0 == .extend }
        let afterClose = index
        index = skip(from: index) { $0 == .space || $0 == .extend }
        guard index < end else { return nil }
        let next = classAt(index)
        switch next {
        case .sContinue, .aTerm, .sTerm: return nil
        case .paragraph: return index
        default: break
        }
        if isFullStop {
            if index == offset {
                // *1.5*, *U.S*: SB6 and SB7.
                if next == .numeric { return nil }
                if next == .upper || next == .letter, offset >= 2, isLetter(before: offset - 1) { return nil }
            }
            if nextLetterIsLower(from: index) { return nil }
        } else {
            // UAX #29 breaks after every ! and ?; a lower-case letter behind goes on with the sentence: “Vem!” disse ela.
            if nextLetterIsLower(from: index) { return nil }
            if afterClose == index, next != .upper, next != .letter { return nil }
        }
        return index
    }

    /// Whether the line break at `newline` ends the sentence: it does unless the next line goes on in lower case.
    func lineBreakEnds(next index: Int) -> Bool {
        guard index < end else { return false }
        return classAt(index) != .lower
    }

    /// The class of the character at `index`.
    func classAt(_ index: Int) -> CharacterClass.SentenceClass {
        let byte = bytes[index]
        if byte < 0x80 { return table[UInt32(byte)].sentence }
        return table[decodeScalar(bytes, index).scalar].sentence
    }

    /// SB8: the next letter, beyond digits and marks, is lower case.
    private func nextLetterIsLower(from start: Int) -> Bool {
        var index = start
        let limit = min(end, start + 64)
        while index < limit {
            let (scalar, length) = decodeScalar(bytes, index)
            switch table[scalar].sentence {
            case .lower: return true
            case .upper, .letter, .paragraph, .aTerm, .sTerm: return false
            default: index += length
            }
        }
        return false
    }

    private func isLetter(before offset: Int) -> Bool {
        var index = offset - 1
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        switch classAt(index) {
        case .lower, .upper: return true
        default: return false
        }
    }

    private func skip(from start: Int, while matches: (CharacterClass.SentenceClass) -> Bool) -> Int {
        var index = start
        while index < end {
            let (scalar, length) = decodeScalar(bytes, index)
            guard matches(table[scalar].sentence) else { break }
            index += length
        }
        return index
    }
}
