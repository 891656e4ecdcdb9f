/// A value of a YAML file with its place. Scalars stay text: the Portuguese word `no` is `no`.
public struct YAMLNode: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([Pair])
    }

    /// A key with its value.
    public struct Pair: Sendable, Equatable {
        public var key: YAMLNode
        public var value: YAMLNode
    }

    public var value: Value
    /// From 1.
    public var line: Int
    /// In code points, from 1.
    public var column: Int

    public var text: String? {
        if case .scalar(let text) = value { return text }
        return nil
    }
}

/// What is wrong with a YAML file.
public struct YAMLError: Error, Equatable {
    public var line: Int
    public var column: Int
    public var reason: String

    public init(line: Int, column: Int, reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }
}
