import ConstatModel

/// When somebody covers a tenant: stretches of time in their order that do not touch.
struct Cover: Sendable {
    private(set) var stretches: [Range<Int64>] = []

    /// - Parameter records: of cover; those without a beginning or an end say nothing.
    init(_ records: [Record]) {
        let all = records.compactMap { record -> Range<Int64>? in
            guard let from = record.instant(.raised)?.milliseconds, let to = record.instant(.lastClosed)?.milliseconds, from < to else {
                return nil
            }
            return from..<to
        }
        for stretch in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = stretches.last, stretch.lowerBound <= last.upperBound {
                stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
            } else {
                stretches.append(stretch)
            }
        }
    }

    func contains(_ instant: Int64) -> Bool {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].lowerBound <= instant { low = middle + 1 } else { high = middle }
        }
        return low > 0 && instant < stretches[low - 1].upperBound
    }

    /// Milliseconds of a stretch of time in which nobody covers.
    func gaps(in span: Range<Int64>) -> Int64 {
        stretches.reduce(Int64(span.count)) { rest, stretch in
            rest - Int64(stretch.clamped(to: span).count)
        }
    }
}
