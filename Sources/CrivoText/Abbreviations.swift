/// Abbreviations after which a full stop does not end the sentence by itself, in Portuguese and English.
///
/// Kept small on purpose: only what is written with a full stop in running text. Keys are folded to lower case and packed into a
/// word of eight bytes, so that a look-up costs one hash.
enum Abbreviations {
    /// Never at the end of a sentence: a name or number follows (*Dr. Silva*, *art. 5º*, *p. 12*).
    static let introducing = pack([
        // Portuguese: titles and forms of address
        "sr", "sra", "srs", "sras", "srta", "dr", "dra", "drs", "dras", "prof", "profa", "profª", "profs", "exmo", "exma", "ilmo",
        "ilma", "v", "d", "dom", "fr", "pe", "eng", "arq", "gen", "cel", "cap", "ten", "sgt", "cb", "sd", "maj", "alm", "des", "min",
        "gov", "pres", "dep", "sen", "rev", "s", "sto", "sta", "mons", "mr", "me", "ma", "msc",
        // Portuguese: references
        "art", "arts", "inc", "cap", "caps", "fig", "figs", "tab", "vol", "vols", "ed", "eds", "org", "orgs", "coord", "trad", "p", "pp",
        "pág", "págs", "pg", "pgs", "n", "nº", "núm", "nr", "fl", "fls", "séc", "sécs", "cf", "cfr", "ex", "obs", "ref", "refs", "loc",
        "op", "cit", "tel", "cel", "av", "r", "al", "pç", "rod", "km", "ap", "apto", "bl", "cj", "qd", "lt", "vs", "aprox", "máx", "mín",
        "jan", "fev", "mar", "abr", "jun", "jul", "ago", "set", "out", "nov", "dez", "seg", "ter", "qua", "qui", "sex", "sáb",
        "lat", "long", "ca", "id", "par", "parág", "proc", "res", "dec", "port", "resp", "cód", "min", "rel",
        // English
        "mrs", "ms", "st", "mt", "jr", "gen", "col", "capt", "lt", "sgt", "hon", "fig", "no", "nos", "eq", "sec", "ch", "vol",
        "approx", "dept", "est", "viz", "feb", "apr", "aug", "sept", "oct", "dec", "ave", "blvd", "rd",
    ])

    /// May close a sentence too: a capital letter after it decides.
    static let closing = pack(["etc", "ltda", "cia", "inc", "ltd", "corp", "co", "sa", "jr", "a.c", "d.c", "a.m", "p.m", "u.s", "u.k"])

    /// Abbreviations that would swallow the end of many sentences as words of their own: only before a capital or a digit they count.
    static let ambiguous = pack([
        "s", "d", "v", "r", "me", "ma", "no", "nos", "al", "par", "set", "out", "mar", "dez", "seg", "sec", "st", "ex", "org", "id",
        "tab", "long", "port", "dom", "sex", "col", "est", "ten", "min", "res", "ed", "km",
    ])

    /// Words of both languages that, capitalised after a full stop, speak for a new sentence.
    static let starters = pack([
        "o", "a", "os", "as", "um", "uma", "ele", "ela", "eles", "elas", "eu", "nós", "você", "vocês", "isso", "isto", "este", "esta",
        "esse", "essa", "em", "no", "na", "nos", "nas", "de", "do", "da", "para", "por", "com", "como", "se", "mas", "e", "que", "quando",
        "já", "não", "além", "após", "assim", "também", "então", "há", "seu", "sua", "ao", "à", "é", "são", "the", "it", "he", "she",
        "they",
        "we", "you", "in", "on", "at", "an", "this", "that", "these", "those", "but", "and", "if", "when", "however", "for", "to", "as",
        "i",
        "there", "my", "his", "her", "their", "its", "our", "with", "from", "by",
    ])

    static let etcKey = WordKey.of("etc")

    private static func pack(_ words: [String]) -> Set<UInt64> { Set(words.map(WordKey.of)) }
}
