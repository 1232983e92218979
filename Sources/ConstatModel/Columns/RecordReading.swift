extension Batch {
    /// The record of a row.
    ///
    /// - Parameter term: the text of a number in a column of terms.
    public func record(_ row: Int, term: (Int64) throws -> String) rethrows -> Record {
        func word(_ column: Int) throws -> String? { try value(column, row).map(term) }
        func code(_ column: Int) -> Int? { value(column, row).map(Int.init) }
        var record = Record(
            kind: code(RecordColumn.kind).flatMap(RecordKind.init(rawValue:)) ?? .alert, source: try word(RecordColumn.source) ?? "",
            tenant: try word(RecordColumn.tenant) ?? "", native: text(RecordColumn.native, row) ?? "")
        record.number = text(RecordColumn.number, row)
        record.title = text(RecordColumn.title, row)
        record.severity = code(RecordColumn.severity).flatMap(Severity.init(rawValue:))
        record.status = code(RecordColumn.status).flatMap(Status.init(rawValue:))
        record.verdict = code(RecordColumn.verdict).flatMap(Verdict.init(rawValue:))
        record.discovery = code(RecordColumn.discovery).flatMap(Discovery.init(rawValue:))
        record.tier = code(RecordColumn.tier)
        record.rule = try word(RecordColumn.rule)
        record.techniques = (try word(RecordColumn.techniques) ?? "").split(separator: " ").map(String.init)
        record.category = try word(RecordColumn.category)
        record.assignee = try word(RecordColumn.assignee)
        record.rootCause = text(RecordColumn.rootCause, row)
        record.mergedInto = text(RecordColumn.mergedInto, row)
        record.caseID = text(RecordColumn.caseID, row)
        record.facts = FactsText.decode(text(RecordColumn.facts, row))
        record.updated = value(RecordColumn.updated, row).map(Instant.init(milliseconds:))
        record.reopenings = code(RecordColumn.reopenings)
        if record.reopenings != nil { record.pauses = Pause.read(text(RecordColumn.pauses, row) ?? "") }
        record.work = Work { value($0, row) }
        for milestone in Milestone.allCases { record.milestones[milestone] = stamp(milestone, row) }
        return record
    }

    /// A milestone of a row with its precision; nil when it is not there.
    public func stamp(_ milestone: Milestone, _ row: Int) -> Stamp? {
        guard let instant = value(RecordColumn.of(milestone), row) else { return nil }
        return Stamp(Instant(milliseconds: instant), Self.precision(of: milestone, in: value(RecordColumn.precisions, row) ?? 0))
    }

    /// How well a milestone is known, by the bits of its record.
    public static func precision(of milestone: Milestone, in bits: Int64) -> Precision {
        Precision(rawValue: Int(bits >> Int64(3 * milestone.index) & 7)) ?? .exact
    }
}
