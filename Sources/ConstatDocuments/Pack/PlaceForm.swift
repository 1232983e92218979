public import ConstatModel

/// What a column of numbers stands for.
public enum PlaceForm: Hashable, Sendable {
    case instant, thousandths, count
    /// The position of a word.
    case word([String])
    /// A number to be looked up in `RecordColumns.names`.
    case name

    /// - Parameter kinds: what the records are that have the column.
    public init(_ place: Place, of kinds: [RecordKind]) {
        if place.isInstant {
            self = .instant
        } else if let value = kinds.flatMap(\.values).first(where: { $0.name == place.name }) {
            switch value.form {
            case .number: self = .thousandths
            case .word: self = .word(value.words)
            case .instant, .text, .prose: self = .name
            }
        } else if place.name == "amountInPeriod" {
            self = .thousandths
        } else {
            self = ["technology", "incidentClass"].contains(place.name) ? .name : .count
        }
    }
}
