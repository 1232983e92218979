/// Makes a year of alerts of one queue.
struct AlertSimulation {
    let book: RuleBook
    var random: SplitMix64

    /// Alerts in the order they were raised; those that went to tier 2 have no case yet.
    mutating func alerts(_ count: Int) -> [SimulatedAlert] {
        Staffing.arrivals(count, &random).map { alert(raised: $0) }
    }

    private mutating func alert(raised: Instant) -> SimulatedAlert {
        let rule = book.draw(&random)
        var alert = SimulatedAlert(
            rule: rule, firstActivity: raised - min(random.length(ofMedian: 4, 1.3), 3 * .day), raised: raised,
            ingested: raised + random.length(ofMedian: 0.4, 0.8))
        if random.chance(0.0015) { return alert }  // nobody ever looked
        let acknowledged = alert.ingested + ResponseTimes.acknowledge(rule.severity, at: raised, &random)
        alert.acknowledged = acknowledged
        if random.chance(0.004) { return alert }  // begun and forgotten
        let decided = acknowledged + ResponseTimes.triage(rule.severity, at: raised, &random)
        alert.decided = decided
        decide(&alert, at: decided)
        addOddities(&alert, decided)
        return alert
    }

    private mutating func decide(_ alert: inout SimulatedAlert, at decided: Instant) {
        let isHandedOn = random.chance([0.07, 0.14, 0.27, 0.45][alert.rule.severity.rawValue - 1])
        if isHandedOn {
            alert.escalated = decided
        } else if random.chance(0.011) {
            alert.isDouble = true
        } else {
            alert.verdict = verdict(of: alert.rule, at: alert.raised)
        }
    }

    /// What tier 1 finds by itself: mostly noise, and less of it as the year goes on.
    private mutating func verdict(of rule: Rule, at raised: Instant) -> Verdict? {
        let share = [0.57, 0.5, 0.41, 0.3][rule.severity.rawValue - 1] + rule.noise
        switch random.fraction() {
        case ..<(share * Period.between(1.06, 0.86, at: raised)): return .falsePositive
        case 0.99...: return nil  // closed without a word
        case 0.92...: return .undetermined
        default: return random.chance(0.45) ? .benign : .truePositive
        }
    }

    private mutating func addOddities(_ alert: inout SimulatedAlert, _ decided: Instant) {
        alert.lacksAcknowledgement = random.chance(0.02)
        if alert.escalated == nil, random.chance(0.01) {
            alert.closedAgain = decided + random.length(ofMedian: 20 * 60, 0.8)
        }
        guard random.chance(0.005) else { return }
        alert.fault = alert.escalated == nil && random.chance(0.5) ? .closedBeforeRaised : .startedAfterRaised
    }
}
