/// Numbers as people write them: with spaces or marks between thousands, a decimal comma, a currency.
enum NumberText {
    /// The number with a decimal point and nothing else, e.g. `84000.50`; nil for what is no number.
    ///
    /// A mark that is not the decimal one may only part thousands: `84000,50` is no number where the point is the decimal mark.
    static func plain(_ text: String, decimalMark: Character) -> String? {
        let isMark: (Character) -> Bool = { $0 == "." || $0 == "," }
        let kept = text.filter { $0.isASCII && $0.isNumber || isMark($0) || $0 == "-" }
        let others = text.filter { !($0.isASCII && $0.isNumber) && !isMark($0) && $0 != "-" && !$0.isWhitespace && $0 != "'" && $0 != "’" }
        guard others.count <= 3, !kept.isEmpty, !kept.dropFirst().contains("-") else { return nil }
        let parts = kept.split(separator: decimalMark, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: decimalMark == "," ? "." : ",", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), parts.count < 2 || !parts[1].contains(where: isMark) else { return nil }
        let number = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
        return Double(number) == nil ? nil : number
    }
}
