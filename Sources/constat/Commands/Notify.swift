import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

struct Notify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write notification drafts and watch legal clocks. Nothing is ever sent.",
        subcommands: [Draft.self, Due.self, RecordSubmission.self, Register.self])

    struct Draft: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the draft of a stage, in Markdown and HTML.",
            discussion: "Example:\n  constat notify draft 118 --regime nis2 --stage early-warning --lang fr --output drafts")
        @OptionGroup var place: WorkspaceOptions
        @OptionGroup var document: DocumentOptions
        @Argument(help: "A case's id or number.") var `case`: String
        @Option(help: "nis2, dora or gdpr.") var regime: String
        @Option(help: "The stage's id, e.g. early-warning or initial.") var stage: String
        @Option(help: "The tenant, when several have a case of that number.") var tenant: String?

        func run() throws {
            let workspace = try place.workspace()
            let folders = try place.folders()
            let making = try DraftMaking(store: place.openStore(), workspace: workspace, judging: Judging(folders), asOf: place.asOf())
            let regime = try making.judging.regime(regime)
            guard let stage = regime.stage(stage) else {
                throw UsageError.unknownWord(option: "--stage", word: stage, known: regime.stages.map(\.id))
            }
            let data = try making.data(making.store.theCase(`case`, tenant: tenant), regime, stage)
            let paths = try folders.write(data, document.lang ?? workspace.language, to: document)
            Terminal.say(paths.joined(separator: "\n"))
            let missing = data.answers.filter { $0.value == nil && $0.isRequired }.count
            if missing > 0 { Terminal.note("\(missing) required facts are unknown: they are marked in place and listed on top") }
        }
    }

    struct Due: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List open legal clocks; exit code 1 when one is overdue.\n\nExample:\n  constat notify due")
        @OptionGroup var place: WorkspaceOptions
        @Option(help: "One tenant only.") var tenant: String?

        func run() throws {
            let workspace = try place.workspace()
            let asOf = try place.asOf()
            let judging = try Judging(place.folders())
            let store = try place.openStore()
            let clocks = try judging.clocks(in: store, workspace, tenant: tenant, asOf: asOf)
                .filter { $0.clock.state == .open || $0.clock.state == .overdue }
            if clocks.isEmpty { Terminal.say("no clock is open") }
            Terminal.say(ClockTable(clocks: clocks, zone: workspace.zone, asOf: asOf).text)
            for (regime, record) in try judging.triggered(in: store, workspace, tenant: tenant) {
                guard let fact = regime.undecidedFact(for: record) else { continue }
                Terminal.say(
                    "\(regime.id.uppercased())  \(record.tenant) #\(record.number ?? record.native)  not established: \(fact) is unknown")
            }
            if clocks.contains(where: { $0.clock.state == .overdue }) { throw ExitStatus.notMet }
        }
    }

    struct RecordSubmission: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record", abstract: "Record that a person sent a notification.",
            discussion: "Example:\n  constat notify record 118 --regime nis2 --stage early-warning --at 2026-10-09T06:00:00Z")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "A case's id or number.") var `case`: String
        @Option(help: "nis2, dora or gdpr.") var regime: String
        @Option(help: "The stage's id.") var stage: String
        @Option(help: "When it was sent, ISO 8601 with a zone; not in the future.") var at: String
        @Option(help: "What the authority answered with.") var reference: String?
        @Option(help: "The tenant, when several have a case of that number.") var tenant: String?

        func run() throws {
            let store = try place.openStore()
            let regime = try Judging(place.folders()).regime(regime)
            guard let stage = regime.stage(stage) else {
                throw UsageError.unknownWord(option: "--stage", word: stage, known: regime.stages.map(\.id))
            }
            guard let sent = Instant(iso: at), sent <= (try place.asOf()) else { throw UsageError.badInstant("--at") }
            let record = try store.theCase(`case`, tenant: tenant).record
            try store.record(
                Submission(
                    source: record.source, tenant: record.tenant, native: record.native, regime: regime.id, stage: stage.id,
                    submittedAt: sent, reference: reference, recordedAt: place.asOf()))
            Terminal.say("recorded: \(regime.id) \(stage.id), case \(record.number ?? record.native), \(sent.iso)")
        }
    }

    struct Register: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what was recorded as sent.\n\nExample:\n  constat notify register")
        @OptionGroup var place: WorkspaceOptions

        func run() throws {
            let rows = try place.openStore().submissions().map {
                [$0.submittedAt.iso, $0.tenant, $0.native, $0.regime, $0.stage, $0.reference ?? "–"]
            }
            Terminal.say(rows.isEmpty ? "nothing was recorded yet" : TextTable(sides: Array(repeating: .left, count: 6), rows: rows).text)
        }
    }
}
