import CXlsxWriter
import ConstatModel
import Foundation

/// One sheet of a workbook on its way into a file: a head, then rows, then an end.
public final class SheetFile {
    /// What a sheet holds.
    static let mostRows = 1_048_576

    let name: String
    private(set) var print: SheetPrint
    private let page: UnsafeMutablePointer<lxw_worksheet>
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let styles: WorkbookStyles
    private var sheet = Sheet(name: "", note: "", columns: [])
    private var hasWrapped = false
    private var failed: lxw_error = LXW_NO_ERROR
    private var row: UInt32 = 0
    private var prints: [UInt64] = []

    init(
        name: String, page: UnsafeMutablePointer<lxw_worksheet>, book: UnsafeMutablePointer<lxw_workbook>, styles: WorkbookStyles
    ) {
        (self.name, self.page, self.book, self.styles, print) = (name, page, book, styles, SheetPrint(name: name))
    }

    /// What went wrong so far; a full disk shows only when all that waits is written.
    var fault: String? {
        if failed != LXW_NO_ERROR { return "\(name): \(String(cString: lxw_strerror(failed)))" }
        guard let file = page.pointee.optimize_tmpfile, fflush(file) != 0 || ferror(file) != 0 else { return nil }
        return "\(name): \(String(cString: strerror(errno)))"
    }

    private func note(_ error: lxw_error) { if failed == LXW_NO_ERROR { failed = error } }

    /// Writes a whole sheet.
    ///
    /// - Throws: when it has more rows than a sheet can hold.
    public func write(_ sheet: Sheet) throws(WorkbookFault) {
        begin(sheet)
        for row in sheet.rows { try append(row) }
        finish()
    }

    /// Writes all that stands above the rows; those of the sheet itself are left.
    public func begin(_ sheet: Sheet) {
        self.sheet = sheet
        hasWrapped = sheet.columns.contains(where: \.isWrapped)
        for (index, column) in sheet.columns.enumerated() {
            worksheet_set_column(page, UInt16(index), UInt16(index), column.width, nil)
        }
        line([.text(sheet.note)], styles.note)
        line([])
        for cells in sheet.preface { line(cells) }
        if !sheet.preface.isEmpty { line([]) }
        guard sheet.isTable else { return }
        for (index, column) in sheet.columns.enumerated() where !column.title.isEmpty {
            let style = column.choices == nil ? styles.header : styles.blankHeader
            note(worksheet_write_string(page, row, UInt16(index), column.title.cellText, style))
        }
        let lines = sheet.columns.map { Self.linesOfWords($0.title, in: $0.width) }.max() ?? 1
        worksheet_set_row(page, row, Double(lines) * Self.lineHeight + 4, nil)
        end(sheet.columns.map { Cell.text($0.title).print })
    }

    /// Writes the next row.
    public func append(_ cells: [Cell]) throws(WorkbookFault) {
        guard row < Self.mostRows else { throw WorkbookFault(problem: "the sheet \(name) is full; choose a shorter period") }
        if hasWrapped {
            let height = Double(lines(of: cells)) * Self.lineHeight
            if height > Self.lineHeight { worksheet_set_row(page, row, height, nil) }
        }
        line(cells)
    }

    private func line(_ cells: [Cell], _ style: WorkbookStyles.Format? = nil) {
        prints.removeAll(keepingCapacity: true)
        for (column, cell) in cells.enumerated() {
            write(cell, UInt16(column), style)
            prints.append(cell.print)
        }
        end(prints)
    }

    private func end(_ prints: [UInt64]) {
        print.add(prints)
        row += 1
    }

    /// Sets up filters, panes, print and all that needs to know the last row.
    public func finish() {
        let width = sheet.columns.reduce(0) { $0 + $1.width }
        let isWide = width > Self.widestOnA4
        if sheet.isTable { worksheet_set_landscape(page) } else { worksheet_set_portrait(page) }
        worksheet_set_paper(page, isWide ? 8 : 9)
        worksheet_fit_to_pages(page, UInt16(isWide ? (width / Self.widestOnA3).rounded(.up) : 1), 0)
        if isWide { worksheet_repeat_columns(page, 0, 2) }
        worksheet_set_margins(page, 0.4, 0.4, 0.6, 0.6)
        worksheet_set_footer(page, "&L&8&F  &A&R&8&P / &N")
        if sheet.isTable { finishTable() }
        for chart in sheet.charts { chart.insert(into: page, of: book, sheet) }
    }

