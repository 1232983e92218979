public import ConstatModel

/// Writes a fact file: what history tells with its origin, what persons stated as they did, the rest unknown.
public struct FactFileText {
    private let facts: CaseFacts
    private let statements: [String: Fact]
    private let withdrawn: Set<String>
    private let zone: Zone
    private let language: Language
    /// `import 3, row 12`.
    private let place: String

    /// - Parameters:
    ///   - statements: what a file that is there already states; kept as it is.
    ///   - place: where history has the case from, e.g. `import 3, row 12`.
    public init(
        _ facts: CaseFacts, statements: [String: Fact], withdrawn: Set<String> = [], place: String, zone: Zone, language: Language
    ) {
        (self.facts, self.statements, self.withdrawn) = (facts, statements, withdrawn)
        (self.place, self.zone, self.language) = (place, zone, language)
    }

    /// YAML, one entry per fact, in the order of the catalogue.
    public var text: String {
        let record = facts.record
        var lines = [
            "# Facts of one case, for every authority and every stage. Write the value in place of unknown or history: nothing is guessed.",
            "# history stands for what imported history tells, as the comment above it shows; it follows later imports.",
            "# Remarks of your own are not kept when the file is written again: say it in source.",
            "# withdrawn strikes out what history tells, where it is wrong and nothing better is known.",
            "# A value may stand alone, or as {value: …, basis: actual or estimate, source: who says so, at: since when}.",
            "# Times with their zone, e.g. 2026-10-08T06:47:00+02:00. Amounts in whole \(facts.entity["currency"] ?? "EUR").",
            "case: {tenant: \(record.tenant.inJSON), source: \(record.source.inJSON), native: \(record.native.inJSON), "
                + "number: \((record.number ?? record.native).inJSON)}",
            "version: \(facts.catalogue.version.inJSON)", "facts:",
        ]
        for group in facts.catalogue.groups {
            lines += ["", "  # \(group.title[language])"]
            for fact in facts.catalogue.facts where fact.group == group.id { lines += entry(fact) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ definition: FactDefinition) -> [String] {
        var lines = ["", "  # \(definition.label[language]) \(hint(definition))"]
        if let help = definition.help { lines.append("  # \(help[language])") }
        if let unread = facts.unread[definition.id] {
            lines.append("  # history says: \(unread.inJSON), which is no answer here")
        }
        if withdrawn.contains(definition.id) { return lines + ["  \(definition.id): \(FactFile.withdrawnWord)"] }
        if let fact = statements[definition.id] { return lines + statement(fact, definition) }
        guard let fact = facts[definition.id], case .history(let field) = fact.origin else {
            return lines + ["  \(definition.id): unknown"]
        }
        // The word stands for whatever history tells today: a later import may know better.
        return lines + ["  # history: \(yaml(fact.value, definition)) (\(field), \(place))", "  \(definition.id): \(FactFile.historyWord)"]
    }

    private func hint(_ definition: FactDefinition) -> String {
        let choices = (facts.catalogue.choices(of: definition) ?? []).map(\.id)
        let words =
            switch definition.type {
            case .yesNo: "yes or no"
            case .text: "text"
            case .texts: "list: [first, second]"
            case .leis: "list of LEI codes"
            case .choice: "one of: \(choices.joined(separator: ", "))"
            case .choices, .countries: "list of: \(choices.joined(separator: ", "))"
            case .number: "number"
            case .percent: "per cent"
            case .amount: "amount"
            case .minutes: "minutes"
            case .time: "time"
            }
        return "(\(words))"
    }

    private func statement(_ fact: Fact, _ definition: FactDefinition) -> [String] {
        var parts = ["value: \(yaml(fact.value, definition))"]
        if let basis = fact.basis { parts.append("basis: \(basis.rawValue)") }
        if case .person(let source, let at) = fact.origin {
            if let source { parts.append("source: \(source.inJSON)") }
            if let at { parts.append("at: \(local(at))") }
        }
        if parts.count == 1 { return ["  \(definition.id): \(yaml(fact.value, definition))"] }
        let oneLine = "  \(definition.id): {\(parts.joined(separator: ", "))}"
        return oneLine.count <= 140 ? [oneLine] : ["  \(definition.id):"] + parts.map { "    \($0)" }
    }

    private func yaml(_ value: FactValue, _ definition: FactDefinition) -> String {
        switch value {
        case .yesNo(let isYes): isYes ? "yes" : "no"
        case .number: value.plain
        case .time(let stamp): local(stamp.instant)
        case .text(let text): definition.type == .choice ? text : text.inJSON
        case .texts(let texts): "[\(texts.map { definition.type == .texts ? $0.inJSON : $0 }.joined(separator: ", "))]"
        }
    }

    /// ISO 8601 with the offset of the zone.
    private func local(_ instant: Instant) -> String { instant.iso(in: zone) }
}
