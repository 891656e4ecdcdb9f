import CICU

/// What Unicode says of pictographs.
enum EmojiProperty {
    static func isEmoji(_ scalar: UInt32) -> Bool { crivo_icu_is_pictograph(scalar) }
}
