import CMarkdown

/// Reads Markdown (CommonMark with GitHub's tables, task lists, strikethrough and autolinks, and mathematics) into a ``ProseBuilder``.
///
/// md4c's callbacks point into the source, so prose keeps its offsets; text that the parser makes up itself (breaks) is told by a
/// pointer outside the source.
final class MarkdownReader {
    let builder: ProseBuilder
    private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var math: [Range<Int>] = []
    private var nextMath = 0

    private var quoteDepth = 0
    private var listDepth = 0
    private var tableHeader = false
    private var verbatim: Block.Kind?
    private var verbatimRange: Range<Int>?
    private var spanKind: Token.Kind?
    private var spanDepth = 0

    init(builder: ProseBuilder) { self.builder = builder }

    /// Fills the builder from valid UTF-8; texts are at most ``Segmenter/maximumBytes`` long.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        source = bytes
        math.removeAll(keepingCapacity: true)
        nextMath = 0
        quoteDepth = 0
        listDepth = 0
        tableHeader = false
        verbatim = nil
        verbatimRange = nil
        spanKind = nil
        spanDepth = 0
        MathScanner.scan(bytes, into: &math)
        guard let base = bytes.baseAddress else { return }
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS
                | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS)
        parser.enter_block = { type, detail, context in
            MarkdownReader.from(context).enterBlock(type, detail)
            return 0
        }
        parser.leave_block = { type, _, context in
            MarkdownReader.from(context).leaveBlock(type)
            return 0
        }
        parser.enter_span = { type, _, context in
            MarkdownReader.from(context).span(type, isStart: true)
            return 0
        }
        parser.leave_span = { type, _, context in
            MarkdownReader.from(context).span(type, isStart: false)
            return 0
        }
        parser.text = { type, text, size, context in
            MarkdownReader.from(context).text(type, text, Int(size))
            return 0
        }
        base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
            _ = md_parse(characters, MD_SIZE(bytes.count), &parser, Unmanaged.passUnretained(self).toOpaque())
        }
        builder.close()
        source = UnsafeBufferPointer(start: nil, count: 0)
    }

    @inline(__always)
    private static func from(_ context: UnsafeMutableRawPointer?) -> MarkdownReader {
        Unmanaged<MarkdownReader>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
    }

    private func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        switch type {
        case MD_BLOCK_QUOTE:
            builder.close()
            quoteDepth += 1
        case MD_BLOCK_UL, MD_BLOCK_OL:
            builder.close()
            listDepth += 1
        case MD_BLOCK_LI: open(.listItem)
        case MD_BLOCK_P: open(listDepth > 0 ? .listItem : .paragraph)
        case MD_BLOCK_H: open(.heading, level: Int(detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1))
        case MD_BLOCK_TH: open(.tableHeader)
        case MD_BLOCK_TD: open(.tableCell)
        case MD_BLOCK_CODE: beginVerbatim(.code)
        case MD_BLOCK_HTML: beginVerbatim(.html)
        case MD_BLOCK_HR: builder.close()
        default: break
        }
    }

    private func leaveBlock(_ type: MD_BLOCKTYPE) {
        switch type {
        case MD_BLOCK_QUOTE:
            builder.close()
            quoteDepth -= 1
        case MD_BLOCK_UL, MD_BLOCK_OL:
            builder.close()
            listDepth -= 1
        case MD_BLOCK_CODE, MD_BLOCK_HTML:
            if let kind = verbatim, let range = verbatimRange { builder.note(kind, source: range) }
            verbatim = nil
            verbatimRange = nil
        case MD_BLOCK_LI, MD_BLOCK_P, MD_BLOCK_H, MD_BLOCK_TH, MD_BLOCK_TD: builder.close()
        default: break
        }
    }

    private func open(_ kind: Block.Kind, level: Int = 0) {
        builder.open(kind, level: level, quoteDepth: quoteDepth, listDepth: listDepth)
    }

    private func beginVerbatim(_ kind: Block.Kind) {
        builder.close()
        verbatim = kind
        verbatimRange = nil
    }

    private func span(_ type: MD_SPANTYPE, isStart: Bool) {
        switch type {
        case MD_SPAN_EM: builder.setStyle(.emphasis, isStart)
        case MD_SPAN_STRONG: builder.setStyle(.strong, isStart)
        case MD_SPAN_A: builder.setStyle(.link, isStart)
        case MD_SPAN_DEL: builder.setStyle(.struck, isStart)
        case MD_SPAN_CODE: spanKind = isStart ? .code : nil
        case MD_SPAN_IMG:
            spanDepth += isStart ? 1 : -1
            spanKind = spanDepth > 0 ? .html : nil
        default: break
        }
    }

    private func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
        let offset = sourceOffset(text, size)
        if verbatim != nil {
            if let offset {
                verbatimRange = min(verbatimRange?.lowerBound ?? offset, offset)..<max(verbatimRange?.upperBound ?? 0, offset + size)
            }
            return
        }
        switch type {
        case MD_TEXT_BR: builder.appendBreak(0x0A)
        case MD_TEXT_SOFTBR: builder.appendBreak(0x0A)
        case MD_TEXT_NULLCHAR: break
        case MD_TEXT_ENTITY:
            guard let offset else { return }
            if isNonBreakingSpace(offset, size) { builder.appendBreak(0x20) } else { appendPlaceholder(.html, offset..<offset + size) }
        case MD_TEXT_HTML:
            if let offset { appendPlaceholder(.html, offset..<offset + size) }
        case MD_TEXT_CODE:
            if let offset { appendPlaceholder(.code, offset..<offset + size) }
        default:
            guard let offset else { return }
            if let kind = spanKind { appendPlaceholder(kind, offset..<offset + size) } else { appendProse(offset..<offset + size) }
        }
    }

    /// Where the parser's text stands in the source; nil for what it made up.
    private func sourceOffset(_ text: UnsafePointer<CChar>?, _ size: Int) -> Int? {
        guard let text, let base = source.baseAddress else { return nil }
        let offset = UnsafeRawPointer(text) - UnsafeRawPointer(base)
        guard offset >= 0, offset + size <= source.count else { return nil }
        return offset
    }

    private func appendPlaceholder(_ kind: Token.Kind, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        builder.appendPlaceholder(kind, source: range)
    }

    /// Appends prose, with place-holders where a formula stands.
    private func appendProse(_ range: Range<Int>) {
        var start = range.lowerBound
        while nextMath < math.count, math[nextMath].upperBound <= start { nextMath += 1 }
        while nextMath < math.count, math[nextMath].lowerBound < range.upperBound {
            let span = math[nextMath]
            if start < span.lowerBound { builder.append(UnsafeBufferPointer(rebasing: source[start..<span.lowerBound]), source: start) }
            if builder.placeholders.last?.sourceStart != span.lowerBound { builder.appendPlaceholder(.math, source: span) }
            start = max(start, min(span.upperBound, range.upperBound))
            if span.upperBound > range.upperBound { return }
            nextMath += 1
        }
        if start < range.upperBound { builder.append(UnsafeBufferPointer(rebasing: source[start..<range.upperBound]), source: start) }
    }

    private func isNonBreakingSpace(_ offset: Int, _ size: Int) -> Bool {
        let name: StaticString = "&nbsp;"
        guard size == name.utf8CodeUnitCount else { return false }
        return (0..<size).allSatisfy { source[offset + $0] == name.utf8Start[$0] }
    }
}
