// swift-tools-version: 6.2
import PackageDescription

// Targets are the rooms of ARCHITECTURE.md; imports only go downwards in the order in which they stand here, last to first.

let swift: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swift)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: swift)
}

let package = Package(
    name: "Crivo",
    products: [
        .library(name: "Crivo", targets: ["Crivo"]),
        .executable(name: "crivo", targets: ["CrivoCLI"]),
        .executable(name: "crivo-dev", targets: ["CrivoDev"]),
    ],
    targets: [
        // C libraries of Debian: a module map and static inline wrappers, no logic.
        .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
        .systemLibrary(name: "CMarkdown", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "libfyaml", providers: [.apt(["libfyaml-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        // glibc's option parser, which Swift's Glibc module leaves out.
        .systemLibrary(name: "CGetopt"),
        // ICU (Debian: libicu-dev) behind functions of our own: its headers clash with those that Foundation brings.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

        room("CrivoText", ["CICU", "CMarkdown"]),
        room("CrivoLexicon", ["CHunspell", "CICU"]),
        room("CrivoAnalysis", ["CrivoText", "CrivoLexicon"]),
        room("CrivoRules", ["CrivoText", "CrivoLexicon", "CrivoAnalysis", "CICU"]),
        room("CrivoYAML", ["CYAML"]),
        room("Crivo", ["CrivoText", "CrivoLexicon", "CrivoAnalysis", "CrivoRules", "CrivoYAML"]),
        room("CrivoDatasets", ["CrivoText", "CSimdJSON", "CZlib", "CZstd", "CDigest"]),
        room("CrivoExport", ["Crivo", "CrivoRules"]),
        room(
            "CrivoCommands",
            ["CGetopt", "Crivo", "CrivoAnalysis", "CrivoRules", "CrivoText", "CrivoLexicon", "CrivoDatasets", "CrivoExport"]),
        .executableTarget(name: "CrivoCLI", dependencies: ["CrivoCommands"], swiftSettings: swift),
        .executableTarget(
            name: "CrivoDev", dependencies: ["Crivo", "CrivoText", "CrivoLexicon", "CrivoRules", "CICU"], swiftSettings: swift),

        tests("CrivoTextTests", ["CrivoText", "CICU"]),
        tests("CrivoLexiconTests", ["CrivoLexicon"]),
        tests("CrivoRulesTests", ["CrivoRules", "CrivoText", "CrivoLexicon", "Crivo"]),
        tests("CrivoYAMLTests", ["CrivoYAML"]),
        tests("CrivoTests", ["Crivo", "CrivoRules", "CrivoAnalysis"]),
        tests("CrivoDatasetsTests", ["CrivoDatasets"]),
        tests("CrivoExportTests", ["CrivoExport", "Crivo", "CrivoRules"]),
        tests("CrivoCommandsTests", ["CrivoCommands", "Crivo", "CrivoRules"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
