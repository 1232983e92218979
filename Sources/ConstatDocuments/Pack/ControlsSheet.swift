import ConstatControls
import ConstatMetrics
import ConstatModel

/// The sheet of controls: what each asks, how it was tested, what the figures show of it, and what is left for the auditor.
struct ControlsSheet {
    let data: PackData
    let words: Words

    private var language: Language { words.language }

    var sheet: Sheet {
        let sheets = PackSheets(data: data, words: words)
        let states = ControlEvidence.Status.allCases
        let counts = states.enumerated().map { index, status -> [Cell] in
            let word = words("evidenceStatus.\(status.rawValue)")
            let first = 3 + states.count + 2
            let last = first + max(data.evidence.count, 1) - 1
            let count = data.evidence.count { $0.status == status }
            return [.heading(word), .formula("=COUNTIF($L$\(first):$L$\(last),A\(index + 3))", cached: Double(count))]
        }
        return Sheet(
            name: sheets.name("controls"), note: words("pack.controlsNote"), preface: counts,
            columns: sheets.columns(
                "controls", [22, 18, 30, 46, 40, 60, 16, 16, 16, 44, 11, 18, 60, 40, 36, 8, 20, 16, 24],
                wrapped: [2, 3, 4, 5, 6, 9, 12, 13, 14], toFill: [16: [], 17: [], 18: words.list("pack.conclusions")]),
            rows: data.evidence.map(row))
    }

    private func row(_ evidence: ControlEvidence) -> [Cell] {
        let hasFigures = !evidence.measurements.isEmpty
        return [
            .text(evidence.control.id), .text(evidence.control.label), .text(evidence.control.title[language]),
            .text(evidence.control.summary[language]), .text(evidence.objective?[language] ?? words("pack.objectiveText")),
            .text(test(evidence)), .text(hasFigures ? populations(evidence) : Figure.nothing), .text(data.period.name),
            hasFigures && evidence.measurements.contains { isSampled($0) } ? .text(words("pack.sheet.sample")) : .blank,
            .text(evidence.measurements.map(figure).joined(separator: "\n")), hasTargets(evidence) ? .count(evidence.exceptions) : .blank,
            .text(words("evidenceStatus.\(evidence.status.rawValue)")), .text(sentence(evidence)), .text(documents(evidence)),
            .text(opposite(evidence)), .text(evidence.control.confidence), .blank, .blank,
            .blank,
        ]
    }

    private func isSampled(_ measurement: Measurement) -> Bool { MetricCatalogue.metric(measurement.metric)?.kind.isMain == true }

    private func hasTargets(_ evidence: ControlEvidence) -> Bool {
        evidence.measurements.contains { $0.hasData && MetricCatalogue.metric($0.metric)?.isOfTargets == true }
    }

    private func test(_ evidence: ControlEvidence) -> String {
        if let test = evidence.test { return test[language] }
        return words(evidence.measurements.isEmpty ? "pack.testByHand" : "pack.testByFigures")
    }

    private func populations(_ evidence: ControlEvidence) -> String {
        let kinds = evidence.measurements.compactMap { MetricCatalogue.metric($0.metric)?.kind }
        let names = data.tables.filter { table in kinds.contains { table.kinds.contains($0) } }.map { words("pack.table.\($0.name)") }
        return names.joined(separator: ", ")
    }

    /// `Time to acknowledge: 12 min (n 41); target 15 min`.
    private func figure(_ measurement: Measurement) -> String {
        let base = "\(words.title(of: measurement.metric))\(words("colon")) \(Figure.value(measurement, language)) (n \(measurement.n))"
        guard let level = data.targets.level(measurement.metric, severity: nil, at: data.period.start) else { return base }
        return base + words("pack.withTarget", ["target": Figure.level(level, measurement.unit, language)])
    }

    /// What the figures show of it, in words; never that it is fulfilled.
    func sentence(_ evidence: ControlEvidence) -> String {
        let isSome = evidence.status == .noData && evidence.measurements.contains(where: \.hasData)
        var parts = [words("pack.sentence.\(isSome ? "someData" : evidence.status.rawValue)")]
        if !evidence.missed.isEmpty {
            let titles = evidence.missed.map(words.title)
            parts.append(words("pack.sentence.missed", ["figures": titles.joined(separator: ", ")]))
        }
        if evidence.exceptions > 0 { parts.append(words("pack.sentence.exceptions", ["count": Figure.count(evidence.exceptions)])) }
        if evidence.status == .noData {
            let empty = evidence.measurements.filter { !$0.hasData }.map { words.title(of: $0.metric) }
            if !empty.isEmpty { parts.append(words("pack.sentence.empty", ["figures": empty.joined(separator: ", ")])) }
        }
        // Without data the reason would claim what nothing shows.
        if evidence.status == .noData, !isSome { return parts.joined(separator: " ") }
        return (parts + [evidence.because[language]]).joined(separator: " ")
    }

    /// Controls of other frameworks that others compare with it; of very many the first.
    private func opposite(_ evidence: ControlEvidence) -> String {
        let all = data.opposite[evidence.control.id] ?? []
        return all.prefix(12).joined(separator: ", ") + (all.count > 12 ? ", … (\(all.count))" : "")
    }

    private func documents(_ evidence: ControlEvidence) -> String {
        (data.documents[evidence.control.id] ?? []).map { document in
            let standing = document.standing(in: data.period, asOf: data.asOf)
            return words(
                "pack.document",
                [
                    "title": document.title, "owner": document.owner, "from": document.coversFrom, "until": document.coversUntil,
                    "expires": document.expires.map { words("pack.validUntil", ["day": $0]) } ?? words("pack.noExpiry"),
                    "standing": words("pack.standing.\(standing.rawValue)"),
                    "sha256": document.sha256,
                    "file": words(data.enclosed.contains(document.number) ? "pack.enclosed" : "pack.notEnclosed"),
                ])
        }.joined(separator: "\n")
    }
}
