import ConstatControls
import ConstatModel
import ConstatResources

/// Published figures of others in words: never without whom they are about and what to mind.
enum BenchmarkText {
    static func lines(_ benchmarks: [Benchmark], _ language: Language) -> [String] {
        guard !benchmarks.isEmpty else { return [] }
        let head = language == .fr ? "chiffres publiés, même définition :" : "published, same definition:"
        return ["", head] + benchmarks.flatMap { line($0, language) }
    }

    private static func line(_ benchmark: Benchmark, _ language: Language) -> [String] {
        let colon = language == .fr ? " :" : ":"
        return [
            "  \(benchmark.year)\(colon) \(benchmark.value) (\(benchmark.statistic)), \(benchmark.title) [\(benchmark.confidence)]",
            "    \(benchmark.population[language]) \(benchmark.caveat[language])",
        ]
    }
}

extension Benchmark {
    /// Those of `Controls/benchmarks.yaml`, or of the workspace's own file of that name.
    static func read(_ folders: ResourceFolders) throws -> [Benchmark] {
        let file = try folders.yaml(.controls, "benchmarks.yaml")
        do { return try all(file) } catch { throw UsageError(error) }
    }
}
