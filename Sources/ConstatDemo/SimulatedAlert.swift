/// An alert as it really went, before any tool wrote it down.
struct SimulatedAlert {
    let rule: Rule
    var firstActivity: Instant
    var raised: Instant
    /// When it reached the queue.
    var ingested: Instant
    var acknowledged: Instant?
    /// When tier 1 was done with it: a verdict, or the transfer to tier 2.
    var decided: Instant?
    /// When it was closed for the second time, if it had been opened again.
    var closedAgain: Instant?
    /// Nil as long as nobody decided, and for what went to tier 2.
    var verdict: Verdict?
    /// When it became part of a case.
    var escalated: Instant?
    /// The case, as its position in the tenant's list.
    var caseKey: Int?
    /// Closed as the double of another one.
    var isDouble = false
    var lacksAcknowledgement = false
    var fault: ClockFault?

    /// Whether tier 1 handed it to tier 2.
    var isEscalated: Bool { escalated != nil }

    /// The alert as an export taken at that instant shows it, with its wrong clocks.
    func seen(at instant: Instant) -> SimulatedAlert {
        var alert = self
        if let time = escalated, time > instant { (alert.escalated, alert.caseKey) = (nil, nil) }
        if let time = decided, time > instant { (alert.decided, alert.verdict, alert.isDouble) = (nil, nil, false) }
        if let time = acknowledged, time > instant { alert.acknowledged = nil }
        if let time = closedAgain, time > instant { alert.closedAgain = nil }
        if lacksAcknowledgement, decided != nil { alert.acknowledged = nil }
        switch fault {
        case .closedBeforeRaised: alert.decided = alert.decided.map { raised - max($0 - raised, .minute) }
        case .startedAfterRaised: alert.firstActivity = raised + 2 * .hour
        case nil: break
        }
        return alert
    }
}
