/// The conditions that affixes put on the stem, compiled to classes of code points.
/// A condition is a number of elements; an element is a head (number of members, plus 0x8000 when it is a complement) and its
/// members. Those of suffixes run from the end of the stem backwards.
struct AffixConditions {
    /// Where each condition begins in `elements`; one more at the end.
    let starts: Checked<UInt32>
    let elements: Checked<UInt16>

    /// Whether the stem's beginning (of a prefix) satisfies the condition; 0 is the empty condition.
    func matchesStart(_ condition: Int, _ stem: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if condition == 0 { return true }
        let range = elements.clamped(Int(starts[condition]), Int(starts[condition + 1]))
        var e = range.lowerBound
        var i = 0
        while e < range.upperBound {
            guard i < count, let (scalar, length) = CodePoint.decode(stem, i, count) else { return false }
            guard admits(&e, scalar) else { return false }
            i += length
        }
        return true
    }

    /// Whether the stem's end (of a suffix) satisfies the condition.
    func matchesEnd(_ condition: Int, _ stem: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if condition == 0 { return true }
        let range = elements.clamped(Int(starts[condition]), Int(starts[condition + 1]))
        var e = range.lowerBound
        var end = count
        while e < range.upperBound {
            var i = end - 1
            while i > 0, stem[i] & 0xC0 == 0x80 { i -= 1 }
            guard i >= 0, let (scalar, _) = CodePoint.decode(stem, i, end) else { return false }
            guard admits(&e, scalar) else { return false }
            end = i
        }
        return true
    }

    @inline(__always)
    private func admits(_ e: inout Int, _ scalar: UInt32) -> Bool {
        let head = elements[e]
        let count = Int(head & 0x7FFF)
        var isMember = false
        for k in 0..<count where UInt32(elements[e + 1 + k]) == scalar {
            isMember = true
            break
        }
        e += 1 + count
        return isMember != (head & 0x8000 != 0)
    }
}

/// Numbers conditions; equal ones share a number.
struct AffixConditionsBuilder {
    private var numbers: [[UInt16]: UInt32] = [[]: 0]
    private var list: [[UInt16]] = [[]]

    mutating func number(_ condition: [UInt8], ofSuffix: Bool) -> UInt32 {
        var parsed = Self.parse(CodePoint.scalars(condition))
        // A lone full stop is Hunspell's way of writing "no condition".
        if condition == [0x2E] { parsed = [] }
        let code = (ofSuffix ? parsed.reversed() : parsed).flatMap { $0 }
        if let number = numbers[code] { return number }
        let number = UInt32(list.count)
        numbers[code] = number
        list.append(code)
        return number
    }

    private static func parse(_ text: [UInt32]) -> [[UInt16]] {
        var elements: [[UInt16]] = []
        var i = 0
        while i < text.count {
            var members: [UInt16] = []
            var isComplement = false
            if text[i] == 0x5B {  // [
                i += 1
                if i < text.count, text[i] == 0x5E {
                    isComplement = true
                    i += 1
                }
                while i < text.count, text[i] != 0x5D {
                    members.append(UInt16(truncatingIfNeeded: text[i]))
                    i += 1
                }
            } else if text[i] == 0x2E {  // . is anything: the complement of nothing
                isComplement = true
            } else {
                members = [UInt16(truncatingIfNeeded: text[i])]
            }
            i += 1
            elements.append([UInt16(members.count) | (isComplement ? 0x8000 : 0)] + members)
        }
        return elements
    }

    func write(to blob: inout BlobWriter) {
        var starts: [UInt32] = []
        var elements: [UInt16] = []
        for condition in list {
            starts.append(UInt32(elements.count))
            elements += condition
        }
        starts.append(UInt32(elements.count))
        blob.add(starts)
        blob.add(elements)
    }
}
