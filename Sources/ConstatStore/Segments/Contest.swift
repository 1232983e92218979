import ConstatModel

/// The states of one record in contest: which one counts does not depend on the order they came in.
///
/// The later revision wins; of two alike in that the one whose work has come further; then the one with the larger
/// content hash. A corrected reading (the same profile changed, or another zone) retires what it corrects.
struct Contest {
    /// Where a state is: in the store, or a row of the batch.
    enum Place { case held(segment: Int, row: Int), new(Int) }

    /// How a row of the batch fared.
    enum Outcome { case stored, updated, unchanged, repeated, superseded }

    private struct State {
        let place: Place
        var life: Int64
        let revision: Int64
        let progress: Int64
        let content: Int64
        let profile: Int64
        let receipt: Int64

        var rank: (Int64, Int64, Int64) { (revision, progress, content) }
    }

    private var states: [State]
    /// The state that counts, or lies behind the one derived from it.
    private var winner: Int?
    /// What the states that are not retired say.
    private var contents: Set<Int64> = []
    /// The import that first brought the record; nil when it is new.
    private(set) var firstReceipt: Int64?

    init(_ held: [HeldRows.Held]) {
        states = held.map {
            State(
                place: .held(segment: $0.segment, row: $0.row), life: $0.life, revision: $0.revision, progress: $0.progress,
                content: $0.content, profile: $0.profile, receipt: $0.receipt)
        }
        firstReceipt = held.map(\.firstReceipt).min()
        look()
    }

    private mutating func look() {
        winner = states.firstIndex { $0.life == RowLife.live || $0.life == RowLife.shadowed }
        contents = Set(states.lazy.filter { RowLife.isObserved($0.life) }.map(\.content))
    }

    /// The lives that changed, after all rows have entered.
    func lives(unlike held: [HeldRows.Held]) -> [(segment: Int, row: Int, life: Int64)] {
        zip(states, held).compactMap { state, old in
            guard case .held(let segment, let row) = state.place, state.life != old.life else { return nil }
            return (segment, row, state.life)
        }
    }

    /// Rows of the batch that are kept, with their lives.
    var kept: [(row: Int, life: Int64)] {
        states.compactMap { state in
            guard case .new(let row) = state.place else { return nil }
            return (row, state.life)
        }
    }

    /// Whether there is more than one state, or something derived: then it has to be derived again.
    var hasHistory: Bool { states.count > 1 }

    /// Enters a row of the batch and says how it fared.
    mutating func enter(_ row: Int, of batch: Batch, profile: Int64, receipt: Int64, corrects: Corrections) -> Outcome {
        let new = State(
            place: .new(row), life: RowLife.live, revision: batch[RecordColumn.revision, row],
            progress: batch[RecordColumn.progress, row], content: batch[BatchShape.content, row], profile: profile, receipt: receipt)
        let hasCorrected = retire(corrects, near: new)
        defer { contents.insert(new.content) }
        guard let best = winner else {
            winner = states.count
            states.append(new)
            return hasCorrected ? .updated : .stored
        }
        if states[best].content == new.content { return states[best].receipt == receipt ? .repeated : .unchanged }
        if new.rank > states[best].rank {
            states[best].life = RowLife.superseded
            winner = states.count
            states.append(new)
            return .updated
        }
        if !contents.contains(new.content) {
            states.append(new)
            states[states.count - 1].life = RowLife.superseded
        }
        return .superseded
    }

    /// Retires the states that an earlier reading gave of what the new one reads: those of the same revision, and where another
    /// zone moved it by hours, those within a day.
    private mutating func retire(_ corrects: Corrections, near new: State) -> Bool {
        guard !corrects.all.isEmpty else { return false }
        var (hasWinner, isRetired) = (false, false)
        for index in states.indices where corrects.all.contains(states[index].profile) && RowLife.isObserved(states[index].life) {
            let distance = states[index].revision.distance(to: new.revision).magnitude
            guard distance == 0 || (distance < UInt(Instant.day) && corrects.ofOtherZone.contains(states[index].profile)) else { continue }
            hasWinner = hasWinner || states[index].life != RowLife.superseded
            states[index].life = RowLife.gone
            isRetired = true
        }
        if hasWinner { crown() }
        if isRetired { look() }
        return hasWinner
    }

    /// After the winner was retired, the best of the older states counts.
    private mutating func crown() {
        let best = states.indices.filter { states[$0].life == RowLife.superseded }.max { states[$0].rank < states[$1].rank }
        if let best { states[best].life = RowLife.live }
    }
}

/// Earlier readings by the same profile.
struct Corrections {
    /// By another text of it, or in another zone.
    var all: Set<Int64> = []
    /// In another zone.
    var ofOtherZone: Set<Int64> = []
}
