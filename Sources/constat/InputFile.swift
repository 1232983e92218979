import ConstatImport
import ConstatModel
import Foundation

/// A file named on the command line; what can be read once only (standard input, a pipe) is copied first,
/// because an export is read twice.
struct InputFile {
    let path: String
    let name: String
    private let isTemporary: Bool

    /// - Parameter name: what the file is called in receipts and errors; nil for its own name, without its folder.
    /// - Throws: `UsageError` when the copy cannot be written.
    init(_ argument: String, name given: String? = nil) throws {
        let isStandardInput = argument == "-"
        var status = stat()
        let isStream = stat(argument, &status) == 0 && [S_IFIFO, S_IFCHR, S_IFSOCK].contains(status.st_mode & S_IFMT)
        guard isStandardInput || isStream else {
            let isThere = FileManager.default.fileExists(atPath: argument)
            let own = isThere ? URL(fileURLWithPath: argument).lastPathComponent : argument
            (path, name, isTemporary) = (argument, given ?? own, false)
            return
        }
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)").path
        (path, name, isTemporary) = (copy, isStandardInput ? "standard input" : argument, true)
        do {
            _ = FileManager.default.createFile(atPath: copy, contents: nil, attributes: [.posixPermissions: 0o600])
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: copy))
            let source = isStandardInput ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: argument))
            while let bytes = try source.read(upToCount: 1 << 20), !bytes.isEmpty { try file.write(contentsOf: bytes) }
            try file.close()
        } catch {
            remove()
            throw UsageError.cannotWrite(copy, "standard input is copied there first")
        }
    }

    /// The files that arguments name: of a folder every file in it and below, in the order of their paths; these have the
    /// path inside of the folder for a name, for many of them may be called alike.
    ///
    /// - Throws: `UsageError` for a folder without files. Hidden files are passed over, links to folders are not followed.
    static func all(_ arguments: [String]) throws -> [(path: String, name: String?)] {
        try arguments.flatMap { argument in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder.boolValue else {
                return [(path: argument, name: nil as String?)]
            }
            let paths = FileManager.default.enumerator(atPath: argument)?.compactMap { $0 as? String } ?? []
            let shown = paths.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
            let files = shown.map { (path: "\(argument)/\($0)", name: $0 as String?) }.filter { file in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
            }
            guard !files.isEmpty else { throw UsageError.noFiles(folder: argument) }
            return files
        }
    }

    func remove() {
        if isTemporary { try? FileManager.default.removeItem(atPath: path) }
    }
}
