/// What is wrong with a row that an import has to refuse.
enum Damage {
    case noIdentifier, unreadableDate, cutOff

    /// Eight rows of a file of alerts, spread over it; never among the first or the last.
    static let usual: [Damage] = [
        .noIdentifier, .cutOff, .unreadableDate, .noIdentifier, .cutOff, .unreadableDate, .noIdentifier, .cutOff,
    ]

    /// The damage of a row, if it is one of those chosen.
    static func at(_ row: Int, of count: Int, _ damages: [Damage] = usual) -> Damage? {
        let step = count / (damages.count + 1)
        guard step > 0, row % step == step / 2, row / step < damages.count else { return nil }
        return damages[row / step]
    }
}

/// A file of one JSON object a line, with the usual damages and now and then the same line twice.
struct LineFile {
    private(set) var json = JSONText()
    private var random: SplitMix64

    init(random: SplitMix64) { self.random = random }

    var bytes: [UInt8] { json.bytes }

    mutating func line(_ damage: Damage?, _ body: (inout JSONText) -> Void) {
        let start = json.bytes.count
        json.object(body)
        if damage == .cutOff { json.cut(to: start + (json.bytes.count - start) * 3 / 5) }
        json.between("\n")
        if random.chance(0.003), damage == nil { json.repeatBytes(from: start) }
    }
}
