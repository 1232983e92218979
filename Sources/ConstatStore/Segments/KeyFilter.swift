/// Says of a key that it is surely not in the store, or that it may be, wrongly once in some hundred million: of each key 32
/// bits are kept, at the place that its other 32 bits name or behind it.
struct KeyFilter {
    /// 0 is an empty place.
    private var places: [UInt32]
    private let capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1 << 16)
        places = Array(repeating: 0, count: self.capacity / 4 * 5)
    }

    /// More keys make it slow.
    var isFull: Bool { count >= capacity }

    mutating func insert(_ key: Int64) {
        let mark = mark(key)
        let place = place(of: mark, key)
        if places[place] == 0 { count += 1 }
        places[place] = mark
    }

    func mayContain(_ key: Int64) -> Bool { places[place(of: mark(key), key)] != 0 }

    /// Where a key's bits are, or where they belong.
    private func place(of mark: UInt32, _ key: Int64) -> Int {
        var place = Int(((UInt64(bitPattern: key) >> 32) * UInt64(places.count)) >> 32)
        while places[place] != 0, places[place] != mark { place = place + 1 == places.count ? 0 : place + 1 }
        return place
    }

    private func mark(_ key: Int64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: key)) }
}
