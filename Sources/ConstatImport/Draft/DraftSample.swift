/// The first records of an export, and the lines of a profile that say where they are.
struct DraftSample: Sendable {
    let collector: FieldCollector
    /// In the order of a profile.
    let reading: [String]

    /// - Throws: `noRecords`, or what keeps the file from being read.
    init(_ export: Export) throws(ImportError) {
        switch export.format {
        case .json:
            let sample = try JSONSample.best(of: export)
            (collector, reading) = (sample.collector, Self.lines(sample))
        case .csv, .workbook:
            let sample = try TableSample.best(of: export)
            (collector, reading) = (sample.collector, Self.lines(sample, export))
        case .yaml:
            (collector, reading) = (try Self.documents(export), ["format: yaml"])
        }
        guard collector.records > 0 else { throw .noRecords(file: export.name) }
    }

    private static func lines(_ sample: JSONSample) -> [String] {
        ["format: json", "records: [\(DraftText.scalar(sample.place))]   # guess: \(sample.collector.records) records looked at"]
    }

    private static func lines(_ sample: TableSample, _ export: Export) -> [String] {
        var lines = ["format: csv"]
        let (skip, separator) = (sample.layout.skip, sample.layout.separator)
        if skip > 0 { lines.append("skip: \(skip)   # guess: lines above the header") }
        if export.format == .csv, let separator {
            lines.append("separator: \(DraftText.scalar(String(UnicodeScalar(separator))))   # guess")
        }
        return lines
    }

    private static func documents(_ export: Export) throws(ImportError) -> FieldCollector {
        var rows = try YAMLRows(try export.window())
        let cursor = JSONCursor()
        var collector = FieldCollector()
        while !collector.isFull, let document = rows.next() {
            let padded = document + Array(repeating: 0, count: JSONCursor.padding)
            padded.withUnsafeBytes { bytes in
                let record = UnsafeRawBufferPointer(rebasing: bytes.dropLast(JSONCursor.padding))
                if cursor.parse(record) == nil, cursor.root.isObject { collector.add(cursor.root) }
            }
        }
        return collector
    }
}
