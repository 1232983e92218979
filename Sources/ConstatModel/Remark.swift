/// Something odd in the data that did not stop the import: counted, kept with the receipt.
public struct Remark: Hashable, Comparable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case unknownValue, unreadableTime, reversedOrder, futureTime, ambiguousLocalTime, skippedLocalTime
        case dayOnly, tenantOverridden, closedWhileOpen
    }

    public let kind: Kind
    /// The canonical field it is about, e.g. `severity` or `contained`; never a value.
    public let field: String

    public init(_ kind: Kind, _ field: String) { (self.kind, self.field) = (kind, field) }

    public static func < (left: Remark, right: Remark) -> Bool {
        (left.kind.rawValue, left.field) < (right.kind.rawValue, right.field)
    }
}

/// A row that did not become a record, and why.
public struct Refusal: Hashable, Sendable {
    public enum Reason: String, CaseIterable, Sendable {
        case notJSON, notAnObject, otherKind, wrongColumnCount, missingIdentifier, missingRaised, unreadableRaised
    }

    public let reason: Reason
    /// Line of a CSV or NDJSON file, position in a JSON array; the first is 1.
    public let row: Int
    /// What exactly, without a personal value.
    public let detail: String
    /// The row as it stood, cut to 4 096 bytes.
    public let raw: String

    public init(reason: Reason, row: Int, detail: String, raw: String) {
        (self.reason, self.row, self.detail, self.raw) = (reason, row, detail, raw)
    }
}
