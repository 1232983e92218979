import ConstatModel
import ConstatTesting
import Testing

struct ReceiptTests {
    private var receipt: Receipt {
        Receipt(
            file: "a.json", sha256: String(repeating: "a", count: 64), bytes: 1, source: "s", kind: .alert, profile: "p",
            profileVersion: 1, profileDigest: "d", zone: "UTC", tenant: nil, tool: "constat", importedAt: .at("2026-01-01T00:00:00Z"))
    }

    @Test func `any changed field changes the hash`() {
        let changes: [(inout Receipt) -> Void] = [
            { $0.file = "b.json" }, { $0.bytes = 2 }, { $0.zone = "Europe/Paris" }, { $0.tenant = "acme" },
            { $0.counts.rows = 1 }, { $0.counts.refused = 1 }, { $0.remarks = [Remark(.futureTime, "raised"): 1] },
            { $0.previousHash = "x" }, { $0.number = 2 },
        ]
        var hashes: Set<String> = [receipt.computedHash]
        for change in changes {
            var changed = receipt
            change(&changed)
            hashes.insert(changed.computedHash)
        }
        #expect(hashes.count == changes.count + 1)
    }

    @Test func `SHA-256 is the one of the standard`() {
        #expect(Digest.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