    private func finishTable() {
        let first = UInt32(sheet.firstRow) - 1
        let last = max(row, first + 1) - 1
        worksheet_autofilter(page, first - 1, 0, last, UInt16(max(sheet.columns.count, 1) - 1))
        worksheet_freeze_panes(page, first, 0)
        worksheet_repeat_rows(page, first - 1, first - 1)
        for (index, column) in sheet.columns.enumerated() {
            guard let choices = column.choices, !choices.isEmpty else { continue }
            Self.offer(choices, page, first, last, UInt16(index))
        }
    }

    private static func offer(
        _ choices: [String], _ page: UnsafeMutablePointer<lxw_worksheet>, _ first: UInt32, _ last: UInt32, _ column: UInt16
    ) {
        let texts = choices.map { strdup($0) }
        defer { for text in texts { free(text) } }
        var list = texts + [nil]
        list.withUnsafeMutableBufferPointer { list in
            var rule = lxw_data_validation()
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            rule.value_list = list.baseAddress
            worksheet_data_validation_range(page, first, column, last, column, &rule)
        }
    }

    private static let lineHeight = 15.0
    /// Wider than this, a sheet is set on A3 and over several pages side by side.
    private static let widestOnA4 = 200.0
    private static let widestOnA3 = 280.0

    /// How many lines the wrapped texts of a row need; not every program works it out by itself.
    private func lines(of row: [Cell]) -> Int {
        var most = 1
        for (column, cell) in zip(sheet.columns, row) where column.isWrapped {
            guard case .text(let text) = cell else { continue }
            most = max(most, Self.lines(of: text, in: column.width))
        }
        return min(most, 27)  // a row holds 409 points
    }

    /// How many lines a bold head needs, broken between words.
    private static func linesOfWords(_ text: String, in width: Double) -> Int {
        var (lines, room) = (1, width * 0.85)
        for word in text.split(separator: " ") {
            let length = Double(word.count) + 1
            if length > room, room < width * 0.85 { (lines, room) = (lines + 1, width * 0.85) }
            room -= length
        }
        return lines
    }

    private static func lines(of text: String, in width: Double) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
            sum + max(1, Int((Double(line.count) * 1.15 / width).rounded(.up)))
        }
    }

    private func write(_ cell: Cell, _ column: UInt16, _ style: WorkbookStyles.Format?) {
        switch cell {
        case .blank:
            if sheet.columns.indices.contains(Int(column)), sheet.columns[Int(column)].choices != nil {
                note(worksheet_write_blank(page, row, column, styles.toFill))
            }
        case .text(let text):
            let isWrapped = sheet.columns.indices.contains(Int(column)) && sheet.columns[Int(column)].isWrapped
            note(worksheet_write_string(page, row, column, text.cellText, style ?? (isWrapped ? styles.wrapped : styles.text)))
        case .heading(let text): note(worksheet_write_string(page, row, column, text.cellText, styles.heading))
        case .formula(let formula, let value, let format, let isArray):
            if isArray {
                note(worksheet_write_array_formula_num(page, row, column, row, column, "{\(formula)}", styles.of(format), value.rounded15))
            } else {
                note(worksheet_write_formula_num(page, row, column, formula, styles.of(format), value.rounded15))
            }
        case .count: number(cell, column, styles.count)
        case .share: number(cell, column, styles.share)
        case .number: number(cell, column, styles.number)
        case .hours: number(cell, column, styles.hours)
        case .date: number(cell, column, sheet.isTable ? styles.date : styles.dateLeft)
        case .day: number(cell, column, styles.day)
        }
    }

    private func number(_ cell: Cell, _ column: UInt16, _ style: WorkbookStyles.Format?) {
        if let number = cell.number { note(worksheet_write_number(page, row, column, number, style)) }
    }
}
