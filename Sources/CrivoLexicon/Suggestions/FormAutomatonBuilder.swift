/// Builds the minimal acyclic automaton of a sorted list of forms (Daciuk et al., 2000), as bytes that are read in place.
///
/// A state is a bitmap of its symbols and the index of its first target; the target of symbol *s* is found by counting the bits
/// below *s*. What the end symbol leads to is the form's payload.
struct FormAutomatonBuilder {
    private struct State {
        var symbols: [UInt8] = []
        var targets: [UInt32] = []
    }

    private var path: [State] = [State()]
    private var previous: [UInt8] = []
    private var registry: [[UInt32]: UInt32] = [:]
    private var bitmaps: [UInt64] = []
    private var bases: [UInt32] = []
    private var targets: [UInt32] = []

    /// Adds a form, greater than the one before in the order of its symbols.
    mutating func add(_ symbols: [UInt8], payload: UInt32) {
        var common = 0
        while common < min(symbols.count, previous.count), symbols[common] == previous[common] { common += 1 }
        freeze(downTo: common)
        for symbol in symbols[common...] {
            path[path.count - 1].symbols.append(symbol)
            path[path.count - 1].targets.append(0)
            path.append(State())
        }
        path[path.count - 1].symbols.append(UInt8(FormAlphabet.end))
        path[path.count - 1].targets.append(payload)
        previous = symbols
    }

    /// The finished automaton: the number of states and of targets, the root, then bitmaps, bases and targets.
    mutating func finish() -> [UInt8] {
        freeze(downTo: 0)
        let root = register(path[0])
        var bytes: [UInt8] = []
        for word in [UInt32(bitmaps.count), UInt32(targets.count), root, 0] {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        for bitmap in bitmaps { withUnsafeBytes(of: bitmap.littleEndian) { bytes.append(contentsOf: $0) } }
        for base in bases { withUnsafeBytes(of: base.littleEndian) { bytes.append(contentsOf: $0) } }
        for target in targets { withUnsafeBytes(of: target.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }

    private mutating func freeze(downTo depth: Int) {
        while path.count > depth + 1 {
            let state = path.removeLast()
            let id = register(state)
            path[path.count - 1].targets[path[path.count - 1].targets.count - 1] = id
        }
    }

    private mutating func register(_ state: State) -> UInt32 {
        // The end symbol comes first in a state's life but last in its bitmap.
        let order = state.symbols.indices.sorted { state.symbols[$0] < state.symbols[$1] }
        var bitmap: UInt64 = 0
        var ordered: [UInt32] = []
        for index in order {
            bitmap |= 1 << UInt64(state.symbols[index])
            ordered.append(state.targets[index])
        }
        let key = [UInt32(truncatingIfNeeded: bitmap), UInt32(bitmap >> 32)] + ordered
        if let id = registry[key] { return id }
        let id = UInt32(bitmaps.count)
        bitmaps.append(bitmap)
        bases.append(UInt32(targets.count))
        targets.append(contentsOf: ordered)
        registry[key] = id
        return id
    }
}
