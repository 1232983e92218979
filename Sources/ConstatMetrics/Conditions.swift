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
            let isJudged = verdict(row) != RecordColumns.none || instant(Milestone.verdict.index, row) != RecordColumns.missing
            return decided(by: Milestone.escalatedToTier2.index, else: isJudged, .verdict, row)
        case .escalatedToTier2: return instant(Milestone.escalatedToTier2.index, row) == RecordColumns.missing ? .no : .yes
        case .decidedByTier2: return decided(by: Milestone.escalatedToTier3.index, else: !isOpen(row), .verdict, row)
        case .escalatedToTier3: return instant(Milestone.escalatedToTier3.index, row) == RecordColumns.missing ? .no : .yes
        case .hasDiscovery:
            if discovery(row) != RecordColumns.none { return .yes }
            return .leftOut(gives(.discovery, row) ? .missing(.discovery) : .notGiven(.discovery))
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
        guard gives(.verdict, row) else { return .leftOut(.notGiven(.verdict)) }
        return isOpen(row) ? .open : .leftOut(.missing(.verdict))
    }

    /// A tier decides by handing on, or by finishing.
    private func decided(by transfer: Int, else isFinished: Bool, _ field: Reason.Field, _ row: Int) -> Answer {
        if instant(transfer, row) != RecordColumns.missing { return .yes }
        guard gives(transfer, row) else { return .leftOut(.notGiven(transfer)) }
        if isFinished { return .yes }
        return isOpen(row) ? .open : .leftOut(.missing(field))
    }

    /// A true positive, or an open case somebody already treats as one; nobody can tell of a closed one without a verdict.
    func isConfirmed(_ row: Int) -> Answer {
        let verdict = verdict(row)
        if verdict == Self.truePositive { return .yes }
        if verdict == Self.undetermined { return .leftOut(.undetermined) }
        if verdict != RecordColumns.none { return .no }
        guard isOpen(row) else { return .leftOut(gives(.verdict, row) ? .missing(.verdict) : .notGiven(.verdict)) }
        let isTreated =
            instant(Milestone.declared.index, row) != RecordColumns.missing
            || instant(Milestone.contained.index, row) != RecordColumns.missing
            || instant(Milestone.aware.index, row) != RecordColumns.missing
            || instant(Milestone.classified.index, row) != RecordColumns.missing
        return isTreated ? .yes : .no
    }
}
