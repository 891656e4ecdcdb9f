import Glibc

/// Where Hunspell dictionaries are looked for: the folders of `DICPATH`, then the usual ones of the system.
public enum DictionaryPath {
    public static func folders() -> [String] {
        var folders: [String] = []
        if let variable = getenv("DICPATH") { folders += String(cString: variable).split(separator: ":").map(String.init) }
        return folders + ["/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell"]
    }

    /// The `.aff` and `.dic` files of a dictionary.
    public static func files(of dictionary: DictionaryID) throws(LexiconError) -> (aff: String, dic: String) {
        let folders = folders()
        for folder in folders {
            let aff = "\(folder)/\(dictionary.name).aff"
            let dic = "\(folder)/\(dictionary.name).dic"
            if access(aff, R_OK) == 0, access(dic, R_OK) == 0 { return (aff, dic) }
        }
        throw .missingDictionary(dictionary, searched: folders)
    }
}
