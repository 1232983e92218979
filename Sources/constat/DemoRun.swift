import ArgumentParser
import ConstatDemo
import ConstatModel
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

    /// What the bank's people sent for the ransomware case, in time; the final reports are still open.
    private func recordSubmissions() throws {
        let sent = [
            ("dora", "initial", "2026-10-08T11:42:00Z"), ("nis2", "early-warning", "2026-10-08T16:05:00Z"),
            ("gdpr", "initial", "2026-10-09T14:30:00Z"), ("nis2", "incident-notification", "2026-10-10T15:20:00Z"),
            ("dora", "intermediate", "2026-10-11T09:15:00Z"),
        ]
        guard let name = try caseWithClocks("armorique") else { return }
        for (regime, stage, at) in sent {
            try run(["notify", "record", name, "--tenant", "armorique", "--regime", regime, "--stage", stage, "--at", at])
        }
    }

    /// The id of the case that a person marked as known to be significant.
    private func caseWithClocks(_ tenant: String) throws -> String? {
        try Store.open(existing: path("constat.sqlite")).cases(with: .aware, tenant: tenant).last?.record.native
    }

    private func reports() throws {
        for tenant in Self.tenants {
            for language in Language.allCases {
                try run([
                    "report", "monthly", "--period", "2026-10", "--tenant", tenant, "--lang", language.rawValue,
                    "--output", path("reports"),
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

    private func drafts() throws {
        let stages = [("armorique", "nis2", "early-warning"), ("armorique", "dora", "initial"), ("ponant", "gdpr", "initial")]
        for (tenant, regime, stage) in stages {
            guard let name = try caseWithClocks(tenant) else { continue }
            for language in Language.allCases {
                try run([
                    "notify", "draft", name, "--tenant", tenant, "--regime", regime, "--stage", stage, "--lang",
                    language.rawValue, "--output", path("drafts"),
                ])
            }
        }
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
