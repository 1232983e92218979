import ConstatModel
import Foundation

/// Writes documents: a folder is made when it is missing, a file appears whole or not at all.
enum Files {
    static func makeFolder(_ path: String) throws(UsageError) {
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
            throw .cannotWrite(path, "the folder cannot be made")
        }
    }

    static func write(_ text: String, to path: String) throws(UsageError) { try write(Array(text.utf8), to: path) }

    static func write(_ bytes: [UInt8], to path: String) throws(UsageError) {
        do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw .cannotWrite(path, String(cString: strerror(errno)))
        }
    }

    static func bytes(_ path: String) throws(UsageError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .fault(place: path, problem: "cannot be read", remedy: nil)
        }
        return Array(data)
    }
}
