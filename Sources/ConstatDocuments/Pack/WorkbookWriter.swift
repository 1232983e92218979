import CXlsxWriter
import ConstatModel
import Foundation

/// Why a workbook could not be written.
public struct WorkbookFault: Error, Hashable, Sendable {
    /// What went wrong, in one sentence.
    public let problem: String
}

extension Workbook {
    /// Writes the workbook as xlsx, row by row; the file appears whole or not at all.
    ///
    /// - Throws: `WorkbookFault` when the file cannot be made.
    public func write(to path: String) throws(WorkbookFault) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        let part = path + ".part"
        guard let book = workbook_new_opt(part, &options) else { throw WorkbookFault(problem: "the file cannot be made") }
        setProperties(book)
        let styles = WorkbookStyles(book)
        var names: Set<String> = []
        for sheet in sheets {
            guard sheet.rows.count <= Self.mostRows else {
                throw WorkbookFault(problem: "the sheet \(sheet.name) would need \(sheet.rows.count) rows; choose a shorter period")
            }
            guard let page = workbook_add_worksheet(book, sheet.name), names.insert(sheet.name).inserted else {
                throw WorkbookFault(problem: "the sheet \(sheet.name) cannot be made")
            }
            SheetWriter(page: page, sheet: sheet, styles: styles).write()
        }
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR, rename(part, path) == 0 else {
            unlink(part)
            throw WorkbookFault(problem: String(cString: lxw_strerror(result)))
        }
    }

    /// What a sheet holds, less the lines above the table.
    private static let mostRows = 1_048_570

    private func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
        title.withCString { title in
            author.withCString { author in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                properties.created = time_t(asOf.milliseconds / 1_000)
                workbook_set_properties(book, &properties)
            }
        }
    }
}

/// The formats of all cells: few, quiet.
private struct WorkbookStyles {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let note, header, heading, text, wrapped, count, share, number, hours, date, dateLeft, day: Format?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ number: String? = nil, _ change: (Format) -> Void = { _ in }) -> Format? {
            let format = workbook_add_format(book)
            guard let format else { return nil }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            if let number { format_set_num_format(format, number) }
            change(format)
            return format
        }
        note = format {
            format_set_italic($0); format_set_font_color($0, 0x5D6773)
        }
        header = format { style in
            format_set_bold(style)
            format_set_text_wrap(style)
            format_set_bg_color(style, 0xE9EEF3)
            format_set_bottom(style, UInt8(LXW_BORDER_MEDIUM.rawValue))
        }
        heading = format { format_set_bold($0) }
        text = format("@")
        wrapped = format("@") { format_set_text_wrap($0) }
        count = format("#,##0")
        share = format("0.0%")
        number = format("#,##0.##")
        hours = format("#,##0.00")
        date = format("yyyy-mm-dd hh:mm:ss")
        dateLeft = format("yyyy-mm-dd hh:mm:ss") { format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue)) }
        day = format("yyyy-mm-dd")
    }
}

private struct SheetWriter {
    let page: UnsafeMutablePointer<lxw_worksheet>
    let sheet: Sheet
    let styles: WorkbookStyles

    func write() {
        for (index, column) in sheet.columns.enumerated() {
            worksheet_set_column(page, UInt16(index), UInt16(index), column.width, nil)
        }
        worksheet_write_string(page, 0, 0, sheet.note.cellText, styles.note)
        if sheet.isTable { writeHeader() }
        let first: UInt32 = sheet.isTable ? 3 : 2
        for (index, row) in sheet.rows.enumerated() {
            let height = Double(lines(of: row)) * Self.lineHeight
            if height > Self.lineHeight { worksheet_set_row(page, first + UInt32(index), height, nil) }
            for (column, cell) in row.enumerated() { write(cell, first + UInt32(index), UInt16(column)) }
        }
        setUpPrint()
    }

    private func writeHeader() {
        for (index, column) in sheet.columns.enumerated() {
            worksheet_write_string(page, 2, UInt16(index), column.title.cellText, styles.header)
        }
        let last = UInt16(max(sheet.columns.count, 1) - 1)
        worksheet_autofilter(page, 2, 0, UInt32(2 + max(sheet.rows.count, 1)), last)
        worksheet_freeze_panes(page, 3, 0)
        worksheet_repeat_rows(page, 2, 2)
    }

    private static let lineHeight = 15.0
    /// Wider than this, a sheet is set on A3 and over two pages.
    private static let widestOnA4 = 320.0

    /// How many lines the wrapped texts of a row need; not every program works it out by itself.
    private func lines(of row: [Cell]) -> Int {
        var most = 1
        for (column, cell) in zip(sheet.columns, row) where column.isWrapped {
            guard case .text(let text) = cell else { continue }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                max(1, Int((Double(line.count) * 1.15 / column.width).rounded(.up)))
            }
            most = max(most, lines.reduce(0, +))
        }
        return min(most, 27)  // a row holds 409 points
    }

    private func setUpPrint() {
        let width = sheet.columns.reduce(0) { $0 + $1.width }
        let isWide = width > Self.widestOnA4
        if sheet.isTable { worksheet_set_landscape(page) } else { worksheet_set_portrait(page) }
        worksheet_set_paper(page, isWide ? 8 : 9)
        worksheet_fit_to_pages(page, isWide ? 2 : 1, 0)
        if isWide { worksheet_repeat_columns(page, 0, 2) }
        worksheet_set_margins(page, 0.4, 0.4, 0.6, 0.6)
        worksheet_set_footer(page, "&L&8&F  &A&R&8&P / &N")
    }

    private func write(_ cell: Cell, _ row: UInt32, _ column: UInt16) {
        switch cell {
        case .blank: break
        case .text(let text):
            let isWrapped = sheet.columns.indices.contains(Int(column)) && sheet.columns[Int(column)].isWrapped
            worksheet_write_string(page, row, column, text.cellText, isWrapped ? styles.wrapped : styles.text)
        case .heading(let text): worksheet_write_string(page, row, column, text.cellText, styles.heading)
        case .count(let value): worksheet_write_number(page, row, column, Double(value), styles.count)
        case .share(let value): worksheet_write_number(page, row, column, value, styles.share)
        case .number(let value): worksheet_write_number(page, row, column, value, styles.number)
        case .hours(let value): worksheet_write_number(page, row, column, value / Double(Instant.hour), styles.hours)
        case .date(let instant):
            worksheet_write_number(page, row, column, instant.spreadsheetSerial, sheet.isTable ? styles.date : styles.dateLeft)
        case .day(let day): worksheet_write_number(page, row, column, day.asUTC.spreadsheetSerial, styles.day)
        case .formula(let formula, let value): worksheet_write_formula_num(page, row, column, formula, styles.count, value)
        }
    }
}

extension Instant {
    /// Days since 1899-12-30, as spreadsheets count.
    var spreadsheetSerial: Double { Double(milliseconds) / Double(Instant.day) + 25_569 }
}

extension String {
    /// What a cell can hold: at most 32 767 characters, no control characters but line ends and tabs.
    var cellText: String {
        // XML allows no control characters but these two, and no U+FFFE and U+FFFF.
        var text = String(
            unicodeScalars.map { scalar in
                let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
                return isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : Character(scalar)
            })
        if text.utf16.count > 32_767 { text = String(text.prefix(16_000)) + " […]" }
        return text
    }
}
