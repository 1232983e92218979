import ConstatModel
import ConstatNotification

extension RecordColumns {
    /// The stages that cases must be told by, as columns of duties.
    ///
    /// - Parameter clocks: of cases whose clocks run or ran.
    init(duties clocks: [Notifying.Running]) {
        self.init()
        (kind, count) = (.duty, clocks.count)
        ids = clocks.indices.map(Int64.init)
        severity = clocks.map { $0.record.severity.map { Int8($0.rawValue) } ?? Self.none }
        status = clocks.map { Int8(($0.clock.submitted == nil ? Status.new : .closed).rawValue) }
        verdict = clocks.map { _ in Self.none }
        discovery = verdict
        given = clocks.map { _ in -1 }
        dayOnly = clocks.map { $0.clock.deadline.anchor.precision.isCoarse ? 1 << Int64(Milestone.raised.index) : 0 }
        self[Place(.raised)] = clocks.map(\.clock.deadline.anchor.instant.milliseconds)
        self[Place(value: "due")] = clocks.map(\.clock.limit.milliseconds)
        self[Place(value: "submitted")] = clocks.map { $0.clock.submitted?.submittedAt.milliseconds ?? Self.missing }
        var codes: [String: Int32] = [:]
        func code(_ text: String) -> Int32 {
            let code = codes[text] ?? Int32(codes.count)
            (codes[text], names[code]) = (code, text)
            return code
        }
        tenant = clocks.map { code($0.record.tenant) }
        source = clocks.map { code($0.record.source) }
        self[Place(value: "regime")] = clocks.map { Int64(code($0.clock.regime.id)) }
        self[Place(value: "stage")] = clocks.map { Int64(code($0.clock.stage.id)) }
    }
}
