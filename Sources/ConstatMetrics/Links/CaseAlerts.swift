public import ConstatModel

/// The earliest alerts of cases, found while the alerts pass by.
public struct CaseAlerts: Sendable {
    private(set) var first: [Int64: Int64] = [:]
    private(set) var firstBehaviour: [Int64: Int64] = [:]
    private(set) var firstOther: [Int64: Int64] = [:]

    public init() {}

    /// The columns of alerts that are needed.
    public static let needs = RecordNeeds(Given(.raised), places: [.caseKey, .rule, .category])

    /// Takes note of some alerts.
    public mutating func add(_ columns: RecordColumns, _ words: LinkWords) {
        let cases = columns[.caseKey]
        guard !cases.isEmpty else { return }
        var columns = columns
        words.complete(&columns, [.told("technology")])
        let raised = columns[Place.raised]
        for row in 0..<columns.count where cases[row] != RecordColumns.missing && raised[row] != RecordColumns.missing {
            let technology = columns.name(.told("technology"), row)
            Self.note(cases[row], raised[row], &first)
            if technology == "ueba" { Self.note(cases[row], raised[row], &firstBehaviour) }
            if let technology, technology != "ueba" { Self.note(cases[row], raised[row], &firstOther) }
        }
    }

    private static func note(_ key: Int64, _ instant: Int64, _ earliest: inout [Int64: Int64]) {
        earliest[key] = min(earliest[key] ?? .max, instant)
    }
}
