import Foundation

/// Numbers as people write them: with spaces or marks between thousands, a decimal comma, a currency.
enum NumberText {
    /// The number with a decimal point and nothing else, e.g. `84000.50`; nil for what is no number.
    ///
    /// A mark that is not the decimal one may only part thousands: `84000,50` is no number where the point is the decimal mark.
    static func plain(_ text: String, decimalMark: Character) -> String? {
        let isMark: (Character) -> Bool = { $0 == "." || $0 == "," }
        let text = withoutCurrency(text)
        let kept = text.filter { $0.isASCII && $0.isNumber || isMark($0) || $0 == "-" }
        let others = text.filter { !($0.isASCII && $0.isNumber) && !isMark($0) && $0 != "-" && !$0.isWhitespace && $0 != "'" && $0 != "’" }
        guard others.isEmpty, !kept.isEmpty, !kept.dropFirst().contains("-") else { return nil }
        let parts = kept.split(separator: decimalMark, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: decimalMark == "," ? "." : ",", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), parts.count < 2 || !parts[1].contains(where: isMark) else { return nil }
        let number = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
        return Double(number) == nil ? nil : number
    }

    /// A number of a workbook, which has a decimal point and may have seventeen digits or an exponent, as a profile expects it.
    static func written(_ text: String, decimalMark: Character) -> [UInt8] {
        guard text.contains(where: { ".eE".contains($0) }), let number = Double(text), number.magnitude < 1e15 else {
            return Array(text.utf8)
        }
        let shortest = number == number.rounded() ? "\(Int64(number))" : "\(number)"
        let plain = shortest.contains("e") ? Decimal(string: shortest)?.description ?? shortest : shortest
        return Array(plain.replacing(".", with: String(decimalMark)).utf8)
    }

    /// Without a currency's sign, or its three letters, at either end: `12 k` and `2 h` are no plain numbers.
    private static func withoutCurrency(_ text: String) -> String {
        let letters = text.filter(\.isLetter)
        let isCode =
            letters.count == 3 && letters.allSatisfy { $0.isASCII && $0.isUppercase }
            && (text.trimming(\.isWhitespace).hasPrefix(letters) || text.trimming(\.isWhitespace).hasSuffix(letters))
        return text.filter { !$0.isCurrencySymbol && !(isCode && $0.isLetter) }
    }
}
