import ArgumentParser
import ConstatDocuments

/// How the sample of a pack is drawn.
struct SampleOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What makes the draw another one; the auditor's own choice (default: 1).", valueName: "text"))
    var seed = "1"

    @Option(
        name: .customLong("sample"),
        help: ArgumentHelp(
            "How many of each kind: a number, or confidence and tolerable share of errors in per cent (default: 95/10).",
            valueName: "size"))
    var size = "95/10"

    @Option(help: ArgumentHelp("severity: each is drawn from by its share.", valueName: "word"))
    var strata: String?

    func sampling() throws -> Sampling {
        var sampling = Sampling()
        guard let size = Sampling.size(size) else {
            throw UsageError.fault(place: "--sample", problem: "\(size) is no size of a sample", remedy: "write 25, or 95/10")
        }
        if let strata, strata != "severity" { throw UsageError.unknownWord(option: "--strata", word: strata, known: ["severity"]) }
        guard !seed.isEmpty, seed.count <= 200, !seed.contains(where: \.isNewline) else {
            throw UsageError.fault(place: "--seed", problem: "this is no seed", remedy: "write one line of text")
        }
        (sampling.seed, sampling.size, sampling.bySeverity) = (seed, size, strata != nil)
        return sampling
    }
}
