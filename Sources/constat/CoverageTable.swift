import ConstatControls

/// How far figures speak to the controls of frameworks: by links of their own, or by those of controls that stand opposite.
struct CoverageTable {
    /// From the most that figures can say of a control to the least.
    enum Level: String, CaseIterable {
        case evidenced, partly, byMapping, byHand, none

        var word: String {
            switch self {
            case .evidenced: "evidenced"
            case .partly: "partly"
            case .byMapping: "related only"
            case .byHand: "by hand only"
            case .none: "no figure"
            }
        }
    }

    let judging: Judging

    /// How far figures speak to a control, and what speaks to it.
    func level(_ framework: Framework, _ control: Control) -> (level: Level, by: String) {
        if let link = framework.links.first(where: { $0.control == control.id }) {
            return (link.strength == .supports ? .evidenced : .partly, link.metrics.joined(separator: ", "))
        }
        let mapped = linked(framework, control)
        if let first = mapped.first { return (.byMapping, mapped.count == 1 ? first : "\(first) and \(mapped.count - 1) more") }
        return framework.byHand.contains { $0.control == control.id } ? (.byHand, "") : (.none, "")
    }

    /// Controls that stand opposite and have links.
    private func linked(_ framework: Framework, _ control: Control) -> [String] {
        judging.crosswalk.opposite(.init(framework: framework.id, control: control.id)).filter { place in
            judging.frameworks.first { $0.id == place.framework }?.links.contains { $0.control == place.control } == true
        }.map { "\($0.framework):\($0.control)" }
    }

    /// One line a framework.
    var text: String {
        let rows = judging.frameworks.map { framework -> [String] in
            let levels = framework.controls.map { level(framework, $0).level }
            return [framework.id, "\(framework.controls.count)"] + Level.allCases.map { level in "\(levels.count { $0 == level })" }
        }
        let head = ["framework", "controls"] + Level.allCases.map(\.word)
        return TextTable(sides: [.left] + Array(repeating: .right, count: head.count - 1), rows: [head] + rows).text
    }

    /// One line a control.
    func text(of framework: Framework) -> String {
        let rows = framework.controls.map { control -> [String] in
            let (level, by) = level(framework, control)
            return [control.id, control.label, level.word, by]
        }
        return TextTable(sides: [.left, .left, .left, .left], rows: [["control", "", "figures", "by"]] + rows).text
    }
}
