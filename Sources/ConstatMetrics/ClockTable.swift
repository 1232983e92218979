import ConstatModel

/// The clocks of tenants by their codes, without a hash at each row.
struct ClockTable {
    private let clocks: [BusinessClock]
    /// The number of each code's clock; -1 for none.
    private let numbers: [Int32]

    init(_ byCode: [Int32: BusinessClock] = [:]) {
        var (clocks, numbers): ([BusinessClock], [Int32]) = ([], [])
        for (code, clock) in byCode where code >= 0 {
            while numbers.count <= Int(code) { numbers.append(-1) }
            numbers[Int(code)] = Int32(clocks.count)
            clocks.append(clock)
        }
        (self.clocks, self.numbers) = (clocks, numbers)
    }

    /// Nil where the hours are not known.
    @inline(__always)
    subscript(code: Int32) -> BusinessClock? {
        guard Int(code) < numbers.count, numbers[Int(code)] >= 0 else { return nil }
        return clocks[Int(numbers[Int(code)])]
    }
}
