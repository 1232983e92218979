import ConstatModel
import Foundation

/// What an import run says at its end.
struct ImportTable {
    let results: [ImportRun.Result]
    let isDryRun: Bool

    /// Where rows can go, in the words of the table; what no row of any file did is left out, but for the first three.
    private static let outcomes: [(word: String, count: @Sendable (ImportCounts) -> Int, isAlways: Bool)] = [
        ("stored", { $0.stored }, true), ("updated", { $0.updated }, false), ("unchanged", { $0.unchanged }, true),
        ("repeated", { $0.repeated }, false), ("older", { $0.superseded }, false), ("history", { $0.history }, false),
        ("refused", { $0.refused }, true),
    ]

    private var fresh: [Receipt] { results.filter { !$0.isRepeated }.map(\.receipt) }

    private var shown: [(word: String, count: @Sendable (ImportCounts) -> Int, isAlways: Bool)] {
        Self.outcomes.filter { outcome in outcome.isAlways || fresh.contains { outcome.count($0.counts) > 0 } }
    }

    var text: String {
        let sides: [TextTable.Side] = [.left, .left] + Array(repeating: .right, count: shown.count + 3)
        var lines = [TextTable(sides: sides, rows: results.map(row)).text]
        guard let first = fresh.first, let last = fresh.last else { return lines.joined(separator: "\n") }
        if isDryRun {
            lines.append("dry run: nothing was stored")
        } else {
            let numbers = first.number == last.number ? "receipt \(last.number)" : "receipts \(first.number)–\(last.number)"
            lines.append("\(numbers) · chain \(last.hash.prefix(8))")
        }
        let sums = shown.map { outcome in "\(grouped(sum { outcome.count($0) })) \(outcome.word)" }
        lines.append("nothing lost: \(grouped(sum(\.rows))) rows = \(sums.joined(separator: " + "))")
        if sum(\.transitions) > 0 { lines.append("changes of records: \(grouped(sum(\.transitions))) new") }
        for receipt in fresh where receipt.counts.refused > 0 && !isDryRun {
            lines.append("  see why: constat receipts rejected \(receipt.number)")
        }
        return lines.joined(separator: "\n")
    }

    private func sum(_ count: (ImportCounts) -> Int) -> Int { fresh.reduce(0) { $0 + count($1.counts) } }

    private func row(_ result: ImportRun.Result) -> [String] {
        let receipt = result.receipt
        let head = [receipt.file, receipt.source, "\(grouped(receipt.counts.rows)) rows"]
        if result.isRepeated {
            return head + ["0 stored", "already imported: receipt \(receipt.number)"] + Array(repeating: "", count: shown.count)
        }
        let outcomes = shown.map { "\(grouped($0.count(receipt.counts))) \($0.word)" }
        return head + outcomes + ["\(grouped(receipt.remarkCount)) remarks", String(format: "%.1f s", result.seconds)]
    }
}

/// A count with a thin space between thousands.
func grouped(_ number: Int) -> String { Figure.count(number) }
