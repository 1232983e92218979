public import ConstatModel

/// Instants of which the day alone is known: how they are shown, and read back.
public enum PackDay {
    /// - Parameter bits: as `RecordColumns.dayOnly` holds them.
    public static func isAlone(_ place: Place, _ bits: Int64) -> Bool { place.index < 64 && bits & 1 << Int64(place.index) != 0 }

    /// Milestones are days of the zone their import was read in; what smaller kinds tell is told as a day.
    static func shown(_ instant: Instant, _ place: Place, _ zone: Zone) -> CivilTime {
        isTold(place) ? CivilTime(utc: instant) : zone.civil(at: instant).startOfDay
    }

    /// The instant that stands for a day that is shown.
    public static func instant(_ day: CivilTime, _ place: Place, _ zone: Zone) -> Instant {
        isTold(place) ? day.asUTC : zone.instant(of: day).instant
    }

    private static func isTold(_ place: Place) -> Bool { place.index >= Milestone.allCases.count }
}
