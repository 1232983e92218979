/// Rows of one shape as columns: how an import hands records and transitions to the store, and how the store keeps them.
///
/// Columns that hold nothing stay empty, whatever the number of rows; a column may end before the last row.
public struct Batch: Sendable {
    /// Stands for "not there" in a column of integers.
    public static let missing = Int64.min

    /// Which columns there are.
    public let shape: BatchShape
    /// Rows.
    public private(set) var count = 0
    /// Columns of integers, in the order of the shape.
    public private(set) var integers: [[Int64]]
    /// Columns of texts, in the order of the shape.
    public private(set) var texts: [TextColumn]
    /// The texts that the shape's columns of terms hold the numbers of.
    public var terms = Terms()
    /// The row that is being written: its values, and a bit for each column that has one.
    private var open = [Int64](repeating: 0, count: 64)
    private var present: UInt64 = 0

    private let expected: Int

    /// - Parameter expected: about how many rows there will be.
    public init(_ shape: BatchShape, expected: Int = 0) {
        (self.shape, self.expected) = (shape, expected)
        integers = Array(repeating: [], count: shape.integers.count)
        texts = Array(repeating: TextColumn(), count: shape.texts.count)
    }

    /// Rows as the store held them.
    public init(_ shape: BatchShape, count: Int, integers: [[Int64]], texts: [TextColumn]) {
        (self.shape, self.count, self.integers, self.texts, expected) = (shape, count, integers, texts, count)
    }

    /// A value of the row that is being written.
    public mutating func set(_ column: Int, _ value: Int64) {
        open[column] = value
        present |= 1 << UInt64(column)
    }

    /// What was set of the row that is being written; nil when nothing was.
    func openValue(_ column: Int) -> Int64? { present & 1 << UInt64(column) == 0 ? nil : open[column] }

    /// Visits the columns that were set of the row that is being written, in their order.
    func eachOpen(from first: Int, _ visit: (Int, Int64) -> Void) {
        var rest = present & (UInt64.max << UInt64(first))
        while rest != 0 {
            let column = rest.trailingZeroBitCount
            visit(column, open[column])
            rest &= rest - 1
        }
    }

    /// A text of the row that is being written.
    public mutating func set(text column: Int, _ text: UnsafeRawBufferPointer) { texts[column].set(count, text) }

    /// A text of the row that is being written.
    public mutating func set(text column: Int, _ text: String) { texts[column].set(count, text) }

    /// Ends the row that is being written.
    public mutating func endRow() {
        var rest = present
        while rest != 0 {
            let column = rest.trailingZeroBitCount
            let missing = count - integers[column].count
            if integers[column].isEmpty { integers[column].reserveCapacity(expected) }
            if missing > 0 { integers[column].append(contentsOf: repeatElement(Self.missing, count: missing)) }
            integers[column].append(open[column])
            rest &= rest - 1
        }
        present = 0
        count += 1
    }

    /// Changes a value of a row that was written.
    public mutating func replace(_ column: Int, _ row: Int, with value: Int64) {
        let missing = row + 1 - integers[column].count
        if missing > 0 { integers[column].append(contentsOf: repeatElement(Self.missing, count: missing)) }
        integers[column][row] = value
    }

    /// Changes the texts of some rows; an empty one is none.
    public mutating func replace(text column: Int, _ new: [Int: String]) {
        guard !new.isEmpty else { return }
        var replaced = TextColumn()
        texts[column].bytes.withUnsafeBytes { bytes in
            for row in 0..<count {
                let range = texts[column].range(row)
                if let text = new[row] {
                    replaced.set(row, text)
                } else if !range.isEmpty {
                    replaced.set(row, UnsafeRawBufferPointer(rebasing: bytes[range]))
                }
            }
        }
        texts[column] = replaced
    }

    /// Gives every row the same value.
    public mutating func fill(_ column: Int, with value: Int64) { integers[column] = Array(repeating: value, count: count) }

    /// The value of a row, or `missing`.
    public subscript(column: Int, row: Int) -> Int64 {
        row < integers[column].count ? integers[column][row] : Self.missing
    }

