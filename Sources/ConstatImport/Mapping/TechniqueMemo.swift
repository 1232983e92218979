import ConstatModel

/// The technique ids in a record's values; lists that were seen before are not searched again.
struct TechniqueMemo {
    private var seen = Terms()
    private var found: [String] = []
    private var scratch: [UInt8] = []

    /// The ids in the order of the export, each once, with a space between.
    mutating func text(_ rule: ValueRule) -> String {
        scratch.removeAll(keepingCapacity: true)
        for source in rule.sources {
            guard let slot = source.slot else { continue }
            if !source.isMany, case .text(let bytes) = source.value {
                append(bytes)
            } else {
                var all: [UInt8] = []
                source.level.each(slot) { _, value in
                    if case .text(let bytes) = value { all += [0x20] + bytes } else if let text = value.string { all += [0x20] + text.utf8 }
                }
                scratch += all
            }
        }
        if scratch.isEmpty { return "" }
        let code = Int(scratch.withUnsafeBytes { seen.code($0) })
        if code < found.count { return found[code] }
        var ids: [String] = []
        for id in TechniqueID.all(in: String(decoding: scratch, as: UTF8.self)) where !ids.contains(id) { ids.append(id) }
        found.append(ids.joined(separator: " "))
        let text = found[code]
        if found.count > 10_000 { (seen, found) = (Terms(), []) }
        return text
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        scratch.append(0x20)
        scratch.append(contentsOf: bytes)
    }
}
