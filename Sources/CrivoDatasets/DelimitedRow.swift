/// A record of CSV or TSV after RFC 4180.
enum DelimitedRow {
    /// The fields, without quotation marks; doubled ones inside are halved.
    static func fields(_ bytes: UnsafeBufferPointer<UInt8>, _ format: InputFormat) -> [[UInt8]] {
        let delimiter: UInt8 = format == .tsv ? 0x09 : 0x2C
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var index = 0
        while true {
            if index < bytes.count, bytes[index] == 0x22, field.isEmpty {
                index += 1
                while index < bytes.count {
                    if bytes[index] == 0x22 {
                        if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                            field.append(0x22)
                            index += 2
                            continue
                        }
                        index += 1
                        break
                    }
                    field.append(bytes[index])
                    index += 1
                }
            }
            while index < bytes.count, bytes[index] != delimiter {
                field.append(bytes[index])
                index += 1
            }
            fields.append(field)
            field = []
            guard index < bytes.count else { return fields }
            index += 1
        }
    }

    /// Whether a quotation mark that opens a field is never closed.
    static func isUnclosed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.count { $0 == 0x22 } % 2 == 1 }
}
