/// Figures in words, in both languages: thin spaces between thousands, a comma in French decimals.
///
/// Durations are cut to what a reader can use: `42 s`, `12 min`, `3 h 12`, `4 d 6 h` (`4 j 6 h`).
public enum Figure {
    static let thin = "\u{202F}"
    /// Stands for "no data": an en dash, never zero.
    public static let nothing = "–"

    /// The headline of a measurement; a dash when there is no data.
    public static func value(_ measurement: Measurement, _ language: Language) -> String {
        guard let value = measurement.value else { return nothing }
        switch measurement.unit {
        case .milliseconds, .total: return duration(value, language)
        case .share: return share(value, language)
        case .count: return count(Int(value))
        case .number: return number(value, language)
        }
    }

    /// A target: its level in milliseconds, from 0 to 1, or a number, as its unit says.
    public static func level(_ level: Double, _ unit: Measurement.Unit, _ language: Language) -> String {
        switch unit {
        case .milliseconds, .total: duration(level, language)
        case .number: number(level, language)
        case .share: decimal(level * 100, digits: level * 100 == (level * 100).rounded() ? 0 : 1, language) + "\(thin)%"
        case .count: count(Int(level))
        }
    }

    /// Any number: whole ones and large ones without decimals, others with two at most.
    public static func number(_ number: Double, _ language: Language) -> String {
        let digits = number == number.rounded() || number.magnitude >= 1_000 ? 0 : number.magnitude >= 100 ? 1 : 2
        return decimal(number, digits: digits, language)
    }

    /// A whole number with a thin space between thousands, alike in both languages.
    public static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += thin }
            text.append(digit)
        }
        return number < 0 ? "−" + text : text
    }

    /// A share from 0 to 1 as a percentage with one decimal.
    public static func share(_ share: Double, _ language: Language) -> String {
        decimal(share * 100, digits: 1, language) + "\(thin)%"
    }

    /// A number rounded to `digits` decimals, with thin spaces between thousands.
    public static func decimal(_ value: Double, digits: Int, _ language: Language) -> String {
        var factor = 1.0
        for _ in 0..<digits { factor *= 10 }
        let scaled = Int(min(value.magnitude * factor, 9e17).rounded())
        let whole = count(scaled / Int(factor))
        let sign = value < 0 && scaled != 0 ? "−" : ""
        if digits == 0 { return sign + whole }
        return sign + whole + (language == .fr ? "," : ".") + padded(scaled % Int(factor), digits)
    }

    /// A duration in milliseconds, rounded to the unit shown; a dash for nil.
    public static func duration(_ milliseconds: Int64?, _ language: Language) -> String {
        duration(milliseconds.map(Double.init), language)
    }

    /// A duration in milliseconds, rounded to the unit shown; a dash for nil.
    public static func duration(_ milliseconds: Double?, _ language: Language) -> String {
        guard let all = milliseconds else { return nothing }
        let milliseconds = max(-9e15, min(all, 9e15))
        let sign = milliseconds < 0 ? "−" : ""
        let seconds = Int((milliseconds.magnitude / 1_000).rounded())
        if seconds < 120 { return "\(sign)\(seconds)\(thin)s" }
        let minutes = Int((milliseconds.magnitude / 60_000).rounded())
        if minutes < 60 { return "\(sign)\(minutes)\(thin)min" }
        if minutes < 24 * 60 { return sign + pair(minutes / 60, "h", minutes % 60) }
        let hours = Int((milliseconds.magnitude / 3_600_000).rounded())
        if hours < 48 { return "\(sign)\(hours)\(thin)h" }
        let day = language == .fr ? "j" : "d"
        return sign + (hours % 24 == 0 ? "\(count(hours / 24))\(thin)\(day)" : "\(count(hours / 24))\(thin)\(day) \(hours % 24)\(thin)h")
    }

    private static func pair(_ large: Int, _ unit: String, _ small: Int) -> String {
        small == 0 ? "\(large)\(thin)\(unit)" : "\(large)\(thin)\(unit)\(thin)\(padded(small, 2))"
    }
}
