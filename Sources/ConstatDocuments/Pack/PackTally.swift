import ConstatMetrics
import ConstatModel

/// What is counted while the records of a pack pass by.
struct PackTally {
    /// Rows of a kind: raised in the period, of these merged ones, and those of other periods.
    struct Rows {
        var inPeriod = 0
        var merged = 0
        var others = 0
    }

    /// The ids and instants of one kind from one source, in the order of time.
    struct Sequence {
        var rows = 0
        var first: Instant?
        var last: Instant?
        /// The longest time without a record, and when it began.
        var gap: Int64 = 0
        var gapFrom: Instant?
        /// The lowest and the highest number, where every id is one.
        var numbers: (low: Int, high: Int)?
        var areNumbers = true
    }

    /// What names a sum of exceptions.
    struct Group: Hashable {
        let metric: String
        let kind: RecordKind
        let source: String
        let reason: LeftOut
    }

    /// A record that broke its target, or whose data cannot be right.
    struct Exception {
        let metric: String
        let record: Record
        /// Nil when it broke its target.
        let reason: LeftOut?
    }

    /// More than these are summed up.
    static let mostExceptions = 10_000

    private(set) var rows: [RecordKind: Rows] = [:]
    private(set) var sequences: [RecordKind: [String: Sequence]] = [:]
    private(set) var leftOut: [Group: Int] = [:]
    private(set) var exceptions: [Exception] = []
    /// Of each metric, the single exceptions that found no room.
    private(set) var further: [String: Int] = [:]
    private(set) var draw: SampleDraw
    private let period: Period

    init(_ data: PackData) {
        draw = SampleDraw(data.sampling)
        period = data.period
    }

    /// Counts the rows of a part.
    ///
    /// - Parameter position: of the first of them in the table, from 1.
    mutating func add(_ part: PackPart, of table: PackTable, position: Int) {
        for (index, row) in part.rows.enumerated() { count(row.record, position: position + index) }
        for (number, metric) in table.metrics.enumerated() {
            for (index, outcome) in part.outcomes[number].enumerated() { note(outcome, metric, part.rows[index].record) }
        }
    }

    private mutating func count(_ record: Record, position: Int) {
        let isInPeriod = record.instant(.raised).map(period.contains) == true
        if !isInPeriod {
            rows[record.kind, default: Rows()].others += 1
        } else {
            rows[record.kind, default: Rows()].inPeriod += 1
            if record.status == .merged { rows[record.kind, default: Rows()].merged += 1 }
        }
        guard record.kind.isMain, isInPeriod else { return }
        sequences[record.kind, default: [:]][record.source, default: Sequence()].add(record)
        if record.status != .merged { draw.add(record, position: position) }
    }

    private mutating func note(_ outcome: RecordOutcome, _ metric: Metric, _ record: Record) {
        switch outcome {
        case .leftOut(let reason):
            leftOut[Group(metric: metric.id, kind: record.kind, source: record.source, reason: reason), default: 0] += 1
            if reason.isFault { add(Exception(metric: metric.id, record: record, reason: reason)) }
        case .late where metric.isOfTargets, .value(0, _) where metric.isOfTargets:
            add(Exception(metric: metric.id, record: record, reason: nil))
        default: break
        }
    }

    private mutating func add(_ exception: Exception) {
        if exceptions.count < Self.mostExceptions { exceptions.append(exception) } else { further[exception.metric, default: 0] += 1 }
    }
}

extension PackTally.Sequence {
    fileprivate mutating func add(_ record: Record) {
        rows += 1
        if let raised = record.instant(.raised) {
            if let last, raised.milliseconds - last.milliseconds > gap { (gap, gapFrom) = (raised.milliseconds - last.milliseconds, last) }
            first = first ?? raised
            last = raised
        }
        guard areNumbers else { return }
        guard let number = Int(record.number ?? record.native), (0..<1_000_000_000_000_000).contains(number) else {
            (areNumbers, numbers) = (false, nil)
            return
        }
        numbers = (min(numbers?.low ?? number, number), max(numbers?.high ?? number, number))
    }

    /// How many numbers between the lowest and the highest are not there; nil where ids are no numbers.
    var missing: Int? { numbers.map { max(0, $0.high - $0.low + 1 - rows) } }
}

extension LeftOut {
    /// Whether what the record says cannot be right, as against what is not there.
    var isFault: Bool {
        switch self {
        case .reversed, .exceeds, .negative: true
        default: false
        }
    }
}
