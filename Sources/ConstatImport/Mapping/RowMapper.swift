import ConstatModel

/// Maps the rows of an export by one profile, collecting what is odd.
final class RowMapper {
    enum Outcome { case mapped, otherKind }

    let profile: Profile
    let door: Door
    private let levels: [Level]
    private let recognition: [Condition]
    private let has: [ValueRule.Source]
    private let lacks: [ValueRule.Source]
    private let record: RecordRules
    private let transitions: [TransitionMapper]
    @exclusivity(unchecked) private var hash = Hash64()

    /// - Parameter isWrapped: the records are inside of the profile's wrapper.
    init(_ profile: Profile, door: Door, isWrapped: Bool) {
        (self.profile, self.door) = (profile, door)
        let row = RuleCompiler(
            prefix: isWrapped ? profile.within?.text ?? "" : "", chain: [Level()], isWorkbook: door.isWorkbook)
        recognition = row.conditions(profile.recognise.equals)
        has = profile.recognise.has.map(row.source)
        lacks = profile.recognise.lacks.map(row.source)
        let inner = row.deeper(by: profile.each.count)
        record = RecordRules(profile, inner, door)
        transitions = profile.transitions.map { TransitionMapper($0, of: profile, inner, door) }
        levels = inner.chain
    }

    /// Looks the columns of all levels up in a header; a table has one level.
    func bind(to header: [String]) { levels[0].bind(to: header) }

    /// Whether the row that is filled in is of this profile at all.
    var isRecognised: Bool { has.allSatisfy(isPresent) && !lacks.contains(where: isPresent) && recognition.allSatisfy(\.holds) }

    /// Whether a path is there at all, be it empty; a column is there when the header has it.
    private func isPresent(_ source: ValueRule.Source) -> Bool {
        if case .missing = source.value { return false }
        return true
    }

    func fill(_ element: JSONElement) { levels[0].fill(element) }

    func fill(_ fields: CSVFields) { levels[0].fill(fields) }

    /// Maps the row that is filled in.
    ///
    /// - Parameter refusal: makes a refusal of this row.
    func map(_ row: Int, into out: inout Mapped, refusal: (Refusal.Reason, String) -> Refusal) -> Outcome {
        guard recognition.allSatisfy(\.holds) else { return .otherKind }
        if profile.each.isEmpty {
            mapRecord(row, into: &out, refusal)
        } else {
            let before = out.rows
            walk(0, row, into: &out, refusal)
            if out.rows == before { out.refusals.append(refusal(.noItems, profile.each.map(\.text).joined(separator: " "))) }
        }
        return .mapped
    }

    private func walk(_ depth: Int, _ row: Int, into out: inout Mapped, _ refusal: (Refusal.Reason, String) -> Refusal) {
        guard depth < profile.each.count else { return mapRecord(row, into: &out, refusal) }
        var items: [(String?, JSONElement)] = []
        let path = profile.each[depth]
        let whole = depth == 0 ? FieldPath(record.prefix + path.text) : path
        levels[depth].items(whole) { items.append(($0, $1)) }
        for (key, item) in items {
            levels[depth + 1].fill(item)
            levels[depth + 1].key = key
            walk(depth + 1, row, into: &out, refusal)
        }
    }

    private func mapRecord(_ row: Int, into out: inout Mapped, _ refusal: (Refusal.Reason, String) -> Refusal) {
        if profile.isHistory { return mapHistory(row, into: &out, refusal) }
        if let fault = record.map(row, into: &out, &hash) {
            out.endRow(isKept: false)
            out.refusals.append(refusal(fault.reason, fault.detail))
            return
        }
        defer { out.endRow(isKept: true) }
        guard !transitions.isEmpty else { return }
        let key = out.records[BatchShape.key, out.records.count - 1]
        for mapper in transitions { _ = mapper.map(key, row, into: &out, &hash) }
    }

    private func mapHistory(_ row: Int, into out: inout Mapped, _ refusal: (Refusal.Reason, String) -> Refusal) {
        guard let key = record.key(&out, &hash) else {
            out.endRow(isKept: false)
            out.refusals.append(refusal(.missingIdentifier, "id"))
            return
        }
        var found = 0
        for mapper in transitions { found += mapper.map(key, row, into: &out, &hash) }
        out.endRow(isKept: found > 0)
        if found == 0 { out.refusals.append(refusal(.noChange, profile.title)) } else { out.historyRows += 1 }
    }
}

/// What a person says at the door, for all rows alike.
struct Door: Sendable {
    let zone: Zone
    /// All rows are of this tenant, whatever they say.
    let tenant: String?
    let fallbackTenant: String
    /// Instants after this are remarked as future.
    let asOf: Instant
    let privacy: Privacy
    /// The rows are those of a workbook.
    var isWorkbook = false
}
