import ConstatImport
import ConstatModel
import Foundation

/// A file named on the command line; standard input is first copied to a file, because an export is read twice.
struct InputFile {
    let path: String
    let name: String
    private let isTemporary: Bool

    init(_ argument: String) throws {
        guard argument == "-" else {
            (path, name, isTemporary) = (argument, URL(fileURLWithPath: argument).lastPathComponent, false)
            return
        }
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: copy.path, contents: nil, attributes: [.posixPermissions: 0o600])
        let file = try FileHandle(forWritingTo: copy)
        while let bytes = try FileHandle.standardInput.read(upToCount: 1 << 20), !bytes.isEmpty { try file.write(contentsOf: bytes) }
        try file.close()
        (path, name, isTemporary) = (copy.path, "standard input", true)
    }

    func remove() {
        if isTemporary { try? FileManager.default.removeItem(atPath: path) }
    }
}
