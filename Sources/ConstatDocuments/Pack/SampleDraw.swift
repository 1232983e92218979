public import ConstatModel

/// Draws a sample that anybody can draw again: the records whose SHA-256, with the seed before them, is smallest.
///
/// It depends on neither the order nor the tool: the digest is taken over seed, kind, source, tenant and native id, one a line, as
/// the workbook shows them.
public struct SampleDraw {
    /// A record that was drawn.
    public struct Drawn: Hashable, Sendable {
        /// Its place in the table, and on the sheet.
        public let position: Int
        /// 64 hexadecimal digits.
        public let digest: String
        /// Its first eight bytes.
        let first: UInt64
        public let kind: RecordKind
        public let source: String
        public let tenant: String
        public let native: String
        public let severity: Severity?
        public let raised: Instant?
    }

    /// A part of the population that is drawn from by itself.
    public struct Stratum: Hashable, Comparable, Sendable {
        public let kind: RecordKind
        /// Nil where severities are not told apart, or the records have none.
        public let severity: Severity?

        public static func < (left: Stratum, right: Stratum) -> Bool {
            (left.kind.rawValue, -(left.severity?.rawValue ?? -1)) < (right.kind.rawValue, -(right.severity?.rawValue ?? -1))
        }
    }

    /// What was drawn of a stratum: those to test, then those that stand ready.
    public struct Result: Hashable, Sendable {
        public let stratum: Stratum
        public let population: Int
        public let selected: [Drawn]
        public let replacements: [Drawn]
    }

    private let sampling: Sampling
    private var found: [Stratum: (count: Int, smallest: [Drawn])] = [:]
    private let most: Int

    public init(_ sampling: Sampling) {
        self.sampling = sampling
        most = sampling.most + Sampling.replacements(of: sampling.most)
    }

    /// Looks at the next record of the population.
    public mutating func add(_ record: Record, position: Int) {
        let stratum = Stratum(kind: record.kind, severity: sampling.bySeverity ? record.severity : nil)
        var (count, smallest) = found.removeValue(forKey: stratum) ?? (0, [])
        defer { found[stratum] = (count, smallest) }
        count += 1
        let shown = [sampling.seed, record.kind.word, record.source, record.tenant, record.native].map(\.shownInCell)
        let lines = shown.joined(separator: "\n")
        // Most are larger than the largest that is kept: their first digits tell.
        let first = Digest.first(of: lines)
        if smallest.count == most, let last = smallest.last, first > last.first { return }
        let digest = Digest.hex(of: lines)
        guard smallest.count < most || digest < smallest[most - 1].digest else { return }
        let drawn = Drawn(
            position: position, digest: digest, first: first, kind: record.kind, source: record.source,
            tenant: record.tenant, native: record.native, severity: record.severity, raised: record.instant(.raised))
        smallest.insert(drawn, at: smallest.firstIndex { digest < $0.digest } ?? smallest.count)
        if smallest.count > most { smallest.removeLast() }
    }

    /// What is drawn, stratum by stratum: of each kind its own size, divided among severities by their shares.
    public var results: [Result] {
        let sizes = sizes
        return found.keys.sorted().map { stratum in
            let (count, smallest) = found[stratum] ?? (0, [])
            let share = sizes[stratum] ?? 0
            let ready = min(count - share, Sampling.replacements(of: share))
            return Result(
                stratum: stratum, population: count, selected: Array(smallest.prefix(share)),
                replacements: Array(smallest.dropFirst(share).prefix(ready)))
        }
    }

    /// How many are drawn of each stratum: of a kind its size, by shares; one at least, and the largest rests get what remains.
    private var sizes: [Stratum: Int] {
        var sizes: [Stratum: Int] = [:]
        for (_, strata) in Dictionary(grouping: found.keys.sorted(), by: \.kind) {
            let all = strata.reduce(0) { $0 + (found[$1]?.count ?? 0) }
            let size = sampling.count(of: all)
            let exact = strata.map { Double(size) * Double(found[$0]?.count ?? 0) / Double(max(all, 1)) }
            for (stratum, share) in zip(strata, exact) { sizes[stratum] = min(found[stratum]?.count ?? 0, max(1, Int(share))) }
            let rests = zip(strata, exact).sorted { ($0.1 - $0.1.rounded(.down), $1.0) > ($1.1 - $1.1.rounded(.down), $0.0) }.map(\.0)
            var missing = size - strata.reduce(0) { $0 + (sizes[$1] ?? 0) }
            while missing > 0 {
                let before = missing
                for stratum in rests where missing > 0 && (sizes[stratum] ?? 0) < (found[stratum]?.count ?? 0) {
                    sizes[stratum, default: 0] += 1
                    missing -= 1
                }
                if missing == before { break }
            }
        }
        return sizes
    }
}
