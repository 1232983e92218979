import ArgumentParser
import ConstatModel
import ConstatStore

struct PurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Remove the personal fields of what is older than a date; every figure stays.",
        discussion: """
            Of alerts and cases last changed before the date titles, root causes and facts are removed, but for facts that are
            yes or no (clocks rest on them); of smaller records what a person wrote; of both the names of analysts. What was known when a line of the register
            was told goes from older lines; incidents/ is yours to clear. The text of all refused rows goes: of them nobody knows
            the age. Instants, words, numbers and ids stay. The purge leaves a receipt.

            Example:
              constat purge --before 2025-01-01 --dry-run
            """)

    @OptionGroup var place: WorkspaceOptions
    @Option(help: ArgumentHelp("A day in the workspace's zone, or an instant.", valueName: "date")) var before: String
    @Flag(help: "Count, and remove nothing.") var dryRun = false

    func run() throws {
        let (before, asOf) = (try instant(try place.workspace().zone), try place.asOf())
        // A purge cannot be undone, and rules what is imported later: a mistyped year must not pass.
        guard before <= asOf else { throw UsageError.badInstant("--before") }
        let purge = try place.openStore().purge(
            before: before, asOf: asOf, tool: "constat \(Constat.version)", isDryRun: dryRun)
        Terminal.say(
            "\(grouped(purge.records)) records, \(grouped(purge.transitions)) changes and \(grouped(purge.refusals)) refused rows "
                + (dryRun ? "would lose their personal fields" : "lost their personal fields"))
        if !dryRun { Terminal.say("purge \(purge.number) · \(purge.hash.prefix(8)) · every figure stays") }
    }

    private func instant(_ zone: Zone) throws -> Instant {
        if let instant = Instant(iso: before) { return instant }
        guard let day = CivilTime(day: before) else { throw UsageError.badInstant("--before") }
        return zone.instant(of: day).instant
    }
}
