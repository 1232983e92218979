import ConstatMetrics
import ConstatModel
import ConstatStore

/// Reads what recurring causes are found from: confirmed cases, and the causes that reviews found.
struct RecurringReading {
    let store: Store
    let tenant: String?

    func causes(until end: Instant, zone: Zone) throws -> RecurringCauses {
        let columns = try store.columns(.case, tenant: tenant, .any)
        let confirmed = Set(Evaluator.confirmed(in: columns).map { columns.ids[$0] })
        let cases = try store.records(.case, tenant: tenant, .any).filter { confirmed.contains($0.id) }.map(\.record)
        var causes: [String: [String: String]] = [:]
        for review in try store.records(.review, tenant: tenant, .any).map(\.record) {
            if let native = review.caseID, let cause = review.facts["rootCause"] { causes[review.tenant, default: [:]][native] = cause }
        }
        return RecurringCauses(cases, causes: causes, until: end, zone: zone)
    }
}
