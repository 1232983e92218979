import ConstatModel

/// Holds a report against its template and the rules of its authorities: the first gate, before the shape of the file.
public struct ReportCheck {
    private let answers: [FieldAnswer]
    private let facts: CaseFacts
    private let rules: ReportRules

    public init(_ answers: [FieldAnswer], _ facts: CaseFacts, _ rules: ReportRules) {
        (self.answers, self.facts, self.rules) = (answers, facts, rules)
    }

    /// What is to be mended or settled, in the order of the template.
    public var remarks: [ReportRemark] {
        answers.flatMap { answer in
            filling(answer)
                + rules.checks.filter { $0.number == answer.request.number && $0.isAsked(in: facts.entity["country"]) }.compactMap {
                    remark($0, answer)
                }
        }
    }

    private func filling(_ answer: FieldAnswer) -> [ReportRemark] {
        guard let number = answer.request.number else { return [] }
        if let fact = answer.fact { return form(fact, answer, number) }
        if answer.isMissing {
            return [ReportRemark(number: number, kind: .missing, problem: answer.request.label, source: nil)]
        }
        guard answer.duty == .ifApplicable, !answer.isKnown, answer.request.test != nil else { return [] }
        let condition = answer.request.condition ?? answer.request.label
        return [ReportRemark(number: number, kind: .notEstablished, problem: condition, source: nil)]
    }

    private func form(_ fact: Fact, _ answer: FieldAnswer, _ number: String) -> [ReportRemark] {
        guard let name = formFault(fact, answer), let problem = rules.forms[name] else { return [] }
        return [ReportRemark(number: number, kind: .malformed, problem: problem, source: nil)]
    }

    /// What is wrong with the form of a value, as `checks.yaml` calls it; nil when nothing is.
    private func formFault(_ fact: Fact, _ answer: FieldAnswer) -> String? {
        switch fact.value {
        case .time(let stamp) where stamp.precision.isCoarse: return "dayOnly"
        case .text(let text) where text.allSatisfy(\.isWhitespace): return "empty"
        case .texts([]) where answer.duty == .required: return "empty"
        case .number(let minutes) where answer.request.place?.form == .duration && minutes / 1_000 >= 1_000 * 1_440:
            return "tooLongDuration"
        default: break
        }
        if fact.value.plain.utf16.count > 32_767 { return "tooLong" }
        guard let list = answer.request.list, let choices = facts.catalogue.lists[list] else { return nil }
        return fact.value.words.allSatisfy { word in choices.contains { $0.id == word } } ? nil : "notInList"
    }

    private func remark(_ check: ReportRules.Check, _ answer: FieldAnswer) -> ReportRemark? {
        guard let fact = answer.fact, !holds(check.rule, fact.value) else { return nil }
        let kind: ReportRemark.Kind = if case .shape = check.rule { .malformed } else { .implausible }
        return ReportRemark(number: check.number, kind: kind, problem: check.problem, source: check.source)
    }

    private func holds(_ rule: ReportRules.Rule, _ value: FactValue) -> Bool {
        switch rule {
        case .shape(let shape): value.words.allSatisfy { shape.holds($0, facts.entity["country"]) }
        // What is not known is missing elsewhere; it is not implausible.
        case .test(let test): test.answer(facts).outcome != .notMet
        case .exactlyOne(let words): value.words.count { words.contains($0) } == 1
        case .alone(let word): !value.words.contains(word) || value.words.count == 1
        case .children(let parent, let tree): areChildren(value.words, of: parent, tree)
        case .asMany(let other): facts[other].map { $0.value.words.count == value.words.count } ?? true
        }
    }

    private func areChildren(_ words: [String], of parent: String, _ tree: [String: [String]]) -> Bool {
        guard let parents = facts[parent]?.value.words else { return true }
        let allowed = Set(parents.flatMap { tree[$0] ?? [] })
        return words.allSatisfy(allowed.contains)
            && parents.allSatisfy { parent in
                tree[parent].map { children in children.contains(where: words.contains) } ?? true
            }
    }
}

extension ReportRules.Check {
    fileprivate func isAsked(in country: String?) -> Bool { countries.isEmpty || countries.contains(country ?? "") }
}

extension ReportRules.Shape {
    fileprivate func holds(_ text: String, _ country: String?) -> Bool {
        switch self {
        case .lei: text.split(separator: ";").allSatisfy { LEI.fault(in: $0.filter { $0 != " " }) == nil }
        case .email: text.wholeMatch(of: /[^@\s]+@[^@\s]+\.[^@\s.]+/) != nil
        case .phone: text.wholeMatch(of: /\+[1-9][0-9 ().-]{5,24}/) != nil
        case .reference: text.wholeMatch(of: /[A-Za-z0-9-]+/) != nil
        case .authorityReference: text.wholeMatch(of: /[0-9]{4}[IM][0-9]{7}/) != nil
        case .notHome: text != country
        }
    }
}
