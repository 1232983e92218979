import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatDocuments

struct WorkbookTests {
    /// A pack of two records, one of them merged, and what the store counts.
    private struct Pack {
        var data: PackData
        var records: [Record]

        init() throws {
            let framework = try #require(try Framework.all(in: [House.controls]).first { $0.id == "nis2" })
            data = PackData(
                framework: framework, organisation: "Acme", tenant: "acme", provider: nil, classification: nil,
                period: try #require(Period.of("2026-10", "Europe/Paris")), asOf: .at("2026-11-03T08:00:00Z"), tool: "0", targets: Targets()
            )
            let hostile = Record.raised(.at("2026-10-02T00:00:00Z"), id: "0012").changed { $0.title = "=cmd|' /C calc'!A1" }
            let merged = Record.raised(.at("2026-10-03T00:00:00Z"), .case, id: "C").changed { $0.status = .merged }
            records = [hostile, merged]
            data.counts.records = [.alert: 3, .case: 1]
            data.counts.fromShared = [.alert: 1, .case: 1]
            data.counts.outsidePeriod = [.alert: 2]
            var own = Receipt(
                file: "own.json", sha256: "", bytes: 0, source: "s", kind: .alert, profile: "p", profileVersion: 1, profileDigest: "",
                zone: "UTC", tenant: "acme", tool: "t", importedAt: .at("2026-11-02T00:00:00Z"))
            (own.counts.rows, own.counts.stored, own.counts.refused, own.counts.unchanged) = (4, 2, 1, 1)
            var shared = own
            (shared.file, shared.tenant, shared.counts.rows) = ("shared.csv", nil, 99)
            data.receipts = [own, shared]
            data.metrics = [try #require(MetricCatalogue.metric("alert-volume"))]
            data.tables = PackTable.all(for: data.metrics, withPauses: false)
        }

        /// Writes the workbook and gives back its sheets as they were decided.
        func write(_ language: Language, to path: String) throws -> PackRecipe {
            let writing = PackWriting(data, try Words.shipped(language))
            return try writing.write(to: path, documents: []) { table in
                guard table.kinds == RecordKind.main else { return PackRows(count: 0) { nil } }
                var columns = RecordColumns()
                columns.count = records.count
                (columns.given, columns.dayOnly) = (records.map { _ in 0 }, records.map { _ in 0 })
                var part: PackPart? = PackPart(
                    columns: columns, rows: records.map { .init(record: $0, countedVerdict: nil, receipt: 1, row: 1) },
                    outcomes: [records.map { $0.kind == .alert ? .value(1) : .outside }])
                return PackRows(count: records.count) {
                    defer { part = nil }
                    return part
                }
            }
        }

        func tally() -> PackTally {
            var tally = PackTally(data)
            let part = PackPart(
                columns: RecordColumns(), rows: records.map { .init(record: $0, countedVerdict: nil, receipt: 1, row: 1) },
                outcomes: [records.map { $0.kind == .alert ? .value(1) : .outside }])
            tally.add(part, of: data.tables[0], position: 1)
            return tally
        }

        func reconciliation() throws -> Sheet {
            let placed = FigureRanges.Placed(table: data.tables[0], sheets: [("Population", 2)], firstRow: 4)
            return ReconciliationSheet(
                data: data, words: try Words.shipped(.en), tally: tally(), population: placed, ipe: ("IPE", 4)
            ).sheet
        }
    }

    private func cached(_ sheet: Sheet, _ row: Int, _ column: Int) -> Double { sheet.rows[row][column].number ?? -1 }

    @Test(arguments: Language.allCases)
    func `every sheet of the pack is there, in the order auditors know`(language: Language) throws {
        let folder = try TemporaryFolder()
        let words = try Words.shipped(language)
        let recipe = try Pack().write(language, to: folder.path("p.xlsx"))
        let before = ["cover", "readme", "controls", "ipe", "reconciliation"].map { words("pack.sheet.\($0)") }
        let between = ["sample", "metrics", "exceptions"].map { words("pack.sheet.\($0)") }
        let after = ["restatements", "changes", "manifest"].map { words("pack.sheet.\($0)") }
        let expected = before + [words("pack.table.population")] + between + [words("pack.table.duty")] + after
        #expect(recipe.sheets.map(\.name) == expected)
        #expect(recipe.sheets.allSatisfy { $0.name.count <= 31 && $0.lines >= 3 })
    }

