public import ConstatYAML
public import Foundation

/// Which controls of one framework speak of the same as controls of another, by somebody's published comparison: OSCAL mappings.
public struct Crosswalk: Sendable {
    /// A control of a framework.
    public struct Place: Hashable, Comparable, Sendable {
        public let framework: String
        public let control: String

        public init(framework: String, control: String) { (self.framework, self.control) = (framework, control) }

        public static func < (left: Place, right: Place) -> Bool {
            (left.framework, left.control) < (right.framework, right.control)
        }
    }

    /// A line of a comparison: some controls on each side, taken together.
    public struct Row: Sendable {
        public let sources: [Place]
        public let targets: [Place]
        /// OSCAL's word, e.g. `intersects-with`.
        public let relationship: String
        /// Where it stands.
        public let place: YAMLPlace
    }

    /// In the order of the files and of their lines.
    public let rows: [Row]
    private let byControl: [Place: [Int]]

    public init(rows: [Row]) {
        self.rows = rows
        var byControl: [Place: [Int]] = [:]
        for (index, row) in rows.enumerated() { for place in row.sources + row.targets { byControl[place, default: []].append(index) } }
        self.byControl = byControl
    }

    /// Reads every mapping of the folders `mappings`; a later folder replaces a file of the same name.
    public static func all(in folders: [URL]) throws(YAMLFault) -> Crosswalk {
        var files: [String: URL] = [:]
        for folder in folders.map({ $0.appendingPathComponent("mappings") }) {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
                if name.hasSuffix(".yaml") || name.hasSuffix(".json") { files[name] = folder.appendingPathComponent(name) }
            }
        }
        var rows: [Row] = []
        for (_, url) in files.sorted(by: { $0.key < $1.key }) { rows += try Self.rows(YAMLValue(contentsOf: url)) }
        return Crosswalk(rows: rows)
    }

    private static let relationships: Set = ["equivalent-to", "equal-to", "subset-of", "superset-of", "intersects-with"]

    private static func rows(_ file: YAMLValue) throws(YAMLFault) -> [Row] {
        let collection = try file.required("mapping-collection")
        var rows: [Row] = []
        for mapping in try collection.required("mappings").asItems() {
            let source = try framework(mapping.required("source-resource"))
            let target = try framework(mapping.required("target-resource"))
            for map in try mapping.required("maps").asItems() {
                let relationship = try map.required("relationship")
                guard relationships.contains(try relationship.asText()) else {
                    throw relationship.fault(
                        "OSCAL knows no such relationship", remedy: "known: \(relationships.sorted().joined(separator: ", "))")
                }
                rows.append(
                    Row(
                        sources: try places(map.required("sources"), source), targets: try places(map.required("targets"), target),
                        relationship: try map.required("relationship").asText(), place: map.place))
            }
        }
        return rows
    }

    /// The folder of a catalogue: `../iso27001/catalog.yaml` is iso27001.
    private static func framework(_ resource: YAMLValue) throws(YAMLFault) -> String {
        let href = try resource.required("href")
        let parts = try href.asText().split(separator: "/")
        guard parts.count >= 2 else { throw href.fault("this names no catalogue", remedy: "write ../iso27001/catalog.yaml") }
        return String(parts[parts.count - 2])
    }

    private static func places(_ value: YAMLValue, _ framework: String) throws(YAMLFault) -> [Place] {
        var places: [Place] = []
        for item in try value.asItems() { places.append(Place(framework: framework, control: try item.required("id-ref").asText())) }
        return places
    }

    /// The controls of other frameworks that stand opposite a control, in their order, each once.
    public func opposite(_ place: Place) -> [Place] {
        let found = (byControl[place] ?? []).flatMap { rows[$0].sources.contains(place) ? rows[$0].targets : rows[$0].sources }
        return Set(found).sorted()
    }

    /// The controls named that there are not, as words; empty when all is well.
    public func faults(_ frameworks: [Framework]) -> [String] {
        let known = Set(frameworks.flatMap { framework in framework.controls.map { Place(framework: framework.id, control: $0.id) } })
        return rows.flatMap { row in
            Set(row.sources + row.targets).subtracting(known).sorted().map {
                "\(row.place.text): there is no control \($0.control) of \($0.framework)"
            }
        }
    }
}
