public import ConstatModel

/// Something a stage asks for.
public struct FieldRequest: Sendable {
    /// When a field must be filled.
    public enum Need: String, CaseIterable, Sendable {
        /// Always; or only when it applies to the case.
        case required, whereApplicable
        /// Required once the deadline has passed: the reasons for the delay.
        case whenLate
    }

    /// How a file for an authority writes a value.
    public enum Form: String, CaseIterable, Sendable {
        case text, choice, list, date, duration, integer, percent, amount, boolean
    }

    /// Where a file for an authority has the value.
    public struct Place: Sendable {
        /// `incident.detectionDateTime`, `affectedEntity[0].name`, `incident.classificationTypes[data_losses].…`.
        public let key: String
        /// How it is written.
        public let form: Form
        /// Another key and where its value is from, when the first has none.
        public let otherwise: (key: String, from: [String])?
    }

    /// A name for the field, e.g. `entityName`.
    public let id: String
    /// The heading it stands under; nil when its regime has none.
    public let group: String?
    /// What a draft calls it.
    public let label: Localized
    /// The article or form that asks for it.
    public let article: Localized
    /// The number in the official template, e.g. `2.4`.
    public let number: String?
    /// Where to look, in this order: `fact.x`, `case.title`, `entity.lei`.
    public let from: [String]
    /// A fixed text, instead; and the word for it in a file.
    public let value: Localized?
    public let token: String?
    /// The closed list an entity's value is from; of a fact, the catalogue knows.
    public let list: String?
    /// When it must be filled.
    public let need: Need
    /// When the law asks for it, in words; nil when it sets no condition.
    public let condition: Localized?
    /// The condition as a test; nil where it is for a person to say.
    let test: Criterion.Named?
    /// The setting and its value under which the field is always required.
    let requiredBy: (setting: String, value: String)?
    /// Nil when no file holds it.
    public let place: Place?
    /// V, S, K or ?: how sure we are of the text and of our choice of what answers it.
    public let confidence: String
}
