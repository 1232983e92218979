import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

struct NotifyDecide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Record in the register whether an authority is told, and why.",
        discussion: """
            A decision not to notify stops the clocks of the regime for this case; a later decision starts them again. Both stay.

            Example:
              constat notify decide 118 --regime gdpr --outcome do-not-notify --by "DPO" --reasons "Encrypted, key not affected; no risk."
            """)
    @OptionGroup var target: CaseOptions
    @Option(help: "nis2, dora or gdpr.") var regime: String
    @Option(help: "notify or do-not-notify.") var outcome: String
    @Option(help: "Why: the facts it rests on.") var reasons: String
    @Option(help: "Who decided: a function rather than a name.") var by: String
    @Option(help: "When it was decided, ISO 8601 with a zone (default: now).") var at: String?

    func run() throws {
        let (notifying, stored) = try target.open()
        let record = stored.record
        let regime = try notifying.ownRegime(regime, of: record.tenant)
        guard let decision = Decision(rawValue: outcome) else {
            throw UsageError.unknownWord(option: "--outcome", word: outcome, known: Decision.allCases.map(\.rawValue))
        }
        guard !reasons.allSatisfy(\.isWhitespace) else { throw UsageError.needed(option: "--reasons", remedy: "say what it rests on") }
        guard !by.allSatisfy(\.isWhitespace) else { throw UsageError.needed(option: "--by", remedy: "say who decided") }
        guard let decided = at.map({ Instant(iso: $0) }) ?? notifying.asOf, decided <= notifying.asOf else {
            throw UsageError.badInstant("--at")
        }
        var entry = RegisterEntry(.decision, of: record, regime: regime.id, stage: nil, at: decided, recordedAt: notifying.asOf)
        (entry.outcome, entry.reasons, entry.by) = (decision.rawValue, reasons, by)
        let facts = try notifying.facts(of: record)
        entry.facts = facts.known.mapValues(\.value.plain)
        // Whether it was decided in time shows beside the first limit that ran then.
        let clocks = regime.clocks(
            for: facts, notifying.submissions(of: record), notifying.decision(on: record, regime.id)?.decision,
            try notifying.clockwork(record.tenant), asOf: notifying.asOf)
        entry.due = clocks.filter(\.isOpen).map(\.limit).min()
        let line = try notifying.store.enter(entry)
        Terminal.say(
            "recorded as line \(line.map { "\($0.number)" } ?? "–"): \(regime.id), case \(record.number ?? record.native), \(decision.rawValue)"
        )
    }
}
