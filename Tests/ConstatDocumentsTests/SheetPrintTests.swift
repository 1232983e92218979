import ConstatDocuments
import ConstatTesting
import Foundation
import Testing

struct SheetPrintTests {
    private func print(_ rows: Int, _ columns: Int, changing: (row: Int, column: Int)? = nil) -> SheetPrint {
        var print = SheetPrint(name: "s")
        for row in 0..<rows {
            print.add(
                (0..<columns).map { column in
                    let isChanged = changing.map { $0 == (row, column) } ?? false
                    return SheetPrint.print(number: Double(row * columns + column) + (isChanged ? 0.5 : 0))
                })
        }
        return print
    }

    @Test func `the cell that was changed is named, wherever it is`() {
        var generator = SeededGenerator(seed: 5)
        let whole = print(300, 40)
        #expect(whole.difference(from: print(300, 40)) == nil)
        for _ in 0..<200 {
            let (row, column) = (Int.random(in: 0..<300, using: &generator), Int.random(in: 0..<40, using: &generator))
            #expect(whole.difference(from: print(300, 40, changing: (row, column))) == "\(SheetPrint.letters(column))\(row + 1)")
        }
    }

    @Test func `in a very long sheet a few lines are named, that hold the cell`() {
        let (rows, row) = (70_000, 54_321)
        let whole = print(rows, 2)
        #expect(whole.byLine.count <= 16_385 && whole.lines == rows)
        let place = whole.difference(from: print(rows, 2, changing: (row, 1))) ?? ""
        let numbers = place.split(separator: ":").compactMap { Int($0.drop { $0.isLetter }) }
        #expect(numbers.count == 2 && (numbers[0]...numbers[1]).contains(row + 1) && numbers[1] - numbers[0] < 8, "\(place)")
    }

    @Test func `a row that is taken away or added is named`() {
        #expect(print(50, 3).difference(from: print(49, 3)) != nil)
        #expect(print(50, 3).difference(from: print(51, 3)) != nil)
        #expect([0, 25, 26, 701, 702].map(SheetPrint.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
    }

    @Test func `it is stored and read back whole`() throws {
        let whole = print(20, 5)
        #expect(try JSONDecoder().decode(SheetPrint.self, from: JSONEncoder().encode(whole)) == whole)
    }
}
