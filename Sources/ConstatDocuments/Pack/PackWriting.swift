import ConstatControls
import ConstatMetrics
public import ConstatModel

/// Writes the workbook of a pack: the records row by row, all else when they have passed.
public final class PackWriting {
    /// A sheet holds 1 048 576 rows; records go on in a further sheet before that.
    public static let rowsPerSheet = 1_000_000

    private static let mostSheets = 30
    /// Where the rows of a table begin that has no lines before it.
    private static let firstRow = Sheet(name: "", note: "", columns: []).firstRow

    private let data: PackData
    private let words: Words
    private let rowsPerSheet: Int
    private let sheets: PackSheets
    private var tally: PackTally
    private var placed: [FigureRanges.Placed] = []
    private var given: [[Int64]] = []

    public init(_ data: PackData, _ words: Words, rowsPerSheet: Int = PackWriting.rowsPerSheet) {
        (self.data, self.words, self.rowsPerSheet) = (data, words, rowsPerSheet)
        (sheets, tally) = (PackSheets(data: data, words: words), PackTally(data))
    }

    /// Records raised in the period without merged ones, after they were written.
    public var population: [RecordKind: Int] { tally.rows.filter { $0.key.isMain }.mapValues { $0.inPeriod - $0.merged } }

    /// Writes the workbook; it appears whole or not at all.
    ///
    /// - Parameters:
    ///   - documents: the files that go with it, for the sheet of the manifest.
    ///   - rows: the records of a table.
    /// - Returns: what anybody needs to compute it again.
    public func write(to path: String, documents: [PackFile], rows: (PackTable) throws -> PackRows) throws -> PackRecipe {
        let book = try WorkbookFile(
            path: path, title: sheets.title, author: data.provider ?? data.organisation, asOf: data.asOf)
        do {
            try fill(book, documents, rows)
        } catch {
            book.abandon()
            throw error
        }
        return recipe(try book.close())
    }

    private func fill(_ book: WorkbookFile, _ documents: [PackFile], _ rows: (PackTable) throws -> PackRows) throws {
        func tabs(_ names: [String]) throws -> [SheetFile] { try names.map { try book.add(sheets.name($0)) } }
        let first = try tabs(["cover", "readme", "controls", "ipe", "reconciliation"])
        var records: [(table: PackTable, rows: PackRows, files: [SheetFile])] = []
        for table in data.tables where table.kinds != [.duty] { records.append(try place(table, rows(table), book)) }
        let second = try tabs(["sample", "metrics", "exceptions"])
        for table in data.tables where table.kinds == [.duty] { records.append(try place(table, rows(table), book)) }
        let third = try tabs(["restatements", "changes", "manifest"])
        for (table, rows, files) in records { try write(table, rows, files) }
        let ranges = FigureRanges(placed)
        for (name, range) in ranges.names { book.define(name, range) }
        let front = [sheets.cover, sheets.readMe, ControlsSheet(data: data, words: words).sheet, sheets.ipe, reconciliation]
        let middle = [sampleSheet, figures(ranges), exceptions]
        let back = [sheets.restatements, sheets.changes, sheets.manifest(documents)]
        for (file, sheet) in zip(first + second + third, front + middle + back) { try file.write(sheet) }
    }

    private func place(
        _ table: PackTable, _ rows: PackRows, _ book: WorkbookFile
    ) throws(WorkbookFault) -> (PackTable, PackRows, [SheetFile]) {
        let count = max(1, (rows.count + rowsPerSheet - 1) / rowsPerSheet)
        // A formula over more sheets would be longer than a spreadsheet allows.
        guard count <= Self.mostSheets else {
            throw WorkbookFault(problem: "\(rows.count) records need \(count) sheets; let each hold more rows, or choose a shorter period")
        }
        var files: [SheetFile] = []
        for number in 1...count {
            let name = words("pack.table.\(table.name)")
            files.append(try book.add(number == 1 ? name : "\(name) \(number)"))
        }
        return (table, rows, files)
    }

    private func write(_ table: PackTable, _ rows: PackRows, _ files: [SheetFile]) throws {
        let cells = PackCells(table, words, data.period, zones: data.zones)
        let sheet = head(table)
        for file in files { file.begin(Sheet(name: file.name, note: sheet.note, preface: sheet.preface, columns: sheet.columns)) }
        var counts = [Int](repeating: 0, count: files.count)
        let lines = PackLines(table, rows, cells, rowsPerSheet: rowsPerSheet, firstRow: sheet.firstRow, tally: tally)
        let conveyor = Conveyor(lines.next)
        defer { conveyor.abandon() }
        while let batch = try conveyor.next() {
            for (number, row) in batch {
                guard number < files.count else { throw WorkbookFault(problem: "there are more records than were counted") }
                try files[number].append(row)
                counts[number] += 1
            }
        }
        tally = lines.tally
        for file in files { file.finish() }
        placed.append(
            FigureRanges.Placed(table: table, sheets: zip(files, counts).map { ($0.name, $1) }, firstRow: sheet.firstRow))
        given.append(cells.given)
    }

