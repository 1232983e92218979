import ConstatModel
import Foundation

/// A column of integers as bytes: the smallest value once, the rest in as few bytes a row as the largest needs.
///
/// Layout, little-endian: width (1 byte), base (8), rows (4), then `width` bytes a row. Width 0: every row is the base.
/// Widths 1 to 7 hold `value - base + 1`, and 0 for "not there"; width 8 holds the values as they are.
enum ColumnCodec {
    private static let head = 13

    static func encode(_ column: [Int64], rows: Int) -> Data {
        let (low, high, isWhole) = bounds(column, rows)
        let span = high.subtractingReportingOverflow(low)
        let width = low > high || (low == high && isWhole) ? 0 : Self.width(span.partialValue, isTooWide: span.overflow)
        var data = Data(count: head + rows * width + 8)
        data.withUnsafeMutableBytes { bytes in
            let base = low > high ? Batch.missing : low
            bytes.storeBytes(of: UInt8(width), as: UInt8.self)
            bytes.storeBytes(of: base.littleEndian, toByteOffset: 1, as: Int64.self)
            bytes.storeBytes(of: UInt32(rows).littleEndian, toByteOffset: 9, as: UInt32.self)
            guard width > 0 else { return }
            var offset = head
            for row in 0..<rows {
                let value = row < column.count ? column[row] : Batch.missing
                let packed = width == 8 ? value : value == Batch.missing ? 0 : value &- base &+ 1
                bytes.storeBytes(of: packed.littleEndian, toByteOffset: offset, as: Int64.self)
                offset += width
            }
        }
        return data.prefix(head + rows * width)
    }

    /// The values of a column of so many rows; nil for bytes that are no such column.
    static func decode(_ bytes: UnsafeRawBufferPointer, rows: Int) -> [Int64]? {
        guard let packed = Packed(bytes, rows: rows) else { return nil }
        return [Int64](unsafeUninitializedCapacity: rows) { values, count in
            for row in 0..<rows { values.initializeElement(at: row, to: packed[row]) }
            count = rows
        }
    }

    /// The value that all rows of a column have; nil where they differ, and for bytes that are no such column.
    static func constant(_ bytes: UnsafeRawBufferPointer, rows: Int) -> Int64? { Packed(bytes, rows: rows)?.constant }

    /// The values of some rows of a column, without unpacking the others; nil for bytes that are no such column.
    static func decode(_ bytes: UnsafeRawBufferPointer, rows: Int, at wanted: [Int]) -> [Int64]? {
        Packed(bytes, rows: rows).map { packed in wanted.map { packed[$0] } }
    }

    /// A column as it lies packed.
    private struct Packed {
        private let values: UnsafeRawBufferPointer
        private let width: Int
        private let base: Int64
        private let mask: UInt64

        /// Nil for bytes that are no column of so many rows.
        init?(_ bytes: UnsafeRawBufferPointer, rows: Int) {
            guard bytes.count >= head else { return nil }
            width = Int(bytes[0])
            base = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: Int64.self))
            let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 9, as: UInt32.self)))
            guard count == rows, width <= 8, bytes.count >= head + rows * width else { return nil }
            values = UnsafeRawBufferPointer(rebasing: bytes[head...])
            mask = width == 8 ? .max : (1 << UInt64(8 * width)) - 1
        }

        var constant: Int64? { width == 0 ? base : nil }

        @inline(__always)
        subscript(row: Int) -> Int64 {
            if width == 0 { return base }
            let start = row * width
            var packed: UInt64 = 0
            if start + 8 <= values.count {
                packed = UInt64(littleEndian: values.loadUnaligned(fromByteOffset: start, as: UInt64.self)) & mask
            } else {
                for byte in 0..<width { packed |= UInt64(values[start + byte]) << UInt64(8 * byte) }
            }
            let value = Int64(bitPattern: packed)
            return width == 8 ? value : value == 0 ? Batch.missing : value &+ base &- 1
        }
    }

    /// The smallest and the largest value, and whether every row has one.
    private static func bounds(_ column: [Int64], _ rows: Int) -> (low: Int64, high: Int64, isWhole: Bool) {
        var (low, high, isWhole) = (Int64.max, Int64.min, column.count >= rows)
        for value in column {
            if value == Batch.missing {
                isWhole = false
                continue
            }
            low = min(low, value)
            high = max(high, value)
        }
        return (low, high, isWhole)
    }

    private static func width(_ span: Int64, isTooWide: Bool) -> Int {
        if isTooWide || span >= 1 << 55 { return 8 }
        var width = 1
        while width < 8, span + 1 >= Int64(1) << Int64(8 * width) { width += 1 }
        return width
    }
}

/// A column of texts as bytes: how many bytes the lengths take (8 bytes), the lengths, the texts.
enum TextCodec {
    static func encode(_ column: TextColumn, rows: Int) -> Data {
        let lengths = (0..<rows).map { Int64(column.range($0).count) }
        let packed = ColumnCodec.encode(lengths, rows: rows)
        var data = Data(capacity: 8 + packed.count + column.bytes.count)
        withUnsafeBytes(of: UInt64(packed.count).littleEndian) { data.append(contentsOf: $0) }
        data.append(packed)
        data.append(contentsOf: column.bytes)
        return data
    }

    /// The texts of a column of so many rows; nil for bytes that are no such column.
    static func decode(_ bytes: UnsafeRawBufferPointer, rows: Int) -> TextColumn? {
        guard bytes.count >= 8, let size = Int(exactly: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))),
            size <= bytes.count - 8,
            let lengths = ColumnCodec.decode(UnsafeRawBufferPointer(rebasing: bytes[8..<(8 + size)]), rows: rows)
        else { return nil }
        let texts = Array(bytes[(8 + size)...])
        var sum = 0
        for length in lengths {
            guard (0...Int64(texts.count)).contains(length) else { return nil }
            sum += Int(length)
        }
        return sum == texts.count ? TextColumn(bytes: texts, lengths: lengths) : nil
    }
}
