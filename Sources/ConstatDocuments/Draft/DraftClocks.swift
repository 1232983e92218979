import ConstatModel
import ConstatNotification

extension DraftBuilder {
    /// - Parameter counts: false for a reading that is shown for information.
    func clock(_ deadline: Deadline, counts: Bool) -> DraftPage.Clock {
        func local(_ instant: Instant) -> String { words.dateTime(instant, data.zone) }
        let zone = data.zone.name
        var details = [
            words(
                "draft.trigger",
                [
                    "anchor": anchor(deadline.rule.anchor), "local": words.stamp(deadline.anchor, data.zone), "zone": zone,
                    "precision": words("precision.\(deadline.anchor.precision)"),
                ]),
            "\(deadline.rule.article[language]) · \(deadline.rule.id) · " + words("draft.confidence", ["mark": deadline.rule.confidence]),
        ]
        if let eased = deadline.eased, let article = deadline.easingArticle {
            details.append(words("draft.eased", ["local": local(eased), "zone": zone, "article": article[language]]))
        }
        // Without a list nobody knows whether a day is worked.
        if deadline.easingArticle != nil || deadline.legalLatest != nil, !data.knowsHolidays { details.append(words("draft.noHolidays")) }
        if deadline.isGuardRail { details.append(words("draft.guardRail")) }
        if counts, data.sent == nil, data.asOf > deadline.limit, !deadline.isGuardRail { details.append(words("draft.overdue")) }
        if let latest = deadline.legalLatest, latest > deadline.due {
            details.append(words("draft.legalLatest", ["local": local(latest), "zone": zone]))
        }
        let due = words("draft.due", ["local": local(deadline.due), "zone": zone, "utc": String(deadline.due.iso.dropLast())])
        return DraftPage.Clock(due: due, details: details)
    }

    private func anchor(_ anchor: DeadlineRule.Anchor) -> String {
        switch anchor {
        case .facts(let ids): label(ids.first { data.facts[$0] != nil } ?? ids[0])
        case .submission(let stage, _): data.regime.stage(stage)?.title[language] ?? stage
        }
    }
}
