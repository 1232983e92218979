/// What the first bytes of a file say about it.
enum FileFormat: Equatable {
    case json
    case csv

    /// - Throws: `empty`, `compressed`, `binary`, `notUTF8` for what cannot be read as text.
    init(of window: Window) throws(ImportError) {
        while window.rest.count < 4_096, try window.more(row: 1) {}
        let head = UnsafeRawBufferPointer(rebasing: window.rest.prefix(4_096))
        guard !head.isEmpty else { throw .empty(file: window.name) }
        try Self.refuseKnownBinaries(head, window.name)
        if head.contains(0) { throw .binary(file: window.name) }
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        switch head.first(where: { !blanks.contains($0) }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
        case nil: throw .empty(file: window.name)
        default: self = .csv
        }
    }

    private static func refuseKnownBinaries(_ head: UnsafeRawBufferPointer, _ name: String) throws(ImportError) {
        func begins(_ bytes: [UInt8]) -> Bool { head.count >= bytes.count && head.prefix(bytes.count).elementsEqual(bytes) }
        if begins([0x1F, 0x8B]) { throw .compressed(file: name, with: "gzip", command: "gunzip FILE") }
        if begins([0x28, 0xB5, 0x2F, 0xFD]) { throw .compressed(file: name, with: "zstd", command: "unzstd FILE") }
        if begins([0x50, 0x4B, 3, 4]) {
            throw .compressed(file: name, with: "zip or xlsx", command: "unzip FILE, or save the workbook as CSV")
        }
        if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) { throw .utf16(file: name) }
    }
}
