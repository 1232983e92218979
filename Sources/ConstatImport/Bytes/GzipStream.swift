import CZlib

/// The bytes of a file packed with gzip; its check sums are tested, which libarchive does not do.
final class GzipStream: ByteStream {
    private let source: FileStream
    private let input = ByteBuffer(size: 1 << 18)
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var growth: Growth
    private var isAtEnd = false

    init(_ source: FileStream) throws(ImportError) {
        (self.source, growth) = (source, Growth(file: source.name))
        stream.initialize(to: z_stream())
        guard czlib_start_gzip(stream) == Z_OK else { throw .unreadable(file: source.name, reason: "out of memory") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        while !isAtEnd {
            if input.count == 0, try input.fill(from: source) == 0 { throw .damaged(file: source.name, reason: "it ends too early") }
            let (code, written) = inflate(into: target)
            guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
                throw .damaged(file: source.name, reason: stream.pointee.msg.map { String(cString: $0) } ?? "not gzip")
            }
            if code == Z_STREAM_END { isAtEnd = try !hasAnotherMember() }
            if written > 0 {
                try growth.add(written, of: source.passed)
                return written
            }
        }
        return 0
    }

    private func inflate(into target: UnsafeMutableRawBufferPointer) -> (code: Int32, written: Int) {
        let room = min(target.count, Int(UInt32.max >> 1))
        stream.pointee.next_in = input.all.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        input.drop(input.count - Int(stream.pointee.avail_in))
        return (code, room - Int(stream.pointee.avail_out))
    }

    /// gzip files may be put one behind another; zeros may fill up the end, anything else is damage.
    private func hasAnotherMember() throws(ImportError) -> Bool {
        while input.count < 2, try input.fill(from: source) > 0 {}
        if input.bytes.starts(with: [0x1F, 0x8B] as [UInt8]) {
            inflateReset(stream)
            return true
        }
        while input.count > 0 {
            guard input.bytes.allSatisfy({ $0 == 0 }) else { throw .damaged(file: source.name, reason: "something follows its end") }
            input.drop(input.count)
            _ = try input.fill(from: source)
        }
        return false
    }
}

/// How much a packed file has grown: one made to fill a machine is not read to its end.
struct Growth {
    /// No export grows to more than so many times its packed size.
    static let largest: Int64 = 250
    /// Smaller files may grow as they like.
    static let harmless: Int64 = 256 << 20

    private let file: String
    private var given: Int64 = 0

    init(file: String) { self.file = file }

    mutating func add(_ count: Int, of packed: Int64) throws(ImportError) {
        given += Int64(count)
        guard given < Self.harmless || given < max(packed, 1) * Self.largest else { throw .grows(file: file) }
    }
}
