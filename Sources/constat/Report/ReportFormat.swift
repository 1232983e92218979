import ArgumentParser

/// What a report can be written as.
enum ReportFormat: String, CaseIterable {
    case html, pdf, md, json, csv, xlsx

    /// `html,pdf`: in the order of the cases, each once.
    static func all(_ text: String) throws(UsageError) -> [ReportFormat] {
        let words = text.split(separator: ",").map { $0.filter { $0 != " " } }
        for word in words where ReportFormat(rawValue: word) == nil {
            throw .unknownWord(option: "--format", word: word, known: allCases.map(\.rawValue))
        }
        guard !words.isEmpty else {
            throw .needed(option: "--format", remedy: "name one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return allCases.filter { words.contains($0.rawValue) }
    }
}
