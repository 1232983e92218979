import ConstatMetrics
import ConstatModel

/// Why figures of a frozen month would be others today.
final class RestatementCauses {
    private let freeze: Freeze
    private let known: Set<String>
    private let isConfigured: Bool
    private let isRegistered: Bool
    private let basis: MetricBasis
    private var receipts: [String: [Int]] = [:]

    /// - Parameters:
    ///   - known: the metrics that were measured then.
    ///   - isConfigured: whether the rules are others.
    ///   - isRegistered: whether notifications were recorded since.
    init(_ freeze: Freeze, known: Set<String>, isConfigured: Bool, isRegistered: Bool, _ basis: MetricBasis) {
        (self.freeze, self.known, self.isConfigured) = (freeze, known, isConfigured)
        (self.isRegistered, self.basis) = (isRegistered, basis)
    }

    func causes(_ old: Measurement?, _ new: Measurement?) throws -> [Restatement.Cause] {
        guard let id = (old ?? new)?.metric, let metric = MetricCatalogue.metric(id) else { return [] }
        if !known.contains(id) { return [.definition(from: 0, to: new?.version ?? 0)] }
        if let old, let new, old.version != new.version { return [.definition(from: old.version, to: new.version)] }
        var found = try receipts[id] ?? basis.receipts(of: metric, after: freeze.receipt)
        receipts[id] = found
        // An import that brought nothing shows that there was nothing.
        if found.isEmpty, old?.isMeasurable == false { found = try basis.receipts(after: freeze.receipt) }
        return found.map(Restatement.Cause.receipt) + (isConfigured ? [.configuration] : [])
            + (isRegistered && metric.kind == .duty ? [.register] : [])
    }
}
