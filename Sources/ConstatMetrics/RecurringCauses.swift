public import ConstatModel
import Foundation

/// Confirmed cases with the same apparent root cause, at least twice within six months: candidates for a recurring incident.
///
/// Source: DORA RTS 2024/1772 Art. 8(2), to be assessed every month; Implementing Regulation 2024/2690 Art. 4 and Annex 3.4.2(b), every
/// quarter. Whether the candidates together meet the criteria of a major or significant incident is for a person to say.
public struct RecurringCauses: Sendable {
    /// Cases of one tenant with one cause.
    public struct Group: Hashable, Sendable {
        public let tenant: String
        /// As the first of the cases words it.
        public let cause: String
        /// The oldest first.
        public let cases: [Record]
    }

    /// The six months that were looked at: the start included, the end not.
    public let window: Range<Instant>
    /// Groups of two cases at least; the largest first.
    public let groups: [Group]
    /// Confirmed cases of the window, and how many of them tell no cause.
    public let confirmed: Int
    public let withoutCause: Int

    /// - Parameters:
    ///   - cases: confirmed ones, of any time.
    ///   - causes: root causes that reviews found, by tenant and id of the case; they come before what the case itself says.
    public init(_ cases: [Record], causes: [String: [String: String]], until end: Instant, zone: Zone) {
        let start = zone.instant(of: zone.civil(at: end).adding(months: -6)).instant
        window = start..<end
        let inside = cases.filter { record in
            record.instant(.raised).map { start <= $0 && $0 < end } ?? false
        }
        func cause(_ record: Record) -> String? { causes[record.tenant]?[record.native] ?? record.rootCause }
        let known = inside.filter { cause($0)?.contains { !$0.isWhitespace } ?? false }
        let alike = Dictionary(grouping: known) { "\($0.tenant)\u{1F}\(Self.plain(cause($0) ?? ""))" }
        groups = alike.values.filter { $0.count > 1 }.map { records in
            let sorted = records.sorted { ($0.instant(.raised) ?? end, $0.native) < ($1.instant(.raised) ?? end, $1.native) }
            return Group(tenant: sorted[0].tenant, cause: cause(sorted[0]) ?? "", cases: sorted)
        }
        .sorted { ($1.cases.count, $0.tenant, $0.cause) < ($0.cases.count, $1.tenant, $1.cause) }
        (confirmed, withoutCause) = (inside.count, inside.count - known.count)
    }

    /// Case, accents and spaces do not make another cause.
    private static func plain(_ text: String) -> String {
        let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
