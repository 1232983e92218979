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

    /// How many characters a line of the terminal holds; nil when standard output is none.
    static var width: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

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

    /// The table with fewer columns, as far as it is wider than a terminal.
    func fitting(_ width: Int?, without droppable: [Int]) -> TextTable {
        guard let width, let first = droppable.first, text.split(separator: "\n").contains(where: { $0.count > width }) else { return self }
        func dropped<Value>(_ row: [Value]) -> [Value] { row.count == 1 ? row : row.indices.filter { $0 != first }.map { row[$0] } }
        let rest = droppable.dropFirst().map { $0 > first ? $0 - 1 : $0 }
        return TextTable(sides: dropped(sides), rows: rows.map(dropped)).fitting(width, without: rest)
    }

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
