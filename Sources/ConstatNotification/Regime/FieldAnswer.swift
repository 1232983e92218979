public import ConstatModel

/// What is known for one field of a draft, and where it comes from. Nothing is ever filled without an origin.
public struct FieldAnswer: Sendable {
    /// Whether a field has to be filled, as far as the facts say.
    public enum Duty: Sendable { case required, ifApplicable, notRequired }

    /// The field that is answered.
    public let request: FieldRequest
    /// Nil when unknown: it is marked in the draft and listed on top.
    public let fact: Fact?
    /// A fixed text of the regime, instead.
    public let word: Localized?
    /// The fact that answers it, by id; nil when something else does.
    public let factID: String?
    /// Whether the field must be filled, as things stand.
    public let duty: Duty

    /// Whether something has to be there and is not.
    public var isMissing: Bool { duty == .required && fact == nil && word == nil }
    public var isKnown: Bool { fact != nil || word != nil }
}

/// What decides, besides the facts, whether a field must be filled.
public struct AnswerContext: Sendable {
    /// Whether the deadline has passed.
    public let isLate: Bool
    /// The readings that were chosen, `dora.amountUnit: units`.
    public let settings: [String: String]

    public init(isLate: Bool, settings: [String: String]) { (self.isLate, self.settings) = (isLate, settings) }
}

extension Regime {
    /// The answers to every field of a stage, in its order.
    public func answers(_ stage: Stage, _ facts: CaseFacts, _ context: AnswerContext) -> [FieldAnswer] {
        stage.fields.map { request in
            let path = (request.from + (request.place?.otherwise?.from ?? [])).first { facts.at($0) != nil }
            let id = (path ?? request.from.first).flatMap(FactCatalogue.id)
            let fact = request.value == nil ? path.flatMap(facts.at) : nil
            return FieldAnswer(request: request, fact: fact, word: request.value, factID: id, duty: duty(request, facts, context))
        }
    }

    private func duty(_ request: FieldRequest, _ facts: CaseFacts, _ context: AnswerContext) -> FieldAnswer.Duty {
        switch request.need {
        case .required: return .required
        case .whenLate: return context.isLate ? .required : .notRequired
        case .whereApplicable:
            if let (id, value) = request.requiredBy, setting(id, context.settings) == value { return .required }
            switch request.test?.answer(facts).outcome {
            case .met: return .required
            case .notMet: return .notRequired
            case .unknown, nil: return .ifApplicable
            }
        }
    }
}
