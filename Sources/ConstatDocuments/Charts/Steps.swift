import ConstatModel

/// A figure step by step, as small pictures show it.
struct Steps {
    let title: String
    let labels: [String]
    let measurements: [Measurement]
    let target: Double?
    let language: Language

    /// What a reader hears who cannot see the picture.
    var description: String {
        language.enumerated(zip(labels, measurements).map { language.pair($0, Figure.value($1, language)) })
    }

    /// Whether a step is named below the picture: every third, the last one in any case.
    func isNamed(_ step: Int) -> Bool { (measurements.count - 1 - step) % 3 == 0 }

    /// Steps that follow one another and have values.
    var runs: [[Int]] {
        measurements.indices.filter { measurements[$0].value != nil }.reduce(into: []) { runs, step in
            if let last = runs.last?.last, last == step - 1 { runs[runs.count - 1].append(step) } else { runs.append([step]) }
        }
    }
}
