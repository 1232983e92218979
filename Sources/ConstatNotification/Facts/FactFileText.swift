public import ConstatModel

/// Writes a fact file: what history tells with its origin, what persons stated as they did, the rest unknown.
public struct FactFileText {
    /// What a source begins with that the tool wrote from history.
    static let historyMark = "history: "

    private let facts: CaseFacts
    private let statements: [String: Fact]
    private let zone: Zone
    private let language: Language
    /// `import 3, row 12`.
    private let place: String

    /// - Parameters:
    ///   - statements: what a file that is there already states; kept as it is.
    ///   - place: where history has the case from, e.g. `import 3, row 12`.
    public init(_ facts: CaseFacts, statements: [String: Fact], place: String, zone: Zone, language: Language) {
        (self.facts, self.statements, self.place, self.zone, self.language) = (facts, statements, place, zone, language)
    }

    /// YAML, one entry per fact, in the order of the catalogue.
    public var text: String {
        let record = facts.record
        var lines = [
            "# Facts of one case, for every authority and every stage. Write the value in place of unknown: nothing is guessed.",
            "# A value may stand alone, or as {value: …, basis: actual or estimate, source: who says so, at: since when}.",
            "# Times with their zone, e.g. 2026-10-08T06:47:00+02:00. Amounts in whole \(facts.entity["currency"] ?? "EUR").",
            "case: {tenant: \(quoted(record.tenant)), source: \(quoted(record.source)), native: \(quoted(record.native)), "
                + "number: \(quoted(record.number ?? record.native))}",
            "version: \(quoted(facts.catalogue.version))", "facts:",
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
            lines.append("  # history says: \(quoted(unread)), which is no answer here")
        }
        guard let fact = statements[definition.id] ?? facts[definition.id].flatMap(fromHistory) else {
            return lines + ["  \(definition.id): unknown"]
        }
        return lines + statement(fact, definition)
    }

    private func fromHistory(_ fact: Fact) -> Fact? { if case .history = fact.origin { fact } else { nil } }

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
        switch fact.origin {
        case .history(let field): parts.append("source: \(quoted("\(Self.historyMark)\(field), \(place)"))")
        case .person(let source, let at):
            if let source { parts.append("source: \(quoted(source))") }
            if let at { parts.append("at: \(local(at))") }
        default: break
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
        case .text(let text): definition.type == .choice ? text : quoted(text)
        case .texts(let texts): "[\(texts.map { definition.type == .texts ? quoted($0) : $0 }.joined(separator: ", "))]"
        }
    }

    /// ISO 8601 with the offset of the zone.
    private func local(_ instant: Instant) -> String { instant.iso(in: zone) }

    /// A JSON text is a YAML text.
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029:
                quoted += "\\u" + padded(scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private func padded(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
