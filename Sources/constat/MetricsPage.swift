import ConstatControls
import ConstatMetrics
import ConstatModel

/// The catalogue of metrics as a page of Markdown, in one language.
struct MetricsPage {
    let frameworks: [Framework]
    let language: Language

    var text: String {
        let isFrench = language == .fr
        let head = [
            isFrench ? "## Mesures" : "## Metrics", "",
            isFrench
                ? "Chaque chiffre porte n, les enregistrements écartés avec leur motif, et ceux encore ouverts. Moins de cinq : aucun chiffre."
                : "Each figure carries n, the records left out with their reason, and those still open. Of fewer than five no figure is shown.",
            "",
            isFrench
                ? "Deux mois se distinguent si l’intervalle à 95 % de leur différence (Zou et Donner, « method of variance estimates recovery » ; pour une part, celui de Newcombe) exclut zéro ; sinon le chiffre est stable. Sous cinq valeurs (six pour une durée), ou si la définition a changé de version : trop peu pour le dire. Aucun chiffre par niveau sur le travail de moins de trois personnes."
                : "Two months can be told apart when the 95 % interval of their difference (Zou and Donner, method of variance estimates recovery; of a share, Newcombe's) leaves out zero; else the figure is stable. Below five values (six of a duration), and when the definition has another version: too few to tell. By tier there is no figure about the work of fewer than three people.",
            "",
        ]
        return (head + MetricCatalogue.sections.flatMap { ["### \($0.title[language])", ""] + $0.metrics.flatMap(section) }).joined(
            separator: "\n")
    }

    private func section(_ metric: Metric) -> [String] {
        let words: [(en: String, fr: String, text: String)] = [
            ("instants", "instants", instants(metric)), ("unit", "unité", word(metric.unit.rawValue)),
            ("records", "enregistrements", word(metric.kind.word) + population(metric)),
            ("period", "période", word(metric.anchor.word)), ("better", "mieux", word(metric.better.rawValue)),
            ("read with", "à lire avec", MetricCatalogue.beside[metric.id].map { "`\($0)`" } ?? ""),
            ("also called", "alias", metric.aliases.joined(separator: ", ")), ("source", "source", metric.source[language]),
            ("controls", "exigences", controls(metric)),
        ]
        let lines = words.filter { !$0.text.isEmpty }.map { "- \(language == .fr ? "\($0.fr) :" : "\($0.en):") \($0.text)" }
        return ["#### \(metric.title[language]) (`\(metric.id)`, v\(metric.version))", "", metric.definition[language], ""] + lines + [""]
    }

    private static let french = [
        "milliseconds": "millisecondes", "count": "nombre", "share": "part", "alert": "alertes", "case": "cas", "confirmed": "confirmés",
        "state at its end": "état à sa fin", "lower": "plus bas", "higher": "plus haut", "neither": "ni l’un ni l’autre",
        "target": "objectif", "calendar days": "jours calendaires", "number": "nombre", "total": "durée totale",
        "by days": "au prorata des jours",
        "playbook-run": "exécutions de playbooks", "hunt": "chasses", "rule": "règles", "technique": "techniques",
        "log-source": "sources de journaux", "exercise": "exercices", "training": "formations", "cover": "permanences",
        "action": "actions", "review": "retours d’expérience", "indicator": "indicateurs", "match": "correspondances", "cost": "coûts",
        "duty": "étapes de notification",
    ]

    private func word(_ english: String) -> String { language == .fr ? Self.french[english] ?? english : english }

    private func population(_ metric: Metric) -> String {
        if metric.population.isEmpty { return "" }
        return metric.population == [.isConfirmed]
            ? " (\(word("confirmed")))" : " (\(metric.population.map { "`\($0.word)`" }.joined(separator: ", ")))"
    }

    /// The instants and fields that the figure is made of, in the house's own words.
    private func instants(_ metric: Metric) -> String {
        func names(_ places: [Place]) -> String { places.map { "`\($0.name)`" }.joined(separator: ", ") }
        switch metric.measure {
        case .count, .uncovered: return ""
        case .interval(let from, let to): return "\(names(from)) → \(names([to]))"
        case .days(let from, let to): return "\(names([from])) → \(names([to])), \(word("calendar days"))"
        case .margin(let from, let to): return "\(names([from])) → \(names([to])), ±"
        case .share(let condition, let base): return "`\(condition.word)` / `\(base.word)`"
        case .withinTarget(_, let from, let to): return "\(names(from)) → \(names([to])) ≤ \(word("target"))"
        case .holdsTarget(_, let days): return "\(names([days])) ≥ \(word("target"))"
        case .age(let from): return names([from])
        case .sum(let place), .minutes(let place): return "Σ \(names([place]))"
        case .sums(let of, let per): return "Σ \(names([of])) / Σ \(names([per]))"
        case .breaches(let of): return of.map { "`\($0)`" }.joined(separator: " + ")
        case .difference(let of, let less): return "`\(of)` − `\(less)`"
        case .rate(let of, let per): return "`\(of)` / `\(per)`"
        }
    }

    private func controls(_ metric: Metric) -> String {
        frameworks.compactMap { framework in
            let known = Dictionary(framework.controls.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
            let labels = framework.links.filter { $0.metrics.contains(metric.id) }.map { known[$0.control] ?? $0.control }
            return labels.isEmpty ? nil : "\(framework.shortTitle[language]) \(labels.joined(separator: ", "))"
        }.joined(separator: " · ")
    }
}
