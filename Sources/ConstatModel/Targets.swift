/// Agreed levels per metric: one value, or one per severity, each from a day on. Durations in milliseconds, shares from 0 to 1.
public struct Targets: Hashable, Sendable, Codable {
    /// The level of one metric, in the metric's unit.
    public enum Target: Hashable, Sendable, Codable {
        /// The same for every record.
        case one(Double)
        /// One per severity; a severity that is not in it has no target.
        case bySeverity([Severity: Double])

        /// The level for a severity; nil where there is none.
        public func level(_ severity: Severity?) -> Double? {
            switch self {
            case .one(let level): level
            case .bySeverity(let levels): severity.flatMap { levels[$0] }
            }
        }
    }

    /// What of the time counts against a target.
    public struct Clock: Hashable, Sendable, Codable {
        /// Working hours only.
        public var isBusiness = false
        /// Waiting for somebody else counts as well.
        public var countsPauses = false

        /// All hours, but for the time it waits for somebody else.
        public init() {}
    }

    /// A target and the instant it was agreed from; the one before holds until then.
    public struct Dated: Hashable, Sendable, Codable {
        public let from: Instant
        public let target: Target
        public let clock: Clock

        public init(from: Instant, _ target: Target, _ clock: Clock = Clock()) {
            (self.from, self.target, self.clock) = (from, target, clock)
        }
    }

    /// Holds as far back as there are records.
    public static let always = Instant(milliseconds: .min)

    private var byMetric: [String: [Dated]]

    /// Targets that always held, by the ids of their metrics; none unless told otherwise.
    public init(_ byMetric: [String: Target] = [:]) { self.byMetric = byMetric.mapValues { [Dated(from: Self.always, $0)] } }

    /// Whether there is none at all.
    public var isEmpty: Bool { byMetric.isEmpty }

    /// The targets of a metric in the order of time.
    public subscript(metric: String) -> [Dated] {
        get { byMetric[metric] ?? [] }
        set { byMetric[metric] = newValue.sorted { $0.from < $1.from } }
    }

    /// The level for a metric at an instant; with several per severity, the one of the severity asked for.
    public func level(_ metric: String, severity: Severity?, at instant: Instant) -> Double? {
        self[metric].last { $0.from <= instant }?.target.level(severity)
    }
}
