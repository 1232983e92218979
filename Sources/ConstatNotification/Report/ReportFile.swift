import ConstatModel

/// The file of a stage that an authority takes: each field under its key, in the form the authority wants.
public struct ReportFile {
    /// What is unlike a plain field in such a file; data of the regime.
    public struct Layout: Sendable {
        /// The names of keys in the order they stand in.
        public let order: [String]
        /// The list whose items bear further fields, and the key that names an item.
        public let items: (list: String, key: String)?
    }

    private let stage: Stage
    private let answers: [FieldAnswer]
    private let layout: Layout
    /// Whether amounts are written in thousands.
    private let isInThousands: Bool
    private var root = JSONTree()

    public init(_ stage: Stage, _ answers: [FieldAnswer], _ facts: CaseFacts, _ layout: Layout, isInThousands: Bool) {
        (self.stage, self.answers, self.layout, self.isInThousands) = (stage, answers, layout, isInThousands)
        for answer in answers {
            guard let place = answer.request.place else { continue }
            if let token = answer.request.token {
                root.put(.text(token), at: place.key)
            } else if let fact = answer.fact, fact.value != .texts([]) {
                if let otherwise = place.otherwise, facts.first(of: answer.request.from) == nil {
                    root.put(.text(fact.value.plain), at: otherwise.key)
                } else {
                    put(fact.value, place)
                }
            }
        }
        for (key, value) in stage.constants { for key in each(key) { root.complete(.text(value), at: key) } }
    }

    /// JSON in UTF-8, with a line end.
    public var json: String { root.node(layout.order).text() + "\n" }

    private mutating func put(_ value: FactValue, _ place: FieldRequest.Place) {
        if let items = layout.items, place.key == items.list {
            for word in value.words { root.put(.text(word), at: "\(items.list)[\(word)].\(items.key)") }
        } else if case .texts(let texts) = value, place.key.contains("[0]") {
            for (key, text) in zip(each(place.key), texts) { root.put(.text(text), at: key) }
        } else if place.key.contains("[0]") {
            // What is said once holds for each of several entities.
            for key in each(place.key) { root.put(written(value, place.form), at: key) }
        } else if isCarried(place.key) {
            root.put(written(value, place.form), at: place.key)
        }
    }

    /// A key for each of several entities: `affectedEntity[0].name`, `affectedEntity[1].name`.
    private func each(_ key: String) -> [String] {
        let lists = answers.filter { $0.request.place?.key.contains("[0]") ?? false }.compactMap(\.fact?.value)
        let count = lists.map { value in if case .texts(let texts) = value { texts.count } else { 1 } }.max() ?? 1
        return key.contains("[0]") ? (0..<max(1, count)).map { key.replacing("[0]", with: "[\($0)]") } : [key]
    }

    /// A field that rides on an item of a list stands only where the list has that item.
    private func isCarried(_ key: String) -> Bool {
        guard let items = layout.items, key.hasPrefix(items.list + "["), let end = key.firstIndex(of: "]") else { return true }
        let item = String(key[key.index(key.startIndex, offsetBy: items.list.count + 1)..<end])
        let carrier = answers.first { $0.request.place?.key == items.list }
        return carrier?.fact?.value.words.contains(item) ?? false
    }

    private func written(_ value: FactValue, _ form: FieldRequest.Form) -> JSONNode {
        switch (form, value) {
        case (.list, _): return .array(value.words.map(JSONNode.text))
        case (.boolean, .yesNo(let isYes)): return .boolean(isYes)
        case (.date, .time(let stamp)): return .text(Self.date(stamp.instant))
        case (.duration, .number(let minutes)): return .text(Self.duration(minutes / 1_000))
        case (.integer, .number(let number)): return .number("\(number / 1_000)")
        case (.percent, .number(let number)): return .number(FactValue.decimal((number + 50) / 100 * 100))
        case (.amount, .number(let number)): return .number(isInThousands ? Self.thousands(number) : value.plain)
        case (_, .texts(let texts)): return .text(texts.joined(separator: "; "))
        default: return .text(value.plain)
        }
    }

    /// `2026-10-08T05:35:00Z`: whole seconds.
    static func date(_ instant: Instant) -> String {
        Instant(milliseconds: instant.milliseconds - (instant.milliseconds % 1_000 + 1_000) % 1_000).iso
    }

    /// Days, hours, minutes: `1:07:30`.
    static func duration(_ minutes: Int64) -> String {
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(minutes / 1_440):\(two(minutes / 60 % 24)):\(two(minutes % 60))"
    }

    /// Thousandths of an amount as thousands of it: 640 000 is 640, 2 500 is 2.5; rounded half up to the unit.
    static func thousands(_ thousandths: Int64) -> String { FactValue.decimal((thousandths + 500) / 1_000) }
}
