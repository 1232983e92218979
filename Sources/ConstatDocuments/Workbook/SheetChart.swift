import CXlsxWriter
import Foundation

extension Sheet.Chart {
    private static let colours: [UInt32] = [0x2F6690, 0xD98E04, 0x7A8793, 0x5AA187, 0x8D6CAB, 0xB2352C]

    /// Draws it over the rows of its sheet.
    func insert(into page: UnsafeMutablePointer<lxw_worksheet>, of book: UnsafeMutablePointer<lxw_workbook>, _ sheet: Sheet) {
        guard !rows.isEmpty, let chart = workbook_add_chart(book, UInt8(type.rawValue)) else { return }
        for (index, (name, column)) in series.enumerated() { add(name, column, Self.colours[index % Self.colours.count], to: chart, sheet) }
        chart_title_set_name(chart, title)
        if kind == .bars {
            chart_axis_set_name(chart.pointee.x_axis, unit)
            chart_axis_set_reverse(chart.pointee.y_axis)
            chart_axis_set_crossing_max(chart.pointee.y_axis)
            chart_set_series_gap(chart, 60)
        }
        chart_legend_set_position(chart, UInt8((series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
        var options = lxw_chart_options()
        (options.x_scale, options.y_scale) = (1.8, kind == .bars ? max(1.0, Double(rows.count) / 6) : 1.2)
        title.withCString { title in
            options.description = UnsafeMutablePointer(mutating: title)
            worksheet_insert_chart_opt(page, UInt32(place.row - 1), UInt16(place.column), chart, &options)
        }
    }

    private var type: lxw_chart_type {
        switch kind {
        case .bars: LXW_CHART_BAR
        case .columns: LXW_CHART_COLUMN_STACKED
        case .lines: LXW_CHART_LINE
        }
    }

    private func add(_ name: String, _ column: Int, _ colour: UInt32, to chart: UnsafeMutablePointer<lxw_chart>, _ sheet: Sheet) {
        let lines = (sheet.firstRow + rows.lowerBound)...(sheet.firstRow + rows.upperBound - 1)
        func range(_ column: Int) -> String {
            let letters = SheetPrint.letters(column)
            return "='\(sheet.name)'!$\(letters)$\(lines.lowerBound):$\(letters)$\(lines.upperBound)"
        }
        guard let series = chart_add_series(chart, range(names), range(column)) else { return }
        chart_series_set_name(series, name)
        if kind == .lines {
            var line = lxw_chart_line()
            (line.color, line.width) = (colour, 1.75)
            chart_series_set_line(series, &line)
        } else {
            var fill = lxw_chart_fill()
            fill.color = colour
            chart_series_set_fill(series, &fill)
        }
    }
}
