import ConstatModel

/// The sheet of the sample: how it was drawn, the records, and room for the auditor's ticks.
struct SampleSheet {
    let sampling: Sampling
    let words: Words
    let results: [SampleDraw.Result]

    func sheet(_ sheets: PackSheets) -> Sheet {
        let ticks = words.list("pack.ticks")
        return Sheet(
            name: sheets.name("sample"), note: words("pack.sampleNote"), preface: preface,
            columns: sheets.columns(
                "sample", [24, 14, 9, 14, 40, 14, 14, 22, 22, 7, 7, 7, 7, 30, 30, 16, 14],
                toFill: [9: ticks, 10: ticks, 11: ticks, 12: ticks, 13: [], 14: [], 15: [], 16: []]),
            rows: rows)
    }

    /// The selected records of each stratum, then its replacements.
    var rows: [[Cell]] { results.flatMap(rows) }

    private var preface: [[Cell]] {
        var lines: [[Cell]] = [
            [.heading(words("pack.sampleMethod")), .text(words("pack.sampleMethodText"))],
            [.heading(words("pack.sampleSeed")), .text(sampling.seed)],
            [.heading(words("pack.sampleSize")), .text(why(sampling.size))],
        ]
        for result in results {
            let text = words(
                "pack.sampleStratum",
                [
                    "population": Figure.count(result.population), "selected": Figure.count(result.selected.count),
                    "replacements": Figure.count(result.replacements.count),
                ])
            lines.append([.heading(name(result.stratum)), .text(text)])
        }
        return lines + words.list("pack.attributes").map { [.blank, .text($0)] }
    }

    private func why(_ size: Sampling.Size) -> String {
        switch size {
        case .judgement(let count): words("pack.sampleJudgement", ["count": "\(count)"])
        case .attribute(let confidence, let tolerable):
            words("pack.sampleAttribute", ["confidence": "\(confidence)", "tolerable": "\(tolerable)"])
        }
    }

    private func name(_ stratum: SampleDraw.Stratum) -> String {
        let kind = words("pack.stratum.\(stratum.kind.word)")
        guard sampling.bySeverity else { return kind }
        return kind + " · " + (stratum.severity.map { words.word("severity", $0.word) } ?? Figure.nothing)
    }

    private func rows(_ result: SampleDraw.Result) -> [[Cell]] {
        result.selected.map { row($0, result, "selected") } + result.replacements.map { row($0, result, "replacement") }
    }

    private func row(_ drawn: SampleDraw.Drawn, _ result: SampleDraw.Result, _ role: String) -> [Cell] {
        [
            .text(name(result.stratum)), .text(words("pack.\(role)")), .count(drawn.position), .text(drawn.source), .text(drawn.native),
            .text(drawn.tenant), .optional(drawn.severity.map { words.word("severity", $0.word) }), drawn.raised.map(Cell.date) ?? .blank,
            .text(String(drawn.digest.prefix(16))),
        ] + [Cell](repeating: .blank, count: 8)
    }
}
