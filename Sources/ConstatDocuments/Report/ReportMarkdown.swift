extension ReportDocument {
    /// For a ticket or a mail: the first screen, and every section with its tables.
    public var markdown: String {
        let page = page
        var lines = ["# " + language.pair(page.kicker.harmlessInMarkdown, page.period), ""]
        lines.append((page.classification + page.head).map(\.harmlessInMarkdown).joined(separator: " · "))
        for sentence in page.sentences {
            lines += ["", (sentence.lead.isEmpty ? "" : "**\(sentence.lead)** ") + sentence.text.harmlessInMarkdown]
        }
        lines += [""] + summary(page.tiles)
        lines += ["", "## \(page.decisionsTitle)", ""]
        lines += page.noDecisions + page.decisions.map { "- \($0.harmlessInMarkdown)" }
        for section in page.sections { lines += self.lines(of: section) }
        return (lines + ["", "---", "", page.footer]).joined(separator: "\n") + "\n"
    }

    private func summary(_ tiles: [ReportTile]) -> [String] {
        tiles.map { tile in
            let range = tile.sub + tile.subs.map(\.text).joined(separator: " – ")
            let base = tile.bases.map { "\($0.word) \($0.cell.text)" }.joined(separator: " · ")
            let parts = [range, tile.goal, tile.compare, base].filter { !$0.isEmpty }.map(\.harmlessInMarkdown)
            return "- **\(language.pair(tile.title.harmlessInMarkdown, tile.figure.text))** · " + parts.joined(separator: " · ")
        }
    }

    private func lines(of section: ReportPage.Section) -> [String] {
        var lines = ["", "## \(section.title.harmlessInMarkdown)"]
        for text in section.notes + section.empty { lines += ["", text.harmlessInMarkdown] }
        for part in section.parts {
            for chart in part.charts {
                let caption = chart.caption.harmlessInMarkdown
                let title = chart.value.first.map { language.pair(caption, $0.text) } ?? caption
                let base = chart.bases.map { " · \($0.harmlessInMarkdown)" }.joined()
                lines += ["", "**\(title)**\(base)", ""] + table(chart.table)
            }
            for table in part.tables { lines += ["", "**\(table.title.harmlessInMarkdown)**", ""] + self.table(table) }
            for course in part.courses { lines += ["", "**\(course.caption.harmlessInMarkdown)**", ""] + table(course.table) }
            for definition in part.glossary.flatMap(\.definitions) {
                lines += [
                    "",
                    "**\(definition.title)** (`\(definition.id)`) \(definition.text.harmlessInMarkdown) \(definition.source.harmlessInMarkdown)",
                ]
            }
            for text in part.lines { lines += ["", text.harmlessInMarkdown] }
        }
        return lines
    }

    private func table(_ table: PageTable) -> [String] {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = table.head.map { $0.style.hasPrefix("num") ? "---:" : "---" }
        return [line(table.head.map(\.text.harmlessInMarkdown)), line(rule)]
            + table.lines.map { line($0.map(\.text.harmlessInMarkdown)) }
    }
}
