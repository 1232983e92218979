public import ConstatModel
public import ConstatYAML

/// What persons stated about one case: `incidents/CASE.yaml`, read and checked as a whole.
public struct FactFile: Sendable {
    /// Which case it is about: tenant, source and native id.
    public let tenant: String
    public let source: String
    public let native: String
    /// The word that stands for whatever history tells.
    static let historyWord = "history"

    /// The word that strikes out what history tells.
    static let withdrawnWord = "withdrawn"

    /// Facts of which a person says that what history tells is not so, and nothing else.
    public let withdrawn: Set<String>
    /// Where the file says which case it is about.
    public let place: YAMLPlace
    /// What is stated, by fact; what is unknown or left to history is not in it.
    public let statements: [String: Fact]
    private let places: [String: YAMLValue]

    /// - Parameter asOf: nothing that has happened lies after it; nil where a file is read for an earlier day, too.
    /// - Throws: every fault of the file, in its order.
    public init(_ value: YAMLValue, _ catalogue: FactCatalogue, asOf: Instant?) throws(FactFaults) {
        var reader = FactFileReader(catalogue: catalogue, asOf: asOf)
        let identity = reader.identity(value)
        let statements = reader.statements(value["facts"])
        guard let identity, reader.faults.isEmpty else { throw FactFaults(all: reader.faults) }
        (tenant, source, native) = identity
        (self.statements, places, withdrawn) = (statements, reader.places, reader.withdrawn)
        place = value["case"]?.place ?? value.place
    }

    /// What is stated, held against what history tells of the other instants.
    public func check(_ facts: CaseFacts) throws(FactFaults) {
        var faults = facts.catalogue.orderFaults(places) { facts[$0]?.value.stamp }
        for (id, fact) in statements.sorted(by: { $0.key < $1.key }) where facts.catalogue[id]?.type == .countries {
            guard let home = facts.entity["country"], fact.value.words.contains(home), let place = places[id] else { continue }
            faults.append(place.fault("\(id) holds the home Member State", remedy: "leave it out here, and answer homeStateAffected"))
        }
        if !faults.isEmpty { throw FactFaults(all: faults) }
    }

    /// Whether both are about the same case.
    public func isAbout(_ other: FactFile) -> Bool { tenant == other.tenant && source == other.source && native == other.native }

    /// Whether it is about this case.
    public func isOf(_ record: Record) -> Bool { tenant == record.tenant && source == record.source && native == record.native }
}

/// All that is wrong in a fact file.
public struct FactFaults: Error, Sendable {
    /// At least one, in the order of the file.
    public let all: [YAMLFault]

    public init(all: [YAMLFault]) { self.all = all }
}
