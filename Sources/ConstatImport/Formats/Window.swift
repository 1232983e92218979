import ConstatModel
import Foundation

/// A file seen through a moving window of bounded size; every byte that passes is hashed once.
///
/// Behind the bytes lies the padding that simdjson reads over.
final class Window {
    static let chunk = 4 << 20
    /// No record may be longer.
    static let largestRecord = 64 << 20

    let name: String
    let size: Int64
    private(set) var bytes: UnsafeMutableRawPointer
    private(set) var count = 0
    private(set) var position = 0
    private(set) var passed: Int64 = 0
    private var capacity = 2 * Window.chunk
    private var digest = Digest()
    private let file: Int32
    private let padding: Int

    init(path: String, name: String, padding: Int) throws(ImportError) {
        self.name = name
        self.padding = padding
        var status = stat()
        guard stat(path, &status) == 0 else { throw .notFound(file: name) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .notAFile(file: name) }
        file = open(path, O_RDONLY)
        size = Int64(status.st_size)
        bytes = .allocate(byteCount: capacity + padding, alignment: 64)
        guard file >= 0 else { throw .unreadable(file: name, reason: String(cString: strerror(errno))) }
    }

    deinit {
        if file >= 0 { close(file) }
        bytes.deallocate()
    }

    /// The bytes that are there, not yet taken.
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes + position, count: count - position) }

    func take(_ length: Int) { position += length }

    /// Reads more behind what is there; false at the end of the file.
    func more(row: Int) throws(ImportError) -> Bool {
        if position > 0 {
            bytes.copyMemory(from: bytes + position, byteCount: count - position)
            count -= position
            position = 0
        }
        guard count <= Self.largestRecord else {
            throw .recordTooLarge(Place(file: name, row: row), limit: Self.largestRecord)
        }
        if capacity - count < Self.chunk { grow() }
        let got = read(file, bytes + count, Self.chunk)
        guard got >= 0 else { throw .unreadable(file: name, reason: String(cString: strerror(errno))) }
        digest.update(UnsafeRawBufferPointer(start: bytes + count, count: got))
        count += got
        passed += Int64(got)
        (bytes + count).initializeMemory(as: UInt8.self, repeating: 0, count: padding)
        return got > 0
    }

    private func grow() {
        capacity *= 2
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity + padding, alignment: 64)
        larger.copyMemory(from: bytes, byteCount: count)
        bytes.deallocate()
        bytes = larger
    }

    /// Reads to the end of the file, for the digest's sake; what lies behind the last record is not looked at.
    func finish() throws(ImportError) -> String {
        while try more(row: 0) { take(rest.count) }
        return digest.hex()
    }
}
