/// The instants of which a survivor has the earliest among all that was merged into it.
public struct EarliestStamps: Hashable, Sendable {
    static let milestones: [Milestone] = [.firstActivity, .compromised, .raised, .ingested, .acknowledged]

    private var stamps: [Milestone: Stamp] = [:]

    public init() {}

    /// Those of a record.
    public init(of record: Record) { stamps = record.milestones.filter { Self.milestones.contains($0.key) } }

    subscript(milestone: Milestone) -> Stamp? { stamps[milestone] }

    /// Takes over what is earlier in others.
    public mutating func form(with others: EarliestStamps) {
        for (milestone, stamp) in others.stamps { stamps[milestone] = Self.earlier(stamp, stamps[milestone]) }
    }

    static func earlier(_ stamp: Stamp, _ other: Stamp?) -> Stamp {
        guard let other else { return stamp }
        return (stamp.instant, stamp.precision.rawValue) < (other.instant, other.precision.rawValue) ? stamp : other
    }
}
