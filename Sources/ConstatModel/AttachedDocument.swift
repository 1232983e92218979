/// A document that a person attached to a control, because no figure can show it: never changed, and each holds the hash of the
/// one before.
public struct AttachedDocument: Hashable, Sendable, Chained {
    /// Counted from 1 in a store; 0 until it is in it.
    public var number = 0
    /// The control it speaks to.
    public let framework: String
    public let control: String
    /// The tenant it is about; nil when it is about all.
    public let tenant: String?
    /// What it is, e.g. `Incident handling policy v3`.
    public let title: String
    /// Where the file lay when it was attached; a pack shows its name only.
    public let path: String
    /// The file's size and SHA-256 then.
    public let bytes: Int
    public let sha256: String
    /// Who answers for it.
    public let owner: String
    /// The first and the last day it is evidence of, not the day it was attached; `2026-01-01`.
    public let coversFrom: String
    public let coversUntil: String
    /// The last day on which it counts; nil when it does not expire.
    public let expires: String?
    /// When it was attached.
    public let attachedAt: Instant
    /// The hash of the one before; empty for the first.
    public var previousHash = ""
    /// `computedHash` at the time, as stored.
    public var hash = ""

    public init(
        framework: String, control: String, tenant: String?, title: String, path: String, bytes: Int, sha256: String, owner: String,
        coversFrom: String, coversUntil: String, expires: String?, attachedAt: Instant
    ) {
        (self.framework, self.control, self.tenant, self.title) = (framework, control, tenant, title)
        (self.path, self.bytes, self.sha256, self.owner) = (path, bytes, sha256, owner)
        (self.coversFrom, self.coversUntil, self.expires, self.attachedAt) = (coversFrom, coversUntil, expires, attachedAt)
    }

    /// The file's name.
    public var file: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The hash of the content and of the hash before it.
    public var computedHash: String {
        let fields: [String] = [
            "document \(number)", framework, control, tenant ?? "", title, path, "\(bytes)", sha256, owner, coversFrom, coversUntil,
            expires ?? "", "\(attachedAt.milliseconds)", previousHash,
        ]
        return Digest.hex(of: fields)
    }

    /// How it stands to a period: covers the whole of it, a part, or nothing; or it has expired.
    public enum Standing: String, Sendable { case covers, coversPart, doesNotCover, expired }

    /// - Parameter asOf: the instant at which it may have expired.
    public func standing(in period: Period, asOf: Instant) -> Standing {
        if let expires, period.zone.civil(at: asOf).dateText > expires { return .expired }
        let first = period.zone.civil(at: period.start).dateText
        let last = period.zone.civil(at: period.end.advanced(by: -1)).dateText
        if coversUntil < first || last < coversFrom { return .doesNotCover }
        return coversFrom <= first && last <= coversUntil ? .covers : .coversPart
    }
}
