/// The year the demonstration covers, and when its exports were taken; civil time of Paris.
enum Period {
    static let start = Paris.instant(2025, 11, 1)
    /// Not included.
    static let end = Paris.instant(2026, 11, 1)
    /// When the older export of the bank's cases was taken.
    static let earlierExport = Paris.instant(2026, 10, 1, 8)
    /// When all the others were.
    static let export = Paris.instant(2026, 11, 2, 8)

    /// 0 at the start of the year, 1 at its end.
    static func progress(at instant: Instant) -> Double {
        min(1, max(0, Double(instant - start) / Double(end - start)))
    }

    /// A value that moves evenly over the year.
    static func between(_ first: Double, _ last: Double, at instant: Instant) -> Double {
        first + (last - first) * progress(at: instant)
    }
}
