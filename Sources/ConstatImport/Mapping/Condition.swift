/// That a value is one of certain texts.
struct Condition {
    private let source: ValueRule.Source
    private let texts: [String]

    init(source: ValueRule.Source, texts: [String]) { (self.source, self.texts) = (source, texts) }

    var holds: Bool {
        let value = source.value
        if case .text(let bytes) = value {
            let trimmed = bytes.trimmed
            return texts.contains { $0.utf8.count == trimmed.count && $0.utf8.elementsEqual(trimmed) }
        }
        return value.string.map(texts.contains) ?? false
    }
}
