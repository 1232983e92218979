public import ConstatMetrics
public import ConstatModel

/// Turns records of a table into cells, column by column.
public final class PackCells {
    private let table: PackTable
    private let words: Words
    private let period: Period
    /// The zone each import was read in, by its number.
    private let zones: [Int: Zone]
    private let metrics: [String: (index: Int, metric: Metric)]
    private let letters: [Place: String]
    private let forms: [Place: PlaceForm]
    private var sets: [Int64: Int] = [:]
    private var reasons: [LeftOut: Cell] = [:]
    private let open: Cell

    public init(_ table: PackTable, _ words: Words, _ period: Period, zones: [Int: Zone]) {
        (self.table, self.words, self.period, self.zones) = (table, words, period, zones)
        metrics = Dictionary(uniqueKeysWithValues: table.metrics.enumerated().map { ($1.id, ($0, $1)) })
        var (letters, forms): ([Place: String], [Place: PlaceForm]) = ([:], [:])
        for (index, column) in table.columns.enumerated() {
            guard case .place(let place) = column else { continue }
            (letters[place], forms[place]) = (SheetPrint.letters(index), PlaceForm(place, of: table.kinds))
        }
        (self.letters, self.forms) = (letters, forms)
        open = .text(words("pack.outcome.open"))
    }

    /// What the sources of the rows so far can tell, in the order of their numbers, from 1.
    public var given: [Int64] { sets.sorted { $0.value < $1.value }.map(\.key) }

    /// The cells of a row.
    ///
    /// - Parameters:
    ///   - position: in all sheets of the table, from 1.
    ///   - line: the row of the sheet that it will stand in, as on the screen.
    public func cells(_ part: PackPart, _ index: Int, position: Int, line: Int) -> [Cell] {
        table.columns.map { column in
            switch column {
            case .position: return .count(position)
            case .place(let place): return value(place, part, index)
            case .outcome, .base: return figure(column, part, index, line)
            case .given: return .count(set(part.columns.given[index]))
            case .dayOnly: return .optional(dayOnly(part, index))
            case .paused: return .optional(part.columns.pauses[index].flatMap(Self.text))
            default: return plain(column, part.rows[index])
            }
        }
    }

    /// The cells of a row that say what it means to figures, with their columns; what the record is does not matter.
    public func figures(_ part: PackPart, _ index: Int, line: Int) -> [(column: Int, cell: Cell)] {
        table.columns.enumerated().compactMap { position, column in
            switch column {
            case .outcome, .base: (position, figure(column, part, index, line))
            default: nil
            }
        }
    }

    /// What a row means to a metric, or of an amount what that is a part of; blank in any other column.
    private func figure(_ column: PackColumn, _ part: PackPart, _ index: Int, _ line: Int) -> Cell {
        switch column {
        case .outcome(let id):
            guard let (number, metric) = metrics[id] else { return .blank }
            return outcome(part.outcomes[number][index], metric, part.columns, index, line)
        case .base(let id):
            guard let (number, _) = metrics[id], case .value(_, let base?) = part.outcomes[number][index] else { return .blank }
            return .number(Double(base) / 1_000)
        default: return .blank
        }
    }

    private func plain(_ column: PackColumn, _ row: PackPart.Row) -> Cell {
        let record = row.record
        switch column {
        case .kind: return .text(words("kind.\(record.kind.word)"))
        case .source: return .text(record.source)
        case .native: return .text(record.native)
        case .number: return .optional(record.number)
        case .tenant: return .text(record.tenant)
        case .title: return .optional(record.title)
        case .severity: return .optional(record.severity.map { words.word("severity", $0.word) })
        case .status: return .optional(record.status.map { words.word("status", $0.word) })
        case .verdict: return .optional(record.verdict.map { words.word("verdict", $0.word) })
        case .countedVerdict: return .optional(row.countedVerdict.map { words.word("verdict", $0.word) })
        case .discovery: return .optional(record.discovery.map { words.word("answer", $0.word) })
        case .rule: return .optional(record.rule)
        case .techniques: return .optional(record.techniques.isEmpty ? nil : record.techniques.joined(separator: " "))
        case .merged: return .count(record.status == .merged ? 1 : 0)
        case .inPeriod: return .count(record.instant(.raised).map(period.contains) == true ? 1 : 0)
        case .receipt: return row.receipt.map(Cell.count) ?? .blank
        case .row: return row.row.map(Cell.count) ?? .blank
        case .note(let name): return .optional(row.notes[name])
        case .local:
            return record.instant(.raised).map { .date($0.advanced(by: period.zone.offset(at: $0))) } ?? .blank
        default: return .blank
        }
    }

