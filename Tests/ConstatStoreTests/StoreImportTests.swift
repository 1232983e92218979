import ConstatModel
import ConstatStore
import ConstatTesting
import Testing

struct StoreImportTests {
    private let october = Instant.at("2026-10-01T00:00:00Z")

    private func receipt(_ file: String = "a.json") -> Receipt {
        Receipt(
            file: file, sha256: "", bytes: 0, source: "constat", kind: .alert, profile: "p", profileVersion: 1, profileDigest: "d",
            zone: "UTC", tenant: nil, tool: "test", importedAt: october)
    }

    @discardableResult
    private func put(_ records: [Record], into store: Store, isDryRun: Bool = false, sha256: String = Digest.hex(of: "x")) throws -> Receipt
    {
        try store.importing(receipt(), profile: ProfileRow(of: receipt()), isDryRun: isDryRun) { session in
            for (row, record) in records.enumerated() { try session.put(record, row: row + 1) }
            return (sha256, 10)
        }
    }

    /// Several revisions of some records, in any order.
    private func revisions(_ generator: inout SeededGenerator) -> [Record] {
        (0..<60).map { _ in
            let id = Int.random(in: 1...20, using: &generator)
            return Record.raised(october.after(hours: Double(id)), id: "A-\(id)").changed { record in
                record.updated = october.after(hours: Double(Int.random(in: 0...3, using: &generator)))
                record.severity = Severity.allCases.randomElement(using: &generator)
                record.title = "=cmd|' /C calc'!A1"
            }
        }
    }

