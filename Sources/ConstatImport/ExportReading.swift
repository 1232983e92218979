import CSimdjson
import ConstatModel
import Foundation

/// Reads one export: one thread cuts it into rows, others map them, the caller takes what they give in the file's order.
struct ExportReading {
    let export: Export
    let profile: Profile
    let others: [Profile]
    let door: Door

    /// - Throws: `ImportError`, or what `part` throws.
    func run(_ part: (Mapped) throws -> Void) throws -> Export.FileFacts {
        csj_keep_memory()
        let file = try export.file()
        let pipeline = try start(file)
        var offsets = Mapped.Offsets()
        defer { pipeline.stop() }
        while let mapped = try pipeline.next() {
            offsets.add(mapped.offsets)
            try part(mapped)
        }
        if offsets.areSuspicious {
            var last = Mapped()
            last.remarks[Remark(.zoneSuspicion, Milestone.firstActivity.rawValue)] = offsets.suspicious
            try part(last)
        }
        return try file.finish()
    }

    private func start(_ file: FileStream) throws -> Pipeline<Chunk, Mapped> {
        let rows = try reader(file)
        let (header, separator) = rows.table ?? ([], 0)
        let pipeline = Pipeline<Chunk, Mapped>(workers: Self.workers)
        let (position, source) = (FileProgress(), Sealed((rows.reader, file)))
        let (name, profile, others) = (export.name, profile, others)
        var door = door
        door.isWorkbook = export.format == .workbook
        pipeline.start(
            produce: { give in
                var (reader, file) = source.value
                var count = 0
                while let chunk = try reader.next(position: count) {
                    count += chunk.rows.count
                    position.set(file.passed)
                    guard give(chunk) else { return }
                }
            },
            worker: { [door] in
                let mapper = ChunkMapper(name, profile, others, door, header: header, separator: separator)
                return { chunk in
                    var mapped = try mapper.map(chunk)
                    mapped.passed = position.value
                    return mapped
                }
            })
        return pipeline
    }

    /// Reading and writing take little of a core, so that each core may map.
    private static var workers: Int { max(1, min(4, ProcessInfo.processInfo.activeProcessorCount)) }

    private func reader(_ file: FileStream) throws(ImportError) -> (reader: RowReader, table: (header: [String], separator: UInt8)?) {
        switch export.format {
        case .csv, .workbook:
            let csv = try CSVReader(try export.window(from: file, for: profile), profile.layout.of(export))
            return (.csv(csv), (csv.header, csv.separator))
        case .json:
            let shape = try JSONShape(of: export, candidates: profile.records)
            if shape.isLines { return (.lines(LineReader(try export.text(from: file, for: nil), name: export.name)), nil) }
            return (.json(try JSONSplitter(try export.window(from: file), path: shape.path, isLines: false)), nil)
        case .yaml:
            return (.yaml(try YAMLRows(try export.window(from: file))), nil)
        }
    }
}

/// A value that one thread makes, and another alone uses while a pipeline runs.
struct Sealed<Value>: @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}

/// How many bytes of a file were read, for another thread to see.
final class FileProgress: @unchecked Sendable {
    private let lock = NSLock()
    private var bytes: Int64 = 0

    var value: Int64 { lock.withLock { bytes } }

    func set(_ bytes: Int64) { lock.withLock { self.bytes = bytes } }
}
