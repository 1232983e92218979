import ConstatModel
import ConstatTesting

/// What a fixture's `expected.json` says.
struct Expectation: Decodable {
    struct Refused: Decodable, Hashable {
        let row: Int
        let reason: String
    }

    /// A change in the words of a fixture; a `to` of "" is "taken away".
    struct Change: Hashable {
        let of: String
        let at: String
        let from: String?
        let to: String
        let by: String
        let who: String?

        init(_ transition: Transition) {
            (of, at, from) = (transition.field.word, transition.at.iso, transition.from)
            (to, by, who) = (transition.to ?? "", transition.by.word, transition.who)
        }

        init(of: String, at: String, from: String?, to: String?, by: String, who: String?) {
            (self.of, self.at, self.from, self.to, self.by, self.who) = (of, at, from, to ?? "", by, who)
        }
    }

    struct RecordChange: Decodable {
        let record: String
        let of: String
        let at: String
        let from: String?
        let to: String?
        let by: String
        let who: String?

        var change: Change { Change(of: of, at: at, from: from, to: to, by: by, who: who) }
    }

    let records: [[String: FixtureValue]]
    let refused: [Refused]
    let remarks: [String: Int]
    let transitions: [RecordChange]?
    /// By native id: milestones, `reopenings`, `pausedMinutes`.
    let derived: [String: [String: FixtureValue]]?
}

extension Record {
    /// Milestones, reopenings and pauses in the words of a fixture.
    var derivation: [String: FixtureValue] {
        var words: [String: FixtureValue] = [:]
        if case .pairs(let pairs)? = expectation["milestones"] { for (key, text) in pairs { words[key] = .text(text) } }
        words["reopenings"] = reopenings.map(FixtureValue.number)
        words["pausedMinutes"] = paused.map { FixtureValue.number(Int($0 / Instant.minute)) }
        return words
    }
}
