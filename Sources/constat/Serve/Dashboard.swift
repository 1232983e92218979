import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore
import Foundation

/// The pages of `constat serve`: one after the other, from the store as it is.
actor Dashboard {
    private let place: WorkspaceOptions
    private let gate: DashboardGate

    init(_ place: WorkspaceOptions, _ gate: DashboardGate) { (self.place, self.gate) = (place, gate) }

    /// Who may not come in does not wait behind those who may.
    nonisolated func answer(_ request: DashboardRequest) async -> DashboardAnswer {
        if let refusal = gate.refusal(of: request) { return refusal }
        return await page(request)
    }

    private func page(_ request: DashboardRequest) -> DashboardAnswer {
        do {
            switch gate.inside(request.path) {
            case "/": return try report(request)
            case "/figure": return try figure(request)
            case "/style.css": return DashboardAnswer(kind: .css, body: try style(of: request.query["tenant"]))
            case "/script.js": return DashboardAnswer(kind: .script, body: try place.folders().templates().plain("serve/script"))
            default: return .refused(404, "there is no such page")
            }
        } catch let error as any ExplainedError {
            return .refused(400, error.explanation)
        } catch let fault as TemplateShelf.Fault {
            return .refused(500, UsageError(fault).explanation)
        } catch {
            return .refused(500, "this page cannot be made")
        }
    }

    private func style(of tenant: String?) throws -> String {
        let shelf = try place.folders().templates()
        let colours = try place.workspace().brand(of: tenant).colour?.pair
        return try shelf.style(colours) + shelf.plain("serve/style")
    }

    /// What stands inside the frame that all pages share.
    private struct Inside {
        let title: String
        let body: String
        let clocks: [ReportFacts.CaseClock]
    }

    private func report(_ request: DashboardRequest) throws -> DashboardAnswer {
        try framed(request) { scope, making, words, shelf in
            let data = try making.data(scope.period, tenant: scope.tenant)
            return Inside(
                title: "\(making.definition.title[scope.language]), \(words.name(of: scope.period))",
                body: try ReportDocument(data, words).body(shelf, drill: "figure?\(scope.query)&"), clocks: data.facts.clocks)
        }
    }

    private func figure(_ request: DashboardRequest) throws -> DashboardAnswer {
        try framed(request) { scope, making, words, shelf in
            let page = try FigureMaking(making: making, scope: scope, words: words).page(request.query)
            return Inside(
                title: page.metric.title[scope.language], body: try shelf.figure(page, words), clocks: try making.clocks(scope.tenant))
        }
    }

    private func framed(
        _ request: DashboardRequest, _ make: (DashboardScope, ReportMaking, Words, TemplateShelf) throws -> Inside
    ) throws -> DashboardAnswer {
        let making = try place.reportMaking(Self.reportName(request))
        let scope = try scope(request, making)
        let (words, shelf) = (try place.folders().words(scope.language), try place.folders().templates())
        let inside = try make(scope, making, words, shelf)
        let frame = DashboardFrame(
            title: inside.title, choices: try DashboardChoices(making, scope, place.folders(), words).all,
            clocks: inside.clocks.filter(\.clock.isOpen), home: "./?\(scope.query)", tenant: scope.tenant, asOf: making.asOf,
            zone: making.workspace.zone, body: inside.body)
        return DashboardAnswer(body: try shelf.dashboard(frame, words))
    }

    private static func reportName(_ request: DashboardRequest) -> String {
        request.query["report"].flatMap { $0.isEmpty ? nil : $0 } ?? "monthly"
    }

    /// What is asked for; what is not said is the last period that is over, all tenants, and the language of the workspace.
    private func scope(_ request: DashboardRequest, _ making: ReportMaking) throws -> DashboardScope {
        func given(_ name: String) -> String? { request.query[name].flatMap { $0.isEmpty ? nil : $0 } }
        let tenant = given("tenant")
        if let tenant { try making.workspace.check(tenant: tenant, making.store) }
        let language = try given("lang").map(language) ?? making.workspace.language(of: tenant)
        let asked = given("period").flatMap { Period($0, zone: making.workspace.zone) }
        if let text = given("period"), asked == nil { throw UsageError.badPeriod(text) }
        // Whoever chooses another report keeps the period where it fits.
        guard let period = asked.flatMap({ $0.span == making.definition.period ? $0 : nil }) ?? DashboardChoices.latest(making) else {
            throw UsageError.badPeriod(given("period") ?? "")
        }
        guard period.start < making.asOf else { throw UsageError.notBegun(period.name) }
        return DashboardScope(report: making.definition.id, period: period, tenant: tenant, language: language)
    }

    private func language(_ word: String) throws -> Language {
        guard let language = Language(rawValue: word) else {
            throw UsageError.unknownWord(option: "lang", word: word, known: Language.allCases.map(\.rawValue))
        }
        return language
    }
}
