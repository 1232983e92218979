public import ConstatModel
import GRDB

extension Store {
    /// Stores a document that was attached; it gets its number and its place in the chain.
    @discardableResult
    public func attach(_ document: AttachedDocument) throws(StoreError) -> AttachedDocument {
        try write { db in
            var document = document
            let last = try ChainEnd(of: "document", db)
            (document.number, document.previousHash) = (last.number + 1, last.hash)
            document.hash = document.computedHash
            try db.execute(
                sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    document.number, document.framework, document.control, document.tenant, document.title, document.path, document.bytes,
                    document.sha256, document.owner, document.coversFrom, document.coversUntil, document.expires,
                    document.attachedAt.milliseconds, document.previousHash, document.hash,
                ])
            return document
        }
    }

    /// Every document that was attached, the oldest first.
    public func documents() throws(StoreError) -> [AttachedDocument] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM document ORDER BY number").map { row in
                var document = AttachedDocument(
                    framework: row["framework"], control: row["control"], tenant: row["tenant"], title: row["title"], path: row["path"],
                    bytes: row["bytes"], sha256: row["sha256"], owner: row["owner"], coversFrom: row["covers_from"],
                    coversUntil: row["covers_until"], expires: row["expires"],
                    attachedAt: Instant(milliseconds: row["attached_at"]))
                (document.number, document.previousHash, document.hash) = (row["number"], row["previous_hash"], row["hash"])
                return document
            }
        }
    }
}
