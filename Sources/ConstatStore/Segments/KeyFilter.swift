/// Says of a key that it is surely not in the store, or that it may be: sixteen bits a key, all of one key in one word.
struct KeyFilter {
    private var words: [UInt64]
    private var mask: Int
    /// How many keys it can take before it says "may be" too often.
    private let capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        var size = 1_024
        while size * 4 < capacity { size *= 2 }
        words = Array(repeating: 0, count: size)
        (mask, self.capacity) = (size - 1, size * 4)
    }

    var isFull: Bool { count >= capacity }

    mutating func insert(_ key: Int64) {
        let (word, bits) = place(key)
        words[word] |= bits
        count += 1
    }

    func mayContain(_ key: Int64) -> Bool {
        let (word, bits) = place(key)
        return words[word] & bits == bits
    }

    /// The keys are hashes already: their upper half chooses the word, their lower half four bits of it.
    private func place(_ key: Int64) -> (word: Int, bits: UInt64) {
        let hash = UInt64(bitPattern: key)
        var bits: UInt64 = 0
        for shift in [0, 6, 12, 18] as [UInt64] { bits |= 1 << (hash >> shift & 63) }
        return (Int(truncatingIfNeeded: hash >> 32) & mask, bits)
    }
}
