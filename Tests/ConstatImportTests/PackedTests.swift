import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatImport

/// The same rows in whatever a tool or a person may wrap them in.
struct PackedTests {
    private let folder: TemporaryFolder
    private let library: ProfileLibrary

    init() throws {
        folder = try TemporaryFolder()
        library = try ProfileLibrary(folders: [House.profiles])
    }

    private func fixture(_ name: String) -> URL { House.fixture(name) }

    private func run(_ command: String, _ arguments: [String], into file: String) throws -> String? {
        let path = folder.path(file)
        guard FileManager.default.createFile(atPath: path, contents: nil) else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? path : nil
    }

    @Test(arguments: [("gzip", ["-c"], "export.json.gz"), ("zstd", ["-q", "-c"], "export.json.zst")])
    func `packed or not, the same records`(command: String, options: [String], name: String) throws {
        let plain = fixture("iris-alert/export.json").path
        let packed = try #require(try run(command, options + [plain], into: name))
        #expect(try Reading(packed, library).records == Reading(plain, library).records)
    }

    @Test func `a packed file with a wrong check sum, or something behind its end, is damaged`() throws {
        let packed = try #require(try run("gzip", ["-c", fixture("iris-alert/export.json").path], into: "a.gz"))
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: packed)))
        var wrong = bytes
        wrong[bytes.count - 6] ^= 1
        for damaged in [wrong, bytes + [1, 2, 3], Array(bytes.dropLast(9))] {
            let path = try folder.write(damaged, to: "damaged.gz")
            do {
                _ = try Reading(path, library)
                Issue.record("read")
            } catch let error as ImportError {
                guard case .damaged = error else { Issue.record("\(error)"); return }
            }
        }
        #expect(try Reading(folder.write(bytes + bytes, to: "twice.gz"), library).records.count == 12)
    }

    @Test(arguments: ["excel", "excel-1904", "libreoffice", "openpyxl"])
    func `a workbook gives the records of the CSV it was made from`(kind: String) throws {
        let script = House.root.appendingPathComponent("Tests/Independent/xlsx_from_csv.py").path
        for name in ["constat-alert-csv", "constat-hunt-csv", "glpi-ticket-csv-en"] {
            let csv = fixture("\(name)/export.csv").path
            let path = folder.path("\(name)-\(kind).xlsx")
            try #require(try run("python3", [script, csv, path, kind], into: "log") != nil)
            let (book, table) = (try Reading(path, library), try Reading(csv, library))
            #expect(book.profile == table.profile)
            // A cell too many spoils a row of the CSV, and none of a workbook.
            let known = Dictionary(table.records.map { ($0.native, $0) }, uniquingKeysWith: { first, _ in first })
            #expect(!book.records.isEmpty)
            for record in book.records { if let wanted = known[record.native] { #expect(record == wanted) } }
            #expect(Set(known.keys).isSubset(of: book.records.map(\.native)))
        }
    }

    @Test(arguments: ["excel", "openpyxl"])
    func `a number cell is a number, whatever mark its form has for decimals`(kind: String) throws {
        let script = House.root.appendingPathComponent("Tests/Independent/xlsx_from_csv.py").path
        let head = "id_cout,entite,titre,poste,montant,devise,par,debut,fin\n"
        let rows = ["84000.50", "12.1", "7", "0.00001"].enumerated().map {
            "COUT-\($0),port,Licence,outils,\($1),EUR,an,2026-01-01,2026-10-31\n"
        }
        let csv = try folder.write(head + rows.joined(), to: "costs.csv")
        let book = folder.path("costs.xlsx")
        try #require(try run("python3", [script, csv, book, kind], into: "log") != nil)
        #expect(try Reading(book, library).records.map { $0.facts["amount"] } == ["84000.5", "12.1", "7", "0.00001"])
    }

    @Test func `a packed workbook gives what the workbook gives`() throws {
        let script = House.root.appendingPathComponent("Tests/Independent/xlsx_from_csv.py").path
        let book = folder.path("a.xlsx")
        try #require(try run("python3", [script, fixture("constat-hunt-csv/export.csv").path, book, "excel"], into: "log") != nil)
        let plain = try Reading(book, library).records
        #expect(!plain.isEmpty)
        for (command, options, name) in [("gzip", ["-c"], "a.xlsx.gz"), ("zstd", ["-q", "-c"], "a.xlsx.zst")] {
            #expect(try Reading(try #require(try run(command, options + [book], into: name)), library).records == plain)
        }
    }

    @Test func `UTF-16 and Windows-1252 are read as what they are`() throws {
        let text =
            "kind,id,raised,title\r\nalert,1,2026-10-01T00:00:00Z,Été – « phishing »\r\nalert,2,2026-10-01T00:00:00Z,Accès refusé\r\n"
        let plain = try Reading(folder.write(text, to: "plain.csv"), library).records
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .windowsCP1252] {
            let data = try #require(text.data(using: encoding))
            #expect(try Reading(folder.write(Array(data), to: "coded.csv"), library).records == plain, "\(encoding)")
        }
    }

    @Test func `CR alone ends rows too`() throws {
        let text = "kind,id,raised,title\ralert,1,2026-10-01T00:00:00Z,a\ralert,2,2026-10-01T00:00:00Z,b\r"
        #expect(try Reading(folder.write(text, to: "mac.csv"), library).records.map(\.title) == ["a", "b"])
    }
}
