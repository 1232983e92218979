import ConstatControls
import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatDocuments

struct WorkbookTests {
    private func data() throws -> PackData {
        let framework = try #require(try Framework.all(in: [House.controls]).first { $0.id == "nis2" })
        var data = PackData(
            framework: framework, organisation: "Acme", tenant: "acme", provider: nil, classification: nil,
            period: try #require(Period.of("2026-10", "Europe/Paris")), asOf: .at("2026-11-03T08:00:00Z"), tool: "0", targets: Targets())
        let hostile = Record.raised(.at("2026-10-02T00:00:00Z"), id: "0012").changed { $0.title = "=cmd|' /C calc'!A1" }
        let merged = Record.raised(.at("2026-10-03T00:00:00Z"), .case, id: "C").changed { $0.status = .merged }
        data.counts.records = [.alert: 3, .case: 1]
        data.counts.fromShared = [.alert: 1, .case: 1]
        data.counts.outsidePeriod = [.alert: 2]
        var own = Receipt(
            file: "own.json", sha256: "", bytes: 0, source: "s", kind: .alert, profile: "p", profileVersion: 1, profileDigest: "",
            zone: "UTC",
            tenant: "acme", tool: "t", importedAt: .at("2026-11-02T00:00:00Z"))
        (own.counts.rows, own.counts.stored, own.counts.refused, own.counts.unchanged) = (4, 2, 1, 1)
        var shared = own
        (shared.file, shared.tenant, shared.counts.rows) = ("shared.csv", nil, 99)
        data.receipts = [own, shared]
        data.rows = [hostile, merged].enumerated().map { .init(record: $0.element, effectiveVerdict: nil, receipt: 1, row: $0.offset + 1) }
        return data
    }

    @Test(arguments: Language.allCases)
    func `every sheet of the pack is there, its rows as wide as its header`(language: Language) throws {
        let words = try Words.shipped(language)
        let workbook = Workbook(try data(), words)
        let names = [
            "cover", "readme", "controls", "ipe", "reconciliation", "population", "metrics", "exceptions", "restatements", "manifest",
        ].map {
            words("pack.sheet.\($0)")
        }
        #expect(workbook.sheets.map(\.name) == names)
        for sheet in workbook.sheets {
            #expect(!sheet.note.isEmpty)
            if sheet.isTable { for row in sheet.rows { #expect(row.count == sheet.columns.count, "\(sheet.name)") } }
            #expect(sheet.name.count <= 31)
        }
    }

    @Test func `imported text is a text cell, ids too`() throws {
        let workbook = Workbook(try data(), try Words.shipped(.en))
        let population = try #require(workbook.sheets.first { $0.name == "Population" })
        #expect(population.rows[0][5] == .text("=cmd|' /C calc'!A1"))
        #expect(population.rows[0][2] == .text("0012"))
        for sheet in workbook.sheets {
            for case .formula(let formula, _) in sheet.rows.joined() { #expect(formula.hasPrefix("=") && !formula.contains("cmd")) }
        }
    }

    @Test func `what became of the rows of an import adds up on its sheet`() throws {
        var data = try data()
        data.receipts[0].counts.rows = 28
        (data.receipts[0].counts.repeated, data.receipts[0].counts.history, data.receipts[0].counts.superseded) = (7, 8, 9)
        let sheet = try #require(Workbook(data, try Words.shipped(.en)).sheets.first { $0.name == "IPE" })
        let counts = sheet.rows[0][10...17].map { cell in if case .count(let count) = cell { count } else { -1 } }
        #expect(counts.first == 28 && counts.dropFirst().reduce(0, +) == 28)
        let steps = try #require(Workbook(data, try Words.shipped(.en)).sheets.first { $0.name == "Reconciliation" })
        for row in steps.rows { if case .formula(_, let difference) = row[5] { #expect(difference == 0) } }
    }

    @Test func `the reconciliation ties: each step follows from those above`() throws {
        let sheet = try #require(Workbook(try data(), try Words.shipped(.en)).sheets.first { $0.name == "Reconciliation" })
        func cached(_ row: Int, _ column: Int) -> Double {
            switch sheet.rows[row][column] {
            case .count(let value): Double(value)
            case .formula(_, let value): value
            default: -1
            }
        }
        for column in [1, 2] {
            #expect(cached(3, column) == cached(0, column) - cached(1, column) - cached(2, column))
            #expect(cached(5, column) == cached(3, column) + cached(4, column))
            #expect(cached(9, column) == cached(7, column) - cached(8, column))
        }
        for row in sheet.rows.indices { #expect(cached(row, 1) == cached(row, 3) && cached(row, 2) == cached(row, 4), "row \(row)") }
        #expect((cached(9, 1), cached(9, 2)) == (1, 0))
    }

    @Test func `a record the store counts and the population lacks shows as a difference`() throws {
        var data = try data()
        data.rows.removeFirst()
        let sheet = try #require(Workbook(data, try Words.shipped(.en)).sheets.first { $0.name == "Reconciliation" })
        guard case .formula(_, let difference) = sheet.rows[7][5] else { Issue.record("no formula"); return }
        #expect(difference == 1)
    }

    @Test func `of a file shared with other tenants nothing is counted here`() throws {
        let sheet = try #require(Workbook(try data(), try Words.shipped(.en)).sheets.first { $0.name == "IPE" })
        #expect(sheet.rows[1][10] == .blank)
        #expect(!sheet.rows.joined().contains(.count(99)))
    }

    @Test func `the same pack has the same bytes`() throws {
        let folder = try TemporaryFolder()
        let workbook = Workbook(try data(), try Words.shipped(.fr))
        for name in ["a.xlsx", "b.xlsx"] { try workbook.write(to: folder.path(name)) }
        let files = try ["a.xlsx", "b.xlsx"].map { try Data(contentsOf: folder.url.appendingPathComponent($0)) }
        #expect(files[0] == files[1])
        #expect(files[0].prefix(2) == Data("PK".utf8))
    }

    @Test func `control characters and too long texts fit a cell`() {
        #expect("a\u{1}b\nc\u{FFFF}".cellText == "a\u{FFFD}b\nc\u{FFFD}")
        #expect(String(repeating: "é", count: 40_000).cellText.utf16.count <= 32_767)
    }
}
