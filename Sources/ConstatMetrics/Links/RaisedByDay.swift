public import ConstatModel

/// How many records of each tenant were raised on each day of a period.
public struct RaisedByDay: Sendable {
    /// The first moments of the days, and the one after the last.
    private let starts: [Int64]
    private var counts: [String: [Int]] = [:]

    public init(_ period: Period) {
        var (starts, day) = ([period.start.milliseconds], period.zone.civil(at: period.start).startOfDay)
        while let last = starts.last, last < period.end.milliseconds {
            day = day.adding(days: 1)
            starts.append(min(period.zone.instant(of: day).instant.milliseconds, period.end.milliseconds))
        }
        self.starts = starts
    }

    /// Takes note of some records.
    public mutating func add(_ columns: RecordColumns) {
        let raised = columns[Place.raised]
        var byCode: [Int32: [Int]] = [:]
        for row in 0..<columns.count where raised[row] != RecordColumns.missing {
            guard let day = day(of: raised[row]) else { continue }
            byCode[columns.tenant[row], default: Array(repeating: 0, count: starts.count - 1)][day] += 1
        }
        for (code, counts) in byCode {
            guard let name = columns.names[code] else { continue }
            let known = self.counts[name] ?? Array(repeating: 0, count: counts.count)
            self.counts[name] = zip(known, counts).map(+)
        }
    }

    /// Those of a tenant raised on days that begin in a stretch of time.
    func count(of tenant: String, _ stretch: Range<Instant>) -> Int {
        let (from, to) = (stretch.lowerBound.milliseconds, stretch.upperBound.milliseconds)
        return zip(starts, counts[tenant] ?? []).reduce(0) { $0 + ($1.0 >= from && $1.0 < to ? $1.1 : 0) }
    }

    private func day(of instant: Int64) -> Int? {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 || low == starts.count ? nil : low - 1
    }
}
