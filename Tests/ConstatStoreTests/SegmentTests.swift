import ConstatModel
import ConstatTesting
import Foundation
import GRDB
import Testing

@testable import ConstatStore

struct SegmentTests {
    @Test(arguments: 1...40)
    func `a column comes back as it was, whatever its values`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let rows = Int.random(in: 1...300, using: &generator)
        let bits = Int64.random(in: 0...62, using: &generator)
        let base = Int64.random(in: -(1 << 40)...(1 << 40), using: &generator)
        let column = (0..<rows).map { _ -> Int64 in
            if Int.random(in: 0...9, using: &generator) == 0 { return Batch.missing }
            if seed % 5 == 0 { return [Int64.max, Int64.min + 1, 0].randomElement(using: &generator) ?? 0 }
            return base &+ Int64.random(in: 0...(Int64(1) << bits), using: &generator)
        }
        let data = ColumnCodec.encode(column, rows: rows)
        #expect(data.withUnsafeBytes { ColumnCodec.decode($0, rows: rows) } == column)
        #expect(data.withUnsafeBytes { ColumnCodec.decode($0, rows: rows + 1) } == nil)
        for cut in [0, 5, data.count - 1] where cut < data.count && data.count > 13 {
            #expect(data.prefix(cut).withUnsafeBytes { ColumnCodec.decode($0, rows: rows) } == nil)
        }
    }

    @Test func `texts come back as they were, and a cut column is none`() {
        var column = TextColumn()
        for (row, text) in ["", "été", "", "\u{1F9EF}\n", "x"].enumerated() { column.set(row, text) }
        let data = TextCodec.encode(column, rows: 7)
        let read = data.withUnsafeBytes { TextCodec.decode($0, rows: 7) }
        #expect((0..<7).map { read?.string($0) } == [nil, "été", nil, "\u{1F9EF}\n", "x", nil, nil])
        for cut in 0..<data.count { #expect(data.prefix(cut).withUnsafeBytes { TextCodec.decode($0, rows: 7) } == nil) }
    }

    @Test func `a damaged part of a store is an error, not a column that is not there`() throws {
        let store = try Store.inMemory()
        let october = Instant.at("2026-10-01T00:00:00Z")
        let receipt = Receipt(
            file: "a", sha256: "", bytes: 0, source: "s", kind: .alert, profile: "p", profileVersion: 1, profileDigest: "d", zone: "UTC",
            tenant: nil, tool: "t", importedAt: october)
        _ = try store.importing(receipt, profile: ProfileRow(of: receipt), isDryRun: false) { session in
            for number in 1...9 { try session.put(.raised(october, id: "A-\(number)"), row: number) }
            return (Digest.hex(of: "x"), 1)
        }
        for statement in [
            "UPDATE chunk SET data = substr(data, 1, 14) WHERE length(data) > 20", "UPDATE chunk SET data = x'09'", "DELETE FROM chunk",
        ] {
            try store.queue.write { try $0.execute(sql: statement) }
            #expect(throws: StoreError.damaged(path: ":memory:")) { try store.contentDigest() }
        }
    }

    @Test(arguments: 1...5)
    func `the filter knows each key it was given, and of two hundred thousand others none`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var filter = KeyFilter(capacity: 1 << 16)
        let keys = (0..<(1 << 16)).map { _ in Int64.random(in: .min ... .max, using: &generator) }
        for key in keys + keys { filter.insert(key) }
        #expect(filter.isFull && filter.count <= 1 << 16)
        #expect(keys.allSatisfy(filter.mayContain))
        #expect(!(0..<200_000).contains { _ in filter.mayContain(Int64.random(in: .min ... .max, using: &generator)) })
        let edge: [Int64] = [0, -1, 1, .min, .max, 1 << 32, -1 << 32]
        for key in edge { filter.insert(key) }
        #expect(edge.allSatisfy(filter.mayContain))
    }

    @Test func `many small imports read as one`() throws {
        let october = Instant.at("2026-10-01T00:00:00Z")
        let (many, one) = (try Store.inMemory(), try Store.inMemory())
        let records = (1...60).map { Record.raised(october.after(hours: Double($0)), id: "A-\($0 % 40)") }
        func put(_ records: [ConstatModel.Record], into store: Store) throws {
            let receipt = Receipt(
                file: "a", sha256: "", bytes: 0, source: "s", kind: .alert, profile: "p", profileVersion: 1, profileDigest: "d",
                zone: "UTC",
                tenant: nil, tool: "t", importedAt: october)
            _ = try store.importing(receipt, profile: ProfileRow(of: receipt), isDryRun: false) { session in
                for (row, record) in records.enumerated() { try session.put(record, row: row + 1) }
                return (Digest.hex(of: "x"), 1)
            }
        }
        for record in records { try put([record], into: many) }
        try put(records, into: one)
        #expect(try many.contentDigest() == one.contentDigest())
        #expect(try many.read { try SegmentTable(records: $0).all().count } < 20)
        #expect(try many.counts() == [.alert: 40])
    }
}
