/// What the changes of a record tell of the work on it.
public struct Work: Hashable, Sendable {
    /// Who or what had a hand in it.
    public struct Actors: OptionSet, Hashable, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        /// A bit for each kind of actor.
        public init(_ actor: Transition.Actor) { rawValue = 1 << actor.rawValue }

        /// A bit for each kind of actor that set the verdict, or closed what has none.
        public init(judgedBy actor: Transition.Actor) { rawValue = 8 << actor.rawValue }
    }

    /// Who changed anything, and who set the verdict last.
    public var actors: Actors = []
    /// How often the verdict changed after it was first set; nil when no change tells a verdict.
    public var reclassifications: Int?
    /// How often it was handed back to a lower tier; nil when no change tells a tier.
    public var returns: Int?
    /// The first change of all, by anybody or anything.
    public var firstChange: Instant?
    /// The first time somebody was assigned, by anybody or anything.
    public var firstAssigned: Instant?
    /// The first time it was in progress, by anybody or anything.
    public var firstInProgress: Instant?

    public init() {}

    /// From columns of records; nil when there is none of it.
    init?(_ value: (Int) -> Int64?) {
        guard let actors = value(RecordColumn.actors) else { return nil }
        self.actors = Actors(rawValue: Int(actors))
        reclassifications = value(RecordColumn.reclassifications).map { Int($0) }
        returns = value(RecordColumn.returns).map { Int($0) }
        firstChange = value(RecordColumn.firstChange).map(Instant.init(milliseconds:))
        firstAssigned = value(RecordColumn.firstAssigned).map(Instant.init(milliseconds:))
        firstInProgress = value(RecordColumn.firstInProgress).map(Instant.init(milliseconds:))
    }

    /// What is known, with its column.
    func each(_ visit: (Int, Int64) -> Void) {
        visit(RecordColumn.actors, Int64(actors.rawValue))
        if let reclassifications { visit(RecordColumn.reclassifications, Int64(reclassifications)) }
        if let returns { visit(RecordColumn.returns, Int64(returns)) }
        if let firstChange { visit(RecordColumn.firstChange, firstChange.milliseconds) }
        if let firstAssigned { visit(RecordColumn.firstAssigned, firstAssigned.milliseconds) }
        if let firstInProgress { visit(RecordColumn.firstInProgress, firstInProgress.milliseconds) }
    }
}
