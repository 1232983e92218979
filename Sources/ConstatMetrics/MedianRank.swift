public import ConstatModel

extension Measurement {
    /// The rank of the value, from the smallest and from the largest, at which the interval of a median of so many values ends;
    /// 0 where no rank does.
    public static func medianRank(_ count: Int) -> Int { Intervals.medianRank(count) }
}
