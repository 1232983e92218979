/// How a field writes its times, found out from its values.
struct TimeWriting: Sendable {
    /// As a profile's `as` names it.
    let word: String
    /// How many values are read so.
    let instants: Int
    /// One of them, as it is written.
    let example: String
    /// Day and month could as well be the other way round: no value tells.
    let isOpen: Bool

    private init(word: String, instants: Int, example: String, isOpen: Bool) {
        (self.word, self.instants, self.example, self.isOpen) = (word, instants, example, isOpen)
    }

    /// Nil when most of the values are no times.
    init?(_ values: [DraftValue]) {
        var best = Self.best(of: TimePatterns.plain, for: values)
        if (best?.instants ?? 0) * 10 < values.count * 9 {
            let other = Self.best(of: TimePatterns.patterns, for: values.filter(\.mayHoldDate))
            if (other?.instants ?? 0) > (best?.instants ?? 0) { best = other }
        }
        guard let found = best, found.isMost(of: values) else { return nil }
        self = found.checked(against: values)
    }

    /// Whether day comes before month; nil where the writing leaves no doubt of its own.
    var isDayFirst: Bool? {
        guard !word.contains("MMM"), let first = word.first, first == "d" || first == "M" else { return nil }
        return first == "d"
    }

    /// As another column of the same file settles it.
    func settled(isDayFirst: Bool) -> TimeWriting {
        guard isOpen else { return self }
        let settled = self.isDayFirst == isDayFirst ? word : TimePatterns.swapped(word)
        return TimeWriting(word: settled, instants: instants, example: example, isOpen: false)
    }

    /// Whether texts are ISO 8601.
    static func isTime(_ values: [DraftValue]) -> Bool {
        best(of: TimePatterns.plain, for: values.filter { $0.kind == "text" })?.isMost(of: values) ?? false
    }

    private func isMost(of values: [DraftValue]) -> Bool {
        guard let format = TimeFormat(word) else { return false }
        return instants * 2 > values.count { !$0.isNoTime(format) }
    }

    /// Looks whether the other order of day and month would do as well; with a clock of twelve hours the month comes first then.
    private func checked(against values: [DraftValue]) -> TimeWriting {
        let other = TimePatterns.swapped(word)
        guard isDayFirst != nil, let format = TimeFormat(other) else { return self }
        guard values.count(where: { $0.isInstant(format) }) == instants else { return self }
        return TimeWriting(word: word.hasSuffix("a") ? other : word, instants: instants, example: example, isOpen: true)
    }

    /// The first writing that reads the most values; those that read none of a few are not tried on all.
    private static func best(of candidates: [TimePatterns.Candidate], for values: [DraftValue]) -> TimeWriting? {
        let few = stride(from: 0, to: values.count, by: max(1, values.count / 6)).map { values[$0] }
        var best: TimeWriting?
        for candidate in candidates where few.contains(where: { $0.isInstant(candidate.format) }) {
            let read = values.filter { $0.isInstant(candidate.format) }
            guard read.count > (best?.instants ?? 0), let example = read.first?.string else { continue }
            best = TimeWriting(word: candidate.word, instants: read.count, example: example, isOpen: false)
            if read.count == values.count { break }
        }
        return best
    }
}
