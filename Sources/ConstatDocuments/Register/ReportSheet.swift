import ConstatModel
import ConstatNotification

/// The template of Annex I, field by field, as a workbook of one sheet.
public struct ReportSheet {
    private let data: DraftData
    private let words: Words

    public init(_ data: DraftData, _ words: Words) { (self.data, self.words) = (data, words) }

    /// Writes the workbook; it appears whole or not at all.
    public func write(to path: String) throws(WorkbookFault) {
        try WorkbookFile.write(sheet, to: path, title: title, author: data.organisation, asOf: data.asOf)
    }

    private var title: String {
        words("draft.title", ["regime": data.regime.title[words.language], "stage": data.stage.title[words.language]])
    }

    var sheet: Sheet {
        let builder = DraftBuilder(data: data, words: words, escape: { $0 })
        let columns = zip(words.list("annex.columns"), [8, 46, 16, 60, 16, 50, 60]).enumerated().map { index, column in
            Sheet.Column(title: column.0, width: column.1, isWrapped: [1, 3, 5, 6].contains(index))
        }
        var sheet = Sheet(name: words("annex.sheet"), note: words("draft.notice"), columns: columns)
        let caseLine = words.caseLine(data.facts.record, of: data.organisation)
        sheet.preface = [[.heading(title)], [.text(caseLine)], [.text(data.asOf.iso)]]
        sheet.rows = data.answers.map { row($0, builder.field($0)) }
        return sheet
    }

    private func row(_ answer: FieldAnswer, _ field: DraftPage.Field) -> [Cell] {
        let remarks = data.remarks.filter { $0.number == answer.request.number && $0.kind != .missing }.map { $0.problem[words.language] }
        let duty = words("annex.duty.\(answer.duty)")
        return [
            .optional(answer.request.number), .text(field.label), .text(duty), .text(field.value),
            .text(words("annex.state.\(field.state)")), .optional(remarks.isEmpty ? nil : remarks.joined(separator: "\n")),
            .text(field.source),
        ]
    }
}
