/// What one import of one file recorded. Receipts are never changed; each holds the hash of the one before.
public struct Receipt: Hashable, Sendable {
    public var number = 0
    /// The file's name without its folder.
    public var file: String
    public var sha256: String
    public var bytes: Int64
    public var source: String
    public var kind: RecordKind
    /// The profile's name, version and the SHA-256 of its text.
    public var profile: String
    public var profileVersion: Int
    public var profileDigest: String
    public var zone: String
    /// What `--tenant` said; nil when the export or the configuration named the tenants.
    public var tenant: String?
    public var tool: String
    public var importedAt: Instant
    public var counts = ImportCounts()
    public var remarks: [Remark: Int] = [:]
    public var previousHash = ""
    public var hash = ""

    public init(
        file: String, sha256: String, bytes: Int64, source: String, kind: RecordKind, profile: String,
        profileVersion: Int, profileDigest: String, zone: String, tenant: String?, tool: String, importedAt: Instant
    ) {
        (self.file, self.sha256, self.bytes, self.source, self.kind) = (file, sha256, bytes, source, kind)
        (self.profile, self.profileVersion, self.profileDigest) = (profile, profileVersion, profileDigest)
        (self.zone, self.tenant, self.tool, self.importedAt) = (zone, tenant, tool, importedAt)
    }

    public var remarkCount: Int { remarks.values.reduce(0, +) }

    /// The text the hash is taken over: every field, one a line, in this order.
    public var canonicalText: String {
        let remarks = remarks.sorted { $0.key < $1.key }.map { "\($0.key.kind.rawValue) \($0.key.field) \($0.value)" }
        let fields: [String] = [
            "\(number)", file, sha256, "\(bytes)", source, kind.word, profile, "\(profileVersion)", profileDigest,
            zone, tenant ?? "", tool, "\(importedAt.milliseconds)", counts.canonicalText,
            remarks.joined(separator: ","), previousHash,
        ]
        return fields.joined(separator: "\n")
    }

    /// The hash of the content and of the hash before it.
    public var computedHash: String { Digest.hex(of: canonicalText) }
}

/// Where the rows of a file went: `rows` is always the sum of the rest.
public struct ImportCounts: Hashable, Sendable {
    public var rows = 0
    public var stored = 0
    public var updated = 0
    /// Rows whose record was in the store already, alike (duplicates inside a file too).
    public var unchanged = 0
    /// Rows older than what the store holds of their record.
    public var superseded = 0
    public var refused = 0

    public init() {}

    public var isBalanced: Bool { rows == stored + updated + unchanged + superseded + refused }

    var canonicalText: String { "\(rows) \(stored) \(updated) \(unchanged) \(superseded) \(refused)" }
}
