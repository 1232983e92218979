import ConstatModel

/// Whether a condition holds for a record, or why that cannot be said.
enum Answer {
    case yes, no, open
    case leftOut(LeftOut)
}

extension RowReader {
    func answer(_ condition: Condition) -> Answer {
        switch condition {
        case .hasVerdict: hasVerdict
        case .isFalsePositive: verdict == .falsePositive ? .yes : .no
        case .decidedByTier1: decided(by: .escalatedToTier2, else: verdict != nil || instant(.verdict) != nil, "verdict")
        case .escalatedToTier2: instant(.escalatedToTier2) == nil ? .no : .yes
        case .decidedByTier2: decided(by: .escalatedToTier3, else: !isOpen, "verdict")
        case .escalatedToTier3: instant(.escalatedToTier3) == nil ? .no : .yes
        case .hasDiscovery: hasDiscovery
        case .isExternal: columns.discovery[row] == Int8(Discovery.external.rawValue) ? .yes : .no
        }
    }

    func share(of condition: Condition, among base: Condition) -> Outcome {
        switch answer(base) {
        case .no: return .outside
        case .open: return .open
        case .leftOut(let reason): return .leftOut(reason)
        case .yes:
            if case .yes = answer(condition) { return .value(1) }
            return .value(0)
        }
    }

    private var hasVerdict: Answer {
        switch verdict {
        case .undetermined: return .leftOut(.undetermined)
        case .some: return .yes
        case nil:
            guard columns.gives(.verdict, row) else { return .leftOut(.notGiven("verdict")) }
            return isOpen ? .open : .leftOut(.missing("verdict"))
        }
    }

    private var hasDiscovery: Answer {
        if columns.discovery[row] != RecordColumns.none { return .yes }
        return .leftOut(columns.gives(.discovery, row) ? .missing("discovery") : .notGiven("discovery"))
    }

    /// A tier decides by handing on, or by finishing.
    private func decided(by transfer: Milestone, else isFinished: Bool, _ field: String) -> Answer {
        if instant(transfer) != nil { return .yes }
        guard gives(transfer) else { return .leftOut(.notGiven(transfer.rawValue)) }
        if isFinished { return .yes }
        return isOpen ? .open : .leftOut(.missing(field))
    }
}
