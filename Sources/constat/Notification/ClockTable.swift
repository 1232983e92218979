import ConstatModel
import ConstatNotification

/// Open clocks as a terminal shows them: what, when, how long still, and which article says so.
struct ClockTable {
    let clocks: [Notifying.Running]
    let zone: Zone
    let asOf: Instant

    var text: String {
        TextTable(sides: Array(repeating: .left, count: 7), rows: clocks.map { row($0.record, $0.clock) }).text
    }

    private func row(_ record: Record, _ clock: Clock) -> [String] {
        let deadline = clock.deadline
        let left = clock.limit.milliseconds - asOf.milliseconds
        return [
            clock.regime.id.uppercased(), "\(record.tenant) #\(record.number ?? record.native)", clock.stage.id,
            "due \(local(deadline.due))", deadline.due.iso, state(clock, left),
            "\(deadline.rule.article.en) [\(deadline.rule.confidence)]"
                + (deadline.eased.map { "; weekend or holiday: until \(local($0))" } ?? ""),
        ]
    }

    private func state(_ clock: Clock, _ left: Int64) -> String {
        if clock.state == .projected { return "projected" }
        if clock.state == .guardRail { return left < 0 ? "guard rail, passed" : "guard rail" }
        return left < 0 ? "overdue by \(Figure.duration(-left, .en))" : "in \(Figure.duration(left, .en))"
    }

    private func local(_ instant: Instant) -> String {
        "\(zone.civil(at: instant).iso.replacing("T", with: " ")) (\(zone.name))"
    }
}
