import ConstatImport
import ConstatModel
import ConstatStore
import Foundation

/// Imports files into a store, one transaction each. The demo and `constat import` run the same code.
struct ImportRun {
    let importer: Importer
    let store: Store
    let workspace: Workspace
    let asOf: Instant
    let privacy: Privacy
    var source: String?
    var profile: Profile?
    var tenant: String?
    var zone: Zone?
    var isDryRun = false
    /// What the source says of the number of rows, and how many were read before this file; for the last file of a command.
    var control: Receipt.Control?

    /// What became of a file.
    struct Result {
        let receipt: Receipt
        /// The file had been imported before, to the letter: nothing was done.
        let isRepeated: Bool
        let seconds: Double
    }

    private var options: Importer.Options {
        var options = Importer.Options(fallbackTenant: fallbackTenant, asOf: asOf, privacy: privacy)
        (options.source, options.profile, options.tenant, options.zone) = (source, profile, tenant, zone)
        return options
    }

    /// For rows that name no tenant: the only one that is configured.
    private var fallbackTenant: String { workspace.tenants.first?.slug ?? "default" }

    func run(_ path: String, name: String) throws -> Result {
        let started = Date()
        let export = try Export(path: path, name: name)
        let profile = try importer.recognise(export, options: options)
        guard tenant != nil || profile.namesTenant || workspace.tenants.count < 2 else {
            throw UsageError.needed(
                option: "--tenant",
                remedy: "\(name) names no tenant; say whose it is: \(workspace.tenants.map(\.slug).joined(separator: ", "))")
        }
        let size = Int64((try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0)
        var draft = Receipt(
            file: name, sha256: "", bytes: size, source: profile.source, kind: profile.kind,
            profile: profile.name, profileVersion: profile.version, profileDigest: try importer.digest(of: profile),
            zone: zone?.name ?? profile.zoneName, tenant: tenant ?? (profile.namesTenant ? nil : fallbackTenant),
            tool: "constat \(Constat.version)", importedAt: asOf)
        draft.control = control
        if let old = try repeated(draft, export) {
            return Result(receipt: old, isRepeated: true, seconds: Date().timeIntervalSince(started))
        }
        let line = ProgressLine(name: name, total: size)
        defer { line.clear() }
        let row = ProfileRow(of: draft, rules: try importer.rules(of: profile))
        draft = try store.importing(draft, profile: row, isDryRun: isDryRun) { session in
            let facts = try importer.read(export, with: profile, options: options) { part in
                line.show(part.passed)
                try session.put(part.records, changes: part.changes, historyRows: part.historyRows)
                for refusal in part.refusals { try session.refuse(refusal) }
                for (remark, count) in part.remarks { session.add(remark, count) }
            }
            return (facts.sha256, facts.bytes)
        }
        return Result(receipt: draft, isRepeated: false, seconds: Date().timeIntervalSince(started))
    }

    /// The receipt of the same file, read alike. A file of a size that was never imported need not be hashed for it.
    private func repeated(_ draft: Receipt, _ export: Export) throws -> Receipt? {
        guard try store.hasReceipt(ofSize: draft.bytes) else { return nil }
        var draft = draft
        draft.sha256 = try export.fingerprint().sha256
        return try store.receipt(repeating: draft)
    }
}
