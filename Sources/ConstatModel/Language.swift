/// The two languages every document is written in, equal to each other.
public enum Language: String, CaseIterable, Sendable {
    case en, fr
}

/// A text in both languages.
public struct Localized: Hashable, Sendable {
    public let en: String
    public let fr: String

    public init(en: String, fr: String) { (self.en, self.fr) = (en, fr) }

    public subscript(language: Language) -> String { language == .fr ? fr : en }
}
