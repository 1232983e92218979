import ConstatModel
import ConstatNotification

/// Open clocks as a terminal shows them: what, when, how long still, and which article says so.
struct ClockTable {
    let clocks: [(record: Record, clock: Clock)]
    let zone: Zone
    let asOf: Instant

    var text: String {
        TextTable(sides: Array(repeating: .left, count: 7), rows: clocks.map { row($0.record, $0.clock) }).text
    }

    private func row(_ record: Record, _ clock: Clock) -> [String] {
        let due = clock.deadline.eased ?? clock.deadline.due
        let left = due.milliseconds - asOf.milliseconds
        let civil = zone.civil(at: due).iso.replacing("T", with: " ")
        return [
            clock.regime.id.uppercased(), "\(record.tenant) #\(record.number ?? record.native)", clock.stage.id,
            "due \(civil) (\(zone.name))", due.iso,
            clock.state == .overdue ? "overdue by \(Figure.duration(-left, .en))" : "in \(Figure.duration(left, .en))",
            "\(clock.deadline.rule.article.en) [\(clock.deadline.rule.confidence)]",
        ]
    }
}
