import ConstatModel

/// The technique ids in a record's values; lists that were seen before are not searched again.
final class TechniqueMemo {
    /// What lies behind is not looked at: no record has thousands of techniques.
    private static let room = 1 << 16
    /// Longer lists hardly come twice.
    private static let remembered = 1 << 10

    @exclusivity(unchecked) private var seen = Terms()
    @exclusivity(unchecked) private var found: [String] = []
    private let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: TechniqueMemo.room, alignment: 16)

    deinit { scratch.deallocate() }

    /// The ids in the order of the export, each once, with a space between.
    func text(_ rule: ValueRule) -> String {
        var used = 0
        for source in rule.sources {
            guard let slot = source.slot else { continue }
            let room = UnsafeMutableRawBufferPointer(rebasing: scratch[used...])
            used += source.level.texts(slot, into: room)
        }
        if used == 0 { return "" }
        let bytes = UnsafeRawBufferPointer(rebasing: scratch[..<used])
        guard used <= Self.remembered else { return ids(in: bytes) }
        let code = Int(seen.code(bytes))
        if code < found.count { return found[code] }
        let text = ids(in: bytes)
        found.append(text)
        if found.count > 10_000 { (seen, found) = (Terms(), []) }
        return text
    }

    private func ids(in bytes: UnsafeRawBufferPointer) -> String {
        var ids: [String] = []
        for id in TechniqueID.all(in: String(decoding: bytes, as: UTF8.self)) where !ids.contains(id) { ids.append(id) }
        return ids.joined(separator: " ")
    }
}
