/// A number with a decimal point as whole thousandths, so that sums are exact; nil for what is no number, or too large.
///
/// What is smaller than a thousandth is rounded, halves away from zero.
public func Thousandths(_ text: String) -> Int64? {
    guard let number = Double(text), number.isFinite, abs(number) < 9e15 / 1_000 else { return nil }
    return Int64((number * 1_000).rounded())
}
