/// A file of a pack.
public struct PackFile: Hashable, Sendable, Codable {
    /// Its path inside the pack.
    public let name: String
    public let bytes: Int
    /// 64 lower-case hexadecimal digits.
    public let sha256: String

    public init(name: String, bytes: Int, sha256: String) { (self.name, self.bytes, self.sha256) = (name, bytes, sha256) }
}

extension PackFile {
    /// The names of the files that every pack has, and of those that a signature or a time stamp adds.
    public static let manifest = "manifest.json", recipe = "recompute.json", results = "assessment-results.json"
    public static let signature = "manifest.json.sig", publicKey = "signing-key.pub.pem", stamp = "manifest.json.tsr"
}
