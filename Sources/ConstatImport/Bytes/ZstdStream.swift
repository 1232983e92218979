import CArchive

/// The bytes of a file packed with zstd.
final class ZstdStream: ByteStream {
    private let source: FileStream
    private let archive: OpaquePointer
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    private var isOpen = false
    private var growth: Growth
    private var fault: ImportError?

    init(_ source: FileStream) throws(ImportError) {
        guard let archive = archive_read_new() else { throw .unreadable(file: source.name, reason: "out of memory") }
        (self.source, self.archive, growth) = (source, archive, Growth(file: source.name))
        archive_read_support_filter_zstd(archive)
        archive_read_support_format_raw(archive)
        let this = Unmanaged.passUnretained(self).toOpaque()
        let opened = archive_read_open(archive, this, nil, Self.more, nil)
        var entry: OpaquePointer?
        guard opened == ARCHIVE_OK, archive_read_next_header(archive, &entry) == ARCHIVE_OK else { throw broken() }
        guard archive_filter_code(archive, 0) != ARCHIVE_FILTER_NONE else { throw broken() }
    }

    deinit {
        archive_read_free(archive)
        buffer.deallocate()
    }

    private static let more: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int = {
        _, this, bytes in
        guard let this else { return -1 }
        return Unmanaged<ZstdStream>.fromOpaque(this).takeUnretainedValue().fill(bytes)
    }

    private func fill(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        do {
            bytes?.pointee = UnsafeRawPointer(buffer.baseAddress)
            return try source.read(into: buffer)
        } catch {
            fault = error
            return -1
        }
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        let got = archive_read_data(archive, target.baseAddress, target.count)
        guard got >= 0 else { throw broken() }
        try growth.add(got, of: source.passed)
        return got
    }

    private func broken() -> ImportError {
        fault ?? .damaged(file: source.name, reason: archive_error_string(archive).map { String(cString: $0) } ?? "not readable")
    }
}
