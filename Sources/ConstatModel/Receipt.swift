/// What one import of one file recorded. Receipts are never changed; each holds the hash of the one before.
public struct Receipt: Hashable, Sendable {
    /// Counted from 1 in a store; 0 until the import is in it.
    public var number = 0
    /// The file's name; of a folder that was imported, its path in there.
    public var file: String
    /// Of the file's bytes, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// The file's size.
    public var bytes: Int64
    /// The source's slug, e.g. `thehive`.
    public var source: String
    /// What the file's rows are read as.
    public var kind: RecordKind
    /// The profile's name, version and the SHA-256 of its text.
    public var profile: String
    /// The number the profile gives itself.
    public var profileVersion: Int
    /// SHA-256 of the profile's text, and of those it names: a change without a new version shows here.
    public var profileDigest: String
    /// The zone that times without one were read in, by its IANA name.
    public var zone: String
    /// What `--tenant` said; nil when the export or the configuration named the tenants.
    public var tenant: String?
    /// Who imported, e.g. `constat 1.0.0`.
    public var tool: String
    /// When the import was made, or the `--as-of` that stands for it.
    public var importedAt: Instant
    /// Where the rows of the file went.
    public var counts = ImportCounts()
    /// What `--control-total` said, when it was given.
    public var control: Control?
    /// How often each remark was made.
    public var remarks: [Remark: Int] = [:]
    /// SHA-256 over place, reason and detail of each refused row; empty without any.
    public var refusalDigest = ""
    /// The hash of the receipt before; empty for the first.
    public var previousHash = ""
    /// `computedHash` at the time of the import, as stored.
    public var hash = ""

    public init(
        file: String, sha256: String, bytes: Int64, source: String, kind: RecordKind, profile: String,
        profileVersion: Int, profileDigest: String, zone: String, tenant: String?, tool: String, importedAt: Instant
    ) {
        (self.file, self.sha256, self.bytes, self.source, self.kind) = (file, sha256, bytes, source, kind)
        (self.profile, self.profileVersion, self.profileDigest) = (profile, profileVersion, profileDigest)
        (self.zone, self.tenant, self.tool, self.importedAt) = (zone, tenant, tool, importedAt)
    }

    /// How many rows the source says there are, and how many were read up to and with this file by the same command.
    public struct Control: Hashable, Sendable {
        public let total: Int
        public let rows: Int

        public init(total: Int, rows: Int) { (self.total, self.rows) = (total, rows) }
    }

    /// Remarks of all kinds together.
    public var remarkCount: Int { remarks.values.reduce(0, +) }

    /// True for a file that names its tenants itself: how much of it is another's is not told to this one.
    public func isShared(with tenant: String?) -> Bool { tenant != nil && self.tenant == nil }

    /// The text the hash is taken over: every field, one a line, in this order.
    public var canonicalText: String {
        let remarks = remarks.sorted { $0.key < $1.key }.map { "\($0.key.kind.rawValue) \($0.key.field) \($0.value)" }
        let fields: [String] = [
            "\(number)", file, sha256, "\(bytes)", source, kind.word, profile, "\(profileVersion)", profileDigest,
            zone, tenant ?? "", tool, "\(importedAt.milliseconds)", counts.canonicalText,
            control.map { "\($0.total) \($0.rows)" } ?? "", remarks.joined(separator: ","), previousHash,
        ]
        return (fields + (refusalDigest.isEmpty ? [] : [refusalDigest])).joined(separator: "\n")
    }

    /// One refused row, as `refusalDigest` is taken over it.
    public static func line(of refusal: Refusal) -> String { "\(refusal.row) \(refusal.reason.rawValue) \(refusal.detail)\n" }

    /// The hash of the content and of the hash before it.
    public var computedHash: String { Digest.hex(of: canonicalText) }
}

/// Where the rows of a file went: `rows` is always the sum of the rest.
public struct ImportCounts: Hashable, Sendable {
    /// Rows read.
    public var rows = 0
    /// Rows whose record was new to the store.
    public var stored = 0
    /// Rows that replaced an older or wrongly read state of their record.
    public var updated = 0
    /// Rows whose record an earlier import had brought already, alike.
    public var unchanged = 0
    /// Rows that the same file holds already, alike.
    public var repeated = 0
    /// Rows older than what the store holds of their record.
    public var superseded = 0
    /// Rows that tell changes of records only.
    public var history = 0
    /// Rows that did not become a record.
    public var refused = 0
    /// Changes that were told and not known before; no rows, a row may tell several.
    public var transitions = 0

    /// All zero.
    public init() {}

    /// Whether no row brought a state that was not known.
    public var isWithoutNews: Bool { stored + updated + superseded == 0 }

    /// Whether `rows` is the sum of the rest.
    public var isBalanced: Bool { rows == stored + updated + unchanged + repeated + superseded + history + refused }

    var canonicalText: String { "\(rows) \(stored) \(updated) \(unchanged) \(repeated) \(superseded) \(history) \(refused) \(transitions)" }
}
