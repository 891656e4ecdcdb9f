import CICU

/// What the scanners need to know of a character, packed into 16 bits: its Word_Break class, its Sentence_Break class and
/// whether it is white space. Everything comes from ICU's own data; common blocks are laid out as a table when the program starts.
struct CharacterClass {
    var raw: UInt16

    enum Word: UInt16 {
        case other, letter, digit, extend, format, space, underscore, complex
    }

    enum SentenceClass: UInt16 {
        case other, paragraph, space, lower, upper, letter, numeric, aTerm, sTerm, sContinue, close, extend
    }

    init(word: Word, sentence: SentenceClass, cased: UInt16) {
        raw = word.rawValue | sentence.rawValue << 4 | cased
    }

    init(raw: UInt16) { self.raw = raw }

    @inline(__always) var word: Word { Word(rawValue: raw & 15).unsafelyUnwrapped }
    @inline(__always) var sentence: SentenceClass { SentenceClass(rawValue: raw >> 4 & 15).unsafelyUnwrapped }
    @inline(__always) var isLower: Bool { raw & 0x100 != 0 }
    @inline(__always) var isUpper: Bool { raw & 0x200 != 0 }
    @inline(__always) var isLatin: Bool { raw & 0x400 != 0 }
}

/// Immortal and never written after it is made, so the pointers may be shared.
struct CharacterTable: @unchecked Sendable {
    static let shared = CharacterTable()

    /// Below this code point, and in General Punctuation and Latin Extended Additional, characters are looked up; elsewhere ICU is asked.
    private static let directEnd = 0x370
    private let direct: UnsafePointer<UInt16>
    private let latinAdditional: UnsafePointer<UInt16>
    private let punctuation: UnsafePointer<UInt16>

    private init() {
        direct = CharacterTable.layOut(0..<CharacterTable.directEnd)
        latinAdditional = CharacterTable.layOut(0x1E00..<0x1F00)
        punctuation = CharacterTable.layOut(0x2000..<0x2070)
    }

    private static func layOut(_ range: Range<Int>) -> UnsafePointer<UInt16> {
        let storage = UnsafeMutablePointer<UInt16>.allocate(capacity: range.count)
        for (index, scalar) in range.enumerated() { storage[index] = classify(UInt32(scalar)).raw }
        return UnsafePointer(storage)
    }

    @inline(__always)
    subscript(scalar: UInt32) -> CharacterClass {
        if scalar < UInt32(CharacterTable.directEnd) { return CharacterClass(raw: direct[Int(scalar)]) }
        if scalar >= 0x2000, scalar < 0x2070 { return CharacterClass(raw: punctuation[Int(scalar) - 0x2000]) }
        if scalar >= 0x1E00, scalar < 0x1F00 { return CharacterClass(raw: latinAdditional[Int(scalar) - 0x1E00]) }
        return CharacterTable.classify(scalar, isComplex: true)
    }

    /// Asks ICU. Outside the tables every letter is `complex`: its word boundaries are ICU's business.
    static func classify(_ scalar: UInt32, isComplex: Bool = false) -> CharacterClass {
        let c = UChar32(bitPattern: scalar)
        // The place-holder behaves as a letter without case: a sentence may start with it.
        if scalar == 0xFFFC { return CharacterClass(word: .letter, sentence: .letter, cased: 0) }
        // The mark for what could not be decoded stands where a letter stood.
        if scalar == 0xFFFD { return CharacterClass(word: .letter, sentence: .other, cased: 0x400) }
        let sentence = sentenceClass(c)
        let isLatin = isLatinOrCommon(c)
        let cased: UInt16 =
            (crivo_u_isLowercase(c) != 0 ? 0x100 : 0) | (crivo_u_isUppercase(c) != 0 ? 0x200 : 0) | (isLatin ? 0x400 : 0)
        var word = wordClass(c)
        if isComplex, word == .other || word == .letter || word == .digit { word = .complex }
        // Inside the tables the few letters of other scripts (IPA, Greek) keep their class: they join words as Latin letters do.
        return CharacterClass(word: word, sentence: sentence, cased: cased)
    }

    private static func isLatinOrCommon(_ c: UChar32) -> Bool {
        var status = U_ZERO_ERROR
        let script = crivo_uscript_getScript(c, &status)
        return script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED
    }

    private static func wordClass(_ c: UChar32) -> CharacterClass.Word {
        switch UWordBreakValues(UInt32(bitPattern: crivo_u_getIntPropertyValue(c, UCHAR_WORD_BREAK))) {
        case U_WB_ALETTER, U_WB_HEBREW_LETTER: return .letter
        case U_WB_NUMERIC: return .digit
        case U_WB_EXTEND: return .extend
        case U_WB_FORMAT, U_WB_ZWJ: return .format
        case U_WB_EXTENDNUMLET: return c == 0x5F ? .underscore : .other
        default:
            if crivo_u_hasBinaryProperty(c, UCHAR_WHITE_SPACE) != 0 { return .space }
            // Zero-width space and byte order mark are invisible: they are reported, they do not end a word.
            return c == 0x200B || c == 0xFEFF ? .format : .other
        }
    }

    private static func sentenceClass(_ c: UChar32) -> CharacterClass.SentenceClass {
        switch USentenceBreak(UInt32(bitPattern: crivo_u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK))) {
        case U_SB_ATERM: return .aTerm
        case U_SB_CLOSE: return .close
        case U_SB_FORMAT, U_SB_EXTEND: return .extend
        case U_SB_LOWER: return .lower
        case U_SB_NUMERIC: return .numeric
        case U_SB_OLETTER: return .letter
        case U_SB_SEP, U_SB_CR, U_SB_LF: return .paragraph
        case U_SB_SP: return .space
        case U_SB_STERM: return .sTerm
        case U_SB_UPPER: return .upper
        case U_SB_SCONTINUE: return .sContinue
        default: return .other
        }
    }
}

/// Reads the character at `index` of valid UTF-8.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let remaining = bytes.count - index
    if lead < 0xE0, remaining >= 2 { return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
    if lead < 0xF0, remaining >= 3 {
        return (UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    if remaining >= 4 {
        return (
            UInt32(lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
                | UInt32(bytes[index + 3] & 0x3F), 4
        )
    }
    return (0xFFFD, remaining)
}
