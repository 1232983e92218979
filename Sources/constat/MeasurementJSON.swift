import ConstatModel

/// A measurement as other programs read it. Durations are milliseconds, shares 0 to 1; nothing is rounded, and what is not known is null.
struct MeasurementJSON: Encodable {
    let measurement: Measurement

    private enum Key: String, CodingKey {
        case metric, version, unit, period, group, population, n, open, late, sum, of, isMeasurable, isSmall, leftOut, numerator, value
        case median, p90, p95, mean, min, max, low95, high95, businessHours, withOpen, name, start, end, zone
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(measurement.metric, forKey: .metric)
        try container.encode(measurement.version, forKey: .version)
        try container.encode(measurement.unit.rawValue, forKey: .unit)
        try encodePeriod(&container)
        try container.encode(Dictionary(uniqueKeysWithValues: measurement.group.map { ($0.dimension, $0.word) }), forKey: .group)
        for (key, count) in [
            (Key.population, measurement.population), (.n, measurement.n), (.open, measurement.open), (.late, measurement.late),
        ] { try container.encode(count, forKey: key) }
        try container.encode(measurement.isMeasurable, forKey: .isMeasurable)
        try container.encode(measurement.isSmall, forKey: .isSmall)
        try container.encode(Dictionary(uniqueKeysWithValues: measurement.leftOut.map { ($0.key.code, $0.value) }), forKey: .leftOut)
        try container.encode(measurement.isOfFewPeople ? nil : measurement.numerator, forKey: .numerator)
        for (key, value) in [
            (Key.value, measurement.value), (.sum, measurement.sums?.of), (.of, measurement.sums?.per),
            (.low95, measurement.shownInterval?.lowerBound), (.high95, measurement.shownInterval?.upperBound),
        ] { try container.encode(value, forKey: key) }
        try encode(measurement.shown, &container)
        try encodeBusiness(&container)
        try encodeSurvival(&container)
    }

    private func encodePeriod(_ container: inout KeyedEncodingContainer<Key>) throws {
        var period = container.nestedContainer(keyedBy: Key.self, forKey: .period)
        try period.encode(measurement.period.name, forKey: .name)
        try period.encode(measurement.period.start.iso, forKey: .start)
        try period.encode(measurement.period.end.iso, forKey: .end)
        try period.encode(measurement.period.zone.name, forKey: .zone)
    }

    private func encode(_ statistics: Statistics, _ container: inout KeyedEncodingContainer<Key>) throws {
        try container.encode(statistics.median, forKey: .median)
        try container.encode(statistics.p90, forKey: .p90)
        try container.encode(statistics.p95, forKey: .p95)
        try container.encode(statistics.mean, forKey: .mean)
        try container.encode(statistics.min, forKey: .min)
        try container.encode(statistics.max, forKey: .max)
    }

    private func encodeBusiness(_ container: inout KeyedEncodingContainer<Key>) throws {
        guard let business = measurement.business, !measurement.isTooFew else { return try container.encodeNil(forKey: .businessHours) }
        var hours = container.nestedContainer(keyedBy: Key.self, forKey: .businessHours)
        try encode(business, &hours)
    }

    private func encodeSurvival(_ container: inout KeyedEncodingContainer<Key>) throws {
        guard let survival = measurement.survival, !measurement.isTooFew else { return try container.encodeNil(forKey: .withOpen) }
        var withOpen = container.nestedContainer(keyedBy: Key.self, forKey: .withOpen)
        try withOpen.encode(survival.median, forKey: .median)
        try withOpen.encode(survival.low, forKey: .low95)
        try withOpen.encode(survival.high, forKey: .high95)
    }
}
