import ConstatModel

/// Takes the personal fields off rows that are older than a purge; instants, words and ids stay, and with them every figure.
///
/// The hash of a row's content stays as it was, so that the same export again changes nothing.
struct Erasure {
    private static let texts = [RecordColumn.title, RecordColumn.rootCause, RecordColumn.facts]

    private let before: Int64
    /// The names of detection rules: an alert that names no rule may bear one as its title.
    private let rules: Set<String>

    /// The latest purge of a store; nil when there was none.
    init?(_ before: Int64?, rules: () throws -> Set<String>) rethrows {
        guard let before else { return nil }
        (self.before, self.rules) = (before, try rules())
    }

    /// The rows of a batch of records that hold something to be taken off.
    func rows(_ batch: Batch) -> [Int] {
        (0..<batch.count).filter { row in
            batch[RecordColumn.revision, row] < before
                && (batch.value(RecordColumn.assignee, row) != nil || Self.texts.contains { rest($0, batch, row) != nil })
        }
    }

    /// What may stay of a text; nil when all of it may.
    ///
    /// Smaller records keep the names of things, and the facts that no person wrote freely: figures rest on them.
    private func rest(_ column: Int, _ batch: Batch, _ row: Int) -> String? {
        guard let text = batch.text(column, row) else { return nil }
        guard let kind = RecordKind(rawValue: Int(batch[RecordColumn.kind, row])) else { return "" }
        if kind.isMain {
            return column == RecordColumn.facts ? Self.restOfFacts(text) : column == RecordColumn.title && rules.contains(text) ? nil : ""
        }
        if column == RecordColumn.title { return kind.isNamed ? nil : "" }
        guard column == RecordColumn.facts else { return "" }
        let facts = FactsText.decode(text)
        let kept = facts.filter { fact in !kind.values.contains { $0.name == fact.key && $0.form == .prose } }
        return kept.count == facts.count ? nil : FactsText.encode(kept)
    }

    /// Clocks rest on facts that are yes or no; such a fact names nobody.
    private static func restOfFacts(_ text: String) -> String? {
        let facts = FactsText.decode(text)
        let kept = facts.filter { answers.contains($0.value.lowercased()) }
        return kept.count == facts.count ? nil : FactsText.encode(kept)
    }

    private static let answers: Set = ["yes", "no", "true", "false", "y", "n", "oui", "non", "vrai", "faux", "unknown", "inconnu"]

    /// A batch of records without the personal fields of some rows.
    func erased(_ batch: Batch, _ rows: [Int]) -> Batch {
        var erased = batch
        for row in rows { erased.replace(RecordColumn.assignee, row, with: Batch.missing) }
        for column in Self.texts {
            let rests = rows.compactMap { row in rest(column, batch, row).map { (row, $0) } }
            erased.replace(text: column, Dictionary(uniqueKeysWithValues: rests))
        }
        return erased
    }

    /// The rows of a batch of changes that name somebody.
    func changes(_ batch: Batch, _ marks: Marks) -> [Int] {
        (0..<batch.count).filter { row in
            guard batch[TransitionColumn.at, row] < before else { return false }
            if batch.value(TransitionColumn.who, row) != nil { return true }
            return Self.isAssignee(batch, row)
                && [TransitionColumn.from, TransitionColumn.to].contains { batch.value($0, row).map { !marks.contains($0) } ?? false }
        }
    }

    /// A batch of changes without the names in some rows.
    ///
    /// - Parameter isRepetition: whether a row sets who it was already: that must still be told when the names are gone.
    func erased(changes batch: Batch, _ rows: [Int], _ marks: Marks, isRepetition: (Int) -> Bool) -> Batch {
        var erased = batch
        for row in rows {
            erased.replace(TransitionColumn.who, row, with: Batch.missing)
            guard Self.isAssignee(batch, row) else { continue }
            if batch.value(TransitionColumn.from, row) != nil { erased.replace(TransitionColumn.from, row, with: marks.somebody) }
            guard let to = batch.value(TransitionColumn.to, row), !marks.contains(to) else { continue }
            erased.replace(TransitionColumn.to, row, with: isRepetition(row) ? marks.unchanged : marks.somebody)
        }
        return erased
    }

    static func isAssignee(_ batch: Batch, _ row: Int) -> Bool {
        batch[TransitionColumn.field, row] == Int64(Transition.Field.assignee.rawValue)
    }

    /// The numbers of the terms that stand where a name was.
    struct Marks {
        let somebody: Int64
        let unchanged: Int64

        init(_ terms: TermTable) throws {
            (somebody, unchanged) = (try terms.code(Transition.somebody), try terms.code(Transition.unchanged))
        }

        func contains(_ term: Int64) -> Bool { term == somebody || term == unchanged }
    }
}
