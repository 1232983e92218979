import ConstatModel
import ConstatYAML

/// Reads groups and controls of an OSCAL catalog, nested as its publisher likes.
struct OSCALReading {
    /// The labels of parameters, by their ids.
    private var parameters: [String: String] = [:]

    init(_ catalogue: YAMLValue) { collect(catalogue) }

    private mutating func collect(_ value: YAMLValue) {
        for parameter in value["params"]?.items ?? [] {
            guard let id = parameter["id"]?.text else { continue }
            let choices = parameter["select"]?["choice"]?.items?.compactMap(\.text).joined(separator: "; ")
            parameters[id] = parameter["label"]?.text ?? choices ?? id
        }
        for child in (value["groups"]?.items ?? []) + (value["controls"]?.items ?? []) { collect(child) }
    }

    /// The groups in their order; controls outside of any stand in one by the title of the catalogue.
    func groups(_ catalogue: YAMLValue, title: Localized) throws(YAMLFault) -> [ControlGroup] {
        var found: [ControlGroup] = []
        let loose = try controls(of: catalogue)
        if !loose.isEmpty { found.append(ControlGroup(id: "", title: title, controls: loose)) }
        for group in try catalogue["groups"]?.asItems() ?? [] { try add(group, to: &found) }
        if found.isEmpty { throw catalogue.fault("this catalog has no controls", remedy: "an OSCAL catalog has groups or controls") }
        return found
    }

    private func add(_ group: YAMLValue, to found: inout [ControlGroup]) throws(YAMLFault) {
        let controls = try controls(of: group)
        if !controls.isEmpty {
            found.append(ControlGroup(id: group["id"]?.text ?? "", title: try group.titles(), controls: controls))
        }
        for inner in try group["groups"]?.asItems() ?? [] { try add(inner, to: &found) }
    }

    /// The controls of an object, each followed by those inside it.
    private func controls(of value: YAMLValue) throws(YAMLFault) -> [Control] {
        var found: [Control] = []
        for control in try value["controls"]?.asItems() ?? [] {
            found.append(try self.control(control))
            found += try controls(of: control)
        }
        return found
    }

    private func control(_ value: YAMLValue) throws(YAMLFault) -> Control {
        let (id, titles) = (try value.required("id").asText(), try value.titles())
        let links = value["links"]?.items?.compactMap { $0["href"]?.text }
        return Control(
            id: id, label: value.property("label") ?? id,
            title: titles, summary: texts(value, "overview") ?? texts(value, "statement") ?? titles,
            objective: texts(value, "objective") ?? texts(value, "assessment-objective"), test: texts(value, "assessment-method"),
            link: links?.first { $0.hasPrefix("http") } ?? "", confidence: value.property("confidence") ?? "?", place: value.place)
    }

    /// The prose of the parts of a name, with those inside them; nil where there is none.
    private func texts(_ control: YAMLValue, _ name: String) -> Localized? {
        let parts = control["parts"]?.items?.filter { $0["name"]?.text == name } ?? []
        let english = parts.filter { $0.property("lang") == nil }.flatMap(prose).joined(separator: "\n")
        let french = parts.filter { $0.property("lang") == "fr" }.flatMap(prose).joined(separator: "\n")
        if english.isEmpty { return french.isEmpty ? nil : Localized(en: french, fr: french) }
        return Localized(en: english, fr: french.isEmpty ? english : french)
    }

    private func prose(_ part: YAMLValue) -> [String] {
        let label = part.property("label").map { $0 + " " } ?? ""
        let own = part["prose"]?.text.map { [label + filled($0)] } ?? []
        return own + (part["parts"]?.items ?? []).flatMap(prose)
    }

    /// A text with the labels of its parameters in their places.
    private func filled(_ text: String) -> String {
        text.replacing(#/{{\s*insert:\s*param,\s*([^\s}]+)\s*}}/#) { "[\(parameters[String($0.1)] ?? String($0.1))]" }
    }
}
