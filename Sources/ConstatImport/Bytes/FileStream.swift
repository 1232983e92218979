import ConstatModel
import Foundation

/// The bytes of a file as they lie on the disk; each is hashed once when that is asked for.
final class FileStream: ByteStream {
    let name: String
    private(set) var passed: Int64 = 0
    private var digest: Digest?
    private let file: Int32

    init(path: String, name: String, isHashed: Bool) throws(ImportError) {
        self.name = name
        digest = isHashed ? Digest() : nil
        var status = stat()
        guard stat(path, &status) == 0 else { throw .notFound(file: name) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .notAFile(file: name) }
        file = open(path, O_RDONLY)
        guard file >= 0 else { throw .unreadable(file: name, reason: String(cString: strerror(errno))) }
    }

    deinit { if file >= 0 { close(file) } }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        let got = Foundation.read(file, buffer.baseAddress, buffer.count)
        guard got >= 0 else { throw .unreadable(file: name, reason: String(cString: strerror(errno))) }
        digest?.update(UnsafeRawBufferPointer(rebasing: buffer.prefix(got)))
        passed += Int64(got)
        return got
    }

    /// Reads what is left; SHA-256 and size of the whole file.
    func finish() throws(ImportError) -> Export.FileFacts {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while try read(into: buffer) > 0 {}
        return Export.FileFacts(sha256: digest?.hex() ?? "", bytes: passed)
    }
}
