/// Something odd in the data that did not stop the import: counted, kept with the receipt.
public struct Remark: Hashable, Comparable, Sendable {
    /// What is odd. The raw value is the word in the store, in receipts and in tables.
    public enum Kind: String, CaseIterable, Sendable {
        /// A word the profile does not map; a time that cannot be read; a milestone on the wrong
        /// side of `raised`, or after `asOf`; a local time that happens twice a year, or never.
        case unknownValue, unreadableTime, reversedOrder, futureTime, ambiguousLocalTime, skippedLocalTime
        /// Only the day is known; `--tenant` says otherwise than the row; an open record has a
        /// closing time, which is then no `lastClosed`.
        case dayOnly, tenantOverridden, closedWhileOpen
        /// The record's state asks for a field, and the row has none; a milestone at the very instant of `raised`; half of the rows
        /// have an hour or two between the first activity and `raised`, as when a zone is wrong.
        case missing, equalTimes, zoneSuspicion
    }

    /// What is odd.
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
    /// Why. The raw value is the word in the store and in tables.
    public enum Reason: String, CaseIterable, Sendable {
        /// Not JSON; no object; a kind the profile is not for; more or fewer cells than the header
        /// has; no id; a `raised` that is not there, or cannot be read.
        case notJSON, notAnObject, otherKind, wrongColumnCount, missingIdentifier, missingRaised, unreadableRaised
        /// Bytes that are no text; a row beyond all measure; a row of history that changes nothing known; a row that should hold
        /// records and holds none.
        case notUTF8, tooLong, noChange, noItems
    }

    /// Why it was refused.
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
