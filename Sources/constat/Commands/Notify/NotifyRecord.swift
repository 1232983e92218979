import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore
import Foundation

struct NotifyRecord: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record in the register that a person sent a notification.",
        discussion: """
            The line keeps what was known of the case, so that the next stage can say what has changed. The register is never changed:
            a reference that comes later is a line of its own; say the same command again with --reference. --as-of is kept as the
            instant at which the register was told.

            Example:
              constat notify record 118 --regime nis2 --stage early-warning --at 2026-10-09T06:00:00Z --channel portal --receipt ack.pdf
            """)
    @OptionGroup var target: CaseOptions
    @OptionGroup var what: StageOptions
    @Option(help: "When it was sent, ISO 8601 with a zone; not in the future.") var at: String
    @Option(help: "By which way it was sent, e.g. portal, e-mail, telephone.") var channel: String?
    @Option(help: "What the authority answered with.") var reference: String?
    @Option(help: ArgumentHelp("The file that proves it; its name and SHA-256 are kept, not the file.", valueName: "path")) var receipt:
        String?
    @Option(help: "Why it was sent late.") var reasons: String?
    @Option(help: "Who sent it: a function rather than a name.") var by: String?

    func run() throws {
        let (notifying, stored) = try target.open()
        let record = stored.record
        let (regime, stage) = try what.find(notifying, record)
        guard let sent = Instant(iso: at), sent <= notifying.asOf else { throw UsageError.badInstant("--at") }
        var entry = RegisterEntry(.sent, of: record, regime: regime.id, stage: stage.id, at: sent, recordedAt: notifying.asOf)
        (entry.channel, entry.reference, entry.reasons, entry.by) = (channel, reference, reasons, by)
        if let receipt {
            let bytes = try Files.bytes(receipt)
            (entry.receiptName, entry.receiptBytes) = (URL(fileURLWithPath: receipt).lastPathComponent, bytes.count)
            entry.receiptSHA256 = Digest.hex(of: bytes)
        }
        let facts = try notifying.facts(of: record)
        if let trigger = facts.stamp(stage.triggers ?? regime.triggers), !trigger.precision.isCoarse, sent < trigger.instant {
            throw UsageError.fault(
                place: "--at", problem: "this lies before \(trigger.instant.iso), what starts the clocks",
                remedy: "correct the instant here, or the fact in the case's fact file")
        }
        entry.facts = facts.known.mapValues(\.value.plain)
        entry.due = try notifying.limit(of: stage, regime, facts)
        guard let line = try notifying.store.enter(entry) else {
            Terminal.say("nothing new: this is in the register")
            return
        }
        Terminal.say("recorded as line \(line.number): \(regime.id) \(stage.id), case \(record.number ?? record.native), \(sent.iso)")
    }
}

extension RegisterEntry {
    init(_ action: Action, of record: Record, regime: String, stage: String?, at: Instant, recordedAt: Instant) {
        self.init(
            action, source: record.source, tenant: record.tenant, native: record.native, regime: regime, stage: stage, at: at,
            recordedAt: recordedAt)
    }
}
