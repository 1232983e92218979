import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatImport

/// Real exports beside the repository: recognised, and every row accounted for. Runs where they are.
@Suite(.enabled(if: House.samples != nil, "no native samples beside the repository"))
struct SamplesTests {
    static let files: [String] = ["thehive", "dfir-iris", "wazuh", "elastic-security", "sentinel"].flatMap { folder -> [String] in
        guard let url = House.samples?.appendingPathComponent(folder) else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted().map { "\(folder)/\($0)" }
    }

    /// How many rows each file holds, counted by its README.
    static let rows = [
        "dfir-iris/cases_filter.json": 7, "elastic-security/alerts-observability.hits.ndjson": 7,
        "elastic-security/siem-signals.hits.ndjson": 6, "wazuh/indexer-hits-4x.ndjson": 3,
        "wazuh/v5-findings-malware-detection-findings.json": 8,
    ]

    @Test(arguments: files)
    func `a native file is recognised, and records and refused rows are its rows`(file: String) throws {
        let path = try #require(House.samples).appendingPathComponent(file).path
        let reading = try Reading(path, ProfileLibrary(folders: [House.profiles]))
        print("\(file)\t\(reading.profile)\t\(reading.rows) rows = \(reading.records.count) records + \(reading.refused.count) refused")
        #expect(reading.rows == Self.rows[file, default: 1])
        #expect(reading.records.count + reading.refused.count == reading.rows)
        #expect(reading.refused.isEmpty)
    }
}