    private func value(_ place: Place, _ part: PackPart, _ index: Int) -> Cell {
        let column = part.columns[place]
        guard index < column.count, column[index] != RecordColumns.missing else { return .blank }
        let value = column[index]
        switch forms[place] ?? .count {
        case .instant:
            let instant = Instant(milliseconds: value)
            guard PackDay.isAlone(place, part.columns.dayOnly[index]) else { return .date(instant) }
            return day(instant, place, part.rows[index]).map(Cell.day) ?? .date(instant)
        case .thousandths: return .number(Double(value) / 1_000)
        case .count: return .count(Int(value))
        case .word(let all): return all.indices.contains(Int(value)) ? .text(words.word("told", all[Int(value)])) : .blank
        case .name: return .optional(part.columns.name(place, index))
        }
    }

    /// What an outcome shows as: its value, or a word for why there is none.
    public func shown(_ outcome: RecordOutcome, _ metric: Metric) -> Cell {
        switch outcome {
        case .outside: return .blank
        case .open: return open
        case .late: return .count(0)
        case .leftOut(let reason):
            if let known = reasons[reason] { return known }
            let cell = Cell.text(words("pack.outcome.leftOut", ["reason": words.reason(reason)]))
            reasons[reason] = cell
            return cell
        case .value(let value, _):
            switch metric.unit {
            case .milliseconds: return .hours(Double(value))
            case .count: return .count(Int(value))
            case .share: if case .sums = metric.measure { return .number(Double(value) / 1_000) } else { return .count(Int(value)) }
            case .number, .total: return .number(Double(value) / 1_000)
            }
        }
    }

    /// A plain difference of two instants is a formula over them; all else is the value.
    private func outcome(_ outcome: RecordOutcome, _ metric: Metric, _ columns: RecordColumns, _ index: Int, _ line: Int) -> Cell {
        guard case .value(let value, _) = outcome, metric.unit == .milliseconds else { return shown(outcome, metric) }
        func has(_ place: Place) -> Bool { index < columns[place].count && columns[place][index] != RecordColumns.missing }
        guard let (from, to) = metric.ends(has: has), let first = letters[from], let last = letters[to] else {
            return .hours(Double(value))
        }
        let formula = "=ROUND((\(last)\(line)-\(first)\(line))*86400000,0)/3600000"
        return .formula(formula, cached: Double(value) / Double(Instant.hour), as: .hours)
    }

    private func set(_ given: Int64) -> Int {
        if let known = sets[given] { return known }
        sets[given] = sets.count + 1
        return sets.count
    }

    /// The day that an instant stands for; nil where it is none in the zone that the record was last read in.
    private func day(_ instant: Instant, _ place: Place, _ row: PackPart.Row) -> CivilTime? {
        let zone = row.receipt.flatMap { zones[$0] } ?? period.zone
        let day = PackDay.shown(instant, place, zone)
        return PackDay.instant(day, place, zone) == instant ? day : nil
    }

    /// The names of the instants of which the day alone is known; where an earlier import read it in another zone, with the instant.
    private func dayOnly(_ part: PackPart, _ index: Int) -> String? {
        let (columns, row) = (part.columns, part.rows[index])
        guard columns.dayOnly[index] != 0 else { return nil }
        return Place.all.filter { $0.isInstant && PackDay.isAlone($0, columns.dayOnly[index]) }.map { place in
            let value = index < columns[place].count ? columns[place][index] : RecordColumns.missing
            guard value != RecordColumns.missing, day(Instant(milliseconds: value), place, row) == nil else { return words.place(place) }
            return "\(words.place(place)) @ \(Instant(milliseconds: value).iso)"
        }.joined(separator: ", ")
    }

    /// `2026-10-03T10:00:00Z/2026-10-03T12:00:00Z 2026-10-04T09:00:00Z/`; nil of none.
    static func text(_ pauses: [Pause]) -> String? {
        pauses.isEmpty ? nil : pauses.map { "\($0.from.iso)/\($0.to?.iso ?? "")" }.joined(separator: " ")
    }

    /// Reads what `text` wrote; nil for anything else.
    public static func pauses(_ text: String) -> [Pause]? {
        let all = text.split(separator: " ").map { word -> Pause? in
            let ends = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard ends.count == 2, let from = Instant(iso: ends[0]), ends[1].isEmpty || Instant(iso: ends[1]) != nil else { return nil }
            return Pause(from: from, to: Instant(iso: ends[1]))
        }
        return all.contains(nil) ? nil : all.compactMap(\.self)
    }
}
