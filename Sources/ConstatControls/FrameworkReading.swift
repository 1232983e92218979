public import ConstatModel
public import ConstatYAML
public import Foundation

extension Framework {
    /// Reads every framework of the folders: a subfolder with `catalog.yaml` (OSCAL) and `evidence.yaml`.
    ///
    /// - Returns: in the order of their ids; a later folder replaces a framework of the same id.
    public static func all(in folders: [URL]) throws(YAMLFault) -> [Framework] {
        var byID: [String: Framework] = [:]
        for folder in folders {
            for id in ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() {
                let files = ["catalog", "evidence"].map { folder.appendingPathComponent("\(id)/\($0).yaml") }
                guard files.allSatisfy({ FileManager.default.fileExists(atPath: $0.path) }) else { continue }
                byID[id] = try Framework(id: id, catalogue: YAMLValue(contentsOf: files[0]), evidence: YAMLValue(contentsOf: files[1]))
            }
        }
        return byID.values.sorted { $0.id < $1.id }
    }

    init(id: String, catalogue file: YAMLValue, evidence: YAMLValue) throws(YAMLFault) {
        let catalogue = try file.required("catalog")
        let metadata = try catalogue.required("metadata")
        self.id = id
        let english = try metadata.required("title").asText()
        title = Localized(en: english, fr: metadata.property("title-fr") ?? english)
        let short = metadata.property("short-title") ?? id
        shortTitle = Localized(en: short, fr: metadata.property("short-title-fr") ?? short)
        version = try metadata.required("version").asText()
        officialText = metadata.property("official-text") ?? ""
        var groups: [ControlGroup] = []
        for group in try catalogue.required("groups").asItems() { groups.append(try ControlGroup(group)) }
        self.groups = groups
        reviewed = try evidence.required("reviewed").asText()
        var links: [EvidenceLink] = []
        for link in try evidence.required("links").asItems() { links.append(try EvidenceLink(link)) }
        self.links = links
        var byHand: [HandEvidence] = []
        for entry in try evidence["byHand"]?.asItems() ?? [] {
            byHand.append(
                HandEvidence(control: try entry.required("control").asText(), because: try entry.required("because").asLocalized()))
        }
        self.byHand = byHand
    }
}

extension ControlGroup {
    init(_ value: YAMLValue) throws(YAMLFault) {
        id = try value.required("id").asText()
        title = try value.titles()
        var controls: [Control] = []
        for control in try value.required("controls").asItems() { controls.append(try Control(control)) }
        self.controls = controls
    }
}

extension Control {
    init(_ value: YAMLValue) throws(YAMLFault) {
        id = try value.required("id").asText()
        title = try value.titles()
        label = value.property("label") ?? id
        confidence = value.property("confidence") ?? "?"
        link = value["links"]?.items?.first?["href"]?.text ?? ""
        let parts = try value.required("parts").asItems().filter { $0["name"]?.text == "overview" }
        let french = parts.first { $0.property("lang") == "fr" }
        let english = parts.first { $0.property("lang") == nil }
        guard let english = english?["prose"]?.text, let french = french?["prose"]?.text else {
            throw value.fault("the overview is missing in one language")
        }
        summary = Localized(en: english, fr: french)
    }
}

extension EvidenceLink {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["control", "metrics", "strength", "because"])
        control = try value.required("control").asText()
        metrics = try value.required("metrics").asTexts()
        because = try value.required("because").asLocalized()
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

    func titles() throws(YAMLFault) -> Localized {
        let english = try required("title").asText()
        guard let french = property("title-fr") else { throw fault("title-fr is missing here") }
        return Localized(en: english, fr: french)
    }

    /// The texts under `en` and `fr`.
    public func asLocalized() throws(YAMLFault) -> Localized {
        Localized(en: try required("en").asText(), fr: try required("fr").asText())
    }
}
