public import ConstatModel

/// What is known for one field of a draft, and where it comes from. Nothing is ever filled without an origin.
public struct FieldAnswer: Sendable {
    /// What a field is filled with.
    public enum Value: Sendable, Hashable {
        /// As it was recorded or configured.
        case text(String)
        /// A milestone, with how well it is known.
        case instant(Stamp)
        /// A fixed text of the regime, in both languages.
        case word(Localized)
    }

    /// Where a value comes from, to be shown beside it.
    public enum Origin: Sendable, Hashable {
        /// A record of a receipt: source, native id, receipt, row, and what it was read from.
        case history(field: String)
        /// What `constat.yaml` says of the organisation, e.g. `lei`.
        case configuration(field: String)
        /// The regime itself: the value is the same in each of its drafts.
        case regime
    }

    /// The field that is answered.
    public let request: FieldRequest
    /// Nil when unknown: it is marked in the draft and listed on top.
    public let value: Value?
    /// Nil exactly when the value is.
    public let origin: Origin?
    /// Whether the field must be filled, as things stand.
    public let isRequired: Bool
}

extension Stage {
    /// The answers to every field of this stage, in its order.
    ///
    /// - Parameters:
    ///   - entity: what the configuration says of the organisation.
    ///   - isLate: whether the deadline has passed.
    public func answers(for record: Record, entity: [String: String], isLate: Bool) -> [FieldAnswer] {
        fields.map { request in
            let isRequired = request.need == .required || (request.need == .whenLate && isLate)
            let found: (FieldAnswer.Value, FieldAnswer.Origin)? =
                request.value.map { (.word($0), .regime) } ?? request.from.lazy.compactMap { answer($0, record, entity) }.first
            return FieldAnswer(request: request, value: found?.0, origin: found?.1, isRequired: isRequired)
        }
    }

    private func answer(
        _ path: String, _ record: Record, _ entity: [String: String]
    ) -> (FieldAnswer.Value, FieldAnswer.Origin)? {
        guard let dot = path.firstIndex(of: ".") else { return nil }
        let name = String(path[path.index(after: dot)...])
        switch path[..<dot] {
        case "fact": return record.facts[name].map { (.text($0), .history(field: name)) }
        case "milestone":
            return Milestone(rawValue: name).flatMap { record.milestones[$0] }.map { (.instant($0), .history(field: name)) }
        case "case": return text(of: name, record).map { (.text($0), .history(field: name)) }
        case "entity": return entity[name].map { (.text($0), .configuration(field: name)) }
        default: return nil
        }
    }

    private func text(of field: String, _ record: Record) -> String? {
        switch field {
        case "title": record.title
        case "id": record.number ?? record.native
        case "severity": record.severity?.word
        case "category": record.category
        case "rootCause": record.rootCause
        case "discovery": record.discovery?.word
        case "techniques": record.techniques.isEmpty ? nil : record.techniques.joined(separator: ", ")
        default: nil
        }
    }
}
