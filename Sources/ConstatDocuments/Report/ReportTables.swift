import ConstatModel

extension ReportDocument {
    /// A table for other programs: numbers not rounded, durations in milliseconds, shares from 0 to 1; the first row names the columns.
    public struct Table {
        /// `flow-1`: the section and the number of the table in it.
        public let name: String
        public let rows: [[String]]
    }

    /// Every table of the report, those behind its charts included.
    public var tables: [Table] {
        page.sections.flatMap { section in
            section.tables.enumerated().map { index, table in
                Table(name: "\(section.id)-\(index + 1)", rows: [table.head.map(\.text)] + table.lines.map { $0.map(\.raw) })
            }
        }
    }
}

extension ReportPage.Section {
    /// In the order of the page.
    var tables: [PageTable] { parts.flatMap { $0.charts.map(\.table) + $0.tables + $0.courses.map(\.table) }.filter { !$0.isEmpty } }
}

extension PageCell {
    /// The number itself; else the text, and nothing for a dash.
    fileprivate var raw: String {
        if let mark = marks.first { return mark.number }
        return switch cell {
        case .count(let count): "\(count)"
        case .share(let number), .number(let number), .hours(let number): number == number.rounded() ? "\(Int64(number))" : "\(number)"
        case .date(let instant): instant.iso
        case .blank: ""
        default: text
        }
    }
}
