/// As it is stored when a month is frozen: every number as it was, the reasons in a fixed order.
extension Measurement: Codable {
    private enum Key: String, CodingKey {
        case metric, version, period, zone, group, unit, population, n, open, leftOut, numerator, late, sums, people, statistics
        case survival, isMeasurable, isState, business, low, high
    }

    private struct Reason: Codable {
        let reason: LeftOut
        let count: Int
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(metric, forKey: .metric)
        try container.encode(version, forKey: .version)
        try container.encode(period.name, forKey: .period)
        try container.encode(period.zone.name, forKey: .zone)
        try container.encode(group, forKey: .group)
        try container.encode(unit, forKey: .unit)
        try container.encode(population, forKey: .population)
        try container.encode(n, forKey: .n)
        try container.encode(open, forKey: .open)
        try container.encode(leftOut.sorted { $0.key < $1.key }.map { Reason(reason: $0.key, count: $0.value) }, forKey: .leftOut)
        try container.encodeIfPresent(numerator, forKey: .numerator)
        try container.encode(late, forKey: .late)
        try container.encodeIfPresent(sums, forKey: .sums)
        try container.encodeIfPresent(people, forKey: .people)
        try container.encode(statistics, forKey: .statistics)
        try container.encodeIfPresent(survival, forKey: .survival)
        try container.encode(isMeasurable, forKey: .isMeasurable)
        try container.encode(isState, forKey: .isState)
        try container.encodeIfPresent(business, forKey: .business)
        try container.encodeIfPresent(interval?.lowerBound, forKey: .low)
        try container.encodeIfPresent(interval?.upperBound, forKey: .high)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let zone = Zone(try container.decode(String.self, forKey: .zone))
        guard let period = try zone.flatMap({ Period(try container.decode(String.self, forKey: .period), zone: $0) }) else {
            throw DecodingError.dataCorruptedError(forKey: .period, in: container, debugDescription: "no period")
        }
        self.init(
            metric: try container.decode(String.self, forKey: .metric), version: try container.decode(Int.self, forKey: .version),
            period: period, unit: try container.decode(Unit.self, forKey: .unit))
        group = try container.decode([GroupKey].self, forKey: .group)
        population = try container.decode(Int.self, forKey: .population)
        n = try container.decode(Int.self, forKey: .n)
        open = try container.decode(Int.self, forKey: .open)
        for entry in try container.decode([Reason].self, forKey: .leftOut) { leftOut[entry.reason] = entry.count }
        numerator = try container.decodeIfPresent(Int.self, forKey: .numerator)
        late = try container.decode(Int.self, forKey: .late)
        sums = try container.decodeIfPresent(Sums.self, forKey: .sums)
        people = try container.decodeIfPresent(Int.self, forKey: .people)
        statistics = try container.decode(Statistics.self, forKey: .statistics)
        survival = try container.decodeIfPresent(Survival.self, forKey: .survival)
        isMeasurable = try container.decode(Bool.self, forKey: .isMeasurable)
        isState = try container.decode(Bool.self, forKey: .isState)
        business = try container.decodeIfPresent(Statistics.self, forKey: .business)
        if let low = try container.decodeIfPresent(Double.self, forKey: .low),
            let high = try container.decodeIfPresent(Double.self, forKey: .high),
            low <= high
        {
            interval = low...high
        }
    }
}
