import CrivoRules

/// The labelling configuration that fits the tasks of ``LabelStudioWriter``.
public enum LabelStudioConfiguration {
    /// The choices for the language of a text; anything else is `other`.
    public static let locales = ["pt-BR", "pt-PT", "pt", "en-US", "en-GB", "en", "mul", "und"]

    private static let colours = [
        "#d62728", "#1f77b4", "#2ca02c", "#ff7f0e", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf",
    ]

    public static func xml() -> String {
        var lines = ["<View>", "  <Header value=\"$prompt\"/>", "  <Labels name=\"label\" toName=\"text\">"]
        for (index, category) in Category.allCases.enumerated() {
            lines.append("    <Label value=\"\(category.label)\" background=\"\(colours[index % colours.count])\"/>")
        }
        lines += ["  </Labels>", "  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>"]
        lines.append("  <Choices name=\"severity\" toName=\"text\" perRegion=\"true\" choice=\"single\" showInline=\"true\">")
        for severity in Severity.allCases { lines.append("    <Choice value=\"\(severity.name)\"/>") }
        lines += ["  </Choices>", "  <TextArea name=\"note\" toName=\"text\" perRegion=\"true\" editable=\"true\" rows=\"2\"/>"]
        lines.append("  <Choices name=\"locale\" toName=\"text\" choice=\"single\" showInline=\"true\">")
        for locale in locales + ["other"] { lines.append("    <Choice value=\"\(locale)\"/>") }
        lines += ["  </Choices>", "</View>", ""]
        return lines.joined(separator: "\n")
    }
}
