import ConstatModel
import ConstatNotification

/// The page for the wall, decided to the last word.
struct PlanPage {
    struct Limit {
        let length: String
        let from: String
    }

    struct Step {
        let title: String
        let limits: [Limit]
        let article: String
    }

    struct Duty {
        let title: String
        let authority: String
        let channel: [String]
        let steps: [Step]
        let letters: [String]
        let warnings: [String]
    }

    struct Organisation {
        let name: String
        let entity: String
        let unsaid: [String]
        let duties: [Duty]
    }

    let language: String
    let title: String
    let notice: String
    let organisations: [Organisation]
    let footer: String

    init(_ data: PlanData, _ words: Words) {
        let language = words.language
        self.language = language.rawValue
        title = words("plan.title")
        notice = words("plan.notice")
        organisations = data.organisations.map { organisation in
            let keys = ["type", "sector", "nis2Class", "size", "country", "lei"]
            let told = keys.compactMap { key in
                organisation.entity[key].map {
                    [words("plan.key.\(key)"), words.entity(key, $0, data.catalogue)].filter { !$0.isEmpty }.joined(separator: " ")
                }
            }
            let unsaid = ["type", "nis2Class", "country"].filter { organisation.entity[$0] == nil }
            return Organisation(
                name: organisation.name, entity: told.joined(separator: " · "),
                unsaid: unsaid.isEmpty ? [] : [words("plan.unsaid", ["keys": unsaid.joined(separator: ", ")])],
                duties: organisation.regimes.map { Self.duty($0, organisation, data, words) })
        }
        footer = "Constat \(data.tool) · \(data.asOf.iso)"
    }

    private static func duty(
        _ regime: Regime, _ organisation: PlanData.Organisation, _ data: PlanData, _ words: Words
    ) -> Duty {
        let language = words.language
        let forms = regime.stages.filter { $0.kind == .form }
        return Duty(
            title: regime.title[language], authority: regime.authority[language],
            channel: regime.channel.map { [[$0.name, $0.url, $0.phone].compactMap(\.self).joined(separator: " · ")] } ?? [],
            steps: forms.map { stage in
                let rules = stage.rules(for: organisation.entity["type"])
                let limits = rules.map { Self.limit($0, regime, data, words) }
                return Step(
                    title: stage.title[language], limits: limits.isEmpty ? [Limit(length: words("plan.noLimit"), from: "")] : limits,
                    article: stage.article[language])
            },
            letters: regime.stages.filter { $0.kind == .letter }.map { "\($0.title[language]) (\($0.article[language]))" },
            warnings: regime.warnings.map { $0[language] } + forms.compactMap { $0.note?[language] })
    }

    private static func limit(_ rule: DeadlineRule, _ regime: Regime, _ data: PlanData, _ words: Words) -> Limit {
        let anchor =
            switch rule.anchor {
            case .facts(let ids): data.catalogue[ids[0]]?.label[words.language] ?? ids[0]
            case .submission(let stage, _): words("plan.sending", ["stage": regime.stage(stage)?.title[words.language] ?? stage])
            }
        let (unit, count) = rule.span
        let mark = rule.confidence == "V" ? "" : " [\(rule.confidence)]"
        return Limit(
            length: words(unit == "months" && count == 1 ? "plan.span.month" : "plan.span.\(unit)", ["count": "\(count)"]),
            from: words("plan.limit", ["anchor": anchor]) + mark)
    }
}

extension Words {
    /// What the configuration says of an organisation, in words.
    fileprivate func entity(_ key: String, _ value: String, _ catalogue: FactCatalogue) -> String {
        switch key {
        case "type": word("entityType", catalogue.title(of: value, in: "doraEntityTypes", language))
        case "country": catalogue.title(of: value, in: "eeaStates", language)
        case "sector": word("sector", value)
        case "nis2Class", "size": word("plan.\(key)", value)
        default: value
        }
    }
}

extension TemplateShelf {
    /// The page for the wall in Markdown.
    public func planMarkdown(_ data: PlanData, _ words: Words) throws(Fault) -> String {
        try render(PlanPage(data, words), with: "notifications/plan.md")
    }

    /// The page for the wall as one self-contained HTML page.
    public func planHTML(_ data: PlanData, _ words: Words) throws(Fault) -> String {
        try render(PlanPage(data, words), with: "notifications/plan.html")
    }
}
