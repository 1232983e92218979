import ConstatMetrics
import ConstatModel
import ConstatStore

/// Reads what maps are drawn from: when alerts came, and which techniques are watched.
struct PictureReading {
    let store: Store
    let tenant: String?
    let period: Period
    let end: Instant

    func week() throws -> WeekGrid {
        var grid = WeekGrid(period, until: end)
        try store.eachColumns(.alert, tenant: tenant, .raised(in: period), needs: RecordNeeds(Given(.raised))) { grid.add($0) }
        grid.add(cover: try records(.cover))
        return grid
    }

    /// Nil when no technique was imported.
    func techniques() throws -> [TechniqueState]? {
        let techniques = try records(.technique)
        guard !techniques.isEmpty else { return nil }
        return TechniqueState.all(
            techniques, rules: try records(.rule), sources: try records(.logSource), heartbeats: try records(.heartbeat),
            alerts: try alerts(), at: end)
    }

    /// Alerts of the period by each technique that they name.
    private func alerts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        let needs = RecordNeeds(Given(.raised), places: [.techniques])
        try store.eachColumns(.alert, tenant: tenant, .raised(in: period), needs: needs) { columns in
            var byCode: [Int64: Int] = [:]
            for (row, code) in columns[.techniques].enumerated()
            where code != RecordColumns.missing && columns[Milestone.raised][row] < end.milliseconds {
                byCode[code, default: 0] += 1
            }
            for (code, count) in byCode {
                let names = columns.names[Int32(truncatingIfNeeded: code)] ?? ""
                for name in Set(names.split(separator: " ").map(String.init)) { counts[name, default: 0] += count }
            }
        }
        return counts
    }

    private func records(_ kind: RecordKind) throws -> [Record] { try store.records(kind, tenant: tenant, .any).map(\.record) }
}
