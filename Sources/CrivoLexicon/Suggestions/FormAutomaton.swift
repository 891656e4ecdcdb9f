/// The forms of a dictionary as a minimal acyclic automaton, read in place.
struct FormAutomaton {
    let bitmaps: UnsafePointer<UInt64>
    let bases: UnsafePointer<UInt32>
    let targets: UnsafePointer<UInt32>
    let root: UInt32
    let stateCount: Int
    let arcCount: Int

    /// `section` is 8-byte aligned. Its content is not trusted: a state or arc outside the section does not exist.
    init(_ section: UnsafeRawBufferPointer) throws(LexiconError) {
        guard let base = section.baseAddress, section.count >= 16 else { throw .damaged(path: "", reason: "forms") }
        let header = base.assumingMemoryBound(to: UInt32.self)
        let states = Int(UInt32(littleEndian: header[0]))
        let arcs = Int(UInt32(littleEndian: header[1]))
        guard section.count >= 16 + states * 12 + arcs * 4, Int(header[2]) < max(1, states) else {
            throw .damaged(path: "", reason: "forms")
        }
        bitmaps = (base + 16).assumingMemoryBound(to: UInt64.self)
        bases = (base + 16 + states * 8).assumingMemoryBound(to: UInt32.self)
        targets = (base + 16 + states * 12).assumingMemoryBound(to: UInt32.self)
        root = UInt32(littleEndian: header[2])
        stateCount = states
        arcCount = arcs
    }

    @inline(__always)
    func target(_ state: UInt32, _ symbol: Int) -> UInt32? {
        guard Int(state) < stateCount else { return nil }
        let bitmap = bitmaps[Int(state)]
        let bit: UInt64 = 1 << UInt64(symbol)
        guard bitmap & bit != 0 else { return nil }
        let arc = Int(bases[Int(state)]) + (bitmap & (bit - 1)).nonzeroBitCount
        return arc < arcCount ? targets[arc] : nil
    }

    /// The payload of a form, or nil when the automaton does not hold it.
    func payload(of symbols: some Sequence<UInt8>) -> UInt32? {
        var state = root
        for symbol in symbols {
            guard let next = target(state, Int(symbol)) else { return nil }
            state = next
        }
        return target(state, FormAlphabet.end)
    }
}

/// What the automaton says of a form beside its letters.
struct FormPayload {
    var raw: UInt32

    init(raw: UInt32) { self.raw = raw }

    init(frequency: Int, isCapitalized: Bool, isUpper: Bool) {
        raw = UInt32(min(15, max(0, frequency))) | (isCapitalized ? 16 : 0) | (isUpper ? 32 : 0)
    }

    /// A logarithmic class, 0 (never seen) to 15.
    var frequency: Int { Int(raw & 15) }
    /// A name: it keeps its capital.
    var isCapitalized: Bool { raw & 16 != 0 }
    /// An acronym.
    var isUpper: Bool { raw & 32 != 0 }
}
