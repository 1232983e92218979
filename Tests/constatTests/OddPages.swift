import Foundation

/// Reports over months that are unlike any other.
struct OddPages {
    let tool: Tool
    static let place = ["--store", "constat.sqlite", "--config", "constat.yaml", "--as-of", "2026-11-03T08:00:00Z"]

    private static let config = """
        organisation: Odd
        zone: Europe/Paris
        tenants:
          empty: {name: Nothing happened, colour: "#ffcc00"}
          one: {name: One case}
          many: {name: Forty severities}
          long: {name: Long titles}
          rtl: {name: "شركة الأمن", colour: "#333333"}
        targets:
          time-to-detect: 4 h
        """

    /// - Returns: the paths of the pages.
    func write() throws -> [String] {
        let base = URL(fileURLWithPath: tool.folder)
        try Data(Self.config.utf8).write(to: base.appendingPathComponent("constat.yaml"))
        for kind in ["alert", "case"] {
            try Data(rows(kind).joined(separator: "\n").utf8).write(to: base.appendingPathComponent("\(kind)s.csv"))
        }
        for kind in ["alert", "case"] { _ = try tool.run(["import", "\(kind)s.csv"] + Self.place) }
        return try [("empty", "fr"), ("one", "en"), ("many", "fr"), ("long", "fr"), ("rtl", "en")].flatMap { tenant, language in
            let words = ["report", "monthly", "--period", "2026-10", "--tenant", tenant, "--lang", language, "--output", "pages"]
            return try tool.run(words + Self.place).output.split(separator: "\n").map(String.init)
        }
    }

    private func rows(_ kind: String) -> [String] {
        func row(_ number: Int, _ tenant: String, _ title: String, _ severity: String, _ rule: String = "", month: String = "10") -> String
        {
            let day = "2026-\(month)-\(number % 18 + 10)T"
            return [
                kind, "\(kind)-\(tenant)-\(number)", tenant, "\"\(title)\"", severity, "closed", "true-positive", rule, "\(day)08:00:00Z",
                "\(day)08:30:00Z", "\(day)09:00:00Z", "\(day)12:00:00Z",
            ].joined(separator: ",")
        }
        let head = "kind,id,tenant,title,severity,status,verdict,rule,first_activity,raised,acknowledged,last_closed"
        let long = String(repeating: "A title without an end ", count: 15) + String(repeating: "x", count: 160)
        let rtl = "محاولة تصيد ضد البريد (#12) – تم العزل"
        let isCase = kind == "case"
        return [head, row(1, "empty", "Long ago", "low", month: "07")] + (isCase ? [row(1, "one", "The only one", "critical")] : [])
            + (0..<(isCase ? 3 : 120)).map {
                row($0, "many", "Number \($0)", "severity-\($0 % 40)", "rule-with-a-rather-long-name-\($0 % 40)")
            }
            + (0..<(isCase ? 4 : 30)).map { row($0, "long", long, "high", long) }
            + (0..<(isCase ? 4 : 30)).map { row($0, "rtl", rtl, "high", rtl) }
    }
}
