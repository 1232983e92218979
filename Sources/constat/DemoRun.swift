import ArgumentParser
import ConstatDemo
import ConstatModel
import ConstatNotification
import ConstatStore
import Foundation

/// Runs the whole main job on a made-up organisation, by the commands a user would type.
struct DemoRun {
    let folder: String
    let seed: UInt64
    let resources: String?

    /// The exports were taken the day before; the report is written on this morning.
    private static let asOf = "2026-11-03T08:00:00Z"
    private static let tenants = ["armorique", "ponant", "estran"]

    private func path(_ name: String) -> String { URL(fileURLWithPath: folder).appendingPathComponent(name).path }

    func run() throws {
        let files = try step("made up 3 tenants, 12 months", [path("exports")]) { try write() }
        try step("imported", [path("constat.sqlite")]) { try importAll(files) }
        try step("recorded what was sent to authorities", []) { try recordSubmissions() }
        try step("measured October 2026", []) {
            try run(["metrics", "--period", "2026-10", "--tenant", "armorique"])
        }
        try step("monthly reports", [path("reports")]) { try reports() }
        try step("evidence packs", [path("evidence")]) { try packs() }
        try step("notification drafts", [path("drafts")]) { try drafts() }
        Terminal.say("")
        Terminal.say("start here: \(path("reports/monthly-armorique-2026-10-fr.html"))")
    }

    private func write() throws -> [DemoFile] {
        let files = DemoOrganisation.files(seed: seed)
        try Files.makeFolder(path("exports"))
        for file in files { try Files.write(file.bytes, to: path(file.path)) }
        // Made-up people: the secret need not be one, and the same demo gives the same pseudonyms.
        try PrivacyKey.write(Array("demo \(seed)".utf8), to: path("constat.key"))
        return files
    }

    private func importAll(_ files: [DemoFile]) throws {
        for file in files where file.path.hasPrefix("exports/") {
            try run(["import", path(file.path)] + (file.tenant.map { ["--tenant", $0] } ?? []))
        }
    }

    /// What the bank's people stated and sent for the ransomware case, in time; the final reports are still open.
    private func recordSubmissions() throws {
        guard let incident = try caseWithClocks("armorique") else { return }
        try state(incident, .first)
        try record(incident, "dora", "initial", "2026-10-08T11:42:00Z", ["--reference", "2026I9990008"])
        try record(incident, "nis2", "early-warning", "2026-10-08T16:05:00Z", ["--reference", "EX-2026-10-00417"])
        try state(incident, .third)
        try record(incident, "gdpr", "initial", "2026-10-09T14:30:00Z", ["--reference", "EX-VIO-2026-003118"])
        try record(incident, "nis2", "incident-notification", "2026-10-10T15:20:00Z", [])
        try record(incident, "dora", "intermediate", "2026-10-11T09:15:00Z", [])
        try state(incident, .last)
    }

    private func record(_ incident: Record, _ regime: String, _ stage: String, _ at: String, _ more: [String]) throws {
        try run(
            ["notify", "record", incident.native, "--tenant", incident.tenant, "--regime", regime, "--stage", stage, "--at", at]
                + ["--channel", "téléservice", "--by", "cellule de crise"] + more)
    }

    /// Writes what people state, and lets the tool add what history tells.
    private func state(_ incident: Record, _ moment: IncidentStatements.Moment) throws {
        let number = incident.number ?? incident.native
        try Files.makeFolder(path("incidents"))
        try Files.write(
            IncidentStatements.file(number: number, moment), to: path("incidents/\(incident.fileName(isAlone: true)).yaml"))
        try run(["incident", "facts", incident.native, "--tenant", incident.tenant])
    }

    /// The case that a person marked as known to be significant.
    private func caseWithClocks(_ tenant: String) throws -> Record? {
        try Store.open(existing: path("constat.sqlite")).cases(with: .aware, tenant: tenant).last?.record
    }

    private func reports() throws {
        for tenant in Self.tenants {
            for language in Language.allCases {
                try run([
                    "report", "monthly", "--period", "2026-10", "--tenant", tenant, "--lang", language.rawValue,
                    "--format", "html,md", "--output", path("reports"),
                ])
            }
        }
    }

    private func packs() throws {
        for (tenant, framework, language) in [("armorique", "dora", "fr"), ("ponant", "iso27001", "fr"), ("estran", "nis2", "en")] {
            try run([
                "evidence", "--framework", framework, "--period", "2026-10", "--tenant", tenant, "--lang", language,
                "--output", path("evidence/\(tenant)"),
            ])
        }
    }

    /// Every stage of the bank's ransomware case, and what the hospital has to say first; in both languages.
    private func drafts() throws {
        let rules = try NotificationRules(WorkspaceOptions.parse(resources.map { ["--resources", $0] } ?? []).ownFolders())
        for language in Language.allCases {
            let scope = ["--lang", language.rawValue, "--output", path("drafts")]
            try run(["notify", "plan"] + scope)
            guard let incident = try caseWithClocks("armorique"), let breach = try caseWithClocks("ponant") else { continue }
            try run(["notify", "assess", incident.native, "--tenant", incident.tenant] + scope)
            for regime in rules.regimes {
                for stage in regime.stages { try draft(incident, regime.id, stage.id, scope) }
            }
            for stage in ["initial", "communication-to-persons"] { try draft(breach, "gdpr", stage, scope) }
        }
    }

    private func draft(_ record: Record, _ regime: String, _ stage: String, _ scope: [String]) throws {
        try run(["notify", "draft", record.native, "--tenant", record.tenant, "--regime", regime, "--stage", stage] + scope)
    }

    private func run(_ words: [String]) throws {
        var words = words + ["--store", path("constat.sqlite"), "--config", path("constat.yaml"), "--as-of", Self.asOf]
        if let resources { words += ["--resources", resources] }
        var command = try Constat.parseAsRoot(words)
        try command.run()
    }

    @discardableResult
    private func step<Value>(_ name: String, _ places: [String], _ work: () throws -> Value) throws -> Value {
        let started = Date()
        let value = try work()
        let seconds = String(format: "%.1f s", Date().timeIntervalSince(started))
        Terminal.say((["✓ \(name)", seconds] + places).joined(separator: "  ") + "\n")
        return value
    }
}
