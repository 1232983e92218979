/// A field of the team's own, as its tools keep it beside their native ones.
struct CustomField {
    enum Value {
        case text(String)
        case number(Int)
        case instant(Instant)
    }

    let name: String
    let value: Value

    init(_ name: String, _ value: Value) { (self.name, self.value) = (name, value) }

    init(_ name: String, _ text: String) { self.init(name, .text(text)) }

    init(_ name: String, _ number: Int) { self.init(name, .number(number)) }

    /// Nil when there is nothing to write.
    init?(_ name: String, at instant: Instant?) {
        guard let instant else { return nil }
        self.init(name, .instant(instant))
    }
}

extension SimulatedCase {
    /// What the tools have no field for, in a fixed order; only what is known.
    ///
    /// - Parameter mergedInto: the tool's id of the survivor.
    func customFields(mergedInto: String?) -> [CustomField] {
        var fields = [
            CustomField("contained", at: contained), CustomField("eradicated", at: eradicated),
            CustomField("recovered", at: recovered), CustomField("escalated-tier3", at: escalatedTier3),
            CustomField("aware", at: aware), CustomField("classified", at: classified),
        ].compactMap { $0 }
        fields.append(CustomField("tier", tier))
        if let discovery { fields.append(CustomField("discovery", discovery.rawValue)) }
        if let rootCause { fields.append(CustomField("root-cause", rootCause)) }
        if let mergedInto { fields.append(CustomField("merged-into", mergedInto)) }
        return fields + facts
    }
}
