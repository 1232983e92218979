/// Estuaire Cyberdéfense, an invented provider with three invented customers, and a year of their exports.
///
/// A bank (TheHive and Wazuh), a hospital (Elastic Security and DFIR-IRIS), a managed service provider
/// (Microsoft Sentinel, and a queue of its own). What no tool exports they keep in spreadsheets, the hospital in French
/// ones. From November 2025 to October 2026.
public enum DemoOrganisation {
    /// The exports in the order to import them, then `constat.yaml`; the same seed gives the same bytes.
    public static func files(seed: UInt64) -> [DemoFile] {
        armorique(seed) + ponant(seed) + estran(seed)
            + [DemoFile(path: "constat.yaml", bytes: Array(Configuration.yaml.utf8), tenant: nil)]
    }

    private static func armorique(_ seed: UInt64) -> [DemoFile] {
        let plan = TenantPlan(
            slug: "armorique", book: .armorique, hostPrefix: "arm", alertCount: 14_000, caseCount: 256,
            specials: [.ransomware] + SpecialIncident.recurring)
        let simulated = plan.simulate(seed: seed)
        var cases = simulated.cases
        Corrections.apply(to: &cases)
        var random = SplitMix64(seed: seed, stream: "armorique ids")
        let history = TenantHistory(
            alerts: simulated.alerts, cases: cases, numbersFrom: 2_201, random: &random
        ) { place, random in
            "~\(81_924_096 + place * 8_232 + random.below(4_000) * 2)"  // even: a fixed one is odd
        }
        let thehive = TheHiveCases(history: history)
        return [
            file(
                "armorique-thehive-cases-2026-10.json", thehive.bytes(at: Period.earlierExport, overlap: false),
                "armorique"),
            file("armorique-thehive-cases-2026-11.json", thehive.bytes(at: Period.export, overlap: true), "armorique"),
            file("armorique-thehive-alerts.ndjson", TheHiveAlerts(history: history).bytes(seed: seed), "armorique"),
            file("armorique-wazuh-alerts.json", WazuhAlerts(book: .wazuh).bytes(18_000, seed: seed), "armorique"),
        ] + FormFiles.files(of: .armorique(history, seed: seed))
    }

    private static func ponant(_ seed: UInt64) -> [DemoFile] {
        let plan = TenantPlan(
            slug: "ponant", book: .ponant, hostPrefix: "pon", alertCount: 16_000, caseCount: 182,
            specials: [.patientBreach])
        let (alerts, cases) = plan.simulate(seed: seed)
        var random = SplitMix64(seed: seed, stream: "ponant ids")
        let history = TenantHistory(alerts: alerts, cases: cases, numbersFrom: 1_180, random: &random) { $1.uuid() }
        return [
            file(
                "ponant-elastic-alerts.ndjson", ElasticAlerts(history: history, book: .ponant).bytes(seed: seed),
                "ponant"),
            file("ponant-iris-cases.json", IrisCases(history: history, customer: "ponant").bytes(seed: seed), "ponant"),
        ] + FormFiles.files(of: .ponant(history, seed: seed))
    }

    private static func estran(_ seed: UInt64) -> [DemoFile] {
        let plan = TenantPlan(slug: "estran", book: .estran, hostPrefix: "est", alertCount: 12_000, caseCount: 160)
        let (alerts, cases) = plan.simulate(seed: seed)
        var random = SplitMix64(seed: seed, stream: "estran ids")
        let history = TenantHistory(alerts: alerts, cases: cases, numbersFrom: 40_112, gap: 7, random: &random) {
            $1.uuid()
        }
        return [
            file("estran-sentinel-incidents.csv", SentinelIncidents(history: history).bytes(seed: seed), "estran"),
            file("estran-alerts.csv", ConstatAlerts(history: history, tenant: "estran").bytes(seed: seed), nil),
        ] + FormFiles.files(of: .estran(history, seed: seed))
    }

    private static func file(_ name: String, _ bytes: [UInt8], _ tenant: String?) -> DemoFile {
        DemoFile(path: "exports/\(name)", bytes: bytes, tenant: tenant)
    }
}
