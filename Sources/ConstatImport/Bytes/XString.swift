/// Text as workbooks write it: what XML cannot hold stands there as `_xHHHH_` (ECMA-376, ST_Xstring).
enum XString {
    static func plain(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "_")) else { return text }
        var plain: [UInt8] = []
        var index = 0
        while index < text.count {
            if let scalar = scalar(text, index) {
                plain.append(contentsOf: Array(String(scalar).utf8))
                index += 7
            } else {
                plain.append(text[index])
                index += 1
            }
        }
        return plain
    }

    private static func scalar(_ text: [UInt8], _ start: Int) -> Unicode.Scalar? {
        guard start + 7 <= text.count, text[start] == UInt8(ascii: "_"), text[start + 1] == UInt8(ascii: "x"),
            text[start + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = String(decoding: text[(start + 2)..<(start + 6)], as: UTF8.self)
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}
