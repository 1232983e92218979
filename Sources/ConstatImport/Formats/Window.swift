/// A text seen through a moving window of bounded size. Behind the bytes lies the padding that simdjson reads over.
final class Window {
    static let chunk = 4 << 20
    /// No record may be longer.
    static let largestRecord = 64 << 20

    let name: String
    @exclusivity(unchecked) private(set) var bytes: UnsafeMutableRawPointer
    @exclusivity(unchecked) private(set) var count = 0
    @exclusivity(unchecked) private(set) var position = 0
    private var capacity = 2 * Window.chunk
    private let source: any ByteStream
    private let padding: Int

    init(_ source: any ByteStream, name: String, padding: Int) {
        (self.source, self.name, self.padding) = (source, name, padding)
        bytes = .allocate(byteCount: capacity + padding, alignment: 64)
    }

    deinit { bytes.deallocate() }

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
        let got = try source.read(into: UnsafeMutableRawBufferPointer(start: bytes + count, count: Self.chunk))
        count += got
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
}
