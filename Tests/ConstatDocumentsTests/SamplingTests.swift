import ConstatModel
import ConstatTesting
import Testing

@testable import ConstatDocuments

struct SamplingTests {
    @Test(arguments: [(95, 5, 59), (95, 10, 29), (90, 10, 22), (90, 5, 45), (99, 10, 44), (95, 1, 299)])
    func `of very many records the size is that of the tables`(confidence: Int, tolerable: Int, size: Int) {
        var sampling = Sampling()
        sampling.size = .attribute(confidence: confidence, tolerable: tolerable)
        #expect(sampling.count(of: 1_000_000) == size)
        #expect(sampling.most >= size)
    }

    @Test func `of few records fewer are drawn, never more than there are`() {
        var sampling = Sampling()
        var last = 0
        for population in 0...400 {
            let count = sampling.count(of: population)
            #expect(count <= population)
            last = max(last, count)
        }
        #expect(last <= 29)
        sampling.size = .judgement(25)
        #expect([0, 10, 25, 1_000].map(sampling.count) == [0, 10, 25, 25])
    }

    @Test func `what people write is understood, or refused`() {
        #expect(Sampling.size("25") == .judgement(25))
        #expect(Sampling.size("90/5") == .attribute(confidence: 90, tolerable: 5))
        for text in ["", "0", "x", "95/", "95/0", "100/5", "95/10/1", "-3"] { #expect(Sampling.size(text) == nil, "\(text)") }
    }

    private func records(_ count: Int) -> [Record] {
        (0..<count).map { number in
            Record.raised(.at("2026-10-02T00:00:00Z"), number % 3 == 0 ? .case : .alert, id: "R-\(number)").changed {
                $0.severity = number % 7 == 0 ? .high : .low
            }
        }
    }

    private func drawn(_ sampling: Sampling, _ records: [Record]) -> [[String]] {
        var draw = SampleDraw(sampling)
        for (position, record) in records.enumerated() { draw.add(record, position: position) }
        return draw.results.map { ($0.selected + $0.replacements).map(\.native) }
    }

    @Test func `the draw does not depend on the order of the records, only on the seed`() {
        var generator = SeededGenerator(seed: 3)
        var sampling = Sampling()
        sampling.size = .judgement(10)
        let records = records(500)
        let first = drawn(sampling, records)
        #expect(drawn(sampling, records.shuffled(using: &generator)) == first)
        sampling.seed = "2"
        #expect(drawn(sampling, records) != first)
    }

    @Test func `each digest is what any tool computes, and those drawn are the smallest`() {
        var sampling = Sampling()
        (sampling.seed, sampling.size) = ("s", .judgement(4))
        var draw = SampleDraw(sampling)
        let records = records(60).filter { $0.kind == .alert }
        for (position, record) in records.enumerated() { draw.add(record, position: position) }
        let all = records.map { Digest.hex(of: "s\nalert\nconstat\nacme\n\($0.native)") }.sorted()
        #expect(draw.results.flatMap { $0.selected + $0.replacements }.map(\.digest) == Array(all.prefix(6)))
    }

    @Test func `every severity is drawn from, and a kind by its own size`() {
        var sampling = Sampling()
        (sampling.size, sampling.bySeverity) = (.judgement(12), true)
        var draw = SampleDraw(sampling)
        for (position, record) in records(300).enumerated() { draw.add(record, position: position) }
        for kind in RecordKind.main {
            let results = draw.results.filter { $0.stratum.kind == kind }
            #expect(results.count == 2 && results.allSatisfy { !$0.selected.isEmpty && !$0.replacements.isEmpty })
            #expect(results.reduce(0) { $0 + $1.selected.count } == 12)
        }
    }
}