    /// The value of a row; nil when it is not there.
    public func value(_ column: Int, _ row: Int) -> Int64? {
        let value = self[column, row]
        return value == Self.missing ? nil : value
    }

    /// The text of a row; nil when there is none.
    public func text(_ column: Int, _ row: Int) -> String? { texts[column].string(row) }

    /// Adds the rows of another batch.
    ///
    /// - Parameter codes: for each term of the other batch, its number here; nil when they are numbered alike.
    public mutating func append(_ other: Batch, codes: [Int64]?) {
        for column in integers.indices where !other.integers[column].isEmpty {
            let missing = count - integers[column].count
            if missing > 0 { integers[column].append(contentsOf: repeatElement(Self.missing, count: missing)) }
            if let codes, shape.terms.contains(column) {
                integers[column].append(contentsOf: other.integers[column].map { $0 == Self.missing ? $0 : codes[Int($0)] })
            } else {
                integers[column].append(contentsOf: other.integers[column])
            }
        }
        for column in texts.indices { texts[column].append(other.texts[column], after: count) }
        count += other.count
    }

    /// The rows in the order of a column without gaps; alike ones in their own order.
    public func order(by column: Int) -> [Int] {
        // Keys are hashes, spread evenly: by their first bits into buckets of a few dozen, and those are sorted.
        let keys = integers[column]
        func bucket(_ key: Int64) -> Int { Int(truncatingIfNeeded: (UInt64(bitPattern: key) ^ 1 << 63) >> 53) }
        var starts = [Int](repeating: 0, count: 2_049)
        for key in keys { starts[bucket(key) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var (rows, next) = ([Int](repeating: 0, count: count), starts)
        for (row, key) in keys.enumerated() {
            rows[next[bucket(key)]] = row
            next[bucket(key)] += 1
        }
        for index in 0..<(starts.count - 1) where starts[index + 1] - starts[index] > 1 {
            rows[starts[index]..<starts[index + 1]].sort { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
        }
        return rows
    }

    /// The rows in another order, or fewer of them.
    public func picking(_ rows: [Int]) -> Batch {
        let picked = integers.map { column in
            column.isEmpty ? [] : rows.map { $0 < column.count ? column[$0] : Self.missing }
        }
        return Batch(shape, count: rows.count, integers: picked, texts: texts.map { $0.picking(rows) })
    }
}

/// Which columns a batch has. The first five are alike in all shapes, and every row has them.
public struct BatchShape: Sendable {
    /// The names of the columns of integers.
    public let integers: [String]
    /// The names of the columns of texts.
    public let texts: [String]
    /// The positions of those integers that are numbers of terms.
    public let terms: Set<Int>
    private let termBits: UInt64

    init(integers: [String], texts: [String], terms: Set<Int>) {
        (self.integers, self.texts, self.terms) = (integers, texts, terms)
        termBits = terms.reduce(0) { $0 | 1 << UInt64($1) }
    }

    /// Whether a column of integers holds numbers of terms.
    func isTerm(_ column: Int) -> Bool { termBits & 1 << UInt64(column) != 0 }

    /// The hash of what names a record; of a transition, that of its record.
    public static let key = 0
    /// The hash of all that a row says.
    public static let content = 1
    /// What has become of the row (`RowLife`).
    public static let life = 2
    /// The row of the file it came from.
    public static let row = 3
    /// The number of the import that brought it.
    public static let receipt = 4
}

/// What has become of a row in the store.
public enum RowLife {
    /// Counts.
    public static let live: Int64 = 0
    /// An older state of a record; kept to tell how it went.
    public static let superseded: Int64 = 1
    /// The newest state that an export gave, behind a row derived from it and from the record's history.
    public static let shadowed: Int64 = 2
    /// Derived from the record's states, transitions and merged records; counts.
    public static let derived: Int64 = 3
    /// Derived, and derived again since.
    public static let gone: Int64 = 4

    /// Whether a row of this life is what counts for its record.
    public static func isCounted(_ life: Int64) -> Bool { life == live || life == derived }
    /// Whether an export said so.
    public static func isObserved(_ life: Int64) -> Bool { life <= shadowed }
}
