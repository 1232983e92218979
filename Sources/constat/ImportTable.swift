import ConstatModel
import Foundation

/// What an import run says at its end.
struct ImportTable {
    let results: [ImportRun.Result]
    let isDryRun: Bool

    var text: String {
        var lines = [TextTable(sides: [.left, .left] + Array(repeating: .right, count: 8), rows: rows).text]
        let counts = results.filter { !$0.isRepeated }.map(\.receipt.counts)
        func sum(_ count: (ImportCounts) -> Int) -> String { grouped(counts.reduce(0) { $0 + count($1) }) }
        let fresh = results.filter { !$0.isRepeated }.map(\.receipt)
        if isDryRun {
            lines.append("dry run: nothing was stored")
        } else if let first = fresh.first, let last = fresh.last {
            let numbers = first.number == last.number ? "receipt \(last.number)" : "receipts \(first.number)–\(last.number)"
            lines.append("\(numbers) · chain \(last.hash.prefix(8))")
        }
        if fresh.isEmpty { return lines.joined(separator: "\n") }
        lines.append(
            "nothing lost: \(sum(\.rows)) rows = \(sum(\.stored)) stored + \(sum(\.updated)) updated + \(sum(\.unchanged)) unchanged"
                + " + \(sum(\.superseded)) older + \(sum(\.refused)) refused")
        for receipt in fresh where receipt.counts.refused > 0 && !isDryRun {
            lines.append("  see why: constat receipts rejected \(receipt.number)")
        }
        return lines.joined(separator: "\n")
    }

    private var rows: [[String]] {
        results.map { result in
            let receipt = result.receipt
            let counts = receipt.counts
            if result.isRepeated {
                return [
                    receipt.file, receipt.source, "\(grouped(counts.rows)) rows", "0 stored", "already imported: receipt \(receipt.number)",
                ]
                    + Array(repeating: "", count: 5)
            }
            return [
                receipt.file, receipt.source, "\(grouped(counts.rows)) rows", "\(grouped(counts.stored)) stored",
                "\(grouped(counts.updated)) updated", "\(grouped(counts.unchanged)) unchanged",
                "\(grouped(counts.superseded)) older", "\(grouped(counts.refused)) refused",
                "\(grouped(receipt.remarkCount)) remarks", String(format: "%.1f s", result.seconds),
            ]
        }
    }
}

/// A count with a thin space between thousands.
func grouped(_ number: Int) -> String { Figure.count(number) }
