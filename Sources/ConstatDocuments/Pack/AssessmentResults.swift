import ConstatControls
import ConstatMetrics
import ConstatModel
public import Foundation

/// What a pack says, as OSCAL assessment results: an observation for each figure, a finding for each control.
///
/// OSCAL knows objectives that are satisfied and objectives that are not. Nobody has concluded yet, so none is called satisfied;
/// what the figures show stands in the property `evidence-status`.
public struct AssessmentResults {
    private let data: PackData
    private let words: Words
    private var language: Language { words.language }
    private let workbook: PackFile
    private let files: [PackFile]

    /// - Parameters:
    ///   - workbook: the file of the pack that figures and controls stand in.
    ///   - files: the other files of the pack.
    public init(_ data: PackData, _ words: Words, workbook: PackFile, files: [PackFile]) {
        (self.data, self.words, self.workbook, self.files) = (data, words, workbook, files)
    }

    private static let namespace = "https://constat.example/ns"

    private func uuid(_ what: String) -> String { Digest.uuid(of: "\(data.packID) \(what)") }

    private func property(_ name: String, _ value: String) -> [String: String] {
        ["name": name, "ns": Self.namespace, "value": value]
    }

    /// The JSON, keys sorted, bytes stable.
    public func json() throws -> Data {
        let title =
            "\(data.framework.shortTitle[language]), \(data.organisation.isEmpty ? "Constat" : data.organisation), \(data.period.name)"
        let whole = data.measurements.filter(\.group.isEmpty)
        var result: [String: Any] = [
            "uuid": uuid("result"), "title": title, "description": data.framework.title[language], "start": data.period.start.iso,
            "end": data.period.end.iso,
            "reviewed-controls": ["control-selections": [["include-controls": data.evidence.map { ["control-id": $0.control.id] }]]],
            "findings": data.evidence.filter { $0.status != .notApplicable }.map(finding),
        ]
        if !whole.isEmpty { result["observations"] = whole.map { observation($0) } }
        let root: [String: Any] = [
            "uuid": uuid("assessment-results"),
            "metadata": [
                "title": title, "last-modified": data.asOf.iso, "version": data.packID, "oscal-version": "1.1.2",
                "props": [property("tool", "Constat \(data.tool)")],
            ],
            "import-ap": ["href": "#" + uuid(workbook.name)], "results": [result],
            "back-matter": ["resources": ([workbook] + files).map(resource)],
        ]
        return try JSONSerialization.data(
            withJSONObject: ["assessment-results": root], options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
            + Data("\n".utf8)
    }

    private func resource(_ file: PackFile) -> [String: Any] {
        [
            "uuid": uuid(file.name), "title": file.name,
            "rlinks": [["href": file.name, "hashes": [["algorithm": "SHA-256", "value": file.sha256]]]],
        ]
    }

    private func observation(_ measurement: ConstatModel.Measurement) -> [String: Any] {
        let metric = MetricCatalogue.metric(measurement.metric)
        let title = words.title(of: measurement.metric)
        return [
            "uuid": uuid("metric " + measurement.metric), "title": title, "description": metric?.definition[language] ?? title,
            "methods": ["TEST"], "collected": data.asOf.iso,
            "props": [
                property("metric", "\(measurement.metric) v\(measurement.version)"),
                property("value", measurement.value.map { "\($0)" } ?? "no data"), property("unit", measurement.unit.rawValue),
                property("population", "\(measurement.population)"), property("n", "\(measurement.n)"),
                property("left-out", "\(measurement.leftOutCount)"), property("open", "\(measurement.open)"),
            ],
            "relevant-evidence": [["href": "#" + uuid(workbook.name), "description": title]],
        ]
    }

    private func finding(_ evidence: ControlEvidence) -> [String: Any] {
        var finding: [String: Any] = [
            "uuid": uuid("control " + evidence.control.id), "title": evidence.control.title[language],
            "description": ControlsSheet(data: data, words: words).sentence(evidence),
            "props": [property("evidence-status", evidence.status.rawValue)],
            "target": [
                "type": "statement-id", "target-id": evidence.control.id + "_smt",
                "status": ["state": "not-satisfied", "reason": "other", "remarks": Self.remark[language]],
            ] as [String: Any],
        ]
        if !evidence.measurements.isEmpty {
            finding["related-observations"] = evidence.measurements.map { ["observation-uuid": uuid("metric " + $0.metric)] }
        }
        return finding
    }

    private static let remark = Localized(
        en: "No conclusion was drawn: the property evidence-status says what the figures show, the auditor concludes.",
        fr: "Aucune conclusion n’a été tirée : la propriété evidence-status dit ce que montrent les chiffres, l’auditeur conclut.")
}
