/// A named instant in the life of an alert or a case. Everything measured is a difference of two.
///
/// The raw value is the word used in profiles, columns and pages; the order of the cases is the
/// position of the milestone in packed columns and never changes (new ones are appended).
/// The names that tools give them stand in each profile.
public enum Milestone: String, CaseIterable, Sendable {
    /// From the attacker's first act to the declaration of an incident.
    case firstActivity, compromised, raised, ingested, acknowledged, verdict, declared
    /// Handed from tier 1 to tier 2, and from tier 2 to tier 3: each the first time it happened.
    case escalatedToTier2, escalatedToTier3
    /// The response; while a reopened record is open, it has a `firstClosed` and no `lastClosed`.
    case contained, eradicated, recovered, firstClosed, lastClosed
    /// The duty to notify: known to be significant, classified, told to the authority.
    case aware, classified, notified
    /// The first time it went from closed back to open.
    case reopened

    /// The position among all milestones, from 0: in packed columns and in the bits of `Given`.
    public var index: Int {
        switch self {
        case .firstActivity: 0
        case .compromised: 1
        case .raised: 2
        case .ingested: 3
        case .acknowledged: 4
        case .verdict: 5
        case .declared: 6
        case .escalatedToTier2: 7
        case .escalatedToTier3: 8
        case .contained: 9
        case .eradicated: 10
        case .recovered: 11
        case .firstClosed: 12
        case .lastClosed: 13
        case .aware: 14
        case .classified: 15
        case .notified: 16
        case .reopened: 17
        }
    }
}
