import ConstatMetrics
import ConstatModel

/// Where the sheets of a pack hold what its metrics rest on, by the names that are defined for it.
struct FigureRanges {
    /// The columns of one sheet.
    struct Part {
        /// The name of a metric's values, of what they are parts of, and of the severities.
        let values: String
        let bases: String
        let severities: String
    }

    /// One table on its sheets.
    struct Placed {
        let table: PackTable
        /// The names of its sheets, and how many rows each holds.
        let sheets: [(name: String, rows: Int)]
        /// Where rows begin on each of them.
        let firstRow: Int

        /// The range of a column on one of its sheets.
        func range(_ column: PackColumn, _ sheet: Int) -> String {
            let letters = SheetPrint.letters(table.position(of: column) ?? 0)
            let last = firstRow + max(sheets[sheet].rows, 1) - 1
            return "'\(sheets[sheet].name)'!$\(letters)$\(firstRow):$\(letters)$\(last)"
        }
    }

    private let byMetric: [String: [Part]]
    /// Every name with its range.
    let names: [(name: String, range: String)]

    init(_ tables: [Placed]) {
        var (parts, names): ([String: [Part]], [(String, String)]) = ([:], [])
        for placed in tables {
            for sheet in placed.sheets.indices {
                let suffix = (sheet == 0 ? "" : "_\(sheet + 1)")
                let severities = Self.name("severity \(placed.table.name)") + suffix
                names.append((severities, placed.range(.severity, sheet)))
                for metric in placed.table.metrics {
                    let (values, bases) = (Self.name(metric.id) + suffix, Self.name("\(metric.id) base") + suffix)
                    names.append((values, placed.range(.outcome(metric.id), sheet)))
                    if placed.table.columns.contains(.base(metric.id)) { names.append((bases, placed.range(.base(metric.id), sheet))) }
                    parts[metric.id, default: []].append(Part(values: values, bases: bases, severities: severities))
                }
            }
        }
        (byMetric, self.names) = (parts, names)
    }

    /// The parts of a metric, one for each sheet; empty where no sheet holds its values.
    subscript(metric: String) -> [Part] { byMetric[metric] ?? [] }

    private static func name(_ words: String) -> String { String(words.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }
}
