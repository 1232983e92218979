import Foundation

/// Another program that may be installed.
struct Program {
    let path: String

    /// The first of some names that is found in `PATH`; nil when none is.
    init?(_ names: String...) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
        guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
        self.path = path
    }

    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// Runs it to its end without a word; the same input gives the same output whatever the day is.
    ///
    /// - Throws: naming what should have been written.
    func run(_ arguments: [String], toWrite file: String) throws(UsageError) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) { _, new in new }
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        do { try process.run() } catch { throw .cannotWrite(file, "\(name) cannot be run") }
        process.waitUntilExit()
        guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: file) else {
            throw .cannotWrite(file, "\(name) ended with \(process.terminationStatus)")
        }
    }
}
