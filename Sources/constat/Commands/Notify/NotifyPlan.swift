import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore

struct NotifyPlan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Write the page for the wall: which regimes, which clocks, whom to tell and how.",
        discussion: "Example:\n  constat notify plan --lang fr --output wall")
    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var document: DocumentOptions
    @Option(help: "One tenant only.") var tenant: String?

    func run() throws {
        let workspace = try place.workspace()
        let rules = try NotificationRules(place.folders())
        if let tenant, workspace.tenant(tenant) == nil {
            throw UsageError.unknownWord(option: "--tenant", word: tenant, known: workspace.tenants.map(\.slug))
        }
        guard !workspace.tenants.isEmpty else {
            throw UsageError.needed(option: "tenants", remedy: "say in constat.yaml who is to be told: constat init writes one to fill in")
        }
        let organisations = try workspace.tenants.filter { tenant == nil || $0.slug == tenant }.map { tenant in
            try rules.check(tenant)
            let regimes = try tenant.regimes.map { try rules.regime($0, in: tenant.entity["country"]) }
            return PlanData.Organisation(name: tenant.name, entity: tenant.entity, regimes: regimes)
        }
        let data = PlanData(
            organisations: organisations, catalogue: rules.facts, zone: workspace.zone, asOf: try place.asOf(), tool: Constat.version)
        let (shelf, words) = (try place.folders().templates(), try place.folders().words(document.lang ?? workspace.language))
        let name = ["plan", tenant?.tenantPart, words.language.rawValue].compactMap(\.self).joined(separator: "-")
        let paths = try ResourceFolders.write(to: document.output, name) {
            (try shelf.planMarkdown(data, words), try shelf.planHTML(data, words))
        }
        Terminal.say(paths.joined(separator: "\n"))
    }
}
