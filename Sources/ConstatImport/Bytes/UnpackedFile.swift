import Foundation

/// A copy of a file, unpacked, for its owner's eyes alone; it goes when nobody uses it any more.
final class UnpackedFile: Sendable {
    let path: String

    /// - Throws: `unreadable` when the copy cannot be written, or what the stream throws.
    init(of stream: any ByteStream, _ name: String) throws(ImportError) {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)").path
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else {
            throw .unreadable(file: name, reason: "it is unpacked into a temporary file first, which cannot be written")
        }
        defer { close(file) }
        let buffer = ByteBuffer(size: 1 << 20)
        while try buffer.fill(from: stream) > 0 {
            guard write(file, buffer.bytes.baseAddress, buffer.count) == buffer.count else {
                throw .unreadable(file: name, reason: "there is no room for the temporary file it is unpacked into")
            }
            buffer.drop(buffer.count)
        }
    }

    deinit { unlink(path) }
}
