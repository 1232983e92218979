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
        data.rows = [hostile, merged].enumerated().map { .init(record: $0.element, effectiveVerdict: nil, receipt: 1, row: $0.offset + 1) }
        return data
    }

    @Test(arguments: Language.allCases)
    func `every sheet of the pack is there, its rows as wide as its header`(language: Language) throws {
        let words = try Words.shipped(language)
        let workbook = Workbook(try data(), words)
        let names = ["cover", "readme", "controls", "ipe", "reconciliation", "population", "metrics", "exceptions", "manifest"].map {
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
            #expect(cached(7, column) == cached(5, column) - cached(6, column))
            for row in sheet.rows.indices { #expect(cached(row, column) == cached(row, column + 2)) }
        }
        #expect(cached(7, 1) == 1)
        #expect(cached(7, 2) == 0)
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
        #expect("a\u{1}b\nc".cellText == "a\u{FFFD}b\nc")
        #expect(String(repeating: "é", count: 40_000).cellText.utf16.count <= 32_767)
    }
}
