/// What October changed about September: verdicts put right, and cases opened again.
///
/// An export taken before and one taken after differ in them, so a month already reported is restated.
enum Corrections {
    private static let start = Paris.instant(2026, 9, 1)
    private static let end = Paris.instant(2026, 9, 29)

    static func apply(to cases: inout [SimulatedCase]) {
        let closed = cases.indices.filter { key in
            guard let first = cases[key].firstClosed, cases[key].fault == nil, cases[key].reopened == nil else {
                return false
            }
            return first >= start && first < end && cases[key].rootCause == nil
        }
        let dismissed = closed.filter { cases[$0].verdict == .falsePositive || cases[$0].verdict == .undetermined }
        for (index, key) in dismissed.prefix(3).enumerated() {
            cases[key].corrected = cases[key].verdict.map { (Paris.instant(2026, 10, 6 + index, 10, 15), $0) }
            (cases[key].verdict, cases[key].discovery) = (.truePositive, .internal)
        }
        let confirmed = closed.filter { cases[$0].isConfirmed && cases[$0].corrected == nil }
        for (index, key) in confirmed.prefix(2).enumerated() {
            cases[key].reopened = Paris.instant(2026, 10, 5 + index, 9, 40)
            cases[key].lastClosed = Paris.instant(2026, 10, 8 + index, 16, 5)
        }
    }
}
