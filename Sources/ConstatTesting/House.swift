public import Foundation

/// Where the repository and its neighbours lie, for tests that read data files.
public enum House {
    /// The repository's root.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The profiles that are shipped.
    public static let profiles = root.appendingPathComponent("Sources/ConstatImport/Profiles")
    /// The frameworks and regimes that are shipped.
    public static let controls = root.appendingPathComponent("Controls")
    /// The templates and words that are shipped.
    public static let templates = root.appendingPathComponent("Templates")
    /// The reports that are shipped.
    public static let reports = root.appendingPathComponent("Reports")

    /// A profile's invented export, or what is expected of it, e.g. `jira-issue/export.json`.
    public static func fixture(_ path: String) -> URL { root.appendingPathComponent("Tests/ConstatImportTests/Fixtures/\(path)") }

    /// Native exports of real tools, beside the repository on some machines; nil elsewhere.
    public static var samples: URL? {
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/samples")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    /// A file's text; empty when it cannot be read.
    public static func text(_ url: URL) -> String {
        String(decoding: FileManager.default.contents(atPath: url.path) ?? Data(), as: UTF8.self)
    }
}

/// A folder that a test may fill; it is removed with the value.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes a new, empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("constat-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in it, whether it is there or not.
    public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Writes a file and returns its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    /// Writes a file and returns its path.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: url.appendingPathComponent(name))
        return path(name)
    }
}
