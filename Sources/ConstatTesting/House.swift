public import Foundation

/// Where the repository and its neighbours lie, for tests that read data files.
public enum House {
    /// The repository's root.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static let profiles = root.appendingPathComponent("Sources/ConstatImport/Profiles")
    public static let controls = root.appendingPathComponent("Controls")
    public static let templates = root.appendingPathComponent("Templates")
    public static let reports = root.appendingPathComponent("Reports")

    /// Native exports of real tools, beside the repository on some machines; nil elsewhere.
    public static var samples: URL? {
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/samples")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    public static func text(_ url: URL) -> String {
        String(decoding: FileManager.default.contents(atPath: url.path) ?? Data(), as: UTF8.self)
    }
}

/// A folder that a test may fill; it is removed with the value.
public final class TemporaryFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("constat-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Writes a file and returns its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: url.appendingPathComponent(name))
        return path(name)
    }
}
