import ConstatModel
import Foundation

/// An export file, whatever it is packed in: opened as often as needed, always as UTF-8 text of JSON, CSV or YAML.
public struct Export: Sendable {
    /// What a file is packed with, by its first bytes.
    private enum Packing {
        case none, gzip, zstd

        init(_ head: [UInt8]) {
            self = head.starts(with: [0x1F, 0x8B]) ? .gzip : head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? .zstd : .none
        }

        func unpacked(_ file: FileStream) throws(ImportError) -> any ByteStream {
            switch self {
            case .none: file
            case .gzip: try GzipStream(file)
            case .zstd: try ZstdStream(file)
            }
        }
    }

    /// What the text is.
    enum Format: Equatable { case json, csv, workbook, yaml }

    let path: String
    /// What the file is called in receipts and errors.
    public let name: String
    let format: Format
    private let packing: Packing
    private let encoding: String?
    /// A packed workbook, unpacked: it cannot be read from its beginning to its end.
    private let unpacked: UnpackedFile?

    /// Looks at the file's beginning, and for a text without a mark at all of it.
    ///
    /// - Throws: `empty`, `binary`, `damaged`, or what keeps it from being read.
    public init(path: String, name: String) throws(ImportError) {
        (self.path, self.name) = (path, name)
        let head = try Self.head(try FileStream(path: path, name: name, isHashed: false))
        let packing = Packing(head)
        let text = try Self.head(try packing.unpacked(try FileStream(path: path, name: name, isHashed: false)))
        self.packing = packing
        guard !text.isEmpty else { throw .empty(file: name) }
        let isWorkbook = text.starts(with: [0x50, 0x4B, 3, 4])
        if packing != .none, Packing(text) != .none { throw .packedTwice(file: name) }
        if isWorkbook {
            (format, encoding) = (.workbook, nil)
            let isPacked = packing != .none
            unpacked =
                isPacked ? try UnpackedFile(of: packing.unpacked(try FileStream(path: path, name: name, isHashed: false)), name) : nil
            return
        }
        unpacked = nil
        let isJSON = Self.format(text, name) == .json
        let rest = isJSON ? nil : try packing.unpacked(try FileStream(path: path, name: name, isHashed: false))
        encoding = try TextEncoding.name(of: text, rest: rest)
        if encoding == nil, text.contains(0), !Self.looksLikeText(text) { throw .binary(file: name) }
        format = Self.format(encoding?.hasPrefix("UTF-16") == true ? text.filter { $0 != 0 } : text, name)
    }

    /// Whether a profile of this format can read it.
    func holds(_ wanted: Profile.Format) -> Bool {
        switch format {
        case .json: wanted == .json
        case .csv, .workbook: wanted == .csv
        case .yaml: wanted == .yaml
        }
    }

    /// What is known of a file once it is read to its end.
    public struct FileFacts: Sendable {
        /// Of all bytes of the file, 64 lower-case hexadecimal digits.
        public let sha256: String
        /// The file's size.
        public let bytes: Int64
    }

    /// The SHA-256 and size of the file.
    public func fingerprint() throws(ImportError) -> FileFacts { try file().finish() }

    /// The file's bytes as they lie on the disk, hashed.
    func file() throws(ImportError) -> FileStream { try FileStream(path: path, name: name, isHashed: true) }

    /// The text of the export, read from an opened file.
    ///
    /// - Parameter profile: says what the bytes leave open: an encoding, and how numbers of a workbook are to be written.
    func text(from file: FileStream, for profile: Profile?) throws(ImportError) -> any ByteStream {
        if format == .workbook {
            return try WorkbookStream(path: unpacked?.path ?? path, name: name, decimalMark: profile?.decimalMark ?? ".")
        }
        let unpacked = try packing.unpacked(file)
        guard let encoding else { return unpacked }
        let isOpen = encoding == "WINDOWS-1252"
        return try RecodedStream(unpacked, from: isOpen ? profile?.encoding ?? encoding : encoding, file: name)
    }

    /// A window over the text.
    func window(from file: FileStream? = nil, for profile: Profile? = nil) throws(ImportError) -> Window {
        if let file { return Window(try text(from: file, for: profile), name: name, padding: JSONCursor.padding) }
        return try window(from: FileStream(path: path, name: name, isHashed: false), for: profile)
    }

    private static func head(_ stream: any ByteStream) throws(ImportError) -> [UInt8] {
        let buffer = ByteBuffer(size: 4_096)
        while buffer.count < buffer.all.count, try buffer.fill(from: stream) > 0 {}
        return Array(buffer.bytes)
    }

    /// A text may hold a few NUL bytes by mistake; an image or a database holds many.
    private static func looksLikeText(_ head: [UInt8]) -> Bool { head.count { $0 < 9 || ($0 > 13 && $0 < 32) } * 50 < head.count }

    private static func format(_ head: [UInt8], _ name: String) -> Format {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE]
        switch head.first(where: { !blanks.contains($0) }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
        default:
            let endings = name.lowercased().split(separator: ".").dropFirst()
            let ending = endings.last { !["gz", "zst"].contains($0) } ?? ""
            return ending == "yml" || ending == "yaml" ? .yaml : .csv
        }
    }
}
