/// The writings of times that a draft tries, each list in the order in which they count.
enum TimePatterns {
    struct Candidate: Sendable {
        let word: String
        let format: TimeFormat
    }

    /// Those that need no pattern.
    static let plain: [Candidate] = candidates(["epoch-ms", "epoch-s", "iso8601", "iso8601-local"])

    /// The strict ones come before those that take one digit as well; the day first before the month first.
    static let patterns: [Candidate] = candidates(dates.flatMap { date in clocks.map { date + $0 } })

    /// The pattern with day and month the other way round.
    static func swapped(_ pattern: String) -> String {
        pattern.map { (letter: Character) -> String in
            switch letter {
            case "d": return "M"
            case "M": return "d"
            default: return String(letter)
            }
        }.joined()
    }

    private static let dayFirst = [
        "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yy", "d/M/yy", "dd-MM-yy", "dd.MM.yy",
    ]
    private static let others = [
        "yyyy/MM/dd", "yyyy/M/d", "yyyy.MM.dd", "yyyyMMdd", "d MMM yyyy", "d MMM yy", "d-MMM-yyyy", "d-MMM-yy", "d/MMM/yyyy", "d/MMM/yy",
        "MMM d, yyyy", "MMM d yyyy",
    ]
    private static let dates = dayFirst + dayFirst.map(swapped) + others

    private static let clocks = [
        "", " HH:mm", " HH:mm:ss", " HH:mm:ss.SSS", " H:mm", " H:mm:ss", ", HH:mm", ", HH:mm:ss", ", HH:mm:ss.SSS", "THH:mm:ss", " h:mm a",
        " h:mm:ss a", ", h:mm a", ", h:mm:ss a", ", h:mm:ss.SSS a", "HHmmss",
    ]

    private static func candidates(_ words: [String]) -> [Candidate] {
        words.compactMap { word in TimeFormat(word).map { Candidate(word: word, format: $0) } }
    }
}
