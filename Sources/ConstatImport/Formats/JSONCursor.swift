import CSimdjson

/// One parsed JSON record at a time, and the values its paths reach.
final class JSONCursor {
    private let parser: OpaquePointer

    init() { parser = csj_new() }

    deinit { csj_free(parser) }

    static var padding: Int { csj_padding() }

    /// Nil when the bytes are one JSON value; else simdjson's reason and whether the bytes are not UTF-8.
    func parse(_ bytes: UnsafeRawBufferPointer) -> (reason: String, isBadUTF8: Bool)? {
        let code = csj_parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        guard code != 0 else { return nil }
        return (String(cString: csj_error(code)), csj_is_bad_utf8(code))
    }

    func value(_ path: FieldPath) -> RawValue {
        path.bytes.withUnsafeBufferPointer { RawValue(csj_at(parser, $0.baseAddress, $0.count)) }
    }

    /// Every value under a path: items of an array, members of an object (with their keys), or the value itself.
    func each(_ path: FieldPath, _ visit: (String?, RawValue) -> Void) {
        withoutActuallyEscaping(visit) { visit in
            var box = Visit(visit: visit)
            withUnsafeMutablePointer(to: &box) { box in
                path.bytes.withUnsafeBufferPointer { bytes in
                    csj_each(parser, bytes.baseAddress, bytes.count, Visit.call, box)
                }
            }
        }
    }

    private struct Visit {
        let visit: (String?, RawValue) -> Void

        static let call: csj_visit = { context, key, length, value in
            guard let visit = context?.assumingMemoryBound(to: Visit.self).pointee.visit else { return }
            let key = key.map { String(decoding: UnsafeRawBufferPointer(start: $0, count: length), as: UTF8.self) }
            visit(key, RawValue(value))
        }
    }
}

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
