import ConstatTesting
import Foundation

/// The built tool, run as a user runs it.
struct Tool {
    struct Result {
        let output: String
        let error: String
        let code: Int32
    }

    /// The binary beside the tests.
    static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("constat")

    var folder: String

    func callAsFunction(_ words: String..., input: String? = nil) throws -> Result { try run(words, input: input) }

    func run(_ words: [String], input: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let files = ["out", "err", "in"].map {
            URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("constat-\(UUID().uuidString).\($0)")
        }
        for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        try Data((input ?? "").utf8).write(to: files[2])
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = try FileHandle(forReadingFrom: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(output: House.text(files[0]), error: House.text(files[1]), code: process.terminationStatus)
    }
}

extension House {
    /// All that ships with the tool, linked into a folder of one's own.
    static func resources(in folder: TemporaryFolder) throws -> String {
        let path = folder.path("resources")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, url) in [("Controls", controls), ("Templates", templates), ("Reports", reports), ("Profiles", profiles)] {
            try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: url.path)
        }
        return path
    }
}
