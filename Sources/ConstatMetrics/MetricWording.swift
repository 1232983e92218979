import ConstatModel

extension Metric {
    /// What a reader sees of a metric in one language.
    struct Wording {
        let title: String
        let definition: String
        let source: String

        init(_ title: String, _ definition: String, _ source: String) {
            (self.title, self.definition, self.source) = (title, definition, source)
        }
    }

    /// A metric with its words side by side.
    init(
        _ id: String, _ kind: RecordKind, of population: [Condition] = [], _ measure: Measure, better: Direction = .neither,
        anchor: Anchor = .at(.raised), isAboutFew: Bool = false, en: Wording, fr: Wording
    ) {
        self.init(
            id: id, title: Localized(en: en.title, fr: fr.title), definition: Localized(en: en.definition, fr: fr.definition), kind: kind,
            population: population, anchor: anchor, measure: measure, better: better, isAboutFew: isAboutFew,
            source: Localized(en: en.source, fr: fr.source))
    }
}
