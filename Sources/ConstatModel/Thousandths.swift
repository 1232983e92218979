/// A number with a decimal point as whole thousandths, so that sums are exact.
public enum Thousandths {
    /// Nil for what is no number, or too large; what is smaller than a thousandth is rounded, halves away from zero.
    public static func of(_ text: String) -> Int64? {
        guard let number = Double(text), number.isFinite, abs(number) < 9e15 / 1_000 else { return nil }
        return Int64((number * 1_000).rounded())
    }
}
