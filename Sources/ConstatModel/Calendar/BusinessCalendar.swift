/// When an organisation works: the hours of each weekday on its own clock, but for holidays.
public struct BusinessCalendar: Hashable, Sendable, Codable {
    /// A stretch of a day in minutes from midnight on a local clock, the end not included; 1 440 is the end of the day.
    public struct Hours: Hashable, Sendable, Codable {
        public let start: Int
        public let end: Int

        /// Nil when it is empty, or reaches beyond the day.
        public init?(start: Int, end: Int) {
            guard start >= 0, end <= 1_440, start < end else { return nil }
            (self.start, self.end) = (start, end)
        }
    }

    /// The zone of the clock.
    public let zone: Zone
    /// The hours of each weekday, in order and apart from each other; Sunday is 0.
    public let week: [[Hours]]
    /// Days without hours.
    public let holidays: Holidays

    /// - Parameter week: seven lists, from Sunday on.
    public init(zone: Zone, week: [[Hours]], holidays: Holidays) {
        (self.zone, self.week, self.holidays) = (zone, week, holidays)
    }

    /// The hours of a day; none on a holiday.
    public func hours(of day: CivilTime) -> [Hours] { holidays.contains(day) ? [] : week[day.weekday] }

    /// The stretches of a local day in which it is open, in milliseconds UTC, in their order.
    ///
    /// An hour that a clock shows twice counts twice, one that it leaps over does not count: what is open is decided by what the
    /// clock shows.
    func stretches(of day: CivilTime) -> [Range<Int64>] {
        let hours = hours(of: day)
        guard !hours.isEmpty else { return [] }
        let midnight = day.asUTC.milliseconds
        return pieces(of: day).flatMap { piece in
            hours.compactMap { span in
                let start = midnight + Int64(span.start) * Instant.minute - piece.offset
                let end = midnight + Int64(span.end) * Instant.minute - piece.offset
                let open =
                    Swift.max(
                        start, piece.range.lowerBound)..<Swift.max(start, piece.range.lowerBound, Swift.min(end, piece.range.upperBound))
                return open.isEmpty ? nil : open
            }
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The parts of a local day with one offset each: one, or two where the clock is changed.
    private func pieces(of day: CivilTime) -> [(range: Range<Int64>, offset: Int64)] {
        // Wider than the day on both sides: where midnight itself is leapt over or comes twice, hours still fall into it.
        let (start, end) = (day.asUTC.milliseconds - 16 * Instant.hour, day.asUTC.milliseconds + 40 * Instant.hour)
        var pieces: [(range: Range<Int64>, offset: Int64)] = []
        var from = start
        while from < end {
            let offset = zone.offset(at: Instant(milliseconds: from))
            let change = nextChange(after: from, before: end, offset)
            pieces.append((from..<change, offset))
            from = change
        }
        return pieces
    }

    /// The instant from which another offset holds; `end` when there is none before it.
    private func nextChange(after start: Int64, before end: Int64, _ offset: Int64) -> Int64 {
        var probe = start
        while probe < end {
            let next = Swift.min(probe + 6 * Instant.hour, end)
            if zone.offset(at: Instant(milliseconds: next)) != offset { return change(probe, next, offset) }
            probe = next
        }
        return end
    }

    private func change(_ start: Int64, _ end: Int64, _ offset: Int64) -> Int64 {
        var (low, high) = (start, end)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if zone.offset(at: Instant(milliseconds: middle)) == offset { low = middle } else { high = middle }
        }
        return high
    }
}
