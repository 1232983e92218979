import ConstatControls
import ConstatMetrics
import ConstatModel

/// The catalogue of metrics as a page of Markdown, in one language.
struct MetricsPage {
    let frameworks: [Framework]
    let language: Language

    var text: String {
        let isFrench = language == .fr
        let head = [isFrench ? "## Mesures" : "## Metrics", ""] + (isFrench ? Self.readingFrench : Self.reading).map { "- \($0)" } + [""]
        return (head + MetricCatalogue.sections.flatMap { ["### \($0.title[language])", ""] + $0.metrics.flatMap(section) }).joined(
            separator: "\n")
    }

    private static let reading = [
        "Each figure carries n, the records left out with their reason, and those still open; together they are the population. What a share is *among* may restrict the population (no reason) or leave records out because nobody can tell (with a reason).",
        "When several reasons hold, the first counts: no target, what the source cannot give, what this record lacks, a day without a time, an end before its start.",
        "Of fewer than five records no duration and no share is shown; a share of sums goes by the sum below the line. Counts, sums and times in all are always shown. Fewer than twenty carry a mark.",
        "Median: the middle value, or the mean of the two middle ones. P90 and P95: nearest rank. The interval of a median (95 %, from six values) comes from the binomial distribution, that of a share is Wilson's.",
        "Where records are still open, the Kaplan-Meier median stands beside, with its interval by log(−log S) (from five values): it reckons with how long the open ones have waited. Records whose clock has not begun are not in it.",
        "In business hours, too: the metrics marked so, where the calendar of every tenant in them is known.",
        "A period that is not over ends at --as-of. What is measured *at its end* is the state then, as the last import tells it.",
        "An --as-of in the past bounds periods and the waiting of open records; durations and verdicts are those of all that was imported.",
        "Two months can be told apart when the 95 % interval of their difference (Zou and Donner, method of variance estimates recovery; of a share, Newcombe's) leaves out zero; else the figure is stable. Below five values (six of a duration), and when the definition has another version: too few to tell.",
        "By tier, and of how far cases went through the tiers, there is no figure about the work of fewer than three people, as far as the source tells who worked.",
        "A tool's alert belongs to a case of the same tool; an alert of Constat's own form to that of whatever tool has one of that id, when one alone has.",
    ]

    private static let readingFrench = [
        "Chaque chiffre porte n, les enregistrements écartés avec leur motif, et ceux encore ouverts ; ensemble ils forment la population. Le « parmi » d’une part restreint la population (sans motif) ou écarte ceux dont nul ne peut rien dire (avec motif).",
        "Si plusieurs motifs valent, le premier compte : pas d’objectif, non donné par la source, non renseigné, jour sans heure, fin avant le début.",
        "Moins de cinq enregistrements : ni durée ni part ; une part de sommes suit la somme du dénominateur. Nombres, sommes et durées totales sont toujours donnés. Moins de vingt : une marque.",
        "Médiane : la valeur du milieu, ou la moyenne des deux. P90 et P95 : rang le plus proche. L’intervalle d’une médiane (95 %, dès six valeurs) vient de la loi binomiale, celui d’une part est celui de Wilson.",
        "Si des enregistrements sont encore ouverts, la médiane de Kaplan-Meier figure à côté, avec son intervalle par log(−log S) (dès cinq valeurs) : elle tient compte de leur attente. Ceux dont le délai n’a pas commencé n’y sont pas.",
        "En heures ouvrées aussi : les mesures ainsi marquées, si le calendrier de chaque entité concernée est connu.",
        "Une période inachevée s’arrête à --as-of. Ce qui se mesure *à sa fin* est l’état d’alors, tel que le dernier import le dit.",
        "Un --as-of passé borne les périodes et l’attente des enregistrements ouverts ; durées et verdicts sont ceux de tout ce qui a été importé.",
        "Deux mois se distinguent si l’intervalle à 95 % de leur différence (Zou et Donner, « method of variance estimates recovery » ; pour une part, celui de Newcombe) exclut zéro ; sinon le chiffre est stable. Sous cinq valeurs (six pour une durée), ou si la définition a changé de version : trop peu pour le dire.",
        "Par niveau, et sur le parcours des cas dans les niveaux, aucun chiffre sur le travail de moins de trois personnes, si la source dit qui a travaillé.",
        "Une alerte d’un outil se rattache à un cas du même outil ; une alerte du formulaire de Constat, à celui de l’outil qui seul a un cas de cet identifiant.",
    ]

    private func section(_ metric: Metric) -> [String] {
        let words: [(en: String, fr: String, text: String)] = [
            ("instants", "instants", instants(metric)), ("unit", "unité", word(metric.unit.rawValue)),
            ("records", "enregistrements", word(metric.kind.word) + population(metric)),
            ("period", "période", word(metric.anchor.word)), ("better", "mieux", word(metric.better.rawValue)),
            ("read with", "à lire avec", MetricCatalogue.beside[metric.id].map { "`\($0)`" } ?? ""),
            ("in business hours", "en heures ouvrées", metric.isWork ? word("yes") : ""),
            ("also called", "alias", metric.aliases.joined(separator: ", ")), ("source", "source", metric.source[language]),
            ("controls", "exigences", controls(metric)),
        ]
        let lines = words.filter { !$0.text.isEmpty }.map { "- \(language == .fr ? "\($0.fr) :" : "\($0.en):") \($0.text)" }
        return ["#### \(metric.title[language]) (`\(metric.id)`, v\(metric.version))", "", metric.definition[language], ""] + lines + [""]
    }

    private static let french = [
        "milliseconds": "millisecondes", "count": "nombre", "share": "part", "alert": "alertes", "case": "cas", "confirmed": "confirmés",
        "state at its end": "état à sa fin", "lower": "plus bas", "higher": "plus haut", "neither": "ni l’un ni l’autre",
        "target": "objectif", "yes": "oui", "calendar days": "jours calendaires", "number": "nombre", "total": "durée totale",
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
