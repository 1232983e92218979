import ConstatControls
import ConstatDocuments
import ConstatModel
import ConstatResources
import ConstatStore
import ConstatYAML
import Foundation

extension ResourceFolders {
    /// The definition of a report, by the name of its file.
    func report(_ name: String, _ judging: Judging) throws -> ReportDefinition {
        guard reportNames.contains(name) else { throw UsageError.unknownWord(option: "report", word: name, known: reportNames) }
        let value = try yaml(.reports, "\(name).yaml")
        let frameworks = judging.frameworks.map(\.id)
        do { return try ReportDefinition(value, name: name, frameworks: frameworks) } catch { throw UsageError(error) }
    }

    func portfolio() throws -> PortfolioDefinition {
        do { return try PortfolioDefinition(yaml(.reports, "portfolio.yaml")) } catch let fault as YAMLFault { throw UsageError(fault) }
    }

    /// The names of all reports there are, sorted.
    var reportNames: [String] {
        let files = folders(.reports).flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) ?? [] }
        return Set(files.filter { $0.hasSuffix(".yaml") && $0 != "portfolio.yaml" }.map { String($0.dropLast(5)) }).sorted()
    }
}

extension WorkspaceOptions {
    /// All that a report of a name is made with.
    func reportMaking(_ name: String) throws -> ReportMaking {
        let (judging, store, workspace) = (try Judging(folders()), try openStore(), try workspace())
        try workspace.checkNotApplicable(judging.frameworks)
        return try ReportMaking(
            store: store, workspace: workspace, judging: judging, definition: folders().report(name, judging), asOf: asOf(),
            receipt: store.receipts().last?.number)
    }
}

extension ReportMaking {
    /// `monthly-acme-2026-10-fr`.
    func fileName(_ period: Period, _ tenant: String?, _ language: Language) -> String {
        [definition.id, tenant?.tenantPart, period.name, language.rawValue].compactMap(\.self).joined(separator: "-")
    }
}

extension ReportDefinition {
    /// - Throws: for a period of another length.
    func check(_ period: Period) throws(UsageError) {
        guard period.span != self.period else { return }
        let examples: [Period.Span: String] = [.week: "2026-W41", .month: "2026-10", .quarter: "2026-Q3", .year: "2026"]
        throw .misused(
            option: "--period", problem: "the report \(id) is about a \(self.period.rawValue), \(period.name) is none",
            remedy: "write \(examples[self.period] ?? "")")
    }
}
