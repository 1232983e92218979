import ConstatYAML

/// The documents of a YAML file, each as JSON text.
struct YAMLRows {
    private let documents: [[UInt8]]
    private var position = 0

    /// The whole file is read: YAML files that people write are small.
    init(_ window: Window) throws(ImportError) {
        while try window.more(row: 1) {}
        let text = String(decoding: window.rest, as: UTF8.self)
        do {
            documents = try YAMLValue.documents(text, file: window.name).map { Array($0.json.utf8) }
        } catch {
            throw .notYAML(place: error.place.text, reason: error.problem)
        }
    }

    mutating func next() -> [UInt8]? {
        guard position < documents.count else { return nil }
        position += 1
        return documents[position - 1]
    }
}