    @Test(arguments: 1...20)
    func `any order and any repetition of exports gives the same content`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let records = revisions(&generator)
        let straight = try Store.inMemory()
        try put(records, into: straight)
        let shuffled = try Store.inMemory()
        for part in [records.shuffled(using: &generator), records.shuffled(using: &generator)] { try put(part, into: shuffled) }
        #expect(try straight.contentDigest() == shuffled.contentDigest())
    }

    @Test(arguments: 1...5)
    func `the same records twice: the second time nothing is stored or updated`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let records = revisions(&generator)
        let store = try Store.inMemory()
        try put(records, into: store)
        let second = try put(records, into: store).counts
        #expect(second.stored == 0)
        #expect(second.updated == 0)
        #expect(second.rows == records.count)
        #expect(second.isBalanced)
    }

    @Test func `a newer export updates a case, an older one does not`() throws {
        let store = try Store.inMemory()
        let first = Record.raised(october, .case).changed {
            $0.updated = october; $0.status = .new
        }
        let later = first.changed {
            $0.updated = october.after(hours: 1); $0.status = .closed
        }
        try put([first], into: store)
        #expect(try put([later], into: store).counts.updated == 1)
        #expect(try put([first], into: store).counts.superseded == 1)
        let period = try #require(Period.of("2026-10"))
        #expect(try store.records(.case, tenant: nil, .raised(in: period)).map(\.record.status) == [.closed])
    }

    @Test func `without a date of change the export whose work has come further is the newer one`() throws {
        for order in [[0, 1], [1, 0]] {
            let store = try Store.inMemory()
            let open = Record.raised(october, .case).changed { $0.status = .new }
            let closed = open.changed {
                $0.status = .closed; $0.verdict = .falsePositive
            }
            for index in order { try put([[open, closed][index]], into: store) }
            #expect(try store.cases(named: "A-1", tenant: nil).map(\.record.status) == [.closed])
        }
    }

    @Test func `a corrected reading wins over what it corrects`() throws {
        let store = try Store.inMemory()
        let wrong = Record.raised(october.after(hours: 2), .case).changed { $0.severity = .low }
        try put([wrong], into: store)
        var corrected = receipt()
        (corrected.profileDigest, corrected.zone) = ("e", "Europe/Paris")
        let right = Record.raised(october, .case).changed { $0.severity = .high }
        let counts = try store.importing(corrected, profile: ProfileRow(of: corrected), isDryRun: false) { session in
            try session.put(right, row: 1)
            return (Digest.hex(of: "y"), 1)
        }.counts
        #expect(counts.updated == 1)
        #expect(try store.cases(named: "A-1", tenant: nil).map(\.record.severity) == [.high])
    }

    @Test func `merged cases run no clocks`() throws {
        let store = try Store.inMemory()
        try put([Record.raised(october, .case).with(.aware, october).changed { $0.status = .merged }], into: store)
        #expect(try store.cases(with: .aware, tenant: nil).isEmpty)
    }

    @Test func `extents are those of the records, of one tenant as of each`() throws {
        var random = SeededGenerator(seed: 11)
        let kinds: [RecordKind] = [.alert, .case, .logSource]
        let records = (0..<400).map { number -> Record in
            let raised = october.advanced(by: Int64.random(in: -9_000_000_000...9_000_000_000, using: &random))
            let kind = kinds[Int.random(in: 0..<3, using: &random)]
            return .raised(raised, kind, id: "R\(number)").changed { $0.tenant = "t\(number % 7)" }
        }
        let store = try Store.inMemory()
        _ = try put(records, into: store)
        let extents = try store.extents()
        for (tenant, own) in Dictionary(grouping: records, by: \.tenant) {
            for (kind, alike) in Dictionary(grouping: own, by: \.kind) {
                let instants = alike.compactMap { $0.instant(.raised) }.sorted()
                let found = try [extents[tenant]?[kind], store.extents(tenant: tenant)[tenant]?[kind]]
                for extent in found {
                    #expect(extent?.count == alike.count && extent?.raised == instants[0]...instants[instants.count - 1])
                }
            }
        }
        #expect(try store.extents(tenant: "nobody").isEmpty)
    }

    @Test func `a dry run and a failed import leave nothing behind`() throws {
        struct Stop: Error {}
        let store = try Store.inMemory()
        let dry = try put([.raised(october)], into: store, isDryRun: true)
        #expect(dry.counts.stored == 1)
        #expect(throws: Stop.self) {
            try store.importing(receipt(), profile: ProfileRow(of: receipt()), isDryRun: false) { session in
                try session.put(.raised(october), row: 1)
                throw Stop()
            }
        }
        #expect(try store.counts().isEmpty)
        #expect(try store.receipts().isEmpty)
    }

    @Test func `receipts form a chain that holds, and are never changed`() throws {
        let store = try Store.inMemory()
        for _ in 1...3 { try put([.raised(october)], into: store) }
        let receipts = try store.receipts()
        #expect(receipts.map(\.number) == [1, 2, 3])
        #expect(receipts[1].previousHash == receipts[0].hash)
        #expect(try store.receipts().brokenLink == nil)
    }

    @Test func `everything of a record comes back from the store`() throws {
        var record = Record.raised(october, .case, id: "C-1").changed { record in
            (record.number, record.title, record.severity, record.status) = ("7", "été \u{1F9EF}\n\"x\"", .critical, .pending)
            (record.verdict, record.tier, record.rule, record.category) = (.benignTruePositive, 3, "R1", "malware")
            (record.discovery, record.rootCause, record.caseID) = (.external, "certificate", "C-9")
            (record.techniques, record.facts) = (["T1059", "T1486"], ["personalData": "yes", "clientsAffected": "12"])
            record.updated = october.after(hours: 3)
        }
        for (index, milestone) in Milestone.allCases.enumerated() {
            let precision = Precision(rawValue: index % 5) ?? .exact
            record.milestones[milestone] = Stamp(october.after(minutes: Double(index)), precision)
        }
        let store = try Store.inMemory()
        try put([record], into: store)
        #expect(try store.cases(named: "#7", tenant: nil).map(\.record) == [record])
    }

    @Test func `an alert without a verdict has the verdict of its case, and merged records are in no columns`() throws {
        let store = try Store.inMemory()
        let alert = Record.raised(october, id: "A").changed { $0.caseID = "C" }
        let merged = Record.raised(october, id: "B").changed { $0.status = .merged }
        let parent = Record.raised(october, .case, id: "C").changed { $0.verdict = .truePositive }
        let stranger = Record.raised(october, .case, id: "C", tenant: "other").changed { $0.verdict = .falsePositive }
        try put([alert, merged, parent, stranger], into: store)
        let columns = try store.columns(.alert, tenant: nil, .raised(in: try #require(Period.of("2026-10"))))
        #expect(columns.count == 1)
        #expect(columns.verdict == [Int8(Verdict.truePositive.rawValue)])
    }

    @Test func `a purge leaves what figures about smaller records rest on, and takes what a person wrote`() throws {
        let store = try Store.inMemory()
        let training = Record.raised(october, .training, id: "T-1").changed {
            $0.title = "Phishing"; $0.facts = ["invited": "40", "participants": "31", "topic": "mail"]
        }
        let review = Record.raised(october, .review, id: "R-1").changed {
            $0.title = "Ask Ada"; $0.facts = ["due": "2026-11-01T00:00:00Z", "outcome": "Ada was late"]
        }
        try put([training, review], into: store)
        _ = try store.purge(before: october.after(hours: 1), asOf: october.after(hours: 2), tool: "test", isDryRun: false)
        let period = try #require(Period.of("2026-10"))
        #expect(try store.records(.training, tenant: nil, .raised(in: period)).map(\.record) == [training])
        let left = try #require(try store.records(.review, tenant: nil, .raised(in: period)).first?.record)
        #expect(left.title == nil)
        #expect(left.facts == ["due": "2026-11-01T00:00:00Z"])
    }

    @Test func `thousands of states of one record, and a long chain of merges, take little time and memory`() throws {
        let store = try Store.inMemory()
        let states = (0..<6_000).map { index in
            Record.raised(october, .case).changed {
                $0.updated = october.after(minutes: Double(index)); $0.status = index % 2 == 0 ? .new : .inProgress
            }
        }
        for part in [states.prefix(3_000), states.suffix(3_000)] { try put(Array(part), into: store) }
        let period = try #require(Period.of("2026-10"))
        #expect(try store.records(.case, tenant: nil, .raised(in: period)).map(\.record.updated) == [october.after(minutes: 5_999)])
        let chain = (0...3_000).map { index in
            Record.raised(october.after(hours: Double(index % 200)), .case, id: "C-\(index)").changed {
                if index < 3_000 { ($0.mergedInto, $0.status) = ("C-\(index + 1)", .merged) }
            }
        }
        try put(chain.reversed(), into: store)
        #expect(try store.cases(named: "C-3000", tenant: nil).first?.record.instant(.raised) == october)
        #expect(try store.count(.case, tenant: nil) == 3_002)
    }
}
