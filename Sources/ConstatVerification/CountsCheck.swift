import ConstatDocuments
import ConstatImport
import ConstatModel

/// Counts again what the reconciliation says, and compares the imports of the manifest with the sheet of them.
struct CountsCheck {
    private let recipe: PackRecipe
    private let words: Words
    private let manifest: PackManifest
    private let records: RecordsCheck

    init(_ recipe: PackRecipe, _ words: Words, _ manifest: PackManifest, _ records: RecordsCheck) {
        (self.recipe, self.words, self.manifest, self.records) = (recipe, words, manifest, records)
    }

    /// Where the reconciliation begins, and its columns of alerts and cases.
    private static let firstRow = 4
    private static let columns: [(kind: RecordKind, column: Int)] = [(.alert, 1), (.case, 2)]

    func report(_ book: WorkbookReading, _ result: inout PackVerification.Result) throws {
        let imports = try book.rows(of: recipe.ipe, from: recipe.ipeFirstRow)
        let steps = try book.rows(of: recipe.reconciliation, from: Self.firstRow)
        for (index, input) in manifest.inputs.enumerated() {
            let row = index < imports.count ? imports[index] : []
            let isAlike =
                number(row, 0) == input.receipt && text(row, 1) == input.file.shownInCell && text(row, 9) == input.sha256
                && number(row, 10) == input.rows && number(row, 17) == input.refused
            if !isAlike { result.differences.append("\(recipe.ipe)!A\(recipe.ipeFirstRow + index): manifest.json says otherwise") }
        }
        if imports.count != manifest.inputs.count {
            result.differences.append("\(recipe.ipe): \(imports.count) imports, manifest.json names \(manifest.inputs.count)")
        }
        for (kind, column) in Self.columns {
            for (row, expected) in counts(kind, imports) where row >= steps.count || number(steps[row], column) != expected {
                let place = "\(recipe.reconciliation)!\(SheetPrint.letters(column))\(Self.firstRow + row)"
                let held = row < steps.count ? number(steps[row], column).map { "\($0)" } ?? "nothing" : "nothing"
                result.differences.append("\(place): it holds \(held), the sheets give \(expected)")
            }
        }
        for (index, row) in steps.prefix(11).enumerated() {
            guard let difference = number(row, 5), difference != 0 else { continue }
            result.differences.append("\(recipe.reconciliation)!F\(Self.firstRow + index): a difference of \(difference)")
        }
    }

    /// What the steps of the reconciliation must say, by their places in it.
    private func counts(_ kind: RecordKind, _ imports: [[StoredCell]]) -> [(row: Int, count: Int)] {
        let own = imports.filter { text($0, 3) == words("kind.\(kind.word)") }
        func sum(_ columns: Range<Int>) -> Int { own.reduce(0) { sum, row in sum + columns.reduce(0) { $0 + (number(row, $1) ?? 0) } } }
        let (population, merged) = (records.population[kind.word] ?? 0, records.merged[kind.word] ?? 0)
        return [
            (0, sum(10..<11)), (1, sum(17..<18)), (2, sum(12..<17)), (7, population + merged), (8, merged), (9, population),
            (10, records.others[kind.word] ?? 0),
        ]
    }

    private func number(_ row: [StoredCell], _ column: Int) -> Int? {
        column < row.count ? row[column].number.flatMap { Int(exactly: $0) } : nil
    }

    private func text(_ row: [StoredCell], _ column: Int) -> String? { column < row.count ? row[column].text : nil }
}
