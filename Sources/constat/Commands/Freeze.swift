import ArgumentParser
import ConstatModel

struct FreezeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Fix the figures of a month that is over; what changes later is listed as a restatement.",
        discussion: """
            Every measurement is stored, whole and by severity, for all tenants together and for each alone, with the digest of
            what it rests on. Reports then show the frozen figures; `constat restatements` lists what would be another one today.

            Example:
              constat freeze 2026-10
              constat freeze 2026-10 --again "late import of the mail gateway"
            """)
    @OptionGroup var place: WorkspaceOptions
    @Argument(help: "The month, e.g. 2026-10.") var month: String
    @Option(help: ArgumentHelp("Freeze it once more, and say why; the former figures stay in the store.", valueName: "reason"))
    var again: String?

    func run() throws {
        let (workspace, asOf) = (try place.workspace(), try place.asOf())
        guard let period = Period(month, zone: workspace.zone), period.isMonth else { throw UsageError.notAMonth(month) }
        guard period.end <= asOf else { throw UsageError.notOver(month) }
        let freezing = Freezing(store: try place.openStore(), workspace: workspace, judging: { try Judging(place.folders()) })
        let frozen = try freezing.freeze(period, asOf: asOf, reason: again)
        for freeze in frozen {
            Terminal.say("frozen \(freeze.period) · \(freeze.tenant ?? "all tenants") · chain \(freeze.hash.prefix(8))")
        }
        if frozen.isEmpty { Terminal.say("\(month) is frozen already; see: constat restatements") }
    }
}
