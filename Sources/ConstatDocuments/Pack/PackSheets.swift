import ConstatControls
import ConstatModel
import ConstatMetrics

/// Builds the sheets of an evidence pack that are no sheets of records.
struct PackSheets {
    let data: PackData
    let words: Words

    var language: Language { words.language }

    func name(_ sheet: String) -> String { words("pack.sheet.\(sheet)") }

    /// The columns of a head, with their widths.
    ///
    /// - Parameter toFill: those that a person fills in, with what can be chosen there.
    func columns(
        _ head: String, _ widths: [Double], wrapped: Set<Int> = [], toFill: [Int: [String]] = [:]
    ) -> [Sheet.Column] {
        words.list("pack.\(head)Head").enumerated().map { index, title in
            Sheet.Column(
                title: title, width: index < widths.count ? widths[index] : 14, isWrapped: wrapped.contains(index), choices: toFill[index])
        }
    }

    var title: String {
        words("pack.title", ["framework": data.framework.shortTitle[language], "period": words.name(of: data.period)])
    }

    var cover: Sheet {
        func line(_ key: String, _ value: Cell) -> [Cell] { [.heading(words("pack.\(key)")), value] }
        let rows: [[Cell]] = [
            [.heading(title)], [],
            line("state", .text(words(data.isFinal ? "pack.finalState" : "pack.draftState"))),
            line("purpose", .text(words("pack.purposeText"))),
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
            columns: [Sheet.Column(title: "", width: 26), Sheet.Column(title: "", width: 72, isWrapped: true)], rows: rows, isTable: false)
    }

    var readMe: Sheet {
        let rows = words.list("pack.readme").enumerated().map { [Cell.count($0.offset + 1), .text($0.element)] }
        return Sheet(
            name: name("readme"), note: words("pack.readmeNote"),
            columns: [Sheet.Column(title: "", width: 5), Sheet.Column(title: "", width: 94, isWrapped: true)], rows: rows, isTable: false)
    }

    var ipe: Sheet {
        let rows = data.receipts.map { receipt -> [Cell] in
            let counts = receipt.counts
            // Of a file that holds other tenants too, how much of it is theirs is not told.
            let isShared = receipt.isShared(with: data.tenant)
            func count(_ number: Int) -> Cell { isShared ? .blank : .count(number) }
            let control = isShared ? nil : receipt.control
            return [
                .count(receipt.number), .text(receipt.file), .text(receipt.source), .text(words("kind.\(receipt.kind.word)")),
                .text(receipt.profile), .count(receipt.profileVersion), .text(receipt.zone), .optional(receipt.tenant),
                .count(Int(receipt.bytes)), .text(receipt.sha256), count(counts.rows), count(counts.stored),
                count(counts.updated), count(counts.unchanged), count(counts.repeated), count(counts.superseded), count(counts.history),
                count(counts.refused), control.map { .count($0.total) } ?? .blank, control.map { .count($0.total - $0.rows) } ?? .blank,
                count(receipt.remarkCount), .date(receipt.importedAt), .text(receipt.tool), .text(receipt.previousHash),
                .text(receipt.hash), .blank, .blank, .blank, .blank,
            ]
        }
        return Sheet(
            name: name("ipe"), note: words("pack.ipeNote"),
            columns: columns(
                "ipe", [8, 36, 12, 9, 20, 9, 14, 14, 13, 68, 11, 12, 12, 12, 12, 12, 12, 10, 12, 11, 11, 20, 16, 68, 68, 16, 20, 20, 34],
                toFill: [25: [], 26: [], 27: [], 28: []]), rows: rows)
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

    var changes: Sheet {
        let rows = data.changes.map { change -> [Cell] in
            [
                .text(words("pack.change.\(change.subject.rawValue)")), .text(change.name), change.at.map(Cell.date) ?? .blank,
                .text(words.word("pack.change", change.what)), change.receipt.map(Cell.count) ?? .blank, .blank,
            ]
        }
        return Sheet(
            name: name("changes"), note: words("pack.changesNote"),
            columns: columns("changes", [16, 44, 20, 60, 10, 30], wrapped: [3], toFill: [5: []]), rows: rows)
    }

    /// - Parameter files: of the pack, by name, size and SHA-256; the workbook itself and what is written after it are not in it.
    func manifest(_ files: [PackFile]) -> Sheet {
        let settings = data.configuration.map {
            [Cell.text($0.file), .text(words("pack.role.settings")), .count($0.bytes), .text($0.sha256)]
        }
        let rows =
            [settings].compactMap(\.self)
            + data.receipts.map { receipt -> [Cell] in
                [.text(receipt.file), .text(words("pack.role.input")), .count(Int(receipt.bytes)), .text(receipt.sha256)]
            } + files.map { [.text($0.name), .text(words("pack.role.document")), .count($0.bytes), .text($0.sha256)] }
        return Sheet(
            name: name("manifest"), note: words("pack.manifestNote"), columns: columns("manifest", [60, 14, 14, 68]), rows: rows)
    }
}
