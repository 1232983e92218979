import ConstatDocuments
import ConstatModel

/// What is looked at: a report, a period, a tenant, a language.
struct DashboardScope: Hashable, Sendable {
    let report: String
    let period: Period
    let tenant: String?
    let language: Language

    /// As parameters of an address.
    var query: String {
        [("report", report), ("period", period.name), ("tenant", tenant ?? ""), ("lang", language.rawValue)]
            .map { "\($0.0)=\($0.1.inAddress)" }.joined(separator: "&")
    }
}
