/// Which columns of records a question needs.
public struct RecordNeeds: Sendable {
    /// Milestones, severity, status, verdict and discovery.
    public var given: Given
    /// Other columns.
    public var places: Set<Place>
    /// When records waited.
    public var pauses: Bool

    public init(_ given: Given = [], places: Set<Place> = [], pauses: Bool = false) {
        (self.given, self.places, self.pauses) = (given, places, pauses)
    }

    /// Every column there is.
    public static let all = RecordNeeds(Given(rawValue: -1), places: Set(Place.all), pauses: true)

    /// With the names of the records, where others say something of them.
    public var withLinks: RecordNeeds {
        var needs = self
        if places.contains(where: \.isLink) { needs.places.insert(.key) }
        if places.contains(Place(value: "ransomware")) { needs.places.formUnion([.category, .techniques]) }
        if places.contains(Place(value: "technology")) { needs.places.formUnion([.rule, .category]) }
        if places.contains(Place(value: "incidentClass")) { needs.places.insert(.category) }
        return needs
    }

    /// Takes what others need as well.
    public mutating func formUnion(_ other: RecordNeeds) {
        given.formUnion(other.given)
        places.formUnion(other.places)
        pauses = pauses || other.pauses
    }

    /// Takes a column as well.
    public mutating func insert(_ place: Place) {
        if place.index < Milestone.allCases.count { given.insert(Given(rawValue: 1 << Int64(place.index))) } else { places.insert(place) }
    }
}
