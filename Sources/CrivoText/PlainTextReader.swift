/// Reads plain text into a ``ProseBuilder``: paragraphs end at a blank line, every line break is kept.
enum PlainTextReader {
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, into builder: ProseBuilder) {
        var index = 0
        while index < bytes.count {
            var end = index
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            var last = end
            while last > index, bytes[last - 1] == 0x0D || bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
            if last == index {
                builder.close()
            } else {
                if builder.openBlock == nil { builder.open(.paragraph) } else { builder.appendBreak(0x0A) }
                builder.append(UnsafeBufferPointer(rebasing: bytes[index..<last]), source: index)
            }
            index = end + 1
        }
        builder.close()
    }
}
