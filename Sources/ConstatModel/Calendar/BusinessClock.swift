/// Counts the time in which a calendar is open, fast: the stretches of some years lie in order, with what was open before each.
public struct BusinessClock: Sendable {
    private let starts: [Int64]
    private let lengths: [Int64]
    /// Milliseconds open before each stretch.
    private let before: [Int64]
    /// The instants it knows of.
    private let span: Range<Int64>

    /// - Parameters:
    ///   - first: the earliest instant that will be asked about.
    ///   - last: the latest.
    public init(_ calendar: BusinessCalendar, from first: Instant, to last: Instant) {
        var day = calendar.zone.civil(at: first.advanced(by: -2 * Instant.day)).startOfDay
        let end = last.advanced(by: 2 * Instant.day)
        var (starts, lengths, before, sum): ([Int64], [Int64], [Int64], Int64) = ([], [], [], 0)
        span = day.asUTC.milliseconds..<Swift.max(day.asUTC.milliseconds, end.milliseconds) + 1
        while day.asUTC < end {
            for stretch in calendar.stretches(of: day) {
                starts.append(stretch.lowerBound)
                lengths.append(stretch.upperBound - stretch.lowerBound)
                before.append(sum)
                sum += stretch.upperBound - stretch.lowerBound
            }
            day = day.adding(days: 1)
        }
        (self.starts, self.lengths, self.before) = (starts, lengths, before)
    }

    /// Milliseconds in which the calendar was open between two instants (milliseconds UTC); negative when they are reversed.
    public func open(from start: Int64, to end: Int64) -> Int64 { total(end) - total(start) }

    /// Whether the calendar is open at an instant (milliseconds UTC).
    public func isOpen(at instant: Int64) -> Bool {
        guard let index = index(at: instant) else { return false }
        return instant - starts[index] < lengths[index]
    }

    private func total(_ instant: Int64) -> Int64 {
        guard let index = index(at: instant) else { return 0 }
        return before[index] + Swift.min(instant - starts[index], lengths[index])
    }

    /// The last stretch that begins at an instant or before it.
    private func index(at instant: Int64) -> Int? {
        precondition(span.contains(instant), "an instant beyond those the clock was made for")
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
