import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatStore
import Foundation

/// Gathers what an evidence pack is made from, and writes it.
struct EvidenceMaking {
    let store: Store
    let workspace: Workspace
    let judging: Judging
    let asOf: Instant

    func data(_ framework: Framework, _ period: Period, tenant: String?) throws -> PackData {
        var data = PackData(
            framework: framework, organisation: workspace.name(of: tenant), tenant: tenant,
            provider: tenant == nil ? nil : workspace.organisation, classification: workspace.classification, period: period,
            asOf: asOf, tool: Constat.version, targets: workspace.targets)
        let measuring = Measuring(store: store, workspace: workspace, judging: { judging }, asOf: asOf, tenant: tenant)
        let whole = try measuring.measure(MetricCatalogue.all, in: period)
        data.measurements = try whole + measuring.measure(MetricCatalogue.all, in: period, by: [.severity])
        data.evidence = framework.assess(whole)
        for kind in RecordKind.main {
            data.rows += try store.records(kind, tenant: tenant, .raised(in: period)).map {
                PackData.Row(record: $0.record, effectiveVerdict: $0.effectiveVerdict, receipt: $0.receipt, row: $0.row)
            }
        }
        data.exceptions = try MetricCatalogue.all.filter(\.parts.isEmpty).flatMap { try exceptions($0, period, measuring) }
        data.receipts = try store.receipts(of: tenant)
        let shared = data.receipts.filter { $0.isShared(with: tenant) }.map(\.number)
        for kind in RecordKind.main {
            data.counts.records[kind] = try store.count(kind, tenant: tenant)
            data.counts.fromShared[kind] = try store.count(kind, tenant: tenant, broughtBy: shared)
            data.counts.outsidePeriod[kind] = try store.count(kind, tenant: tenant, outside: period)
        }
        data.configuration = workspace.file
        let restatements = try Freezing(store: store, workspace: workspace, judging: { judging }).restatements(tenant: tenant)
        data.restatements = restatements.filter { Set(period.months.map(\.name)).contains($0.freeze.period) }
        return data
    }

    private func exceptions(_ metric: Metric, _ period: Period, _ measuring: Measuring) throws -> [PackData.Exception] {
        let columns = try measuring.columns(for: metric, in: period)
        let leftOut = measuring.evaluator.leftOut(metric, of: columns, in: period)
        let wanted = Set(leftOut.filter { !$0.reason.isOfSource }.map { columns.ids[$0.row] })
        let records =
            try wanted.isEmpty
            ? [:]
            : Dictionary(
                store.records(metric.kind, tenant: measuring.tenant, measuring.window(for: metric, in: period)).filter {
                    wanted.contains($0.id)
                }.map { ($0.id, $0.record) },
                uniquingKeysWith: { first, _ in first })
        let single = leftOut.filter { !$0.reason.isOfSource }.map { row, reason in
            PackData.Exception(
                metric: metric.id, record: records[columns.ids[row]], kind: metric.kind,
                source: columns.names[columns.source[row]] ?? "", reason: reason, count: 1)
        }
        let ofSources = Dictionary(grouping: leftOut.filter(\.reason.isOfSource)) {
            GroupKey(columns.names[columns.source[$0.row]] ?? "", $0.reason.code)
        }
        let summed = ofSources.sorted { $0.key < $1.key }.map { key, rows in
            PackData.Exception(
                metric: metric.id, record: nil, kind: metric.kind, source: key.dimension, reason: rows[0].reason, count: rows.count)
        }
        return summed + single
    }

    /// One folder, one pack: its manifest must not be replaced by another's.
    private func refuseAnotherPack(_ name: String, in folder: String) throws {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        if let other = found.sorted().first(where: { $0.hasSuffix(".xlsx") && $0 != name + ".xlsx" }) {
            throw UsageError.cannotWrite(folder, "it holds another pack already (\(other)); name another --output")
        }
    }

    /// Writes the workbook and `manifest.json` into a folder.
    ///
    /// - Returns: the paths, the workbook first.
    func write(_ data: PackData, _ words: Words, name: String, to folder: String) throws -> [String] {
        try Files.makeFolder(folder)
        try refuseAnotherPack(name, in: folder)
        let file = URL(fileURLWithPath: folder).appendingPathComponent(name + ".xlsx").path
        do { try Workbook(data, words).write(to: file) } catch { throw UsageError.cannotWrite(file, error.problem) }
        let bytes = try Files.bytes(file)
        let manifest = URL(fileURLWithPath: folder).appendingPathComponent("manifest.json").path
        let outputs = [(name: name + ".xlsx", bytes: bytes.count, sha256: Digest.hex(of: bytes))]
        try Files.write(Array(PackManifest.json(data, outputs: outputs)), to: manifest)
        return [file, manifest]
    }
}

extension LeftOut {
    /// True for what no record of a source can ever have.
    var isOfSource: Bool { if case .notGiven = self { true } else { false } }
}