    /// The sheet of a table without its rows.
    private func head(_ table: PackTable) -> Sheet {
        let columns = table.columns.map { column -> Sheet.Column in
            switch column {
            case .place(let place):
                let isTrigger = table.kinds == [.duty] && place == Place(.raised)
                let title = isTrigger ? words("pack.trigger") : words.place(place)
                return Sheet.Column(title: place.isInstant ? title + " (UTC)" : title, width: place.isInstant ? 20 : 14)
            case .local: return Sheet.Column(title: "\(words("milestone.raised")) (\(data.period.zone.name))", width: 20)
            case .outcome(let id):
                let unit = MetricCatalogue.metric(id)?.unit == .milliseconds ? " (\(words("pack.hourSign")))" : ""
                return Sheet.Column(title: id + unit, width: 16)
            case .base(let id): return Sheet.Column(title: "\(id) · \(words("pack.base"))", width: 16)
            case .note(let name):
                let isToFill = name == "delayReason" || name == "decision"
                return Sheet.Column(title: words("pack.note.\(name)"), width: isToFill ? 30 : 24, choices: isToFill ? [] : nil)
            default: return Sheet.Column(title: words("pack.column.\(column.key)"), width: Self.widths[column] ?? 12)
            }
        }
        var sheet = Sheet(name: words("pack.table.\(table.name)"), note: words("pack.tableNote.\(table.name)"), columns: columns)
        if table.kinds == [.duty] {
            sheet.preface = data.decisionsNotToNotify.map { [.text("#\($0.caseName) · \(words.decision($0.entry, data.period.zone))")] }
        }
        return sheet
    }

    private static let widths: [PackColumn: Double] = [
        .position: 9, .kind: 9, .native: 30, .title: 50, .countedVerdict: 18, .verdict: 18, .rule: 18, .techniques: 20, .merged: 8,
        .inPeriod: 9, .receipt: 8, .row: 8, .given: 8, .dayOnly: 20, .paused: 30,
    ]

    private var reconciliation: Sheet {
        ReconciliationSheet(
            data: data, words: words, tally: tally, population: placed[placed.firstIndex { $0.table.kinds == RecordKind.main } ?? 0],
            ipe: (sheets.name("ipe"), Self.firstRow)
        ).sheet
    }

    /// Asked for when the records have passed.
    private lazy var sampleSheet = SampleSheet(sampling: data.sampling, words: words, results: tally.draw.results).sheet(sheets)

    private var exceptions: Sheet { ExceptionsSheet(data: data, words: words, tally: tally).sheet }

    private func figures(_ ranges: FigureRanges) -> Sheet {
        var sheet = Sheet(
            name: sheets.name("metrics"), note: words("pack.metricsNote"),
            columns: sheets.columns(
                "metrics",
                [28, 26, 12, 9, 12, 10, 10, 10, 9, 12, 12, 11, 11, 11, 11, 11, 11, 11, 14, 14, 14, 14, 14, 11, 12, 34, 70, 50],
                wrapped: [25, 26, 27]))
        sheet.rows =
            PackMetrics(
                measurements: data.measurements, targets: data.targets, period: data.period, words: words, ranges: ranges,
                firstRow: sheet.firstRow
            ).rows
        let times = data.measurements.indices.filter { index in
            let measurement = data.measurements[index]
            let isTime = MetricCatalogue.metric(measurement.metric)?.isTime == true
            return measurement.group.isEmpty && measurement.value != nil && isTime
        }
        if let first = times.first, let last = times.last {
            let names = words.list("pack.metricsHead")
            sheet.charts = [
                Sheet.Chart(
                    title: words("pack.metricsChart"), unit: words("pack.hours"), rows: first..<(last + 1), names: 1,
                    series: [(names[9], 9), (names[12], 12)], place: (sheet.firstRow + sheet.rows.count + 2, 0))
            ]
        }
        return sheet
    }

    private func recipe(_ prints: [SheetPrint]) -> PackRecipe {
        PackRecipe(
            packID: data.packID, framework: data.framework.id, tenant: data.tenant, language: words.language, period: data.period.name,
            zone: data.period.zone.name, asOf: data.asOf,
            settings: .init(targets: data.targets, calendars: data.calendars), zones: data.zones.mapValues(\.name),
            tables: zip(placed, given).map { placed, given in
                .init(
                    name: placed.table.name, kinds: placed.table.kinds.map(\.word), sheets: placed.sheets.map(\.name),
                    rows: placed.sheets.map(\.rows), firstRow: placed.firstRow, columns: placed.table.columns.map(\.key), given: given)
            },
            figures: sheets.name("metrics"), figuresFirstRow: Self.firstRow,
            lines: data.measurements.map { .init(metric: $0.metric, severity: $0.group.first?.word) },
            sampling: data.sampling, sample: sheets.name("sample"),
            sampleFirstRow: sampleSheet.firstRow,
            reconciliation: sheets.name("reconciliation"), ipe: sheets.name("ipe"), ipeFirstRow: Self.firstRow, sheets: prints)
    }
}
