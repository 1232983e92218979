/// A small seeded generator (SplitMix64): the same seed gives the same numbers on every machine.
///
/// Only whole numbers and the four operations are used; library mathematics may differ between systems.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A stream of its own for each purpose: what one file draws never moves another.
    init(seed: UInt64, stream: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = seed ^ hash
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0, up to but not 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

    /// - Parameter bound: at least 1.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func between(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// - Parameter list: not empty.
    mutating func pick<Item>(_ list: [Item]) -> Item { list[below(list.count)] }

    /// A log-normal value: half of them lie under the median; `sigma` says how far they spread.
    mutating func spread(_ median: Double, _ sigma: Double) -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += fraction() }  // near enough to a normal value, without a logarithm
        return median * Self.exponential(sigma * sum)
    }

    /// e to the power of a small number.
    private static func exponential(_ exponent: Double) -> Double {
        let part = exponent / 1_024
        var result = 1 + part + part * part / 2
        for _ in 0..<10 { result *= result }
        return result
    }
}

extension SplitMix64 {
    /// Lower-case hexadecimal digits.
    mutating func hex(_ count: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = []
        while bytes.count < count {
            var word = next()
            for _ in 0..<min(16, count - bytes.count) {
                bytes.append(digits[Int(word & 15)])
                word >>= 4
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A random (version 4) UUID in lower case.
    mutating func uuid() -> String {
        let variant = pick(["8", "9", "a", "b"])
        return "\(hex(8))-\(hex(4))-4\(hex(3))-\(variant)\(hex(3))-\(hex(12))"
    }

    mutating func shuffled<Item>(_ list: [Item]) -> [Item] {
        var list = list
        for index in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(index, below(index + 1)) }
        return list
    }
}
