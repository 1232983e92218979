public import ConstatModel

extension ReportDocument {
    /// Writes all tables as a workbook with charts of its own; it appears whole or not at all.
    public func writeBook(to path: String, _ words: Words, asOf: Instant) throws(WorkbookFault) {
        let book = try WorkbookFile(path: path, title: page.pageTitle, author: "Constat", asOf: asOf)
        do throws(WorkbookFault) {
            for sheet in ReportBook(page: page, words: words).sheets { try book.add(sheet.name).write(sheet) }
        } catch {
            book.abandon()
            throw error
        }
        _ = try book.close()
    }
}

/// The sheets of a report: the first screen, then one for each table or row of small pictures.
struct ReportBook {
    let page: ReportPage
    let words: Words

    var sheets: [Sheet] {
        let first = first
        var names: Set<String> = [first.name.lowercased()]
        let tables = page.sections.flatMap { section in section.parts.flatMap(joined).map { (section, $0) } }
        return [first] + tables.map { section, table in sheet(table, section, &names) }
    }

    /// What the page shows first.
    private var first: Sheet {
        let rows: [[Cell]] = page.tiles.map { tile in
            [
                .text(tile.title), .text(tile.statistic), tile.figure.cell,
                .text(tile.sub + tile.subs.map(\.text).joined(separator: " – ")),
                .text(tile.goal), .text(tile.compare),
            ] + tile.bases.map(\.cell.cell)
        }
        var sheet = Sheet(
            name: words("report.tiles"), note: "\(page.pageTitle) · \(page.head.joined(separator: " · "))",
            columns: zip(words.list("report.tileHead"), [34, 12, 14, 24, 30, 40, 10, 10, 10]).map {
                Sheet.Column(title: $0.0, width: $0.1)
            },
            rows: rows)
        sheet.preface =
            page.sentences.map { [.heading($0.lead), .text($0.text)] }
            + (page.noDecisions + page.decisions).map { [.text("•"), .text($0)] }
        return sheet
    }

    /// Small pictures with the same steps become one table; all else stays as it is.
    private func joined(_ part: ReportPage.Part) -> [PageTable] {
        let charts = part.charts.map(\.table)
        let others = (part.tables + part.courses.map(\.table)).filter { !$0.isEmpty }
        guard charts.count > 1, Set(charts.map { $0.rows.map(\.name.text) }).count == 1, let one = charts.first else {
            return charts + others
        }
        let head = [one.head[0].text] + charts.flatMap { table in table.head.dropFirst().map { words.language.pair(table.title, $0.text) } }
        var all = PageTable(
            charts.map(\.title).joined(separator: ", "), head, numbers: Set(1..<head.count),
            one.rows.indices.map { row in [one.rows[row].name] + charts.flatMap { $0.rows[row].cells } })
        all.drawing = .lines
        // The first number of each picture is the one that is drawn.
        all.drawn = charts.indices.map { 1 + $0 * (one.head.count - 1) }
        return [all] + others
    }

    private func sheet(_ table: PageTable, _ section: ReportPage.Section, _ names: inout Set<String>) -> Sheet {
        let columns = table.head.enumerated().map { index, head in
            let longest = table.lines.map { $0[index].text.count }.max() ?? 0
            return Sheet.Column(
                title: head.text, width: Double(min(max(longest + 3, index == 0 ? 22 : 11), 60)), isWrapped: longest > 57)
        }
        let hours = table.lines.joined().contains { if case .hours = $0.cell { true } else { false } }
        let note = [section.title, table.title == section.title ? "" : table.title, hours ? words("report.inHours") : ""]
        var sheet = Sheet(
            name: Self.name(section.title, &names), note: note.filter { !$0.isEmpty }.joined(separator: " · "), columns: columns,
            rows: table.lines.map { $0.map(\.cell) })
        sheet.charts = [chart(table)].compactMap(\.self)
        return sheet
    }

    private func chart(_ table: PageTable) -> Sheet.Chart? {
        guard let drawing = table.drawing, !table.isEmpty, table.head.count > 1 else { return nil }
        let drawn = table.drawn ?? Array(1..<(drawing == .columns ? table.head.count : 2))
        let kind: Sheet.Chart.Kind =
            switch drawing {
            case .columns: .columns
            case .lines: .lines
            case .bars: .bars
            }
        return Sheet.Chart(
            title: table.title, unit: "", rows: 0..<table.rows.count, names: 0, series: drawn.map { (table.head[$0].text, $0) },
            place: (row: table.rows.count + 7, column: 0), kind: kind)
    }

    /// At most 31 letters, none of those that a tab cannot have, and each once.
    private static func name(_ title: String, _ names: inout Set<String>) -> String {
        let plain = String(title.map { "[]:*?/\\'".contains($0) ? " " : $0 }.prefix(27)).trimmingSpaces
        let name = ([plain] + (2...999).map { "\(plain) \($0)" }).first { !names.contains($0.lowercased()) } ?? plain
        names.insert(name.lowercased())
        return name
    }
}

extension String {
    /// No blanks at the ends, and one at most between words.
    var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
