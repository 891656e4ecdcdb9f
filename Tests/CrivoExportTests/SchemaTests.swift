import CrivoExport
import CrivoRules
import Foundation
import Testing

struct SchemaTests {
    @Test("The schema lists the categories that the program has")
    func categories() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/schema/crivo-1.schema.json")
        let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
        for category in Category.allCases { #expect(text.contains("\"\(category.rawValue)\"")) }
        #expect(Category.allCases.allSatisfy { LabelStudioConfiguration.xml().contains("<Label value=\"\($0.label)\"") })
    }
}
