/// A case as it really went, before any tool wrote it down.
struct SimulatedCase {
    /// Its position in the tenant's list; the tools' own ids are kept beside it.
    var key = 0
    /// The case tool's id, when it must be the same whatever the seed.
    var fixedID: String?
    var title: String
    var summary: String
    var severity: Severity
    var category: Category
    /// Nil when no rule found it.
    var rule: Rule?
    var analyst: Int
    var firstActivity: Instant
    var raised: Instant
    var acknowledged: Instant?
    var escalatedTier3: Instant?
    var contained: Instant?
    var eradicated: Instant?
    var recovered: Instant?
    var firstClosed: Instant?
    var reopened: Instant?
    var lastClosed: Instant?
    var aware: Instant?
    var classified: Instant?
    /// The last change that no milestone tells of: a note, a fact.
    var edited: Instant?
    /// The final one; it shows when the case is closed.
    var verdict: Verdict?
    /// When the verdict was put right, and what it had been.
    var corrected: (at: Instant, from: Verdict)?
    var discovery: Discovery?
    var rootCause: String?
    /// The key of the case that survives it.
    var mergedInto: Int?
    var facts: [CustomField] = []
    var alertCount = 0
    var fault: ClockFault?

    var tier: Int { escalatedTier3 == nil ? 2 : 3 }
    var isClosed: Bool { lastClosed != nil }
    var isConfirmed: Bool { verdict == .truePositive }

    /// The last change there was; clocks that are wrong do not count.
    var updated: Instant {
        [
            acknowledged, escalatedTier3, contained, eradicated, recovered, firstClosed, reopened, lastClosed, aware,
            classified, edited, corrected?.at,
        ].reduce(raised) { max($0, $1 ?? 0) }
    }

    /// The case as it stood at that instant; nil when there was none yet.
    func seen(at instant: Instant) -> SimulatedCase? {
        guard raised <= instant else { return nil }
        var seen = self
        for milestone in Self.milestones where (self[keyPath: milestone] ?? 0) > instant {
            seen[keyPath: milestone] = nil
        }
        if let reopened, reopened > instant { seen.lastClosed = seen.firstClosed }
        if let corrected, corrected.at > instant { (seen.verdict, seen.corrected) = (corrected.from, nil) }
        if seen.aware == nil, aware != nil { seen.facts = [] }
        if !seen.isClosed { (seen.verdict, seen.rootCause, seen.mergedInto) = (nil, rootCauseBeforeClosing, nil) }
        return seen
    }

    /// Only an incident that was classified has its cause written down before it is closed.
    private var rootCauseBeforeClosing: String? { classified == nil ? nil : rootCause }

    private static let milestones: [any WritableKeyPath<SimulatedCase, Instant?> & Sendable] = [
        \.acknowledged, \.escalatedTier3, \.contained, \.eradicated, \.recovered, \.firstClosed, \.reopened,
        \.lastClosed, \.aware, \.classified, \.edited,
    ]
}
