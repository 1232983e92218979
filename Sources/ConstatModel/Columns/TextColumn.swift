/// Texts of rows one after another; an empty text stands for "not there".
public struct TextColumn: Sendable {
    /// The bytes of all texts (UTF-8).
    public private(set) var bytes: [UInt8] = []
    /// Where each row's text ends in `bytes`; rows after the last one have no text.
    public private(set) var ends: [Int] = []

    public init() {}

    /// - Parameter lengths: of each row's text; their sum is the number of bytes.
    public init(bytes: [UInt8], lengths: [Int64]) {
        self.bytes = bytes
        ends.reserveCapacity(lengths.count)
        var end = 0
        for length in lengths {
            end = min(end + Int(length), bytes.count)
            ends.append(end)
        }
    }

    /// Sets the text of a row; rows are set in rising order, each once.
    public mutating func set(_ row: Int, _ text: UnsafeRawBufferPointer) {
        precondition(ends.count <= row, "a row has one text")
        pad(to: row)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    /// Sets the text of a row; rows are set in rising order.
    public mutating func set(_ row: Int, _ text: String) {
        var text = text
        text.withUTF8 { set(row, UnsafeRawBufferPointer($0)) }
    }

    /// Where the text of a row is in `bytes`.
    public func range(_ row: Int) -> Range<Int> {
        guard row < ends.count else { return 0..<0 }
        return (row == 0 ? 0 : ends[row - 1])..<ends[row]
    }

    /// The text of a row; nil when there is none.
    public func string(_ row: Int) -> String? {
        let range = range(row)
        return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }

    /// Whether two rows hold the same text.
    public func equals(_ row: Int, _ other: TextColumn, _ otherRow: Int) -> Bool {
        let (left, right) = (range(row), other.range(otherRow))
        return left.count == right.count && bytes[left].elementsEqual(other.bytes[right])
    }

    /// Makes the column as long as `rows`, with empty texts.
    public mutating func pad(to rows: Int) {
        if ends.count < rows { ends.append(contentsOf: repeatElement(bytes.count, count: rows - ends.count)) }
    }

    /// Adds the rows of another column after the first `rows` rows of this one.
    mutating func append(_ other: TextColumn, after rows: Int) {
        guard !other.ends.isEmpty else { return }
        pad(to: rows)
        let start = bytes.count
        bytes.append(contentsOf: other.bytes)
        ends.append(contentsOf: other.ends.map { $0 + start })
    }

    /// The rows in another order, or fewer of them.
    public func picking(_ rows: [Int]) -> TextColumn {
        var column = TextColumn()
        guard !bytes.isEmpty else { return column }
        let size = rows.reduce(0) { $0 + range($1).count }
        column.ends.reserveCapacity(rows.count)
        column.bytes = [UInt8](unsafeUninitializedCapacity: size) { target, count in
            bytes.withUnsafeBytes { source in
                for row in rows {
                    let range = range(row)
                    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(target)[count...])
                        .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
                    count += range.count
                    column.ends.append(count)
                }
            }
        }
        return column
    }
}
