public import ConstatModel
public import ConstatYAML
public import Foundation

extension Framework {
    /// Reads every framework of the folders: a subfolder with an OSCAL catalog, and with `evidence.yaml` where links were written.
    ///
    /// The catalog is `catalog.yaml` or `catalog.json`, ours or one that its publisher wrote.
    ///
    /// - Returns: in the order of their ids; a later folder replaces a framework of the same id.
    public static func all(in folders: [URL]) throws(YAMLFault) -> [Framework] {
        var byID: [String: Framework] = [:]
        for folder in folders {
            for id in ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() {
                func file(_ name: String) -> URL? {
                    let url = folder.appendingPathComponent("\(id)/\(name)")
                    return FileManager.default.fileExists(atPath: url.path) ? url : nil
                }
                guard let catalogue = file("catalog.yaml") ?? file("catalog.json") else { continue }
                let evidence = try file("evidence.yaml").map { url throws(YAMLFault) in try YAMLValue(contentsOf: url) }
                byID[id] = try Framework(id: id, catalogue: YAMLValue(contentsOf: catalogue), evidence: evidence)
            }
        }
        return byID.values.sorted { $0.id < $1.id }
    }

    init(id: String, catalogue file: YAMLValue, evidence: YAMLValue?) throws(YAMLFault) {
        let catalogue = try file.required("catalog")
        let metadata = try catalogue.required("metadata")
        self.id = id
        title = try metadata.titles()
        let short = metadata.property("short-title") ?? id
        shortTitle = Localized(en: short, fr: metadata.property("short-title-fr") ?? short)
        version = try metadata.required("version").asText()
        officialText = metadata.property("official-text") ?? ""
        groups = try OSCALReading(catalogue).groups(catalogue, title: title)
        try evidence?.allow(["framework", "reviewed", "links", "byHand"])
        if let said = evidence?["framework"], try said.asText() != id {
            throw said.fault("this file speaks of \(try said.asText()), its folder is \(id)", remedy: "write framework: \(id)")
        }
        reviewed = try evidence.map { evidence throws(YAMLFault) in try CivilTime(day: evidence.required("reviewed")).dateText } ?? ""
        var links: [EvidenceLink] = []
        for link in try evidence?.required("links").asItems() ?? [] { links.append(try EvidenceLink(link)) }
        self.links = links
        var byHand: [HandEvidence] = []
        for entry in try evidence?["byHand"]?.asItems() ?? [] {
            byHand.append(
                HandEvidence(
                    control: try entry.required("control").asText(), place: entry.place,
                    because: try entry.required("because").asLocalized()))
        }
        self.byHand = byHand
    }
}

extension EvidenceLink {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["control", "metrics", "strength", "because", "objective", "test"])
        place = value.place
        control = try value.required("control").asText()
        metrics = try value.required("metrics").asTexts()
        if metrics.isEmpty { throw value.fault("this link names no metric", remedy: "speak of the control under byHand:") }
        because = try value.required("because").asLocalized()
        objective = try value["objective"]?.asLocalized()
        test = try value["test"]?.asLocalized()
        guard let strength = Strength(rawValue: try value.required("strength").asText()) else {
            throw value.fault("this strength is not known", remedy: "write supports or partly")
        }
        self.strength = strength
    }
}

extension YAMLValue {
    /// - Throws: a fault at the file's start when it cannot be read.
    init(contentsOf url: URL) throws(YAMLFault) {
        let file = url.pathComponents.suffix(2).joined(separator: "/")
        guard let bytes = FileManager.default.contents(atPath: url.path) else {
            throw YAMLFault(place: YAMLPlace(file: file, line: 1, column: 1), problem: "this file cannot be read", remedy: nil)
        }
        self = try YAMLValue.parse(String(decoding: bytes, as: UTF8.self), file: file)
    }

    /// The value of an OSCAL property of this object.
    func property(_ name: String) -> String? {
        self["props"]?.items?.first { $0["name"]?.text == name }?["value"]?.text
    }

    /// Its title; in French as the property `title-fr` says, where there is one.
    func titles() throws(YAMLFault) -> Localized {
        let english = try required("title").asText()
        return Localized(en: english, fr: property("title-fr") ?? english)
    }

    /// The texts under `en` and `fr`.
    public func asLocalized() throws(YAMLFault) -> Localized {
        Localized(en: try required("en").asText(), fr: try required("fr").asText())
    }
}
