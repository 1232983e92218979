/// The two languages every document is written in, equal to each other.
public enum Language: String, CaseIterable, Sendable, Codable {
    /// English and French; the raw value is the word after `--lang`.
    case en, fr
}

/// A text in both languages.
public struct Localized: Hashable, Sendable {
    /// The English text.
    public let en: String
    /// The French text.
    public let fr: String

    public init(en: String, fr: String) { (self.en, self.fr) = (en, fr) }

    /// The text in one language.
    public subscript(language: Language) -> String { language == .fr ? fr : en }
}
