/// An alert, a case or a smaller record in the house's own words, whatever tool it came from.
///
/// A milestone or value that the export does not hold stays empty; nothing is imputed. `source`,
/// `tenant`, `kind` and `native` together name the record.
public struct Record: Hashable, Sendable {
    /// An alert or a case.
    public var kind: RecordKind
    /// The source's slug, e.g. `thehive`.
    public var source: String
    /// The slug of the organisation it belongs to.
    public var tenant: String
    /// The identifier in the source, as text.
    public var native: String
    /// The number people say aloud, when it differs from the identifier.
    public var number: String?
    /// As the source wrote it; may hold personal values.
    public var title: String?
    /// Nil when the source gives none, or a word its profile does not map.
    public var severity: Severity?
    /// Nil when the source gives none, or a word its profile does not map.
    public var status: Status?
    /// Its own; an alert may have that of its case instead, which is not copied here.
    public var verdict: Verdict?
    /// The highest tier that worked on it: 1, 2 or 3.
    public var tier: Int?
    /// The detection rule that raised it, as the source names it.
    public var rule: String?
    /// ATT&CK technique ids, in the order of the export.
    public var techniques: [String] = []
    /// The source's own word.
    public var category: String?
    /// Nil when the source does not say who noticed first.
    public var discovery: Discovery?
    /// The source's own words.
    public var rootCause: String?
    /// The native id of the survivor, when this one was merged away.
    public var mergedInto: String?
    /// An alert's case, by native id in the same source.
    public var caseID: String?
    /// The instants that are known; a milestone that is not there is not a key.
    public var milestones: [Milestone: Stamp] = [:]
    /// Facts about an incident (`Controls/facts.yaml`), or the values of a smaller kind, as text; instants in ISO 8601.
    public var facts: [String: String] = [:]
    /// Who works on it, as privacy lets it be kept: a pseudonym unless the configuration says otherwise.
    public var assignee: String?
    /// How often it went from closed back to open; nil when its source tells no history.
    public var reopenings: Int?
    /// When it waited for somebody else, in the order of time; nil when its source tells no history.
    public var pauses: [Pause]?
    /// What its changes tell of the work; nil when its source tells no history.
    public var work: Work?
    /// When the source last changed it; decides which export is the newer one.
    public var updated: Instant?

    /// A record of which only its name is known.
    public init(kind: RecordKind, source: String, tenant: String, native: String) {
        (self.kind, self.source, self.tenant, self.native) = (kind, source, tenant, native)
    }

    /// When a milestone happened, whatever the precision; nil when that is not known.
    public func instant(_ milestone: Milestone) -> Instant? { milestones[milestone]?.instant }

    /// How far the work on it has come, to tell two exports without a date of change apart.
    public var progress: Int64 {
        Self.progress(status: status, milestones: Int64(milestones.count), hasVerdict: verdict != nil)
    }

    static func progress(status: Status?, milestones: Int64, hasVerdict: Bool) -> Int64 {
        let stage: Int64 =
            switch status {
            case .merged: 3
            case .closed: 2
            case .inProgress, .pending: 1
            case .new, nil: 0
            }
        return stage * 1_000 + milestones * 10 + (hasVerdict ? 1 : 0)
    }

    /// `updated`, else the latest milestone: which of two exports of one record is the newer.
    public var revision: Instant {
        updated ?? milestones.values.map(\.instant).max() ?? Instant(milliseconds: 0)
    }
}
