import ConstatControls
public import ConstatModel

/// `manifest.json` of a pack: what it rests on and consists of, with every digest. Keys are sorted, bytes are stable.
public struct PackManifest: Sendable, Codable {
    /// An import that the pack rests on; how many rows a file shared with other tenants has is not told.
    public struct Input: Sendable, Codable {
        public var file: String
        public var sha256: String
        public var bytes: Int64
        public var receipt: Int
        public var rows: Int?
        public var refused: Int?
        public var profile: String
        public var profileVersion: Int
        public var profileDigest: String
        public var receiptHash: String
    }

    /// The version of this layout.
    public static let version = 2

    public var manifest = PackManifest.version
    public var packID: String
    public var framework: String
    public var frameworkVersion: String
    public var linksReviewed: String
    public var tenant: String?
    public var period: String
    public var zone: String
    public var start: String
    public var end: String
    public var asOf: String
    public var tool: String
    /// Records raised in the period, by the words of their kinds, without merged ones.
    public var population: [String: Int]
    public var inputs: [Input]
    /// The file the settings come from.
    public var configuration: PackFile?
    /// Every other file of the pack, in the order of their names.
    public var outputs: [PackFile]

    /// - Parameter outputs: the files of the pack.
    public init(_ data: PackData, population: [RecordKind: Int], outputs: [PackFile]) {
        packID = data.packID
        (framework, frameworkVersion, linksReviewed) = (data.framework.id, data.framework.version, data.framework.reviewed)
        (tenant, period, zone) = (data.tenant, data.period.name, data.period.zone.name)
        (start, end, asOf) = (data.period.start.iso, data.period.end.iso, data.asOf.iso)
        tool = "constat \(data.tool)"
        self.population = Dictionary(uniqueKeysWithValues: population.map { ($0.key.word, $0.value) })
        inputs = data.receipts.map { receipt in
            let isShared = receipt.isShared(with: data.tenant)
            return Input(
                file: receipt.file, sha256: receipt.sha256, bytes: receipt.bytes, receipt: receipt.number,
                rows: isShared ? nil : receipt.counts.rows, refused: isShared ? nil : receipt.counts.refused, profile: receipt.profile,
                profileVersion: receipt.profileVersion, profileDigest: receipt.profileDigest, receiptHash: receipt.hash)
        }
        configuration = data.configuration.map { PackFile(name: $0.file, bytes: $0.bytes, sha256: $0.sha256) }
        self.outputs = outputs.sorted { $0.name < $1.name }
    }
}
