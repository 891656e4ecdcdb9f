/// Collects the prose of a text, run by run, with the way back to the source.
///
/// A class because the Markdown parser's callbacks reach it through a pointer. Its arrays change places with those of the
/// document at the end, so that both keep their storage from text to text.
final class ProseBuilder {
    var prose: [UInt8] = []
    var runs: [ProseRun] = []
    var styles: [StyleChange] = []
    var placeholders: [Placeholder] = []
    var blocks: [Block] = []

    /// The block that is being written, if one is open.
    private(set) var openBlock: Block?
    private var lastSourceEnd = 0
    private var styleFlags: Token.Flags = []

    func removeAll() {
        prose.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        styles.removeAll(keepingCapacity: true)
        placeholders.removeAll(keepingCapacity: true)
        blocks.removeAll(keepingCapacity: true)
        openBlock = nil
        lastSourceEnd = 0
        styleFlags = []
    }

    /// Starts a block of prose; one that is open ends.
    func open(_ kind: Block.Kind, level: Int = 0, quoteDepth: Int = 0, listDepth: Int = 0) {
        close()
        openBlock = Block(
            kind: kind, level: UInt8(clamping: level), quoteDepth: UInt8(clamping: quoteDepth), listDepth: UInt8(clamping: listDepth),
            proseStart: UInt32(prose.count), proseEnd: UInt32(prose.count), sourceStart: UInt32.max, sourceEnd: 0)
    }

    /// Ends the open block; one without any prose is forgotten.
    func close() {
        guard var block = openBlock else { return }
        openBlock = nil
        guard prose.count > Int(block.proseStart) else { return }
        block.proseEnd = UInt32(prose.count)
        block.sourceEnd = UInt32(lastSourceEnd)
        blocks.append(block)
        appendBreak(0x0A)
    }

    /// Notes a block that is no prose, at these bytes of the source.
    func note(_ kind: Block.Kind, source: Range<Int>) {
        blocks.append(
            Block(
                kind: kind, level: 0, quoteDepth: 0, listDepth: 0, proseStart: UInt32(prose.count), proseEnd: UInt32(prose.count),
                sourceStart: UInt32(source.lowerBound), sourceEnd: UInt32(source.upperBound)))
        lastSourceEnd = max(lastSourceEnd, source.upperBound)
    }

    /// Appends prose that stands at byte `source` of the text.
    func append(_ bytes: UnsafeBufferPointer<UInt8>, source: Int) {
        guard !bytes.isEmpty else { return }
        noteRun(source: source, isPlaceholder: false, contiguous: source == lastSourceEnd)
        prose.append(contentsOf: bytes)
        lastSourceEnd = source + bytes.count
    }

    /// Appends U+FFFC in place of these bytes of the text; a second one of the same kind right behind the first extends it.
    func appendPlaceholder(_ kind: Token.Kind, source: Range<Int>) {
        if let last = placeholders.last, last.kind == kind, last.prose + 3 == prose.count, last.sourceEnd == source.lowerBound {
            placeholders[placeholders.count - 1].sourceEnd = source.upperBound
            lastSourceEnd = source.upperBound
            return
        }
        noteRun(source: source.lowerBound, isPlaceholder: true, contiguous: false)
        placeholders.append(
            Placeholder(kind: kind, prose: prose.count, sourceStart: source.lowerBound, sourceEnd: source.upperBound))
        prose.append(0xEF)
        prose.append(0xBF)
        prose.append(0xBC)
        lastSourceEnd = source.upperBound
        // What follows starts a run of its own.
        forceRun = true
    }

    /// Moves the end of the last place-holder, for marks that become known after its content.
    func extendPlaceholder(to sourceEnd: Int) {
        guard !placeholders.isEmpty else { return }
        placeholders[placeholders.count - 1].sourceEnd = max(placeholders[placeholders.count - 1].sourceEnd, sourceEnd)
        lastSourceEnd = max(lastSourceEnd, sourceEnd)
    }

    /// Appends a blank or line feed that stands for a break in the source.
    func appendBreak(_ byte: UInt8) {
        noteRun(source: lastSourceEnd, isPlaceholder: false, contiguous: false)
        prose.append(byte)
        forceRun = true
    }

    func setStyle(_ flag: Token.Flags, _ isOn: Bool) {
        if isOn { styleFlags.insert(flag) } else { styleFlags.remove(flag) }
        styles.append(StyleChange(prose: UInt32(prose.count), flags: styleFlags))
    }

    private var forceRun = false

    private func noteRun(source: Int, isPlaceholder: Bool, contiguous: Bool) {
        if openBlock?.sourceStart == UInt32.max { openBlock?.sourceStart = UInt32(source) }
        if contiguous, !forceRun, !runs.isEmpty { return }
        forceRun = false
        runs.append(ProseRun(prose: UInt32(prose.count), source: UInt32(source), isPlaceholder: isPlaceholder))
    }

    /// The last byte of prose in the open block, or nil at its start.
    var lastByte: UInt8? {
        guard let block = openBlock, prose.count > Int(block.proseStart) else { return nil }
        return prose[prose.count - 1]
    }
}
