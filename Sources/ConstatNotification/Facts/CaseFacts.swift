public import ConstatModel

/// The one fact base of a case: history, what persons stated, and what the organisation is. It serves every regime and stage.
public struct CaseFacts: Sendable {
    /// The case.
    public let record: Record
    /// What the configuration says of the organisation.
    public let entity: [String: String]
    /// What is asked.
    public let catalogue: FactCatalogue
    /// What history says of a fact without being an answer to it, e.g. free words where a list is closed.
    public private(set) var unread: [String: String] = [:]
    private var facts: [String: Fact] = [:]

    /// - Parameters:
    ///   - statements: of the fact file, by fact; they stand before history.
    ///   - withdrawn: facts that are unknown, whatever history tells.
    public init(
        _ record: Record, entity: [String: String], _ catalogue: FactCatalogue, statements: [String: Fact] = [:],
        withdrawn: Set<String> = []
    ) {
        (self.record, self.entity, self.catalogue) = (record, entity, catalogue)
        for definition in catalogue.facts where !withdrawn.contains(definition.id) {
            let told = history(definition)
            guard let stated = statements[definition.id] else {
                facts[definition.id] = told
                continue
            }
            facts[definition.id] = stated.value.plain == told?.value.plain && stated.basis == nil ? told : stated
        }
        for definition in catalogue.facts where facts[definition.id] == nil && !withdrawn.contains(definition.id) {
            facts[definition.id] = computed(definition)
        }
    }

    /// A fact by its id; nil while it is unknown.
    public subscript(id: String) -> Fact? { facts[id] }

    /// Every fact that is known, by id.
    public var known: [String: Fact] { facts }

    /// When something happened, the first of several facts that is known.
    public func stamp(_ ids: [String]) -> Stamp? { ids.lazy.compactMap { facts[$0]?.value.stamp }.first }

    /// What stands at a path: `fact.x`, `entity.x`, `case.title`.
    public func at(_ path: String) -> Fact? {
        guard let dot = path.firstIndex(of: ".") else { return nil }
        let name = String(path[path.index(after: dot)...])
        switch path[..<dot] {
        case "fact": return facts[name]
        case "entity": return entity[name].map { Fact(.text($0), origin: .configuration(field: name)) }
        case "case": return text(of: name).map { Fact($0, origin: .history(field: name)) }
        default: return nil
        }
    }

    /// The first of several paths at which something stands.
    public func first(of paths: [String]) -> Fact? { paths.lazy.compactMap(at).first }

    private mutating func history(_ definition: FactDefinition) -> Fact? {
        for path in definition.history {
            let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            if parts[0] == "milestone", let stamp = Milestone(rawValue: parts[1]).flatMap({ record.milestones[$0] }) {
                return Fact(.time(stamp), origin: .history(field: parts[1]))
            }
            guard parts[0] == "fact", let text = record.facts[parts[1]], !text.isEmpty, text.lowercased() != "unknown" else { continue }
            if let value = FactValue(told: text, definition, catalogue) {
                return Fact(abroad(value, definition), origin: .history(field: parts[1]))
            }
            unread[definition.id] = text
        }
        return nil
    }

    /// Of countries the others are asked for: the home Member State, where a tool lists it, is left out.
    private func abroad(_ value: FactValue, _ definition: FactDefinition) -> FactValue {
        guard definition.type == .countries, case .texts(let countries) = value else { return value }
        return .texts(countries.filter { $0 != entity["country"] })
    }

    private func computed(_ definition: FactDefinition) -> Fact? {
        guard let (from, to) = definition.minutesBetween, let start = stamp([from]), let end = stamp([to]), start.instant <= end.instant,
            !start.precision.isCoarse, !end.precision.isCoarse
        else { return nil }
        let minutes = (end.instant.milliseconds - start.instant.milliseconds) / Instant.minute
        return Fact(.number(minutes * 1_000), origin: .computed(from: from, to: to))
    }

    private func text(of field: String) -> FactValue? {
        switch field {
        case "title": record.title.map(FactValue.text)
        case "id": .text(record.number ?? record.native)
        case "severity": record.severity.map { .text($0.word) }
        case "category": record.category.map(FactValue.text)
        case "rootCause": record.rootCause.map(FactValue.text)
        case "discovery": record.discovery.map { .text($0.word) }
        case "techniques": record.techniques.isEmpty ? nil : .texts(record.techniques)
        default: nil
        }
    }
}
