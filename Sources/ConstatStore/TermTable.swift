import ConstatModel
import GRDB

/// Texts that repeat, by their numbers in the store.
final class TermTable {
    private let db: Database
    private var codes: [String: Int64] = [:]
    private var texts: [Int64: String] = [:]

    init(_ db: Database) { self.db = db }

    /// The store's number of each term of a batch, new ones where there are none.
    func codes(_ terms: Terms) throws -> [Int64] { try terms.texts.map(code) }

    func code(_ text: String) throws -> Int64 {
        if let code = codes[text] { return code }
        let insert = try db.cachedStatement(sql: "INSERT INTO term (text) VALUES (?) ON CONFLICT (text) DO NOTHING")
        try insert.execute(arguments: [text])
        guard let code = try find(text) else { throw StoreFault.damaged }
        codes[text] = code
        return code
    }

    /// The number of a text; nil when the store does not know it.
    func find(_ text: String) throws -> Int64? {
        try Int64.fetchOne(try db.cachedStatement(sql: "SELECT id FROM term WHERE text = ?"), arguments: [text])
    }

    /// The text of a number.
    ///
    /// - Throws: `damaged` when it is not there: nothing names a text that was removed.
    func text(_ code: Int64) throws -> String {
        if let text = texts[code] { return text }
        let select = try db.cachedStatement(sql: "SELECT text FROM term WHERE id = ?")
        guard let text = try String.fetchOne(select, arguments: [code]) else { throw StoreFault.damaged }
        texts[code] = text
        return text
    }
}
