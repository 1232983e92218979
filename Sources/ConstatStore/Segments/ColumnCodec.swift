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
    static func decode(_ bytes: UnsafeRawBufferPointer, rows expected: Int) -> [Int64]? {
        guard bytes.count >= head else { return nil }
        let width = Int(bytes[0])
        let base = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: Int64.self))
        let rows = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 9, as: UInt32.self)))
        guard rows == expected, width <= 8, bytes.count >= head + rows * width else { return nil }
        guard width > 0 else { return Array(repeating: base, count: rows) }
        return [Int64](unsafeUninitializedCapacity: rows) { values, count in
            let safe = max(0, min(rows, (bytes.count - head - 8) / width + 1))
            let mask: UInt64 = width == 8 ? .max : (1 << UInt64(8 * width)) - 1
            for row in 0..<rows {
                let offset = head + row * width
                var packed: UInt64 = 0
                if row < safe, offset + 8 <= bytes.count {
                    packed = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) & mask
                } else {
                    for byte in 0..<width { packed |= UInt64(bytes[offset + byte]) << UInt64(8 * byte) }
                }
                let value = Int64(bitPattern: packed)
                values.initializeElement(at: row, to: width == 8 ? value : value == 0 ? Batch.missing : value &+ base &- 1)
            }
            count = rows
        }
    }

    /// The values of some rows of a column, without unpacking the others; nil for bytes that are no such column.
    static func decode(_ bytes: UnsafeRawBufferPointer, rows expected: Int, at rows: [Int]) -> [Int64]? {
        guard rows.count * 4 < expected else { return decode(bytes, rows: expected).map { all in rows.map { all[$0] } } }
        guard bytes.count >= head else { return nil }
        let width = Int(bytes[0])
        let base = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: Int64.self))
        let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 9, as: UInt32.self)))
        guard count == expected, width <= 8, bytes.count >= head + count * width else { return nil }
        return rows.map { row in
            if width == 0 { return base }
            var packed: UInt64 = 0
            let start = head + row * width
            if start + 8 <= bytes.count {
                packed = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                if width < 8 { packed &= (1 << UInt64(8 * width)) - 1 }
            } else {
                for byte in 0..<width { packed |= UInt64(bytes[start + byte]) << UInt64(8 * byte) }
            }
            if width == 8 { return Int64(bitPattern: packed) }
            return packed == 0 ? Batch.missing : Int64(bitPattern: packed) &+ base &- 1
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
