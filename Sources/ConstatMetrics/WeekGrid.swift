public import ConstatModel

/// When records of a period were raised, by weekday and hour in its zone, and when nobody covered.
public struct WeekGrid: Sendable {
    /// From Monday to Sunday, each from 0 to 23 o'clock.
    public private(set) var counts = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
    /// Records of which the day alone is known.
    public private(set) var withoutHour = 0
    /// Quarters of an hour in which nobody covered, alike; nil when nothing is known of cover.
    public private(set) var uncovered: [[Int]]?

    private let start: Int64
    /// The weekday and hour of each quarter of an hour: zones are apart by whole ones.
    private let places: [(day: Int, hour: Int)]
    private static let quarter = 15 * Instant.minute

    /// - Parameter end: of what is looked at, no later than that of the period.
    public init(_ period: Period, until end: Instant) {
        start = period.start.milliseconds
        let count = max(0, (end.milliseconds - start + Self.quarter - 1) / Self.quarter)
        places = (0..<count).map { index in
            let civil = period.zone.civil(at: period.start.advanced(by: index * Self.quarter))
            return ((civil.weekday + 6) % 7, civil.hour)
        }
    }

    /// Counts records by the instant they were raised.
    public mutating func add(_ columns: RecordColumns) {
        let dayOnly = Int64(1) << Int64(Milestone.raised.index)
        for (row, instant) in columns[Milestone.raised].enumerated() where instant >= start {
            let index = Int((instant - start) / Self.quarter)
            guard index < places.count else { continue }
            if row < columns.dayOnly.count, columns.dayOnly[row] & dayOnly != 0 {
                withoutHour += 1
            } else {
                counts[places[index].day][places[index].hour] += 1
            }
        }
    }

    /// Looks where a tenant that records its cover had none.
    public mutating func add(cover records: [Record]) {
        guard !records.isEmpty else { return }
        var grid = uncovered ?? [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
        for cover in Dictionary(grouping: records, by: \.tenant).values.map({ Cover($0) }) {
            for (index, place) in places.enumerated() where !cover.contains(start + Int64(index) * Self.quarter) {
                grid[place.day][place.hour] += 1
            }
        }
        uncovered = grid
    }
}
