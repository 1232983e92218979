/// What a tenant's people keep in spreadsheets beside their tools: one file a smaller kind, in Constat's own forms.
enum FormFiles {
    /// The same seed gives the same bytes; nothing here moves what the tools export.
    static func files(of tenant: FormTenant) -> [DemoFile] { technical(tenant) + organisational(tenant) }

    private static func technical(_ tenant: FormTenant) -> [DemoFile] {
        let sources = LogSource.all(of: tenant)
        let hunts = Hunt.all(of: tenant)
        let indicators = Indicator.all(of: tenant)
        return [
            DemoFile(path: "exports/\(tenant.slug)-attack-techniques.json", bytes: AttackBundle.bytes, tenant: tenant.slug),
            LogSource.form.file(sources, of: tenant),
            Heartbeat.form.file(Heartbeat.all(of: tenant, sources), of: tenant),
            DetectionRule.form.file(DetectionRule.all(of: tenant, hunts), of: tenant),
            PlaybookRun.form.file(PlaybookRun.all(of: tenant), of: tenant),
            Hunt.form.file(hunts, of: tenant),
            Indicator.form.file(indicators, of: tenant),
            Match.form.file(Match.all(of: tenant, indicators), of: tenant),
        ]
    }

    private static func organisational(_ tenant: FormTenant) -> [DemoFile] {
        let reviews = Review.all(of: tenant)
        return [
            Exercise.form.file(Exercise.all(of: tenant), of: tenant),
            Training.form.file(Training.all(of: tenant), of: tenant),
            Cover.form.file(Cover.all(of: tenant), of: tenant),
            Review.form.file(reviews, of: tenant),
            Action.form.file(Action.all(of: tenant, reviews), of: tenant),
            Cost.form.file(Cost.all(of: tenant), of: tenant),
            Contract.form.file(Contract.all(of: tenant), of: tenant),
        ]
    }
}
