public import ConstatModel
import Foundation

/// The register as a workbook of one sheet.
public struct RegisterSheet {
    private let lines: [RegisterLine]
    private let words: Words

    public init(_ lines: [RegisterLine], _ words: Words) { (self.lines, self.words) = (lines, words) }

    /// Writes the workbook; it appears whole or not at all.
    public func write(to path: String, organisation: String, asOf: Instant) throws(WorkbookFault) {
        try WorkbookFile.write(sheet, to: path, title: words("register.title"), author: organisation, asOf: asOf)
    }

    var sheet: Sheet {
        let widths: [Double] = [7, 14, 16, 12, 9, 26, 34, 18, 18, 12, 18, 20, 22, 22, 40, 12, 90, 70, 70, 20]
        let wrapped: Set = [5, 6, 14, 16, 17, 18]
        let columns = zip(words.list("register.columns"), widths).enumerated().map { index, column in
            Sheet.Column(title: column.0, width: column.1, isWrapped: wrapped.contains(index))
        }
        return Sheet(name: words("register.sheet"), note: words("register.note"), columns: columns, rows: lines.map(row))
    }

    private func row(_ line: RegisterLine) -> [Cell] {
        let what = line.outcome.map { words("assess.outcome.\($0)") } ?? line.stage?[words.language]
        let proof = [line.receipt, line.receiptSHA256].compactMap(\.self).joined(separator: " · SHA-256 ")
        let head: [Cell] = [
            line.number.map(Cell.count) ?? .blank, .text(words("register.state.\(line.state.rawValue)")), .text(line.tenant),
            .text(line.caseName), .text(words.regime(line.regime)), .optional(what), .optional(line.article?[words.language]),
        ]
        let times: [Cell] = [
            line.due.map(Cell.date) ?? .blank, line.at.map(Cell.date) ?? .blank, line.margin.map { .hours(Double($0)) } ?? .blank,
        ]
        let rest: [Cell] = [
            .optional(line.channel), .optional(line.reference), .optional(proof.isEmpty ? nil : proof), .optional(line.by),
            .optional(line.reasons), .optional(line.state == .decision ? words("register.decided") : nil), .optional(line.facts),
            .optional(line.effects), .optional(line.measures), .optional(line.hash),
        ]
        return head + times + rest
    }
}
