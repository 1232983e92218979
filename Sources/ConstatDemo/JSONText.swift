/// Writes JSON into bytes, in the order of the calls; a field whose value is nil is not written.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONText) -> Void) { enclose("{", "}", body) }

    mutating func object(_ key: String, _ body: (inout JSONText) -> Void) {
        name(key)
        enclose("{", "}", body)
    }

    mutating func array(_ key: String, _ body: (inout JSONText) -> Void) {
        name(key)
        enclose("[", "]", body)
    }

    mutating func field(_ key: String, _ value: String?) {
        guard let value else { return }
        name(key)
        quote(value)
        needsComma = true
    }

    mutating func field(_ key: String, _ value: Int64?) {
        guard let value else { return }
        name(key)
        raw(String(value))
    }

    mutating func field(_ key: String, _ value: Int) { field(key, Int64(value)) }

    mutating func field(_ key: String, _ value: Bool) {
        name(key)
        raw(value ? "true" : "false")
    }

    mutating func field(_ key: String, _ values: [String]) {
        array(key) { json in
            for value in values { json.item(value) }
        }
    }

    mutating func null(_ key: String) {
        name(key)
        raw("null")
    }

    /// A value that is JSON already.
    mutating func field(_ key: String, written value: [UInt8]) {
        name(key)
        bytes.append(contentsOf: value)
        needsComma = true
    }

    mutating func item(_ value: String) {
        separate()
        quote(value)
        needsComma = true
    }

    /// Bytes between values: line ends, brackets, separators.
    mutating func between(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        needsComma = false
    }

    /// Takes back what was written after a length, as a broken line needs.
    mutating func cut(to length: Int) { bytes.removeLast(bytes.count - length) }

    /// Writes once more what was written since a length.
    mutating func repeatBytes(from length: Int) {
        let copy = Array(bytes[length...])
        bytes.append(contentsOf: copy)
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func name(_ key: String) {
        separate()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case 0..<0x20: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "1")\(String(byte & 15, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
