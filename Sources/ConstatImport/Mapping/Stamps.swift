import ConstatModel

/// The milestones of the record that is being mapped.
struct Stamps {
    private var instants = [Int64](repeating: Batch.missing, count: Milestone.allCases.count)
    /// Three bits for each milestone, as the store keeps them.
    private(set) var precisions: Int64 = 0

    mutating func clear() {
        for index in instants.indices { instants[index] = Batch.missing }
        precisions = 0
    }

    subscript(milestone: Milestone) -> Stamp? {
        get {
            let instant = instants[milestone.index]
            guard instant != Batch.missing else { return nil }
            return Stamp(Instant(milliseconds: instant), Batch.precision(of: milestone, in: precisions))
        }
        set {
            precisions &= ~(7 << Int64(3 * milestone.index))
            instants[milestone.index] = newValue?.instant.milliseconds ?? Batch.missing
            if let newValue { precisions |= Batch.precisionBits(newValue.precision, milestone) }
        }
    }

    /// Writes the milestones that are there into the row.
    func write(into records: inout Batch) {
        for index in instants.indices where instants[index] != Batch.missing {
            records.set(RecordColumn.milestones + index, instants[index])
        }
        if precisions != 0 { records.set(RecordColumn.precisions, precisions) }
    }

    private static let all = Milestone.allCases
    private static let afterRaised: [Milestone] = [.acknowledged, .verdict, .contained, .firstClosed, .lastClosed]

    /// Remarks what cannot be right, or is not likely to be.
    func oddities(asOf: Instant, into out: inout Mapped) {
        for index in instants.indices where instants[index] > asOf.milliseconds { out.add(.futureTime, Self.all[index].rawValue) }
        guard let raised = self[.raised], !raised.precision.isCoarse else { return }
        if let start = self[.firstActivity], !start.precision.isCoarse {
            if start.instant > raised.instant { out.add(.reversedOrder, Milestone.firstActivity.rawValue) }
            out.offsets.add(minutes: abs(raised.instant.milliseconds - start.instant.milliseconds) / Instant.minute)
        }
        for milestone in Self.afterRaised {
            guard let stamp = self[milestone], !stamp.precision.isCoarse else { continue }
            if stamp.instant < raised.instant { out.add(.reversedOrder, milestone.rawValue) }
            if stamp.instant == raised.instant, milestone == .acknowledged || milestone == .lastClosed {
                out.add(.equalTimes, milestone.rawValue)
            }
        }
    }
}
