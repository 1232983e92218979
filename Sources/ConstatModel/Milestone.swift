/// A named instant in the life of an alert or a case. Everything measured is a difference of two.
///
/// The raw value is the word used in profiles, columns and pages; the order of the cases is the
/// position of the milestone in packed columns and never changes (new ones are appended).
/// The names that tools give them stand in each profile.
public enum Milestone: String, CaseIterable, Sendable {
    case firstActivity, compromised, raised, ingested, acknowledged, verdict, declared
    /// Handed from tier 1 to tier 2, and from tier 2 to tier 3: each the first time it happened.
    case escalatedToTier2, escalatedToTier3
    case contained, eradicated, recovered, firstClosed, lastClosed
    case aware, classified, notified

    public var index: Int { Self.indices[self] ?? 0 }

    private static let indices = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
