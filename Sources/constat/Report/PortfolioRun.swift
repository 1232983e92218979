import ConstatDocuments
import ConstatModel
import ConstatResources
import ConstatStore
import Foundation
import Synchronization

/// Writes the report of every tenant into a folder of its own, as many at a time as there are processors, and the page over all of them.
struct PortfolioRun: Sendable {
    let place: WorkspaceOptions
    /// How each report is made; each thread has a store of its own.
    private let making: ReportMaking
    private let tenants: [String]
    private let period: Period
    private let writing: ReportWriting
    /// Nil: each tenant's own.
    private let language: Language?
    private let portfolio: PortfolioDefinition
    private let words: [Language: Words]

    /// What became of the tenants so far, by their place.
    private struct Progress: Sendable {
        var next = 0
        var rows: [Int: Portfolio.Row] = [:]
        var errors: [Int: any Error] = [:]
    }

    init(_ place: WorkspaceOptions, _ making: ReportMaking, _ period: Period, _ writing: ReportWriting, _ language: Language?) throws {
        (self.place, self.period, self.writing, self.language) = (place, period, writing, language)
        // Those without a record have a report, too: it says that there is nothing.
        tenants = try making.tenants()
        for tenant in tenants { _ = try making.workspace.brand(of: tenant).logo?.address() }
        let folders = try place.folders()
        portfolio = try folders.portfolio()
        words = [.en: try folders.words(.en), .fr: try folders.words(.fr)]
        var making = making
        if making.definition.tellsRestatements { making.restatements = try making.restating.restatements(ofEach: tenants) }
        making.more = Set(portfolio.metrics)
        self.making = making
    }

    func run() throws {
        let progress = Mutex(Progress())
        let started = Date()
        let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, tenants.count))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in work(progress) }
        let (rows, errors) = progress.withLock { ($0.rows, $0.errors) }
        if let first = errors.min(by: { $0.key < $1.key }) { throw first.value }
        let seconds = Date().timeIntervalSince(started)
        Terminal.note("\(tenants.count) tenants in \(String(format: "%.1f", seconds)) s, \(workers) at a time")
        Terminal.say(try writePage(tenants.indices.compactMap { rows[$0] }))
        try ReportLeaks(store: making.store, workspace: making.workspace, tenants: tenants, folders: place.folders()) { folder(of: $0) }
            .run()
    }

    /// Takes one tenant after the other, until there is none or one has failed.
    private func work(_ progress: borrowing Mutex<Progress>) {
        let store = Result { try place.openStore() }
        while true {
            let index = progress.withLock { progress -> Int in
                progress.next += 1
                return progress.errors.isEmpty ? progress.next - 1 : tenants.count
            }
            guard index < tenants.count else { return }
            let row = Result { try write(tenants[index], store.get()) }
            progress.withLock { progress in
                switch row {
                case .success(let row): progress.rows[index] = row
                case .failure(let error): progress.errors[index] = error
                }
                show(progress.rows.count, of: tenants.count)
            }
        }
    }

    private func write(_ tenant: String, _ store: Store) throws -> Portfolio.Row {
        var making = making
        making.store = store
        let words = try words(language ?? making.workspace.language(of: tenant))
        let data = try making.data(period, tenant: tenant)
        let name = making.fileName(period, tenant, words.language)
        let paths = try writing.write(data, words, named: name, in: folder(of: tenant))
        return Portfolio.Row(
            data, portfolio, words, link: "\(tenant.tenantPart)/\(URL(fileURLWithPath: paths[0]).lastPathComponent)")
    }

    private func words(_ language: Language) throws -> Words { try words[language] ?? place.folders().words(language) }

    private func folder(of tenant: String) -> String {
        URL(fileURLWithPath: writing.folder).appendingPathComponent(tenant.tenantPart).path
    }

    private func show(_ done: Int, of all: Int) {
        let line = ProgressLine(name: "\(grouped(done)) of \(grouped(all)) tenants", total: Int64(all))
        if done < all { line.show(Int64(done)) } else { line.clear() }
    }

    private func writePage(_ rows: [Portfolio.Row]) throws -> String {
        let words = try words(language ?? making.workspace.language)
        var head = ReportHead(organisation: making.workspace.organisation ?? "", tool: Constat.version)
        head.classification = making.workspace.classification
        head.colours = making.workspace.brand.colour?.pair
        let page = Portfolio(rows, portfolio, head, report: making.definition.title, period, asOf: making.asOf, words)
        let name = "portfolio-\(making.definition.id)-\(period.name)-\(words.language.rawValue).html"
        let path = URL(fileURLWithPath: writing.folder).appendingPathComponent(name).path
        do { try Files.write(page.html(writing.shelf), to: path) } catch let fault as TemplateShelf.Fault { throw UsageError(fault) }
        return path
    }
}
