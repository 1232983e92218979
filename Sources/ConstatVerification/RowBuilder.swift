import ConstatDocuments
import ConstatImport
import ConstatModel

/// Makes columns of records from the rows of a sheet, one kind at a time.
struct RowBuilder {
    /// Rows of one kind with their cells and their lines on the sheet.
    struct Batch {
        var columns = RecordColumns()
        var cells: [[StoredCell]] = []
        var lines: [Int] = []
    }

    private let table: PackTable
    private let recipe: PackRecipe.Table
    private let vocabulary: Vocabulary
    private let zones: [Int: Zone]
    private let period: Period
    private let forms: [ConstatModel.Place: PlaceForm]
    private var batches: [RecordKind: Batch] = [:]
    private var codes: [String: Int32] = [:]
    /// The last row that was read.
    private(set) var record = Record(kind: .alert, source: "", tenant: "", native: "")
    private(set) var isInPeriod = false
    private(set) var count = 0

    init(_ table: PackTable, _ recipe: PackRecipe.Table, _ vocabulary: Vocabulary, zones: [Int: String], period: Period) {
        (self.table, self.recipe, self.vocabulary, self.period) = (table, recipe, vocabulary, period)
        self.zones = zones.compactMapValues { Zone($0) }
        var forms: [ConstatModel.Place: PlaceForm] = [:]
        for case .place(let place) in table.columns { forms[place] = PlaceForm(place, of: table.kinds) }
        self.forms = forms
    }

    /// The rows that were read since they were last taken, without merged ones.
    mutating func take() -> [RecordKind: Batch] {
        defer { (batches, count) = ([:], 0) }
        return batches.mapValues { batch in
            var batch = batch
            let count = batch.columns.count
            // A column is as long as the others, or empty.
            for index in batch.columns.values.indices where !batch.columns.values[index].isEmpty {
                let missing = count - batch.columns.values[index].count
                batch.columns.values[index] += repeatElement(RecordColumns.missing, count: missing)
            }
            return batch
        }
    }

    private func cell(_ column: PackColumn, _ row: [StoredCell]) -> StoredCell {
        guard let position = table.position(of: column), position < row.count else { return .blank }
        return row[position]
    }

    /// Reads a row.
    ///
    /// - Returns: the cell that cannot be read and why; nil when all can.
    mutating func add(_ row: [StoredCell], _ line: Int) -> String? {
        count += 1
        let kind = table.kinds.count == 1 ? table.kinds[0] : cell(.kind, row).text.flatMap { vocabulary.kinds[$0] }
        guard let kind, table.kinds.contains(kind) else { return place(.kind, line) + ": no kind of record" }
        record = Record(
            kind: kind, source: cell(.source, row).text ?? "", tenant: cell(.tenant, row).text ?? "", native: cell(.native, row).text ?? "")
        record.severity = cell(.severity, row).text.flatMap { vocabulary.severities[$0] }
        record.status = cell(.status, row).text.flatMap { vocabulary.statuses[$0] }
        guard let alone = days(row) else { return place(.dayOnly, line) + ": no name of an instant" }
        for milestone in [Milestone.raised, .lastClosed] {
            let instant = instant(cell(.place(Place(milestone)), row), Place(milestone), alone, row)
            record.milestones[milestone] = instant.map { Stamp($0, alone[Place(milestone)] == nil ? .exact : .day) }
        }
        isInPeriod = record.instant(.raised).map(period.contains) == true
        let told = cell(.inPeriod, row).number
        if kind.isMain, told != (isInPeriod ? 1 : 0) { return place(.inPeriod, line) + ": its instant says otherwise" }
        if record.status == .merged { return nil }
        var batch = batches.removeValue(forKey: kind) ?? Batch()
        defer { batches[kind] = batch }
        return read(row, line, alone, into: &batch)
    }

    private func place(_ column: PackColumn, _ line: Int) -> String {
        SheetPrint.letters(table.position(of: column) ?? 0) + "\(line)"
    }

    /// The instants of which the day alone is known; those that no zone of the pack makes a day of come with what they are.
    private func days(_ row: [StoredCell]) -> [ConstatModel.Place: Instant?]? {
        var days: [ConstatModel.Place: Instant?] = [:]
        for entry in cell(.dayOnly, row).text?.split(separator: ", ").map(String.init) ?? [] {
            let parts = entry.split(separator: " @ ", maxSplits: 1).map(String.init)
            guard let place = vocabulary.instants[parts[0]] else { return nil }
            days[place] = .some(parts.count == 2 ? Instant(iso: parts[1]) : nil)
        }
        return days
    }

