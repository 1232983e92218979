/// Says of a key that it is surely not in the store, or that it may be, wrongly once in some hundred thousand: 32 bits a
/// key, of which each sets eight in one block of 256 (a split block Bloom filter, as in Parquet).
struct KeyFilter {
    private var words: [UInt32]
    private let blocks: UInt64
    private let capacity: Int
    private(set) var count = 0

    private static let salts: [UInt32] = [
        0x47B6_137B, 0x4497_4D91, 0x8824_AD5B, 0xA2B7_289D, 0x7054_95C7, 0x2DF1_424B, 0x9EFC_4947, 0x5C6B_FB31,
    ]

    init(capacity: Int) {
        self.capacity = max(capacity, 1 << 16)
        blocks = UInt64(self.capacity / 8)
        words = Array(repeating: 0, count: Int(blocks) * 8)
    }

    /// More keys make it say "may be" too often.
    var isFull: Bool { count >= capacity }

    mutating func insert(_ key: Int64) {
        let (start, low) = place(key)
        for (offset, salt) in Self.salts.enumerated() { words[start + offset] |= 1 << ((low &* salt) >> 27) }
        count += 1
    }

    func mayContain(_ key: Int64) -> Bool {
        let (start, low) = place(key)
        for (offset, salt) in Self.salts.enumerated() where words[start + offset] & (1 << ((low &* salt) >> 27)) == 0 { return false }
        return true
    }

    /// The keys are hashes already: their upper half chooses the block, their lower half the bits.
    private func place(_ key: Int64) -> (start: Int, low: UInt32) {
        let hash = UInt64(bitPattern: key)
        return (Int(((hash >> 32) * blocks) >> 32) * 8, UInt32(truncatingIfNeeded: hash))
    }
}
