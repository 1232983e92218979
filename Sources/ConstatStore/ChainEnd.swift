import GRDB

/// The last link of a chain in a table of the store: what the next one is numbered and hashed after.
struct ChainEnd {
    /// 0 when there is none.
    let number: Int
    /// Empty when there is none.
    let hash: String

    init(of table: String, _ db: Database) throws {
        let last = try Row.fetchOne(db, sql: "SELECT number, hash FROM \(table) ORDER BY number DESC LIMIT 1")
        (number, hash) = (last?["number"] ?? 0, last?["hash"] ?? "")
    }
}
