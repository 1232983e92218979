import CArchive

/// The first sheet of an xlsx workbook as CSV, row by row; memory is bounded but for the workbook's shared texts.
///
/// A date becomes ISO 8601 without a zone, or a bare day where its format shows no time; other cells are given as they
/// are stored. Every row of the sheet is a line, so that places can be found again.
final class WorkbookStream: ByteStream {
    /// Shared texts may take this much memory.
    static let largestTexts = 256 << 20

    private let name: String
    private let archive: ZipEntry
    private let parser: SheetParser
    private var isAtEnd = false

    init(path: String, name: String, decimalMark: Character) throws(ImportError) {
        self.name = name
        let parts = try WorkbookParts(path: path, name: name)
        archive = try ZipEntry(path: path, name: name, entry: parts.sheet)
        parser = SheetParser(parts, decimalMark: decimalMark)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        while parser.csv.isEmpty, !isAtEnd {
            let bytes = try archive.next()
            isAtEnd = bytes.isEmpty
            guard parser.parse(bytes, isLast: isAtEnd) else { throw .damaged(file: name, reason: parser.fault) }
        }
        return parser.csv.take(into: buffer)
    }
}

/// One file inside a zip, unpacked piece by piece.
final class ZipEntry {
    private let archive: OpaquePointer
    private let name: String
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    private var growth: Growth

    /// - Throws: `damaged` when the zip cannot be read, or holds no such file.
    init(path: String, name: String, entry wanted: String) throws(ImportError) {
        guard let archive = archive_read_new() else { throw .unreadable(file: name, reason: "out of memory") }
        (self.archive, self.name, growth) = (archive, name, Growth(file: name))
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw Self.broken(archive, name) }
        while true {
            var entry: OpaquePointer?
            let code = archive_read_next_header(archive, &entry)
            guard code != ARCHIVE_EOF else { throw .damaged(file: name, reason: "the workbook has no \(wanted)") }
            guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { throw Self.broken(archive, name) }
            if let entry, let found = archive_entry_pathname(entry), String(cString: found) == wanted { return }
        }
    }

    deinit {
        archive_read_free(archive)
        buffer.deallocate()
    }

    /// The next bytes, valid until the next call; none at the end.
    func next() throws(ImportError) -> UnsafeRawBufferPointer {
        let got = archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard got >= 0 else { throw Self.broken(archive, name) }
        try growth.add(got, of: archive_filter_bytes(archive, -1))
        return UnsafeRawBufferPointer(rebasing: buffer.prefix(got))
    }

    private static func broken(_ archive: OpaquePointer, _ name: String) -> ImportError {
        .damaged(file: name, reason: archive_error_string(archive).map { String(cString: $0) } ?? "not readable")
    }
}