    @Test(arguments: Language.allCases)
    func `every column and every sheet of records has its words`(language: Language) throws {
        let words = try Words.shipped(language)
        for table in PackTable.all(for: MetricCatalogue.all, withPauses: true) {
            #expect(words("pack.table.\(table.name)").count <= 28)
            #expect(!words("pack.tableNote.\(table.name)").hasPrefix("{"))
            var names: Set<String> = []
            for column in table.columns {
                #expect(PackColumn(key: column.key) == column)
                guard case .place(let place) = column else { continue }
                let name = words.place(place)
                let isNamed = words.keys.contains("milestone.\(place.name)") || words.keys.contains("field.\(place.name)")
                #expect(isNamed, "\(table.name): \(place.name) has no name")
                #expect(names.insert(name).inserted, "\(table.name): \(name) stands there twice")
            }
        }
    }

    @Test func `imported text is a text cell, ids too`() throws {
        let pack = try Pack()
        let table = pack.data.tables[0]
        let cells = PackCells(table, try Words.shipped(.en), pack.data.period, zones: [:])
        var columns = RecordColumns()
        (columns.count, columns.given, columns.dayOnly) = (1, [0], [0])
        let part = PackPart(
            columns: columns, rows: [.init(record: pack.records[0], countedVerdict: nil, receipt: 1, row: 1)], outcomes: [[.value(1)]])
        let row = cells.cells(part, 0, position: 1, line: 4)
        #expect(row[try #require(table.position(of: .title))] == .text("=cmd|' /C calc'!A1"))
        #expect(row[try #require(table.position(of: .native))] == .text("0012"))
    }

    @Test func `what became of the rows of an import adds up on its sheet`() throws {
        var pack = try Pack()
        pack.data.receipts[0].counts.rows = 28
        (pack.data.receipts[0].counts.repeated, pack.data.receipts[0].counts.history, pack.data.receipts[0].counts.superseded) = (7, 8, 9)
        let sheet = PackSheets(data: pack.data, words: try Words.shipped(.en)).ipe
        let counts = sheet.rows[0][10...17].map { cell in if case .count(let count) = cell { count } else { -1 } }
        #expect(counts.first == 28 && counts.dropFirst().reduce(0, +) == 28)
        let steps = try pack.reconciliation()
        for row in 0..<10 { #expect(cached(steps, row, 5) <= 0) }
    }

    @Test func `the reconciliation ties: each step follows from those above`() throws {
        let sheet = try Pack().reconciliation()
        for column in [1, 2] {
            #expect(cached(sheet, 3, column) == cached(sheet, 0, column) - cached(sheet, 1, column) - cached(sheet, 2, column))
            #expect(cached(sheet, 5, column) == cached(sheet, 3, column) + cached(sheet, 4, column))
            #expect(cached(sheet, 9, column) == cached(sheet, 7, column) - cached(sheet, 8, column))
        }
        for row in 0..<10 {
            #expect(cached(sheet, row, 1) == cached(sheet, row, 3) && cached(sheet, row, 2) == cached(sheet, row, 4), "row \(row)")
        }
        #expect((cached(sheet, 9, 1), cached(sheet, 9, 2)) == (1, 0))
    }

    @Test func `a record the store counts and the population lacks shows as a difference`() throws {
        var pack = try Pack()
        pack.records.removeFirst()
        #expect(cached(try pack.reconciliation(), 7, 5) == 1)
    }

    @Test func `of a file shared with other tenants nothing is counted here`() throws {
        let sheet = PackSheets(data: try Pack().data, words: try Words.shipped(.en)).ipe
        #expect(sheet.rows[1][10] == .blank)
        #expect(!sheet.rows.joined().contains(.count(99)))
    }

    @Test func `the same pack has the same bytes`() throws {
        let folder = try TemporaryFolder()
        let pack = try Pack()
        for name in ["a.xlsx", "b.xlsx"] { _ = try pack.write(.fr, to: folder.path(name)) }
        let files = try ["a.xlsx", "b.xlsx"].map { try Data(contentsOf: folder.url.appendingPathComponent($0)) }
        #expect(files[0] == files[1])
        #expect(files[0].prefix(2) == Data("PK".utf8))
    }

    @Test func `control characters and too long texts fit a cell`() {
        #expect("a\u{1}b\nc\u{FFFF}".cellText == "a\u{FFFD}b\nc\u{FFFD}")
        #expect(String(repeating: "é", count: 40_000).cellText.utf16.count <= 32_767)
        #expect(("e" + String(repeating: "\u{301}", count: 40_000)).cellText.utf16.count <= 32_767)
        #expect("_x0041_".cellText == "_x005F_x0041_" && "_x0041_".shownInCell == "_x0041_")
        #expect("_x0041_x0042_".cellText == "_x005F_x0041_x005F_x0042_")
        let path = String(repeating: "/tool_x86", count: 2_000)
        #expect(path.shownInCell == path)
        #expect(String(repeating: "_x0041_", count: 9_000).cellText.utf16.count <= 32_767)
    }
}
