import Foundation

/// Texts that repeat, each with a number: a tenant, a rule, an analyst's pseudonym.
public struct Terms: Sendable {
    /// The texts; a text's number is its position.
    public private(set) var texts: [String] = []
    /// The hash of each text, to stand for it in the hash of a record.
    public private(set) var hashes: [Int64] = []
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots = [Int32](repeating: -1, count: 256)

    public init() {}

    /// The number of a text, a new one when it was not seen before.
    public mutating func code(_ text: UnsafeRawBufferPointer) -> Int64 {
        let hash = Hash64.of(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let code = Int(slots[slot])
            if hashes[code] == hash, isSame(code, text) { return Int64(code) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(texts.count)
        texts.append(String(decoding: text, as: UTF8.self))
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        hashes.append(hash)
        if texts.count * 2 > slots.count { grow() }
        return Int64(texts.count - 1)
    }

    /// The number of a text, a new one when it was not seen before.
    public mutating func code(_ text: String) -> Int64 {
        var text = text
        return text.withUTF8 { code(UnsafeRawBufferPointer($0)) }
    }

    private func isSame(_ code: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let start = code == 0 ? 0 : ends[code - 1]
        guard ends[code] - start == text.count, let other = text.baseAddress else { return ends[code] == start && text.isEmpty }
        return bytes.withUnsafeBytes { all in all.baseAddress.map { memcmp($0 + start, other, text.count) == 0 } ?? false }
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
