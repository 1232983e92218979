import ConstatModel
import ConstatTesting
import Testing

struct AttachedDocumentTests {
    private func document(_ from: String, _ until: String, expires: String? = nil) -> AttachedDocument {
        AttachedDocument(
            framework: "nis2", control: "art-20.1", tenant: nil, title: "t", path: "/a/b.pdf", bytes: 1, sha256: "", owner: "o",
            coversFrom: from, coversUntil: until, expires: expires, attachedAt: .at("2026-11-01T00:00:00Z"))
    }

    @Test(
        arguments: [
            ("2026-01-01", "2026-12-31", nil, "covers"), ("2026-10-01", "2026-10-31", nil, "covers"),
            ("2026-10-02", "2026-12-31", nil, "coversPart"), ("2026-10-31", "2026-12-31", nil, "coversPart"),
            ("2026-11-01", "2026-12-31", nil, "doesNotCover"), ("2025-01-01", "2026-09-30", nil, "doesNotCover"),
            ("2026-01-01", "2026-12-31", "2026-11-03", "covers"), ("2026-01-01", "2026-12-31", "2026-11-02", "expired"),
        ] as [(String, String, String?, String)])
    func `it counts for the days it is evidence of, not for the day it came`(
        from: String, until: String, expires: String?, standing: String
    ) throws {
        // In Paris October begins two hours before it does in UTC, and asOf is the third of November there.
        let period = try #require(Period.of("2026-10", "Europe/Paris"))
        let found = document(from, until, expires: expires).standing(in: period, asOf: .at("2026-11-02T23:30:00Z"))
        #expect(found.rawValue == standing)
    }

    @Test func `the chain tells a change`() {
        var (first, second) = (document("2026-01-01", "2026-12-31"), document("2026-01-01", "2026-12-31"))
        first.number = 1
        first.hash = first.computedHash
        (second.number, second.previousHash) = (2, first.hash)
        second.hash = second.computedHash
        #expect([first, second].brokenLink == nil)
        second.number = 3
        #expect([first, second].brokenLink == 3)
        #expect(first.file == "b.pdf")
    }
}
