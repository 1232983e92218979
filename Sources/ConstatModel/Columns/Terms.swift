/// Texts that repeat, each with a number: a tenant, a rule, an analyst's pseudonym.
public struct Terms: Sendable {
    /// The texts; a text's number is its position.
    public private(set) var texts: [String] = []
    /// The hash of each text, to stand for it in the hash of a record.
    public private(set) var hashes: [Int64] = []
    private var slots = [Int32](repeating: -1, count: 256)

    public init() {}

    /// The number of a text, a new one when it was not seen before.
    public mutating func code(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        let hash = Hash64.of(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let code = Int(slots[slot])
            if hashes[code] == hash, isSame(texts[code], bytes) { return Int64(code) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(texts.count)
        texts.append(String(decoding: bytes, as: UTF8.self))
        hashes.append(hash)
        if texts.count * 2 > slots.count { grow() }
        return Int64(texts.count - 1)
    }

    /// The number of a text, a new one when it was not seen before.
    public mutating func code(_ text: String) -> Int64 {
        var text = text
        return text.withUTF8 { code(UnsafeRawBufferPointer($0)) }
    }

    private func isSame(_ text: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
        text.utf8.count == bytes.count
            && text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } ?? text.utf8.elementsEqual(bytes)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (code, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(code)
        }
    }
}
