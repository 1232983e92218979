import CSimdjson

/// How the text of an export is encoded, found out from its bytes.
enum TextEncoding {
    /// Nil for UTF-8; else a name that iconv knows.
    ///
    /// - Parameter rest: the text from its beginning, when all of it has to be looked at.
    ///
    /// A byte order mark decides, or every second byte being zero. A text that is not UTF-8 and holds no single character of it beyond
    /// ASCII is taken as Windows-1252; one that holds some is UTF-8 with damage.
    static func name(of head: [UInt8], rest: (any ByteStream)?) throws(ImportError) -> String? {
        if head.starts(with: [0xFF, 0xFE] as [UInt8]) { return "UTF-16" }
        if head.starts(with: [0xFE, 0xFF] as [UInt8]) { return "UTF-16" }
        if let wide = wide(head) { return wide }
        guard let rest else { return nil }
        return try isWindows1252(rest) ? "WINDOWS-1252" : nil
    }

    /// UTF-16 without a mark: the text of an export is mostly ASCII, so every second byte is zero.
    private static func wide(_ head: [UInt8]) -> String? {
        let pairs = min(head.count / 2, 512)
        guard pairs >= 4 else { return nil }
        let high = (0..<pairs).count { head[2 * $0] == 0 && head[2 * $0 + 1] != 0 }
        let low = (0..<pairs).count { head[2 * $0 + 1] == 0 && head[2 * $0] != 0 }
        if low * 10 >= pairs * 9 { return "UTF-16LE" }
        return high * 10 >= pairs * 9 ? "UTF-16BE" : nil
    }

    private static func isWindows1252(_ stream: any ByteStream) throws(ImportError) -> Bool {
        let buffer = ByteBuffer(size: 1 << 20)
        var (characters, damage) = (0, 0)
        while true {
            let isAtEnd = try buffer.fill(from: stream) == 0
            let end = isAtEnd ? buffer.count : beforeCutCharacter(buffer.bytes)
            let found = count(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<end]))
            characters += found.characters
            damage += found.damage
            if isAtEnd { return damage > characters }
            buffer.drop(end)
        }
    }

    /// Where the last character begins, when it may go on behind the end.
    private static func beforeCutCharacter(_ bytes: UnsafeRawBufferPointer) -> Int {
        for back in 1...4 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte < 0x80 { return bytes.count }
            if byte >= 0xC0 { return bytes.count - back }
        }
        return bytes.count
    }

    /// How many characters beyond ASCII there are, and how many bytes that are none.
    private static func count(_ bytes: UnsafeRawBufferPointer) -> (characters: Int, damage: Int) {
        if csj_valid_utf8(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count) {
            return (bytes.count { $0 >= 0xC0 }, 0)
        }
        var (characters, damage, index) = (0, 0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
            let isWhole =
                length > 0 && index + length <= bytes.count && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
            if length > 1, isWhole { characters += 1 }
            if !isWhole { damage += 1 }
            index += isWhole ? length : 1
        }
        return (characters, damage)
    }
}
