import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

/// Which case, and where it is looked for.
struct CaseOptions: ParsableArguments {
    @OptionGroup var place: WorkspaceOptions
    @Argument(help: "A case's id or number.") var `case`: String
    @Option(help: "The tenant, when several have a case of that number.") var tenant: String?

    /// The case and all that is known of it.
    func open() throws -> (notifying: Notifying, stored: StoredRecord) {
        let store = try place.openStore()
        let notifying = try Notifying(
            store: store, workspace: place.workspace(), rules: NotificationRules(place.folders()), asOf: place.asOf())
        return (notifying, try store.theCase(`case`, tenant: tenant))
    }
}

/// Which stage of which regime.
struct StageOptions: ParsableArguments {
    @Option(help: "nis2, dora or gdpr.") var regime: String
    @Option(help: "The stage's id, e.g. early-warning, initial or final.") var stage: String

    func find(_ notifying: Notifying, _ record: Record) throws -> (regime: Regime, stage: Stage) {
        let regime = try notifying.ownRegime(regime, of: record.tenant)
        return (regime, try notifying.rules.stage(stage, of: regime))
    }
}
