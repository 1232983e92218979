public import ConstatModel
import ConstatNotification

/// What stands around every page of the dashboard: choices, open clocks, and the way home.
public struct DashboardFrame {
    /// One thing to choose.
    public struct Choice {
        let name: String
        let title: String
        let options: [Option]

        struct Option {
            let value: String
            let title: String
            /// One item for the chosen one: a template takes an empty text for something.
            let marks: [String]
        }

        /// - Parameter options: values with their names.
        public init(name: String, title: String, chosen: String, options: [(String, String)]) {
            (self.name, self.title) = (name, title)
            self.options = options.map { Option(value: $0.0, title: $0.1, marks: $0.0 == chosen ? ["selected"] : []) }
        }
    }

    let title: String
    let choices: [Choice]
    let clocks: [ReportFacts.CaseClock]
    let home: String
    let tenant: String?
    let asOf: Instant
    let zone: Zone
    let body: String

    /// - Parameters:
    ///   - home: the address of the report.
    ///   - body: what stands in the page, as HTML.
    public init(
        title: String, choices: [Choice], clocks: [ReportFacts.CaseClock], home: String, tenant: String?, asOf: Instant, zone: Zone,
        body: String
    ) {
        (self.title, self.choices, self.clocks, self.home, self.tenant) = (title, choices, clocks, home, tenant)
        (self.asOf, self.zone, self.body) = (asOf, zone, body)
    }
}

extension TemplateShelf {
    private struct Page {
        let language: String
        let title: String
        let skip: String
        let home: String
        let tenant: String
        let choices: [DashboardFrame.Choice]
        let show: String
        let clocksTitle: String
        let clocks: [PageTable]
        let noClocks: [String]
        let body: String
    }

    /// A page of the dashboard.
    public func dashboard(_ frame: DashboardFrame, _ words: Words) throws(Fault) -> String {
        let table = frame.clocks.isEmpty ? [] : [Self.table(frame, words)]
        return try render(
            Page(
                language: words.language.rawValue, title: frame.title, skip: words("serve.skip"), home: frame.home,
                tenant: (frame.tenant ?? "").inAddress, choices: frame.choices,
                show: words("serve.show"), clocksTitle: words("serve.clocks"), clocks: table,
                noClocks: table.isEmpty ? [words("serve.noClocks")] : [], body: frame.body),
            with: "serve/page")
    }

    private static func table(_ frame: DashboardFrame, _ words: Words) -> PageTable {
        let rows = frame.clocks.map { entry in
            let (clock, rest) = (entry.clock, entry.clock.limit.milliseconds - frame.asOf.milliseconds)
            let key = rest < 0 ? "serve.overdueBy" : "serve.remaining"
            return [
                PageCell("\(words.regime(clock.regime.id)) · \(clock.stage.title[words.language])"),
                PageCell("\(entry.record.tenant) · #\(entry.record.number ?? entry.record.native)"),
                PageCell(words.dateTime(clock.limit, frame.zone)),
                PageCell(words(key, ["time": Figure.duration(abs(rest), words.language)]), style: rest < 0 ? "num bad" : "num"),
            ]
        }
        return PageTable(words("serve.clocks"), words.list("serve.clocksHead"), numbers: [3], rows)
    }
}
