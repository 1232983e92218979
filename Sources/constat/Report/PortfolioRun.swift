import ConstatDocuments
import ConstatModel
import ConstatResources
import ConstatStore
import Foundation
import Synchronization

/// Writes the report of every tenant into a folder of its own, as many at a time as there are processors, and the page over all of them.
struct PortfolioRun: Sendable {
    let place: WorkspaceOptions
    let making: ReportMaking
    let period: Period
    let formats: [ReportFormat]
    let folder: String
    /// Nil: each tenant's own.
    let language: Language?

    /// What became of the tenants so far.
    private struct Progress: Sendable {
        var next = 0
        var rows: [Int: Portfolio.Row] = [:]
        var errors: [any Error] = []
    }

    func run() throws {
        let workspace = making.workspace
        // Those without a record have a report, too: it says that there is nothing.
        let tenants = Set(try making.store.tenants()).union(workspace.tenants.map(\.slug)).sorted()
        for tenant in tenants { _ = try workspace.brand(of: tenant).logo?.address() }
        let progress = Mutex(Progress())
        let started = Date()
        var making = making
        if making.definition.tellsRestatements { making.restatements = try making.restating.restatements(ofEach: tenants) }
        making.more = Set(try place.folders().portfolio().metrics)
        let shared = making
        let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, tenants.count))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            do { try work(tenants, shared, progress) } catch { progress.withLock { $0.errors.append(error) } }
        }
        let (rows, errors) = progress.withLock { ($0.rows, $0.errors) }
        if let error = errors.first { throw error }
        let seconds = Date().timeIntervalSince(started)
        Terminal.note("\(tenants.count) tenants in \(String(format: "%.1f", seconds)) s, \(workers) at a time")
        Terminal.say(try writePage(tenants.indices.compactMap { rows[$0] }))
        try ReportLeaks(store: making.store, workspace: workspace, tenants: tenants, folders: place.folders()) { folder(of: $0) }.run()
    }

    /// Takes one tenant after the other, with a store of its own.
    private func work(_ tenants: [String], _ shared: ReportMaking, _ progress: borrowing Mutex<Progress>) throws {
        var making = shared
        making.store = try place.openStore()
        let portfolio = try place.folders().portfolio()
        let shelf = try place.folders().templates()
        let (english, french) = (try place.folders().words(.en), try place.folders().words(.fr))
        while true {
            let index = progress.withLock { progress -> Int in
                progress.next += 1
                return progress.errors.isEmpty ? progress.next - 1 : tenants.count
            }
            guard index < tenants.count else { return }
            let (tenant, language) = (tenants[index], language ?? making.workspace.language(of: tenants[index]))
            let words = language == .fr ? french : english
            let data = try making.data(period, tenant: tenant)
            let name = making.fileName(period, tenant, language)
            let paths = try ReportWriting(formats: formats, folder: folder(of: tenant), shelf: shelf).write(data, words, named: name)
            let link = "\(tenant.tenantPart)/\(URL(fileURLWithPath: paths[0]).lastPathComponent)"
            let row = Portfolio.Row(data, portfolio, words, link: link)
            let done = progress.withLock { progress -> Int in
                progress.rows[index] = row
                return progress.rows.count
            }
            show(done, of: tenants.count)
        }
    }

    private func folder(of tenant: String) -> String { URL(fileURLWithPath: folder).appendingPathComponent(tenant.tenantPart).path }

    private func show(_ done: Int, of all: Int) {
        let line = ProgressLine(name: "\(grouped(done)) of \(grouped(all)) tenants", total: Int64(all))
        if done < all { line.show(Int64(done)) } else { line.clear() }
    }

    private func writePage(_ rows: [Portfolio.Row]) throws -> String {
        let language = language ?? making.workspace.language
        var head = ReportHead(organisation: making.workspace.organisation ?? "", tool: Constat.version)
        head.classification = making.workspace.classification
        head.colours = making.workspace.brand.colour?.pair
        let portfolio = try Portfolio(
            rows, place.folders().portfolio(), head, report: making.definition.title, period, asOf: making.asOf,
            place.folders().words(language))
        let path = URL(fileURLWithPath: folder).appendingPathComponent(
            "portfolio-\(making.definition.id)-\(period.name)-\(language.rawValue).html"
        ).path
        do { try Files.write(portfolio.html(place.folders().templates()), to: path) } catch let fault as TemplateShelf.Fault {
            throw UsageError(fault)
        }
        return path
    }
}