    private func instant(
        _ cell: StoredCell, _ place: ConstatModel.Place, _ alone: [ConstatModel.Place: Instant?], _ row: [StoredCell]
    ) -> Instant? {
        guard let instant = cell.number.flatMap(Instant.init(spreadsheetSerial:)) else { return nil }
        guard let day = alone[place] else { return instant }
        if let day { return day }
        let zone = self.cell(.receipt, row).number.flatMap { Int(exactly: $0) }.flatMap { zones[$0] } ?? period.zone
        return PackDay.instant(CivilTime(utc: instant), place, zone)
    }

    private mutating func read(
        _ row: [StoredCell], _ line: Int, _ alone: [ConstatModel.Place: Instant?], into batch: inout Batch
    ) -> String? {
        let index = batch.columns.count
        batch.columns.kind = record.kind
        batch.columns.count += 1
        batch.cells.append(row)
        batch.lines.append(line)
        batch.columns.ids.append(Int64(line))
        batch.columns.severity.append(record.severity.map { Int8($0.rawValue) } ?? RecordColumns.none)
        batch.columns.status.append(record.status.map { Int8($0.rawValue) } ?? RecordColumns.none)
        let verdict = cell(.countedVerdict, row).text.flatMap { vocabulary.verdicts[$0] }
        batch.columns.verdict.append(verdict.map { Int8($0.rawValue) } ?? RecordColumns.none)
        let discovery = cell(.discovery, row).text.flatMap { vocabulary.discoveries[$0] }
        batch.columns.discovery.append(discovery.map { Int8($0.rawValue) } ?? RecordColumns.none)
        batch.columns.tenant.append(code(record.tenant, &batch.columns))
        batch.columns.source.append(code(record.source, &batch.columns))
        let set = cell(.given, row).number.flatMap { Int(exactly: $0) } ?? 0
        guard set > 0, recipe.given.indices.contains(set - 1) else {
            batch.columns.given.append(0)
            batch.columns.dayOnly.append(0)
            return place(.given, line) + ": there is no such set in recompute.json"
        }
        batch.columns.given.append(recipe.given[set - 1])
        let dayOnly = alone.keys.reduce(Int64(0)) { $0 | 1 << Int64($1.index) }
        batch.columns.dayOnly.append(dayOnly)
        if let text = cell(.paused, row).text {
            guard let pauses = PackCells.pauses(text) else { return place(.paused, line) + ": no times" }
            batch.columns.pauses[index] = pauses
        }
        for (position, column) in table.columns.enumerated() where position < row.count {
            guard case .place(let place) = column, row[position] != .blank else { continue }
            guard let value = value(row[position], place, alone, row, &batch.columns) else {
                return "\(SheetPrint.letters(position))\(line): not what this column holds"
            }
            if batch.columns[place].isEmpty { batch.columns[place].reserveCapacity(1_024) }
            let missing = index - batch.columns[place].count
            if missing > 0 { batch.columns[place] += repeatElement(RecordColumns.missing, count: missing) }
            batch.columns[place].append(value)
        }
        return nil
    }

    private mutating func value(
        _ cell: StoredCell, _ place: ConstatModel.Place, _ alone: [ConstatModel.Place: Instant?], _ row: [StoredCell],
        _ columns: inout RecordColumns
    ) -> Int64? {
        switch forms[place] ?? .count {
        case .instant: return instant(cell, place, alone, row)?.milliseconds
        case .thousandths: return cell.number.flatMap { Int64(exactly: ($0 * 1_000).rounded()) }
        case .count: return cell.number.flatMap { Int64(exactly: $0) }
        case .word(let words): return cell.text.flatMap { vocabulary.told[$0] }.flatMap { words.firstIndex(of: $0) }.map(Int64.init)
        case .name: return cell.text.map { Int64(code($0, &columns)) }
        }
    }

    private mutating func code(_ text: String, _ columns: inout RecordColumns) -> Int32 {
        let code = codes[text] ?? Int32(codes.count)
        codes[text] = code
        columns.names[code] = text
        return code
    }
}
