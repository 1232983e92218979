import ConstatModel

extension ColumnView {
    func answer(_ condition: Condition, _ row: Int) -> Answer {
        switch condition {
        case .hasVerdict: return hasVerdict(row)
        case .isFalsePositive: return verdict(row) == Self.falsePositive ? .yes : .no
        case .isBenign: return verdict(row) == Self.benign ? .yes : .no
        case .isTruePositive: return verdict(row) == Self.truePositive ? .yes : .no
        case .isUndetermined: return verdict(row) == Self.undetermined ? .yes : .no
        case .isJudged: return verdict(row) == Self.undetermined ? .yes : hasVerdict(row)
        case .decidedByTier1:
            let isJudged = verdict(row) != RecordColumns.none || has(Milestone.verdict.index, row)
            return decided(by: Milestone.escalatedToTier2.index, else: isJudged, row)
        case .escalatedToTier2: return has(Milestone.escalatedToTier2.index, row) ? .yes : .no
        case .decidedByTier2: return decided(by: Milestone.escalatedToTier3.index, else: !isOpen(row), row)
        case .escalatedToTier3: return has(Milestone.escalatedToTier3.index, row) ? .yes : .no
        case .hasDiscovery:
            if discovery(row) != RecordColumns.none { return .yes }
            return .leftOut(absence(of: .discovery, .discovery, row))
        case .isExternal: return discovery(row) == Int8(Discovery.external.rawValue) ? .yes : .no
        }
    }

    private static let undetermined = Int8(Verdict.undetermined.rawValue)
    private static let falsePositive = Int8(Verdict.falsePositive.rawValue)
    private static let benign = Int8(Verdict.benignTruePositive.rawValue)
    private static let truePositive = Int8(Verdict.truePositive.rawValue)

    private func hasVerdict(_ row: Int) -> Answer {
        let verdict = verdict(row)
        if verdict == Self.undetermined { return .leftOut(.undetermined) }
        if verdict != RecordColumns.none { return .yes }
        return gives(.verdict, row) && isOpen(row) ? .open : .leftOut(absence(of: .verdict, .verdict, row))
    }

    /// A tier decides by handing on, or by finishing.
    private func decided(by transfer: Int, else isFinished: Bool, _ row: Int) -> Answer {
        if has(transfer, row) { return .yes }
        guard gives(transfer, row) else { return .leftOut(.notGiven(transfer)) }
        if isFinished { return .yes }
        return isOpen(row) ? .open : .leftOut(.missing(.verdict))
    }

    /// A true positive, or an open case somebody already treats as one; nobody can tell of a closed one without a verdict.
    func isConfirmed(_ row: Int) -> Answer {
        let verdict = verdict(row)
        if verdict == Self.truePositive { return .yes }
        if verdict == Self.undetermined { return .leftOut(.undetermined) }
        if verdict != RecordColumns.none { return .no }
        guard isOpen(row) else { return .leftOut(absence(of: .verdict, .verdict, row)) }
        let isTreated =
            has(Milestone.declared.index, row) || has(Milestone.contained.index, row) || has(Milestone.aware.index, row)
            || has(Milestone.classified.index, row)
        return isTreated ? .yes : .no
    }
}
