/// The columns of records.
public enum RecordColumn {
    public static let kind = 5, source = 6, tenant = 7, profile = 8, firstReceipt = 9, revision = 10, progress = 11
    public static let severity = 12, status = 13, verdict = 14, tier = 15, discovery = 16
    public static let rule = 17, techniques = 18, category = 19, assignee = 20
    public static let updated = 21, precisions = 22, reopenings = 23, given = 24
    /// What the changes tell of the work (`Work`).
    public static let actors = 25, reclassifications = 26, returns = 27, firstChange = 28, firstAssigned = 29, firstInProgress = 30
    /// The first of the milestones, which follow in their own order.
    public static let milestones = 31

    /// The column of a milestone.
    public static func of(_ milestone: Milestone) -> Int { milestones + milestone.index }

    /// Columns of texts.
    public static let native = 0, number = 1, title = 2, rootCause = 3, mergedInto = 4, caseID = 5, facts = 6, pauses = 7
}

extension BatchShape {
    /// Records of all kinds.
    public static let records = BatchShape(
        integers: [
            "key", "content", "life", "row", "receipt", "kind", "source", "tenant", "profile", "firstReceipt", "revision",
            "progress", "severity", "status", "verdict", "tier", "discovery", "rule", "techniques", "category", "assignee",
            "updated", "precisions", "reopenings", "given", "actors", "reclassifications", "returns", "firstChange", "firstAssigned",
            "firstInProgress",
        ] + Milestone.allCases.map { "at." + $0.rawValue },
        texts: ["native", "number", "title", "rootCause", "mergedInto", "caseID", "facts", "pauses"],
        terms: [
            RecordColumn.source, RecordColumn.tenant, RecordColumn.rule, RecordColumn.techniques, RecordColumn.category,
            RecordColumn.assignee,
        ])
}

extension Batch {
    /// Three bits for each milestone, in the order of `Milestone`.
    public static func precisionBits(_ precision: Precision, _ milestone: Milestone) -> Int64 {
        Int64(precision.rawValue) << Int64(3 * milestone.index)
    }

    /// Writes a record as the next row, with `key`, `revision`, `progress` and `content`; life, row, receipt and profile are left.
    public mutating func append(_ record: Record, _ hash: inout Hash64) {
        set(RecordColumn.kind, Int64(record.kind.rawValue))
        set(RecordColumn.source, terms.code(record.source))
        set(RecordColumn.tenant, terms.code(record.tenant))
        set(text: RecordColumn.native, record.native)
        let codes: [(Int, Int?)] = [
            (RecordColumn.severity, record.severity?.rawValue), (RecordColumn.status, record.status?.rawValue),
            (RecordColumn.verdict, record.verdict?.rawValue), (RecordColumn.tier, record.tier),
            (RecordColumn.discovery, record.discovery?.rawValue), (RecordColumn.reopenings, record.reopenings),
        ]
        for (column, code) in codes { if let code { set(column, Int64(code)) } }
        let repeating: [(Int, String?)] = [
            (RecordColumn.rule, record.rule), (RecordColumn.category, record.category), (RecordColumn.assignee, record.assignee),
            (RecordColumn.techniques, record.techniques.isEmpty ? nil : record.techniques.joined(separator: " ")),
        ]
        for (column, text) in repeating { if let text { set(column, terms.code(text)) } }
        let texts: [(Int, String?)] = [
            (RecordColumn.number, record.number), (RecordColumn.title, record.title), (RecordColumn.rootCause, record.rootCause),
            (RecordColumn.mergedInto, record.mergedInto), (RecordColumn.caseID, record.caseID),
            (RecordColumn.facts, record.facts.isEmpty ? nil : FactsText.encode(record.facts)),
        ]
        for (column, text) in texts { if let text { set(text: column, text) } }
        if let updated = record.updated { set(RecordColumn.updated, updated.milliseconds) }
        if let pauses = record.pauses { set(text: RecordColumn.pauses, Pause.text(pauses)) }
        record.work?.each { set($0, $1) }
        var precisions: Int64 = 0
        for (milestone, stamp) in record.milestones {
            set(RecordColumn.of(milestone), stamp.instant.milliseconds)
            precisions |= Self.precisionBits(stamp.precision, milestone)
        }
        if precisions != 0 { set(RecordColumn.precisions, precisions) }
        endRecord(&hash)
    }

    /// The hash of what names a record.
    public static func key(kind: Int64, source: String, tenant: String, native: String, _ hash: inout Hash64) -> Int64 {
        var native = native
        let (source, tenant) = (Hash64.of(source), Hash64.of(tenant))
        return native.withUTF8 { key(kind: kind, source: source, tenant: tenant, native: UnsafeRawBufferPointer($0), &hash) }
    }

    /// The same, of one record.
    public static func key(_ kind: RecordKind, source: String, tenant: String, native: String) -> Int64 {
        var hash = Hash64()
        return key(kind: Int64(kind.rawValue), source: source, tenant: tenant, native: native, &hash)
    }

    /// - Parameters:
    ///   - source: the hash of its slug.
    ///   - tenant: the hash of its slug.
    private static func key(
        kind: Int64, source: Int64, tenant: Int64, native: UnsafeRawBufferPointer, _ hash: inout Hash64
    ) -> Int64 {
        hash.reset()
        for number in [source, tenant, kind, Int64(RecordColumn.native)] { hash.add(number) }
        hash.add(native)
        return hash.value
    }

    /// Gives the row that is being written its key, revision, progress and content, and ends it.
    public mutating func endRecord(_ hash: inout Hash64) {
        let (source, tenant, kind) = (termHash(RecordColumn.source), termHash(RecordColumn.tenant), openValue(RecordColumn.kind) ?? 0)
        let key = texts[RecordColumn.native].bytes.withUnsafeBytes { bytes in
            let native = UnsafeRawBufferPointer(rebasing: bytes[texts[RecordColumn.native].range(count)])
            return Self.key(kind: kind, source: source, tenant: tenant, native: native, &hash)
        }
        hash.reset()
        var (newest, milestones): (Int64, Int64) = (0, 0)
        withUnsafeMutablePointer(to: &hash) { hash in
            eachOpen(from: RecordColumn.severity) { column, value in
                if column == RecordColumn.given { return }
                hash.pointee.add(Int64(column))
                hash.pointee.add(shape.isTerm(column) ? terms.hashes[Int(value)] : value)
                guard column >= RecordColumn.milestones else { return }
                newest = milestones == 0 ? value : Swift.max(newest, value)
                milestones += 1
            }
        }
        for column in texts.indices where texts[column].ends.count > count { addText(column, &hash) }
        hash.add(key)
        set(BatchShape.key, key)
        set(BatchShape.content, hash.value)
        set(RecordColumn.revision, openValue(RecordColumn.updated) ?? newest)
        let status = openValue(RecordColumn.status).flatMap { Status(rawValue: Int($0)) }
        let hasVerdict = openValue(RecordColumn.verdict) != nil
        set(RecordColumn.progress, Record.progress(status: status, milestones: milestones, hasVerdict: hasVerdict))
        endRow()
    }

    private func termHash(_ column: Int) -> Int64 { openValue(column).map { terms.hashes[Int($0)] } ?? 0 }

    /// A text of the row that is being written, with its column before it.
    private func addText(_ column: Int, _ hash: inout Hash64) {
        hash.add(Int64(column))
        texts[column].bytes.withUnsafeBytes { hash.add(UnsafeRawBufferPointer(rebasing: $0[texts[column].range(count)])) }
    }
}
