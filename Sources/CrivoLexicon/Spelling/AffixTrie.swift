/// The affixes of one kind as a trie over their bytes; suffixes are spelled backwards. A node holds groups: what the affix took
/// away from the stem, and the items (flag, condition) that do so.
struct AffixTrie {
    /// Of each node: where its edges and its groups begin; one row more at the end. Node 0 is the root.
    let nodes: Checked<UInt32>
    /// Byte in the top 8 bits, target node in the others; sorted within a node.
    let edges: Checked<UInt32>
    /// Of each group: where the stripped bytes begin, how many they are, where the items begin, how many they are.
    let groups: Checked<UInt32>
    /// Flag number in the low 8 bits, bit 8 when it crosses with the other kind of affix, the condition above bit 12.
    let items: Checked<UInt32>
    let strips: Checked<UInt8>

    static let arrayCount = 5

    init?(_ blob: BlobReader, first: Int) {
        guard let nodes = blob.array(first, of: UInt32.self), let edges = blob.array(first + 1, of: UInt32.self),
            let groups = blob.array(first + 2, of: UInt32.self), let items = blob.array(first + 3, of: UInt32.self),
            let strips = blob.array(first + 4, of: UInt8.self), nodes.count >= 4, nodes.count % 2 == 0
        else { return nil }
        self.nodes = nodes
        self.edges = edges
        self.groups = groups
        self.items = items
        self.strips = strips
    }

    struct Group {
        let strip: UnsafePointer<UInt8>
        let stripCount: Int
        let items: Range<Int>
    }

    /// The node that `byte` leads to, −1 when there is none.
    @inline(__always)
    func child(of node: Int, _ byte: UInt8) -> Int {
        var range = edges.clamped(Int(nodes[node * 2]), Int(nodes[node * 2 + 2]))
        while range.count > 8 {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = UInt8(edges[middle] >> 24) <= byte ? middle..<range.upperBound : range.lowerBound..<middle
        }
        for i in range where UInt8(edges[i] >> 24) == byte { return Int(edges[i] & 0xFF_FFFF) }
        return -1
    }

    @inline(__always)
    func groupRange(_ node: Int) -> Range<Int> {
        Int(nodes[node * 2 + 1])..<max(Int(nodes[node * 2 + 1]), min(Int(nodes[node * 2 + 3]), groups.count / 4))
    }

    /// A group; empty when its bounds are wrong.
    @inline(__always)
    func group(_ index: Int) -> Group {
        let strip = strips.clamped(Int(groups[index * 4]), Int(groups[index * 4]) + Int(groups[index * 4 + 1]))
        let first = Int(groups[index * 4 + 2])
        return Group(
            strip: strips.start + strip.lowerBound, stripCount: strip.count,
            items: items.clamped(first, first + Int(groups[index * 4 + 3])))
    }
}

struct AffixTrieBuilder {
    private struct Node {
        var children: [UInt8: Int] = [:]
        var groups: [[UInt8]: Set<UInt32>] = [:]
    }

    private var nodes = [Node()]

    /// - Parameter path: the affix in the order in which it is looked up
    mutating func add(path: some Sequence<UInt8>, strip: [UInt8], flag: UInt8, crosses: Bool, condition: UInt32) {
        var node = 0
        for byte in path {
            if let next = nodes[node].children[byte] {
                node = next
            } else {
                nodes.append(Node())
                nodes[node].children[byte] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        nodes[node].groups[strip, default: []].insert(UInt32(flag) | (crosses ? 1 << 8 : 0) | condition << 12)
    }

    func write(to blob: inout BlobWriter) {
        var rows: [UInt32] = []
        var edges: [UInt32] = []
        var groups: [UInt32] = []
        var items: [UInt32] = []
        var strips: [UInt8] = []
        var stripStarts: [[UInt8]: UInt32] = [:]
        for node in nodes {
            rows += [UInt32(edges.count), UInt32(groups.count / 4)]
            for (byte, target) in node.children.sorted(by: { $0.key < $1.key }) { edges.append(UInt32(byte) << 24 | UInt32(target)) }
            for (strip, members) in node.groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let start = stripStarts[strip] ?? UInt32(strips.count)
                if stripStarts[strip] == nil {
                    stripStarts[strip] = start
                    strips += strip
                }
                groups += [start, UInt32(strip.count), UInt32(items.count), UInt32(members.count)]
                items += members.sorted()
            }
        }
        rows += [UInt32(edges.count), UInt32(groups.count / 4)]
        // An empty array still needs an address to point at.
        if strips.isEmpty { strips = [0] }
        blob.add(rows)
        blob.add(edges)
        blob.add(groups)
        blob.add(items)
        blob.add(bytes: strips)
    }
}
