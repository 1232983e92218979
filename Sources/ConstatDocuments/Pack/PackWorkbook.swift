import ConstatControls
import ConstatModel
import ConstatMetrics

extension Workbook {
    /// The auditor's workbook.
    public init(_ data: PackData, _ words: Words) {
        let sheets = PackSheets(data: data, words: words)
        title = words(
            "pack.title",
            [
                "framework": data.framework.shortTitle[words.language], "period": words.name(of: data.period),
            ])
        author = data.provider ?? data.organisation
        asOf = data.asOf
        self.sheets =
            [sheets.cover(title), sheets.readMe, sheets.controls, sheets.ipe, sheets.reconciliation] + sheets.population
            + [sheets.metrics, sheets.exceptions, sheets.restatements, sheets.manifest]
    }
}

/// Builds the sheets of an evidence pack in their order.
struct PackSheets {
    /// A sheet holds 1 048 576 rows; the population goes on in a further sheet before that.
    static let rowsPerSheet = 1_000_000

    let data: PackData
    let words: Words
    /// The zone each import was read in, by its number.
    let zones: [Int: Zone]

    init(data: PackData, words: Words) {
        (self.data, self.words) = (data, words)
        zones = Dictionary(data.receipts.map { ($0.number, Zone($0.zone) ?? .utc) }, uniquingKeysWith: { first, _ in first })
    }

    var language: Language { words.language }

    func name(_ sheet: String) -> String { words("pack.sheet.\(sheet)") }

    func columns(_ head: String, _ widths: [Double], wrapped: Set<Int> = []) -> [Column] {
        words.list("pack.\(head)Head").enumerated().map { index, title in
            Column(title: title, width: index < widths.count ? widths[index] : 14, isWrapped: wrapped.contains(index))
        }
    }

    func cover(_ title: String) -> Sheet {
        func line(_ key: String, _ value: Cell) -> [Cell] { [.heading(words("pack.\(key)")), value] }
        let rows: [[Cell]] = [
            [.heading(title)], [],
            line("state", .text(words("pack.draftState"))),
            line("entity", .text(data.organisation)),
            line("provider", .optional(data.provider)),
            line("framework", .text("\(data.framework.title[language]) (\(data.framework.version))")),
            line("period", .text(data.period.name)), line("zone", .text(data.period.zone.name)),
            line("from", .date(data.period.start)), line("until", .date(data.period.end)),
            line("classification", .optional(data.classification)),
            line("asOf", .date(data.asOf)), line("tool", .text("Constat \(data.tool)")), line("packID", .text(data.packID)),
            line("chain", .text(data.receipts.last.map { "\($0.number) · \($0.hash)" } ?? Figure.nothing)), [],
            line("preparedBy", .blank), line("preparedOn", .blank), line("reviewedBy", .blank), line("reviewedOn", .blank),
        ]
        return Sheet(
            name: name("cover"), note: words("pack.coverNote"),
            columns: [Column(title: "", width: 26), Column(title: "", width: 72, isWrapped: true)], rows: rows, isTable: false)
    }

    var readMe: Sheet {
        let rows = words.list("pack.readme").enumerated().map { [Cell.count($0.offset + 1), .text($0.element)] }
        return Sheet(
            name: name("readme"), note: words("pack.readmeNote"),
            columns: [Column(title: "", width: 5), Column(title: "", width: 94, isWrapped: true)], rows: rows, isTable: false)
    }

    var controls: Sheet {
        let rows = data.evidence.map { evidence -> [Cell] in
            let figures = evidence.measurements.map { measurement in
                let title = MetricCatalogue.metric(measurement.metric)?.title[language] ?? measurement.metric
                return "\(title): \(Figure.value(measurement, language)) (n \(measurement.n))"
            }
            return [
                .text(evidence.control.id), .text(evidence.control.label), .text(evidence.control.title[language]),
                .text(evidence.control.summary[language]), .text(words("evidenceStatus.\(evidence.status.rawValue)")),
                .text(figures.joined(separator: "\n")), .text(evidence.because[language]), .text(evidence.control.confidence),
                .blank,
            ]
        }
        return Sheet(
            name: name("controls"), note: words("pack.controlsNote"),
            columns: columns("controls", [16, 18, 30, 48, 18, 40, 48, 8, 24], wrapped: [2, 3, 5, 6]), rows: rows)
    }

    var ipe: Sheet {
        let rows = data.receipts.map { receipt -> [Cell] in
            let counts = receipt.counts
            // Of a file that holds other tenants too, how much of it is theirs is not told.
            func count(_ number: Int) -> Cell { receipt.isShared(with: data.tenant) ? .blank : .count(number) }
            return [
                .count(receipt.number), .text(receipt.file), .text(receipt.source), .text(words("kind.\(receipt.kind.word)")),
                .text(receipt.profile), .count(receipt.profileVersion), .text(receipt.zone), .optional(receipt.tenant),
                .count(Int(receipt.bytes)), .text(receipt.sha256), count(counts.rows), count(counts.stored),
                count(counts.updated), count(counts.unchanged), count(counts.repeated), count(counts.superseded), count(counts.history),
                count(counts.refused),
                count(receipt.remarkCount), .date(receipt.importedAt), .text(receipt.tool), .text(receipt.previousHash),
                .text(receipt.hash),
            ]
        }
        return Sheet(
            name: name("ipe"), note: words("pack.ipeNote"),
            columns: columns("ipe", [8, 36, 12, 9, 20, 9, 14, 14, 13, 68, 11, 12, 12, 12, 12, 12, 12, 10, 11, 20, 16, 68, 68]), rows: rows)
    }

    var restatements: Sheet {
        let rows = data.restatements.map { restatement -> [Cell] in
            [
                .text(restatement.freeze.period), .text(restatement.key.metric),
                .text(restatement.key.group.map { words.word("severity", $0.word) }.joined(separator: " ")),
                .optional(restatement.old.map { Figure.value($0, language) }), restatement.old.map { .count($0.n) } ?? .blank,
                .optional(restatement.new.map { Figure.value($0, language) }), restatement.new.map { .count($0.n) } ?? .blank,
                .text(words.causes(restatement.causes)),
            ]
        }
        return Sheet(
            name: name("restatements"), note: words("pack.restatementsNote"),
            columns: columns("restatements", [12, 28, 14, 16, 10, 16, 10, 48]), rows: rows)
    }

    var manifest: Sheet {
        let settings = data.configuration.map {
            [Cell.text($0.file), .text(words("pack.role.settings")), .count($0.bytes), .text($0.sha256)]
        }
        let rows =
            [settings].compactMap(\.self)
            + data.receipts.map { receipt -> [Cell] in
                [.text(receipt.file), .text(words("pack.role.input")), .count(Int(receipt.bytes)), .text(receipt.sha256)]
            }
        return Sheet(
            name: name("manifest"), note: words("pack.manifestNote"), columns: columns("manifest", [44, 10, 14, 68]), rows: rows)
    }
}
