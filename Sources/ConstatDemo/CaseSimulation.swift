/// Makes the cases that tier 2 opened for the alerts it was handed.
struct CaseSimulation {
    /// What hosts of the tenant are called.
    let hostPrefix: String
    var random: SplitMix64
    private var rootCauses: [String]
    private var cases: [SimulatedCase] = []
    private var confirmed = 0

    init(hostPrefix: String, random: SplitMix64) {
        (self.hostPrefix, self.random) = (hostPrefix, random)
        rootCauses = self.random.shuffled(Wording.rootCauses)
    }

    /// The cases, each at the position of its key, and the alerts with the key of theirs.
    ///
    /// - Parameter count: about how many there are to be.
    mutating func cases(about count: Int, for alerts: inout [SimulatedAlert]) -> [SimulatedCase] {
        let handedOn = alerts.indices.filter { alerts[$0].escalated.map { $0 <= Period.export } ?? false }
        let inOrder = handedOn.sorted { (alerts[$0].escalated ?? 0, $0) < (alerts[$1].escalated ?? 0, $1) }
        for (place, index) in inOrder.enumerated() {
            let time = alerts[index].escalated ?? 0
            let isDue = cases.count * inOrder.count < count * place
            let key = isDue && random.chance(0.5) ? nil : recentCase(at: time)
            let chosen = key ?? open(for: alerts[index], at: time)
            cases[chosen].alertCount += 1
            alerts[index].caseKey = chosen
        }
        return cases
    }

    /// One of the last eight cases, if it is still being worked on.
    private mutating func recentCase(at time: Instant) -> Int? {
        let last = cases.indices.suffix(8).filter { key in
            cases[key].raised + 12 * .day > time && cases[key].mergedInto == nil
                && (cases[key].firstClosed ?? .max) > time
        }
        return last.isEmpty ? nil : random.pick(last)
    }

    private mutating func open(for alert: SimulatedAlert, at time: Instant) -> Int {
        var severity = alert.rule.severity
        if severity == .critical, random.chance(0.5) { severity = .high }
        var opened = SimulatedCase(
            title: Wording.caseTitle(alert.rule, hostPrefix, &random), summary: random.pick(Wording.summaries),
            severity: severity, category: alert.rule.category, rule: alert.rule, analyst: random.between(1...14),
            firstActivity: alert.firstActivity, raised: time)
        opened.key = cases.count
        decide(&opened)
        work(&opened)
        if opened.isConfirmed { confirm(&opened) }
        close(&opened)
        cases.append(opened)
        return opened.key
    }

    private mutating func decide(_ opened: inout SimulatedCase) {
        let isGrave = opened.severity.rawValue >= Severity.high.rawValue
        switch random.fraction() {
        case ..<(isGrave ? 0.7 : 0.58): opened.verdict = .truePositive
        case ..<0.86: opened.verdict = .falsePositive
        case ..<0.93: opened.verdict = .benign
        default: opened.verdict = .undetermined
        }
        if random.chance(0.02) { opened.mergedInto = survivor(of: opened) }
        if opened.mergedInto != nil { opened.verdict = nil }
    }

    private mutating func survivor(of opened: SimulatedCase) -> Int? {
        cases.last { $0.mergedInto == nil && $0.raised + 20 * .day > opened.raised }?.key
    }

    private mutating func work(_ opened: inout SimulatedCase) {
        let raised = opened.raised
        let waited = random.length(ofMedian: Period.between(26, 18, at: raised) * Staffing(at: raised).slowness, 0.8)
        opened.acknowledged = random.chance(0.02) ? nil : raised + waited
        let isEscalated = random.chance([0.08, 0.16, 0.29, 0.5][opened.severity.rawValue - 1])
        if isEscalated, opened.mergedInto == nil {
            opened.escalatedTier3 = raised + waited + random.length(ofMedian: 150, 0.8)
        }
    }

    /// What only a confirmed case has: a longer past, containment and recovery, and a cause.
    private mutating func confirm(_ opened: inout SimulatedCase) {
        let raised = opened.raised
        let isExternal = confirmed % 8 == 3  // one in eight, whatever the dice say
        confirmed += 1
        opened.discovery = random.chance(0.03) ? nil : isExternal ? .external : .internal
        opened.firstActivity = raised - ResponseTimes.detect(isExternal: isExternal, at: raised, &random)
        let contained = raised + ResponseTimes.contain(opened.severity, at: raised, &random)
        opened.contained = random.chance(0.05) ? nil : contained
        opened.eradicated = random.chance(0.3) ? nil : contained + random.length(ofMedian: 5 * 60, 0.9)
        opened.recovered =
            random.chance(0.4) ? nil : (opened.eradicated ?? contained) + random.length(ofMedian: 4 * 60, 0.9)
        if random.chance(0.35) { opened.rootCause = rootCauses.popLast() }
        let chance = [0, 0.03, 0.2, 1][opened.severity.rawValue - 1]
        if random.chance(chance) { assess(&opened) }
    }

    /// The questions of the law, asked and answered with no.
    private mutating func assess(_ opened: inout SimulatedCase) {
        let aware = opened.raised + random.length(ofMedian: 95, 0.5)
        opened.aware = aware
        opened.classified = aware + random.length(ofMedian: 150, 0.5)
        opened.facts = [
            CustomField("suspected-malicious", random.chance(0.8) ? "yes" : "no"), CustomField("cross-border", "no"),
            CustomField("critical-services-affected", "no"),
            CustomField("unavailability-minutes", random.between(0...45)),
            CustomField("personal-data", "no"), CustomField("clients-affected", random.between(0...40)),
            CustomField("major-dora", "no"), CustomField("significant-nis2", "no"),
        ]
    }

    private mutating func close(_ opened: inout SimulatedCase) {
        if random.chance(0.012) { return }  // still waiting for somebody outside
        var closed = opened.raised + ResponseTimes.resolve(opened.severity, at: opened.raised, &random)
        if opened.mergedInto != nil { closed = opened.raised + random.length(ofMedian: 140, 0.8) }
        let last =
            [
                opened.acknowledged, opened.escalatedTier3, opened.contained, opened.eradicated, opened.recovered,
                opened.classified,
            ].compactMap { $0 }.max() ?? opened.raised
        closed = max(closed, last + random.length(ofMedian: 40, 0.6))
        (opened.firstClosed, opened.lastClosed) = (closed, closed)
        if random.chance(0.035), opened.mergedInto == nil { reopen(&opened, closed) }
        if random.chance(0.005) { opened.fault = random.chance(0.5) ? .closedBeforeRaised : .startedAfterRaised }
    }

    private mutating func reopen(_ opened: inout SimulatedCase, _ closed: Instant) {
        let reopened = closed + random.length(ofMedian: 30 * 60, 0.8)
        opened.reopened = reopened
        opened.lastClosed = reopened + random.length(ofMedian: 9 * 60, 0.8)
    }
}
