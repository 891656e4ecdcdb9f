import Glibc

/// Finds Crivo's data, and the compiled lexicon that belongs to it, which is built again when a source changed.
public enum LexiconLocation {
    /// The folder of Crivo's own lists: `CRIVO_DATA`, else `../share/crivo` beside the program, else `Dictionaries` of the checkout around it.
    public static func dataFolder() throws(LexiconError) -> String {
        var searched: [String] = []
        if let variable = getenv("CRIVO_DATA") {
            let path = String(cString: variable)
            if FileSystem.isFolder(path) { return path }
            searched.append(path)
        }
        let program = programFolder()
        let installed = "\(program)/../share/crivo/Dictionaries"
        if FileSystem.isFolder(installed) { return installed }
        searched.append(installed)
        if let checkout = checkout(above: program) ?? checkout(above: currentFolder()) { return "\(checkout)/Dictionaries" }
        searched.append("\(program)/…/Dictionaries")
        throw .missingData(searched: searched)
    }

    /// Where the compiled lexicon of this data folder is kept.
    public static func compiledPath(data: String) -> String {
        if let variable = getenv("CRIVO_LEXICON") { return String(cString: variable) }
        let parent = data.hasSuffix("/Dictionaries") ? String(data.dropLast("/Dictionaries".count)) : data
        if access("\(parent)/Package.swift", R_OK) == 0 {
            FileSystem.makeFolder("\(parent)/.build")
            return "\(parent)/.build/crivo.lexicon"
        }
        let beside = "\(parent)/crivo.lexicon"
        if access(beside, R_OK) == 0 || access(parent, W_OK) == 0 { return beside }
        return cachePath()
    }

    /// Opens the lexicon; when it is missing, damaged or older than a source it is built first. `announce` hears why.
    public static func open(announce: (String) -> Void = { _ in }) throws(LexiconError) -> Lexicon {
        let data = try dataFolder()
        let builder = LexiconBuilder(data: data)
        let stamp = try builder.stamp()
        var path = compiledPath(data: data)
        for candidate in [path, cachePath()] {
            if let lexicon = try? Lexicon(path: candidate), lexicon.stamp == stamp { return lexicon }
        }
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        if access(folder, W_OK) != 0 {
            path = cachePath()
            FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        }
        announce(path)
        try builder.build(to: path)
        return try Lexicon(path: path)
    }

    private static func cachePath() -> String {
        let cache =
            getenv("XDG_CACHE_HOME").map { String(cString: $0) } ?? (getenv("HOME").map { String(cString: $0) } ?? "/tmp") + "/.cache"
        return "\(cache)/crivo/crivo.lexicon"
    }

    private static func programFolder() -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return "." }
        let path = String(decoding: buffer[0..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    private static func currentFolder() -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard getcwd(&buffer, buffer.count) != nil else { return "." }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func checkout(above start: String) -> String? {
        var folder = start
        while !folder.isEmpty {
            if access("\(folder)/Package.swift", R_OK) == 0, FileSystem.isFolder("\(folder)/Dictionaries") { return folder }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = String(folder[..<slash])
        }
        return nil
    }
}
