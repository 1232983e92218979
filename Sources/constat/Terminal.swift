import Foundation

/// Where words go: results to standard output, everything else to standard error.
enum Terminal {
    static func say(_ text: String) { print(text) }

    /// What was said before is written out first: a pipe sees the lines in their order.
    static func note(_ text: String) {
        fflush(nil)
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func error(_ text: String) { note("Error: \(text)") }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// A line that shows how far a file is read, on a terminal only.
struct ProgressLine {
    let name: String
    let total: Int64

    func show(_ done: Int64) {
        guard Terminal.isInteractive, total > 0 else { return }
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * 24)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(name)  \(bar) \(Int(share * 100)) %".utf8))
    }

    func clear() {
        if Terminal.isInteractive { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    }
}

/// A plain table: the first column to the left, the others as asked, two blanks between; a row of one cell is a heading.
struct TextTable {
    enum Side { case left, right }

    var sides: [Side]
    var rows: [[String]]

    var text: String {
        let widths = sides.indices.map { column in rows.filter { $0.count > 1 }.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            if row.count == 1 { return row[0] }
            let cells = row.indices.map { column in
                let blanks = String(repeating: " ", count: widths[column] - row[column].count)
                return sides[column] == .left ? row[column] + blanks : blanks + row[column]
            }
            return cells.joined(separator: "  ").trimmingEnd()
        }.joined(separator: "\n")
    }
}

extension String {
    func trimmingEnd() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
