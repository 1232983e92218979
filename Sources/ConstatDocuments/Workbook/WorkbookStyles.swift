import CXlsxWriter

/// The formats of all cells: few, quiet.
struct WorkbookStyles {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let note, header, blankHeader, heading, text, wrapped, count, share, number, hours, date, dateLeft, day, toFill: Format?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ number: String? = nil, _ change: (Format) -> Void = { _ in }) -> Format? {
            let format = workbook_add_format(book)
            guard let format else { return nil }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            if let number { format_set_num_format(format, number) }
            change(format)
            return format
        }
        func header(_ colour: UInt32) -> Format? {
            format { style in
                format_set_bold(style)
                format_set_text_wrap(style)
                format_set_indent(style, 1)
                format_set_bg_color(style, colour)
                format_set_bottom(style, UInt8(LXW_BORDER_MEDIUM.rawValue))
            }
        }
        note = format {
            format_set_italic($0); format_set_font_color($0, 0x5D6773)
        }
        (self.header, blankHeader) = (header(0xE9EEF3), header(0xFBF3DC))
        heading = format {
            format_set_bold($0)
            format_set_indent($0, 1)
        }
        text = format("@") { format_set_indent($0, 1) }
        wrapped = format("@") {
            format_set_text_wrap($0)
            format_set_indent($0, 1)
        }
        count = format("#,##0")
        share = format("0.0%")
        number = format("#,##0.##")
        hours = format("#,##0.00")
        date = format("yyyy-mm-dd hh:mm:ss")
        dateLeft = format("yyyy-mm-dd hh:mm:ss") {
            format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue))
            format_set_indent($0, 1)
        }
        day = format("yyyy-mm-dd")
        toFill = format("@") { style in
            format_set_text_wrap(style)
            format_set_border(style, UInt8(LXW_BORDER_HAIR.rawValue))
            format_set_border_color(style, 0xC9B37A)
        }
    }

    func of(_ format: Cell.Format) -> Format? {
        switch format {
        case .count: count
        case .share: share
        case .number: number
        case .hours: hours
        }
    }
}
