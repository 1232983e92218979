import ConstatModel

/// What a sheet holds, in a few numbers: to find the cell where two are unlike, not to prove that they are alike.
///
/// One number for each column and for each line, or for every few lines of a very long sheet.
public struct SheetPrint: Hashable, Sendable {
    /// More lines than this are taken together, two by two.
    private static let most = 16_384

    /// The sheet's name.
    public let name: String
    /// Lines, empty ones too.
    public private(set) var lines = 0
    /// How many lines each of `byLine` stands for.
    public private(set) var step = 1
    public private(set) var byColumn: [UInt64] = []
    public private(set) var byLine: [UInt64] = []

    public init(name: String) { self.name = name }

    /// Takes the next line.
    ///
    /// - Parameter cells: the prints of its cells; empty ones at the end do not count.
    public mutating func add(_ cells: [UInt64]) {
        var line: UInt64 = 0
        for (column, cell) in cells.enumerated() where cell != Self.blank {
            let cell = Self.mix(cell, UInt64(truncatingIfNeeded: lines))
            while column >= byColumn.count { byColumn.append(0) }
            byColumn[column] = Self.mix(byColumn[column], cell)
            line = Self.mix(line, cell &+ UInt64(column))
        }
        if lines % step == 0 { byLine.append(line) } else { byLine[byLine.count - 1] = Self.mix(byLine[byLine.count - 1], line) }
        lines += 1
        if byLine.count > Self.most, lines % step == 0 { pair() }
    }

    private mutating func pair() {
        guard byLine.count % 2 == 0 else { return }
        byLine = stride(from: 0, to: byLine.count, by: 2).map { Self.mix(byLine[$0], byLine[$0 + 1]) }
        step *= 2
    }

    private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var mixed = (first ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 29
        mixed = (mixed &+ second) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 32
    }

    /// Of a cell without anything.
    public static let blank: UInt64 = 0

    /// Of a cell with a text; with a formula, that of the formula goes with its number.
    public static func print(text: String) -> UInt64 { UInt64(bitPattern: Hash64.of(text)) | 1 }

    /// Of a cell with a number: alike to a millisecond where it counts days or hours.
    public static func print(number: Double) -> UInt64 {
        let scaled = (number * Double(Instant.day)).rounded()
        return mix(UInt64(bitPattern: Int64(exactly: scaled) ?? Int64(bitPattern: number.bitPattern)), 1) | 1
    }

    /// Of a cell with a formula.
    public static func print(formula: String, number: Double) -> UInt64 { mix(print(text: formula), print(number: number)) | 1 }

    /// The first place where another sheet of this name is unlike, as people write it, e.g. `F12`; nil where they are alike.
    public func difference(from other: SheetPrint) -> String? {
        guard self != other else { return nil }
        let column = zip(byColumn, other.byColumn).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let line = zip(byLine, other.byLine).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let letters =
            column.map(Self.letters)
            ?? (byColumn.count == other.byColumn.count ? "" : Self.letters(min(byColumn.count, other.byColumn.count)))
        guard let line else { return "\(letters)\(min(lines, other.lines) + 1)" }
        let first = line * step + 1
        return step == 1 ? "\(letters)\(first)" : "\(letters)\(first):\(letters)\(min(first + step - 1, lines))"
    }

    /// The name of a column: 0 is A, 27 is AB.
    public static func letters(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? last : letters(column / 26 - 1) + last
    }
}

extension Cell {
    /// What the cell holds, as one number.
    public var print: UInt64 {
        switch self {
        case .blank: SheetPrint.blank
        case .text(let text), .heading(let text): text.isEmpty ? SheetPrint.blank : SheetPrint.print(text: text.shownInCell)
        case .formula(let formula, let value, _, _): SheetPrint.print(formula: String(formula.dropFirst()), number: value.rounded15)
        default: number.map(SheetPrint.print(number:)) ?? SheetPrint.blank
        }
    }
}

extension SheetPrint: Codable {
    private enum Key: String, CodingKey { case name, lines, step, byColumn, byLine }

    /// Numbers are stored as one text, sixteen hexadecimal digits each.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func numbers(_ key: Key) throws -> [UInt64] {
            let digits = Array(try container.decode(String.self, forKey: key))
            return stride(from: 0, to: digits.count, by: 16).compactMap {
                UInt64(String(digits[$0..<min($0 + 16, digits.count)]), radix: 16)
            }
        }
        name = try container.decode(String.self, forKey: .name)
        let (lines, step) = (try container.decode(Int.self, forKey: .lines), try container.decode(Int.self, forKey: .step))
        (self.lines, self.step) = (max(0, min(lines, 1 << 21)), max(1, min(step, 1 << 21)))
        (byColumn, byLine) = (try numbers(.byColumn), try numbers(.byLine))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        func text(_ numbers: [UInt64]) -> String {
            numbers.map { number in
                let digits = String(number, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
        }
        try container.encode(name, forKey: .name)
        try container.encode(lines, forKey: .lines)
        try container.encode(step, forKey: .step)
        try container.encode(text(byColumn), forKey: .byColumn)
        try container.encode(text(byLine), forKey: .byLine)
    }
}
