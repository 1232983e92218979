/// Gives the bytes of an export from its beginning to its end, once.
protocol ByteStream: AnyObject {
    /// Fills a buffer from its start; the number of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int
}

/// Bytes that are collected before something is done with them.
final class ByteBuffer {
    let all: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(size: Int) { all = .allocate(byteCount: size, alignment: 64) }

    deinit { all.deallocate() }

    /// The bytes that are there.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: all.prefix(count)) }

    /// Reads more behind what is there; how many bytes came.
    func fill(from stream: any ByteStream) throws(ImportError) -> Int {
        let got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: all[count...]))
        count += got
        return got
    }

    /// Forgets the first bytes.
    func drop(_ used: Int) {
        guard used > 0, let start = all.baseAddress else { return }
        start.copyMemory(from: start + used, byteCount: count - used)
        count -= used
    }
}
