/// A row of a form; its identifier is given when all rows are there.
protocol FormRow {
    var id: String { get set }
}

/// The table of a smaller kind: each column once, with both its headers and what stands in it.
struct Form<Row: FormRow> {
    typealias Column = (english: String, french: String, cell: (Row) -> Phrase)

    /// What its files are called after.
    let name: String
    let columns: [Column]

    /// - Parameter columns: all but the tenant's, which stands after the first.
    init(_ name: String, _ columns: [Column]) { (self.name, self.columns) = (name, columns) }

    /// The rows in the tenant's language: as Constat's guide has it, or as a French Excel writes it.
    func file(_ rows: [Row], of tenant: FormTenant) -> DemoFile {
        var columns = columns
        columns.insert(("tenant", "entite", { _ in Phrase(tenant.slug) }), at: 1)
        let (language, isFrench) = (tenant.language, tenant.language == .french)
        let header = columns.map { Phrase($0.english, $0.french)[language] }
        var csv = CSVText(header: header, quotesAll: false, mark: isFrench, separator: isFrench ? ";" : ",")
        for row in rows { csv.row(columns.map { $0.cell(row)[language] }) }
        return DemoFile(path: "exports/\(tenant.slug)-\(name).csv", bytes: csv.bytes, tenant: tenant.slug)
    }
}
