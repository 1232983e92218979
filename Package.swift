// swift-tools-version: 6.2
import PackageDescription

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// What documents are made of and how they look: data, found at run time by `ConstatResources`.
let shippedFolders: [Resource] = ["Controls", "Templates", "Reports"].map { .copy("../../\($0)") }

let package = Package(
    name: "constat",
    products: [.executable(name: "constat", targets: ["constat"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),

        // Rooms. A sibling never lists another: data moves forward, and the compiler keeps it so.
        .target(name: "ConstatModel", dependencies: ["CXXHash", crypto]),
        .target(name: "ConstatYAML", dependencies: [yams]),
        .target(name: "ConstatResources", resources: shippedFolders),
        .target(
            name: "ConstatImport", dependencies: ["ConstatModel", "ConstatYAML", "CSimdjson", "CArchive", "CExpat", "CZlib", crypto],
            resources: [.copy("Profiles")]),
        .target(name: "ConstatStore", dependencies: ["ConstatModel", grdb]),
        .target(name: "ConstatMetrics", dependencies: ["ConstatModel"]),
        .target(name: "ConstatControls", dependencies: ["ConstatModel", "ConstatYAML"]),
        .target(name: "ConstatNotification", dependencies: ["ConstatModel", "ConstatYAML"]),
        .target(
            name: "ConstatDocuments",
            dependencies: [
                "ConstatModel", "ConstatYAML", "ConstatMetrics", "ConstatControls", "ConstatNotification", "CXlsxWriter",
                mustache,
            ]),
        .target(
            name: "ConstatVerification", dependencies: ["ConstatModel", "ConstatImport", "ConstatMetrics", "ConstatDocuments"]),
        .target(name: "ConstatDemo"),
        .executableTarget(
            name: "constat",
            dependencies: [
                "ConstatModel", "ConstatYAML", "ConstatResources", "ConstatImport", "ConstatStore",
                "ConstatMetrics", "ConstatControls", "ConstatNotification", "ConstatDocuments", "ConstatVerification",
                "ConstatDemo", argumentParser, httpTypes, hummingbird, logging,
            ]),

        .target(name: "ConstatTesting", dependencies: ["ConstatModel"]),
        .testTarget(name: "ConstatModelTests", dependencies: ["ConstatModel", "ConstatTesting"]),
        .testTarget(
            name: "ConstatImportTests", dependencies: ["ConstatImport", "ConstatModel", "ConstatYAML", "ConstatTesting"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ConstatStoreTests", dependencies: ["ConstatStore", "ConstatModel", "ConstatTesting", grdb]),
        .testTarget(
            name: "ConstatMetricsTests", dependencies: ["ConstatMetrics", "ConstatModel", "ConstatTesting"]),
        .testTarget(
            name: "ConstatControlsTests",
            dependencies: ["ConstatControls", "ConstatMetrics", "ConstatModel", "ConstatYAML", "ConstatTesting"]),
        .testTarget(
            name: "ConstatNotificationTests",
            dependencies: [
                "ConstatNotification", "ConstatControls", "ConstatModel", "ConstatYAML", "ConstatTesting", "ConstatDemo",
            ],
            exclude: ["keys.yaml", "vectors.yaml"]),
        .testTarget(
            name: "ConstatDocumentsTests",
            dependencies: [
                "ConstatDocuments", "ConstatControls", "ConstatMetrics", "ConstatModel", "ConstatNotification",
                "ConstatYAML", "ConstatTesting",
            ]),
        .testTarget(
            name: "constatTests",
            dependencies: [
                "constat", "ConstatImport", "ConstatModel", "ConstatStore", "ConstatControls", "ConstatNotification", "ConstatYAML",
                "ConstatTesting", argumentParser, grdb,
            ]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

for target in package.targets where ![.system, .plugin].contains(target.type) && target.name != "CSimdjson" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
