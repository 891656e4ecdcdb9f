import CICU

/// What Unicode says of pictographs.
enum EmojiProperty {
    static func isEmoji(_ scalar: UInt32) -> Bool {
        let c = UChar32(bitPattern: scalar)
        return crivo_u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 || crivo_u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) != 0
    }
}
