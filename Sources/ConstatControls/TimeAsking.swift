public import ConstatModel
public import ConstatYAML

extension Zone {
    /// The zone that a scalar names.
    ///
    /// - Throws: `YAMLFault` for a name that the system does not know.
    public init(_ value: YAMLValue) throws(YAMLFault) {
        guard let zone = Zone(try value.asText()) else {
            throw value.fault("this time zone is not known", remedy: "write an IANA name, e.g. Europe/Paris")
        }
        self = zone
    }
}

extension CivilTime {
    /// The day that a scalar names.
    ///
    /// - Throws: `YAMLFault` for what is no day.
    public init(day value: YAMLValue) throws(YAMLFault) {
        guard let day = CivilTime(day: try value.asText()) else { throw value.fault("this is no day", remedy: "write 2026-12-24") }
        self = day
    }
}
