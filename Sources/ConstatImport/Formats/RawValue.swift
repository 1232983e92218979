import CSimdjson

/// A value as an export holds it; texts live until the next record.
enum RawValue {
    case missing, null, array, object
    case bool(Bool)
    case integer(Int64)
    /// A whole number above the largest `Int64`: an id must keep each digit.
    case unsigned(UInt64)
    case number(Double)
    case text(UnsafeRawBufferPointer)

    init(_ value: csj_value) {
        switch value.kind {
        case csj_null: self = .null
        case csj_bool: self = .bool(value.integer != 0)
        case csj_integer: self = .integer(value.integer)
        case csj_unsigned: self = .unsigned(UInt64(bitPattern: value.integer))
        case csj_number: self = .number(value.number)
        case csj_text: self = .text(UnsafeRawBufferPointer(start: value.text, count: value.length))
        case csj_array: self = .array
        case csj_object: self = .object
        default: self = .missing
        }
    }

    /// The value as text, trimmed; nil for what is empty or no single value.
    var string: String? {
        switch self {
        case .missing, .null, .array, .object: return nil
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .unsigned(let value): return String(value)
        case .number(let value): return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
        case .text(let bytes):
            let trimmed = bytes.trimmed
            return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
        }
    }

    /// Null or an empty text, as against a key that is not there.
    var isEmptied: Bool {
        switch self {
        case .null: true
        case .text(let bytes): bytes.trimmed.isEmpty
        default: false
        }
    }

    /// Whether `string` gives a text.
    var isText: Bool {
        switch self {
        case .array, .object: false
        default: isThere
        }
    }

    var isThere: Bool {
        switch self {
        case .missing, .null: false
        case .text(let bytes): !bytes.trimmed.isEmpty
        default: true
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Without blanks at both ends.
    var trimmed: UnsafeRawBufferPointer {
        var start = 0
        var end = count
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: self[start..<end])
    }
}
