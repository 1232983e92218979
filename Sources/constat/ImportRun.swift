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
    var source: String?
    var profile: Profile?
    var tenant: String?
    var zone: Zone?
    var isDryRun = false

    /// What became of a file.
    struct Result {
        let receipt: Receipt
        /// The file had been imported before, to the letter: nothing was done.
        let isRepeated: Bool
        let seconds: Double
    }

    private var options: Importer.Options {
        var options = Importer.Options(fallbackTenant: fallbackTenant, asOf: asOf)
        (options.source, options.profile, options.tenant, options.zone) = (source, profile, tenant, zone)
        return options
    }

    /// For rows that name no tenant: the only one that is configured.
    private var fallbackTenant: String { workspace.tenants.first?.slug ?? "default" }

    func run(_ path: String, name: String) throws -> Result {
        let started = Date()
        let profile = try importer.recognise(path: path, name: name, options: options)
        guard tenant != nil || profile.namesTenant || workspace.tenants.count < 2 else {
            throw UsageError.needed(
                option: "--tenant",
                remedy: "\(name) names no tenant; say whose it is: \(workspace.tenants.map(\.slug).joined(separator: ", "))")
        }
        let print = try importer.fingerprint(path: path, name: name)
        var draft = Receipt(
            file: name, sha256: print.sha256, bytes: print.bytes, source: profile.source, kind: profile.kind,
            profile: profile.name, profileVersion: profile.version, profileDigest: profile.digest,
            zone: zone?.name ?? profile.zoneName, tenant: tenant ?? (profile.namesTenant ? nil : fallbackTenant),
            tool: "constat \(Constat.version)", importedAt: asOf)
        if let old = try store.receipt(repeating: draft) {
            return Result(receipt: old, isRepeated: true, seconds: Date().timeIntervalSince(started))
        }
        let line = ProgressLine(name: name, total: print.bytes)
        defer { line.clear() }
        draft = try store.importing(draft, given: profile.given, isDryRun: isDryRun) { session in
            let facts = try importer.read(path: path, name: name, with: profile, options: options, progress: line.show) { row in
                switch row {
                case .record(let record, let number, let remarks): try session.put(record, row: number, remarks: remarks)
                case .refused(let refusal): try session.refuse(refusal)
                }
            }
            return (facts.sha256, facts.bytes)
        }
        return Result(receipt: draft, isRepeated: false, seconds: Date().timeIntervalSince(started))
    }
}
