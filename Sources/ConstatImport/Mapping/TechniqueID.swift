/// ATT&CK technique ids inside any text: `T1059`, `attack.t1059.001`, `T1012 - Query Registry`.
enum TechniqueID {
    static func all(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var found: [String] = []
        var position = 0
        while position + 4 < bytes.count {
            defer { position += 1 }
            guard bytes[position] | 0x20 == UInt8(ascii: "t"), areDigits(bytes, position + 1, 4),
                position == 0 || !isWordByte(bytes[position - 1])
            else { continue }
            var end = position + 5
            if end + 3 < bytes.count, bytes[end] == UInt8(ascii: "."), areDigits(bytes, end + 1, 3) { end += 4 }
            guard end == bytes.count || !isWordByte(bytes[end]) else { continue }
            found.append("T" + String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
        }
        return found
    }

    private static func areDigits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Bool {
        start + count <= bytes.count && bytes[start..<(start + count)].allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
    }
}
