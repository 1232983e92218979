import ConstatModel
import ConstatYAML

/// Reads a fact file on to its end and keeps every fault.
struct FactFileReader {
    let catalogue: FactCatalogue
    let asOf: Instant?
    private(set) var faults: [YAMLFault] = []
    /// Facts that are struck out.
    private(set) var withdrawn: Set<String> = []
    /// Where each fact that is known stands.
    private(set) var places: [String: YAMLValue] = [:]

    init(catalogue: FactCatalogue, asOf: Instant?) { (self.catalogue, self.asOf) = (catalogue, asOf) }

    mutating func identity(_ value: YAMLValue) -> (tenant: String, source: String, native: String)? {
        do throws(YAMLFault) {
            try value.allow(["case", "version", "facts"])
            _ = try value.required("facts")
            let identity = try value.required("case")
            try identity.allow(["tenant", "source", "native", "number"])
            return (
                try identity.required("tenant").asText(), try identity.required("source").asText(), try identity.required("native").asText()
            )
        } catch {
            faults.append(error)
            return nil
        }
    }

    /// - Parameter list: a mapping of facts.
    mutating func statements(_ list: YAMLValue?) -> [String: Fact] {
        var facts: [String: Fact] = [:]
        guard let list else { return [:] }
        guard let entries = list.entries else {
            faults.append(list.fault("a mapping of facts is expected here", remedy: "write fact: value below facts:"))
            return [:]
        }
        for entry in entries {
            guard let id = entry.key.text, let definition = catalogue[id] else {
                faults.append(unknown(entry.key))
                continue
            }
            if entry.value.isPlainWord([FactFile.withdrawnWord]) {
                withdrawn.insert(id)
                continue
            }
            do throws(YAMLFault) {
                guard let fact = try statement(entry.value, definition) else { continue }
                (facts[id], places[id]) = (fact, entry.value)
            } catch { faults.append(error) }
        }
        faults += catalogue.orderFaults(places) { facts[$0]?.value.stamp }
        return facts
    }

    private func unknown(_ key: YAMLValue) -> YAMLFault {
        let word = key.text ?? ""
        let near = catalogue.facts.map(\.id).min { $0.distance(to: word) < $1.distance(to: word) }
        return key.fault("\(word) is no fact", remedy: near.map { "is \($0) meant? Every fact stands in Controls/facts.yaml" })
    }

    /// `yes`, or `{value: yes, basis: estimate, source: …, at: …}`; nil for what is unknown.
    private func statement(_ value: YAMLValue, _ definition: FactDefinition) throws(YAMLFault) -> Fact? {
        guard value.entries != nil else {
            return try factValue(value, definition).map { Fact($0, origin: .person(source: nil, at: nil)) }
        }
        try value.allow(["value", "basis", "source", "at"])
        let basis: Fact.Basis? = try value["basis"].map { (value) throws(YAMLFault) in try value.asOneOf("basis") }
        let at = try value["at"].map { (value) throws(YAMLFault) in try instant(value) }
        let source = try value["source"]?.asText()
        return try factValue(value.required("value"), definition).map {
            Fact($0, basis: basis, origin: .person(source: source, at: at))
        }
    }

    private func factValue(_ value: YAMLValue, _ definition: FactDefinition) throws(YAMLFault) -> FactValue? {
        if value.isPlainWord(["", "~", "null", "unknown", FactFile.historyWord]) { return nil }
        let read = try shape(value, definition)
        if let (problem, remedy) = definition.fault(in: read, catalogue) {
            throw value.fault("\(definition.id): \(problem)", remedy: remedy)
        }
        return read
    }

    private func shape(_ value: YAMLValue, _ definition: FactDefinition) throws(YAMLFault) -> FactValue {
        func wrong(_ wanted: String) -> YAMLFault {
            value.fault("\(definition.id) is not \(wanted)", remedy: "write \(wanted), or unknown")
        }
        if definition.type.isList {
            guard let items = value.items else {
                throw wrong(
                    definition.list == nil && definition.type != .countries
                        ? "a list, e.g. [first, second]" : "a list of words, e.g. [\(example(definition))]")
            }
            let texts = items.compactMap(\.text)
            guard texts.count == items.count, !texts.contains(where: { $0.isBlank || $0.lowercased() == "unknown" }) else {
                throw wrong("a list of words")
            }
            return .texts(texts)
        }
        guard let text = value.text else { throw wrong("one value") }
        switch definition.type {
        case .yesNo:
            guard let answer = ["yes": true, "no": false, "true": true, "false": false][text] else { throw wrong("yes or no") }
            return .yesNo(answer)
        case .time: return .time(Stamp(try instant(value), .reported))
        case .number, .percent, .amount, .minutes:
            guard let number = Thousandths.of(text), text.allSatisfy({ "0123456789.-+".contains($0) }) else {
                throw wrong(definition.type == .minutes ? "a number of minutes, e.g. 90" : "a number, e.g. 1200 or 12.5")
            }
            return .number(number)
        default:
            guard !text.isBlank else { throw wrong("a text") }
            return .text(text)
        }
    }

    private func example(_ definition: FactDefinition) -> String {
        (catalogue.choices(of: definition) ?? []).prefix(2).map(\.id).joined(separator: ", ")
    }

    private func instant(_ value: YAMLValue) throws(YAMLFault) -> Instant {
        guard let text = value.text, let instant = Instant(iso: text) else {
            throw value.fault("this is no instant with its zone", remedy: "write 2026-10-08T06:47:00+02:00, or unknown")
        }
        if let asOf, instant > asOf {
            throw value.fault("this lies after \(asOf.iso), the instant spoken of", remedy: "state what has happened, or see --as-of")
        }
        return instant
    }
}

extension YAMLValue {
    /// Whether this is one of some words, written without quotes.
    fileprivate func isPlainWord(_ words: Set<String>) -> Bool {
        if case .scalar(let text, isPlain: true) = content { words.contains(text.lowercased()) } else { false }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// How many letters to add, drop or change: Levenshtein's distance.
    fileprivate func distance(to other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for letter in self {
            var corner = row[0]
            row[0] += 1
            for (column, it) in other.enumerated() {
                let change = corner + (it == letter ? 0 : 1)
                corner = row[column + 1]
                row[column + 1] = Swift.min(change, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[other.count]
    }
}
