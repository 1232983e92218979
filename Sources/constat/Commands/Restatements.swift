import ArgumentParser
import ConstatMetrics
import ConstatModel
import ConstatStore

struct Restatements: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List frozen figures that would be others today: old, new, and which import, definition or setting is the cause.",
        discussion: "Exit code 1 when there is one that was not frozen again.\n\nExample:\n  constat restatements --tenant acme")
    @OptionGroup var place: WorkspaceOptions
    @Option(help: "Of this tenant alone; without it, of all tenants together.") var tenant: String?
    @Flag(help: "Also those whose value is the same and only the counts behind it differ.") var all = false

    func run() throws {
        let store = try place.openStore()
        let freezing = try Freezing(store: store, workspace: place.workspace(), judging: { try Judging(place.folders()) })
        let found = try Restating(freezing: freezing).restatements(tenant: tenant)
        let shown = all ? found : found.filter(\.isOfValue)
        let rows = shown.map { restatement in
            [
                restatement.freeze.period, MetricCatalogue.metric(restatement.key.metric)?.title.en ?? restatement.key.metric,
                restatement.key.group.map(\.word).joined(separator: " "), Self.figure(restatement.old), Self.figure(restatement.new),
                restatement.causes.isEmpty ? "the tool computes otherwise" : restatement.causes.map(\.text).joined(separator: ", "),
            ]
        }
        let months = Set(try store.freezes().filter { $0.tenant == tenant }.map(\.period)).count
        if !rows.isEmpty {
            let head = ["month", "metric", "group", "frozen", "today", "cause"]
            Terminal.say(TextTable(sides: [.left, .left, .left, .right, .right, .left], rows: [head] + rows).text)
        }
        let hidden = found.count - shown.count
        Terminal.say(
            "frozen months: \(grouped(months)) · \(grouped(shown.count)) restatements"
                + (hidden > 0 ? " · \(grouped(hidden)) more in the counts alone (--all)" : ""))
        if shown.contains(where: { !$0.isSettled }) { throw ExitStatus.notMet }
    }

    private static func figure(_ measurement: Measurement?) -> String {
        measurement.map { "\(Figure.value($0, .en)) (n \(grouped($0.n)))" } ?? Figure.nothing
    }
}
