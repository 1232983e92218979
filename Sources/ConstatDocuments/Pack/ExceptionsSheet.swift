import ConstatMetrics
import ConstatModel

/// The sheet of exceptions: records that broke a target or cannot be right, one by one; then what was left out, summed up.
struct ExceptionsSheet {
    let data: PackData
    let words: Words
    let tally: PackTally

    var sheet: Sheet {
        let sheets = PackSheets(data: data, words: words)
        return Sheet(
            name: sheets.name("exceptions"), note: words("pack.exceptionsNote"),
            columns: sheets.columns(
                "exceptions", [28, 12, 12, 34, 14, 12, 48, 10, 30, 30, 18, 12, 14], wrapped: [6],
                toFill: [8: [], 9: [], 10: [], 11: [], 12: words.list("pack.exceptionStates")]),
            rows: single + further + summed)
    }

    private var single: [[Cell]] {
        tally.exceptions.sorted { order($0) < order($1) }.map { exception in
            let record = exception.record
            return row(
                exception.metric, record.kind, record.source, .text(record.native), .text(record.tenant),
                .optional(record.severity.map { words.word("severity", $0.word) }),
                exception.reason.map { words.reason($0) } ?? broken(exception.metric, record), 1)
        }
    }

    private func order(_ exception: PackTally.Exception) -> (String, Int64, String) {
        (exception.metric, exception.record.instant(.raised)?.milliseconds ?? 0, exception.record.native)
    }

    /// What target was broken, with its level where one severity has one.
    private func broken(_ id: String, _ record: Record) -> String {
        var (of, at) = (id, record.instant(.raised) ?? data.period.start)
        if case .withinTarget(let metric, _, _)? = MetricCatalogue.metric(id)?.measure { of = metric }
        if case .holdsTarget(let metric, _)? = MetricCatalogue.metric(id)?.measure { (of, at) = (metric, data.period.end.advanced(by: -1)) }
        let level = data.targets.level(of, severity: record.severity, at: at)
        guard let level else { return words("pack.broken") }
        return words("pack.brokenTarget", ["target": Figure.level(level, .milliseconds, words.language)])
    }

    private var further: [[Cell]] {
        tally.further.sorted { $0.key < $1.key }.map { metric, count in
            let kind = MetricCatalogue.metric(metric)?.kind ?? .alert
            return row(metric, kind, "", .text("(\(words("pack.all")))"), .blank, .blank, words("pack.furtherExceptions"), count)
        }
    }

    private var summed: [[Cell]] {
        tally.leftOut.filter { !$0.key.reason.isFault }.sorted {
            ($0.key.metric, $0.key.source, $0.key.reason) < ($1.key.metric, $1.key.source, $1.key.reason)
        }.map { group, count in
            row(
                group.metric, group.kind, group.source, .text("(\(words("pack.all")))"), .blank, .blank,
                words("pack.outcome.leftOut", ["reason": words.reason(group.reason)]), count)
        }
    }

    private func row(
        _ metric: String, _ kind: RecordKind, _ source: String, _ id: Cell, _ tenant: Cell, _ severity: Cell, _ what: String, _ count: Int
    ) -> [Cell] {
        [.text(metric), .text(words("kind.\(kind.word)")), .text(source), id, tenant, severity, .text(what), .count(count)]
            + [Cell](repeating: .blank, count: 5)
    }
}
