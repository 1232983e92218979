/// How many records each reason left out, by group: there are few reasons, so none is hashed.
struct ReasonCounts {
    private var codes: [UInt32] = []
    /// By reason, then by group.
    private var counts: [[Int]] = []
    private var last = 0

    mutating func count(_ code: UInt32, _ group: Int) {
        if codes.isEmpty || codes[last] != code { last = place(of: code) }
        while group >= counts[last].count { counts[last].append(0) }
        counts[last][group] += 1
    }

    private mutating func place(of code: UInt32) -> Int {
        if let known = codes.firstIndex(of: code) { return known }
        codes.append(code)
        counts.append([])
        return codes.count - 1
    }

    /// The reasons of a group and how many records each left out.
    func of(_ group: Int) -> [(Reason, Int)] {
        zip(codes, counts).compactMap { code, counts in
            group < counts.count && counts[group] > 0 ? (Reason(code: code), counts[group]) : nil
        }
    }
}
