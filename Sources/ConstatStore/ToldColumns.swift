import ConstatModel

/// Turns what smaller kinds tell as text into columns of numbers.
final class ToldColumns {
    /// Texts by numbers of their own, below those of the store's terms.
    private var codes: [String: Int32] = [:]

    /// - Parameters:
    ///   - facts: of one record, by name.
    ///   - wanted: which of them become columns.
    func add(_ facts: [String: String], _ wanted: [RecordKind.Value], _ row: Int, _ columns: inout RecordColumns) {
        for value in wanted {
            guard let text = facts[value.name] else { continue }
            let place = Place(value: value.name)
            guard let number = number(text, value, place, row, &columns) else { continue }
            if columns[place].isEmpty { columns[place] = Array(repeating: RecordColumns.missing, count: columns.count) }
            columns.values[place.index][row] = number
        }
    }

    private func number(_ text: String, _ value: RecordKind.Value, _ place: Place, _ row: Int, _ columns: inout RecordColumns) -> Int64? {
        switch value.form {
        case .instant:
            guard let stamp = Stamp(told: text) else { return nil }
            if stamp.precision.isCoarse { columns.dayOnly[row] |= 1 << Int64(place.index) }
            return stamp.instant.milliseconds
        case .number: return Thousandths.of(text)
        case .word: return value.words.firstIndex(of: text).map(Int64.init)
        case .text, .prose: return Int64(code(text, &columns))
        }
    }

    private func code(_ text: String, _ columns: inout RecordColumns) -> Int32 {
        let code = codes[text] ?? -2 - Int32(codes.count)
        codes[text] = code
        columns.names[code] = text
        return code
    }
}
