public import ConstatModel

/// One value about an incident, with where it comes from and how sure it is.
public struct Fact: Hashable, Sendable {
    /// Whether a value is what happened or what is believed so far.
    public enum Basis: String, CaseIterable, Sendable { case actual, estimate }

    /// Where a value comes from, to be shown beside it.
    public enum Origin: Hashable, Sendable {
        /// Imported history: what it was read from; receipt and row stand with the case.
        case history(field: String)
        /// A person, in the fact file: who or what says so, and since when; either may be unsaid.
        case person(source: String?, at: Instant?)
        /// Computed from two other facts.
        case computed(from: String, to: String)
        /// What `constat.yaml` says of the organisation, e.g. `lei`.
        case configuration(field: String)
    }

    /// The value.
    public let value: FactValue
    /// Nil when nobody said.
    public let basis: Basis?
    /// Where it comes from.
    public let origin: Origin

    public init(_ value: FactValue, basis: Basis? = nil, origin: Origin) {
        (self.value, self.basis, self.origin) = (value, basis, origin)
    }
}
