import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatImport

/// Real exports beside the repository: recognised, and every row accounted for. Runs where they are.
@Suite(.enabled(if: House.samples != nil, "no native samples beside the repository"))
struct SamplesTests {
    static let files: [String] = {
        guard let url = House.samples else { return [] }
        let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.contains("/") && !$0.hasSuffix("/") && $0.split(separator: "/").last?.contains(".") == true }.sorted()
    }()

    /// Registers of breaches and a catalogue: no exports of a tool that a SOC works with, and refused as unknown.
    static let strangers: Set<String> = [
        "cnil/violations-notifiees-extrait.csv", "hhs-breaches/breach_report-extract.csv", "qradar/closing-reasons.json",
        "wa-ag-breaches/notifications-extract.csv",
    ]

    /// How many rows each file holds, counted by its README; one where it says nothing else.
    static let rows = [
        "attack/enterprise-attack-techniques.bundle.json.gz": 849, "bpi2013-vinst/vinst-extract.csv": 511,
        "cortex-xdr/incidents-list.json": 2, "dfir-iris/cases_filter.json": 7,
        "elastic-security/alerts-observability.hits.ndjson": 7, "elastic-security/siem-signals.hits.ndjson": 6,
        "freshdesk/tickets-page1.json": 10, "glpi/tickets-pt-extract.csv": 30, "google-secops/detections.json": 2,
        "jira/issues-all-fields-extract.csv": 20, "kibana-cases/cases-7.10.hits.ndjson": 6, "misp/event.json": 9,
        "pagerduty/analytics-raw-incidents.json": 2, "qradar/offenses.json": 2, "servicenow/incident-pdi-export.csv": 67,
        "servicenow/incident_event_log-extract.csv": 198, "stix/incident-extension-ef7.json": 7,
        "stix/indicators-for-C2-with-COA.json": 8, "ueba/exabeam-events.json": 12, "wazuh/indexer-hits-4x.ndjson": 3,
        "wazuh/v5-findings-malware-detection-findings.json": 8, "zendesk/tickets-search.json": 2,
    ]

    @Test func `every native file is recognised or refused as a whole, and its rows are accounted for`() throws {
        let library = try ProfileLibrary(folders: [House.profiles])
        var table: [String] = []
        for file in Self.files {
            let path = try #require(House.samples).appendingPathComponent(file).path
            guard !Self.strangers.contains(file) else {
                #expect(throws: ImportError.self) { try Reading(path, library) }
                table.append("\(file)\tnot an export of a known tool")
                continue
            }
            let reading = try Reading(path, library)
            #expect(reading.rows == Self.rows[file, default: 1], "\(file)")
            #expect(reading.records.count + reading.refused.count + reading.historyRows == reading.rows)
            table.append(line(file, reading))
        }
        #expect(Self.files.count >= 61)
        print("file\tprofile\trows\trecords\tonly changes\trefused\tremarks\n" + table.joined(separator: "\n"))
    }

    private func line(_ file: String, _ reading: Reading) -> String {
        func counted(_ counts: [String: Int]) -> String {
            counts.isEmpty ? "–" : counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        }
        let kinds = reading.records.reduce(into: [:]) { $0[$1.kind.word, default: 0] += 1 }
        let refused = reading.refused.reduce(into: [:]) { $0[$1.reason.rawValue, default: 0] += 1 }
        let columns = [
            file, reading.profile, "\(reading.rows)", counted(kinds), "\(reading.historyRows)", counted(refused), counted(reading.remarks),
        ]
        return columns.joined(separator: "\t")
    }
}
