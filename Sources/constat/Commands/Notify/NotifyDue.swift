import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

struct NotifyDue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List open legal clocks; exit code 1 when one is overdue.",
        discussion: """
            A stage whose trigger is another stage that is still to be sent is listed as projected: its date is what follows from the
            deadline of that one, and moves with it.

            Example:
              constat notify due --ics deadlines.ics
            """)
    @OptionGroup var place: WorkspaceOptions
    @Option(help: "One tenant only.") var tenant: String?
    @Option(help: ArgumentHelp("Write the deadlines into a calendar file as well.", valueName: "path")) var ics: String?
    @Flag(help: "Leave projected stages out.") var noProjections = false

    func run() throws {
        let workspace = try place.workspace()
        let asOf = try place.asOf()
        let notifying = try Notifying(
            store: place.openStore(), workspace: workspace, rules: NotificationRules(place.folders()), asOf: asOf)
        if let tenant { try workspace.check(tenant: tenant, notifying.store) }
        let triggered = try notifying.triggered(tenant: tenant)
        let clocks = try notifying.clocks(triggered, isProjecting: !noProjections)
            .filter { $0.clock.isOpen || !$0.clock.isDuty }
        if clocks.isEmpty { Terminal.say("no clock is open") }
        Terminal.say(ClockTable(clocks: clocks, zone: workspace.zone, asOf: asOf).text)
        for (regime, facts) in triggered.cases {
            let record = facts.record
            guard let fact = regime.undecidedFact(for: facts, notifying.decision(on: record, regime.id)?.decision) else { continue }
            Terminal.say(
                "\(regime.id.uppercased())  \(record.tenant) #\(record.number ?? record.native)  not established: \(fact) is unknown")
        }
        for (regime, stage, record, facts) in try notifying.awaiting(triggered) {
            Terminal.say(
                "\(regime.id.uppercased())  \(record.tenant) #\(record.number ?? record.native)  \(stage.id): no date yet, "
                    + "\(facts.joined(separator: " and ")) unknown")
        }
        if let ics {
            try Files.write(ClockCalendar(clocks: clocks, asOf: asOf, words: place.folders().words(workspace.language)).text, to: ics)
            Terminal.note("written: \(ics)")
        }
        // One file with a fault must not hide the other clocks, nor pass unseen.
        Terminal.error(triggered.faults)
        if !triggered.faults.isEmpty || clocks.contains(where: { $0.clock.state == .overdue }) { throw ExitStatus.notMet }
    }
}
