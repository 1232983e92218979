/// A change of one field of a record: who changed what, when.
public struct Transition: Hashable, Sendable {
    /// What can change.
    public enum Field: Int, CodedWord {
        /// Stored as 0 to 4.
        case status = 0, assignee, tier, severity, verdict

        public var word: String { "\(self)" }
    }

    /// Who or what made a change.
    public enum Actor: Int, CodedWord {
        /// A person; a rule, playbook or interface; one act on many records at once. Stored as 0 to 2.
        case human = 0, automation, bulk

        public var word: String { "\(self)" }
    }

    /// Stands where an assignee was whose name may not be kept: that somebody had it is part of the figures.
    public static let somebody = "–"
    /// Stands where an assignee was set who it was already, once the name is gone: no change at all.
    public static let unchanged = "="

    /// What changed.
    public var field: Field
    /// When.
    public var at: Instant
    /// The value before, in the house's words where there are any; nil when the source does not say.
    public var from: String?
    /// The value after; nil for "taken away".
    public var to: String?
    /// Who or what made it.
    public var by: Actor
    /// The person, as privacy lets the name be kept.
    public var who: String?

    public init(_ field: Field, at: Instant, from: String? = nil, to: String?, by: Actor = .human, who: String? = nil) {
        (self.field, self.at, self.from, self.to, self.by, self.who) = (field, at, from, to, by, who)
    }
}

/// The columns of transitions.
public enum TransitionColumn {
    public static let field = 5, at = 6, from = 7, to = 8, by = 9, who = 10, profile = 11, given = 12
}

extension BatchShape {
    /// Changes of records.
    public static let transitions = BatchShape(
        integers: ["key", "content", "life", "row", "receipt", "field", "at", "from", "to", "by", "who", "profile", "given"], texts: [],
        terms: [TransitionColumn.from, TransitionColumn.to, TransitionColumn.who])
}

extension Batch {
    /// Writes a transition of the record with this key as the next row; life, receipt, profile and given are left.
    public mutating func append(_ transition: Transition, key: Int64, row: Int, _ hash: inout Hash64) {
        hash.reset()
        for number in [key, Int64(transition.field.rawValue), transition.at.milliseconds, Int64(transition.by.rawValue)] {
            hash.add(number)
        }
        for text in [transition.from, transition.to, transition.who] { hash.add(text ?? "") }
        set(BatchShape.key, key)
        set(BatchShape.content, hash.value)
        set(BatchShape.row, Int64(row))
        set(TransitionColumn.field, Int64(transition.field.rawValue))
        set(TransitionColumn.at, transition.at.milliseconds)
        set(TransitionColumn.by, Int64(transition.by.rawValue))
        for (column, text) in [
            (TransitionColumn.from, transition.from), (TransitionColumn.to, transition.to), (TransitionColumn.who, transition.who),
        ] {
            if let text { set(column, terms.code(text)) }
        }
        endRow()
    }

    /// The transition of a row; nil when the row is none.
    public func transition(_ row: Int, term: (Int64) throws -> String) rethrows -> Transition? {
        guard let field = value(TransitionColumn.field, row).flatMap({ Transition.Field(rawValue: Int($0)) }),
            let at = value(TransitionColumn.at, row), let by = Transition.Actor(rawValue: Int(self[TransitionColumn.by, row]))
        else { return nil }
        func word(_ column: Int) throws -> String? { try value(column, row).map(term) }
        return Transition(
            field, at: Instant(milliseconds: at), from: try word(TransitionColumn.from), to: try word(TransitionColumn.to), by: by,
            who: try word(TransitionColumn.who))
    }
}
