import ArgumentParser
import ConstatModel
import ConstatStore

struct Receipts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what imports recorded.", subcommands: [List.self, Show.self, Rejected.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every import.\n\nExample:\n  constat receipts list")
        @OptionGroup var place: WorkspaceOptions

        func run() throws {
            let rows = try place.openStore().receipts().map { receipt in
                [
                    "\(receipt.number)", receipt.file, receipt.profile, "\(receipt.counts.rows) rows",
                    "\(receipt.counts.refused) refused", receipt.importedAt.iso, String(receipt.hash.prefix(8)),
                ]
            }
            let table = TextTable(sides: [.right, .left, .left, .right, .right, .left, .left], rows: rows)
            Terminal.say(rows.isEmpty ? "nothing was imported yet" : table.text)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one receipt.\n\nExample:\n  constat receipts show 3")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "The receipt's number.") var number: Int

        func run() throws {
            let receipt = try place.openStore().receipt(number)
            let counts = receipt.counts
            let rows: [[String]] = [
                ["file", receipt.file], ["SHA-256", receipt.sha256], ["size", "\(grouped(Int(receipt.bytes))) bytes"],
                ["source", "\(receipt.source), \(receipt.kind.word)s"],
                ["profile", "\(receipt.profile), version \(receipt.profileVersion), \(receipt.profileDigest.prefix(12))"],
                ["zone of times without one", receipt.zone], ["tenant", receipt.tenant ?? "as the export says"],
                ["imported", "\(receipt.importedAt.iso) by \(receipt.tool)"],
                ["rows read", grouped(counts.rows)], ["control total", receipt.control.map(Self.control) ?? "none was given"],
                ["  − refused, with reason", grouped(counts.refused)], ["  − history: changes of records only", grouped(counts.history)],
                ["  − repeated in this file", grouped(counts.repeated)],
                ["  − unchanged since an earlier import", grouped(counts.unchanged)],
                ["  − older than what the store holds", grouped(counts.superseded)],
                ["  − updated: a newer state of a known record", grouped(counts.updated)],
                ["  = new records", grouped(counts.stored)], ["changes of records", grouped(counts.transitions)],
                ["remarks", grouped(receipt.remarkCount)],
            ]
            let remarks = receipt.remarks.sorted { $0.key < $1.key }.map {
                ["  \($0.key.kind.rawValue) \($0.key.field)", grouped($0.value)]
            }
            let chain = [
                ["hash before", receipt.previousHash.isEmpty ? "none, the first" : receipt.previousHash], ["hash", receipt.hash],
            ]
            Terminal.say(TextTable(sides: [.left, .left], rows: rows + remarks + chain).text)
        }

        private static func control(_ control: Receipt.Control) -> String {
            let isEqual = control.total == control.rows
            return "\(grouped(control.total)) said, \(grouped(control.rows)) read: \(isEqual ? "equal" : "NOT EQUAL")"
        }
    }

    struct Rejected: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the rows an import refused, with place and reason.\n\nExample:\n  constat receipts rejected 3")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "The receipt's number.") var number: Int
        @Flag(help: "Show the rows themselves; they may hold personal data.") var raw = false

        func run() throws {
            let store = try place.openStore()
            let receipt = try store.receipt(number)
            let refusals = try store.refusals(of: number)
            if refusals.isEmpty { Terminal.say("receipt \(number): no row was refused") }
            for refusal in refusals {
                Terminal.say("\(receipt.file):\(refusal.row): \(refusal.reason.words) (\(refusal.detail))")
                if raw { Terminal.say("  \(refusal.raw)") }
            }
        }
    }
}

extension Store {
    func receipt(_ number: Int) throws -> Receipt {
        let receipts = try receipts()
        guard let receipt = receipts.first(where: { $0.number == number }) else {
            throw UsageError.noSuchReceipt(number, last: receipts.last?.number ?? 0)
        }
        return receipt
    }
}

extension Refusal.Reason {
    var words: String {
        switch self {
        case .notJSON: "the row is not JSON"
        case .notAnObject: "the row is no JSON object"
        case .otherKind: "the row is of another kind than the file"
        case .wrongColumnCount: "the row has another number of columns than the header"
        case .notUTF8: "the row is no text"
        case .tooLong: "the row is longer than any record"
        case .noChange: "the row of history changes nothing that is known"
        case .noItems: "the row should hold records and holds none"
        case .missingIdentifier: "the row has no identifier"
        case .missingRaised: "no instant says when it was raised"
        case .unreadableRaised: "the instant it was raised cannot be read"
        }
    }
}
