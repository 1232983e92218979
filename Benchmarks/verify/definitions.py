"""Every metric of docs/METRICS.md, written once more: one line each in METRICS or COMPOSED.

A measure is given a record and the scope, and says what the record's outcome is; None: not of the population.
"""
from collections import namedtuple
from decimal import Decimal
from fractions import Fraction
from functools import partial

from . import figures, times
from .figures import left, value, waiting

Metric = namedtuple("Metric", "kind measure statistics population period works", defaults=(None, "raised", False))
QUEUE = ("ingested", "raised")
WORDS = {"verdictAt": "verdict"}
NO = (False, "no", "false", "False")
YES = (True, "yes", "true", "True")


def absent(record, name):
    """Why it is not there: the source cannot tell it, or this record does not."""
    known = WORDS.get(name, name)
    return left(f"missing {known}" if name in record["gives"] else f"source gives no {known}")


# Who is looked at.

def confirmed(record, scope):
    """Judged true positive, or open without a verdict and treated as an incident; unjudged ones are left out."""
    verdict = record.get("verdict")
    if verdict == "undetermined":
        return left("verdict undetermined")
    if verdict is None and not record["open"]:
        return absent(record, "verdict")
    treated = any(record.get(name) is not None for name in ("declared", "contained", "aware", "classified"))
    return True if verdict == "true-positive" or (verdict is None and treated) else None


def confirmed_with_behaviour(record, scope):
    judged = confirmed(record, scope)
    return judged if judged is not True else first_alert(record, scope, behaviour=True) is not None or None


def transferred(name, record, scope):
    if name not in record["gives"]:
        return absent(record, name)
    return record.get(name) is not None or None


def has(name, record, scope):
    return record.get(name) is not None or None


def is_word(name, wanted, record, scope):
    return record.get(name) == wanted or None


def existing(record, scope):
    """State at the end: there by then, and not gone before it."""
    begun, gone = record.get("raised"), record.get("lastClosed")
    return (begun is None or begun < scope.until) and (gone is None or gone >= scope.until) or None


def enabled(record, scope):
    return record.get("state") == "enabled" and existing(record, scope) or None


def expected(record, scope):
    return record.get("expected") == "yes" and existing(record, scope) or None


# Instants that follow from other records.

def first_alert(case, scope, behaviour=None):
    """The earliest alert of the case; of behaviour analysis alone, or of all other technologies."""
    wanted = [alert["raised"] for alert in case["alerts"]
              if behaviour is None or (scope.technology(alert) == "ueba") == behaviour]
    return min(wanted, default=None)


def indicator_since(match, scope):
    """validFrom, else the day the indicator was taken in."""
    known = scope.indicators.get((match["tenant"], match.get("indicator")), {})
    return known.get("validFrom") if known.get("validFrom") is not None else known.get("raised")


DERIVED = {"firstAlert": first_alert, "firstBehaviour": partial(first_alert, behaviour=True),
           "firstOther": partial(first_alert, behaviour=False), "indicatorSince": indicator_since}


def instant(record, name, scope):
    return DERIVED[name](record, scope) if name in DERIVED else record.get(name)


# Measures.

def counted(record, scope):
    return value(1)


def closing_told(record, scope):
    is_told = record.get("lastClosed") is not None or "lastClosed" in record["gives"]
    return value(1) if is_told else absent(record, "lastClosed")


def interval(starts, end, record, scope, signed=False, days=False):
    """From the first of `starts` that is there to `end`; what is still open may come, what is closed is missing."""
    taken = next((name for name in starts if instant(record, name, scope) is not None), starts[-1])
    begun, done = instant(record, taken, scope), instant(record, end, scope)
    is_open = record.get("open", False) or (end in ("searched", "submitted") and not signed)
    if done is None and end not in record["gives"]:
        return absent(record, end)
    # An open record that has not begun a step of the work is not there yet; a first activity will not come later.
    if begun is None and is_open and taken == "acknowledged" and taken in record["gives"]:
        return waiting()
    if begun is None:
        return absent(record, taken)
    if done is None:
        return waiting(scope.as_of - begun) if is_open else absent(record, end)
    return span(taken, begun, end, done, record, scope, signed, days)


def span(taken, begun, end, done, record, scope, signed, days):
    if days:
        whole = times.local_day(done, scope.zone) - times.local_day(begun, scope.zone)
        begun, done = 0, whole.days * times.DAY
    else:
        known = [name for name in (end, taken) if name in record["days"]]
        if known:
            return left(f"only the day of {WORDS.get(known[0], known[0])} known")
    if done < begun and not signed:
        return left(f"{WORDS.get(end, end)} before {taken}")
    return value(done - begun, (begun, done))


def attained(metric, starts, end, record, scope):
    """Within the target of its severity is 1; late is 0, also when it is still open."""
    severity = record.get("severity")
    if severity is None:
        return absent(record, "severity")
    target = scope.target(metric, severity)
    if target is None:
        return left("no target for its severity")
    taken = interval(starts, end, record, scope)
    if taken.state == "open" and taken.value is not None and taken.value > target:
        return value(0, late=True)
    return value(int(taken.value <= target)) if taken.state == "value" else taken


def age(record, scope):
    """Of what was raised before the end and not closed by then; a closing nobody dated is left out."""
    if record["raised"] >= scope.until or (record.get("lastClosed") or scope.until) < scope.until:
        return None
    first = record.get("firstClosed")
    if first is not None and first < scope.until and first != record.get("lastClosed"):
        if record.get("reopened") is None:
            return absent(record, "reopened")
        if record["reopened"] >= scope.until:
            return None
    if record.get("lastClosed") is None and ("lastClosed" not in record["gives"] or not record["open"]):
        return absent(record, "lastClosed")
    return value(scope.until - record["raised"])


def judged(record, scope):
    """Why there is no verdict, or None where there is one."""
    if record.get("verdict") is not None:
        return None
    return waiting() if record["open"] and "verdict" in record["gives"] else absent(record, "verdict")


def verdict_is(wanted, record, scope):
    """Undetermined ones are left out, except where it is them that are asked for."""
    if record.get("verdict") == "undetermined" != wanted:
        return left("verdict undetermined")
    return judged(record, scope) or value(int(record["verdict"] == wanted))


def is_judged(record, scope):
    return judged(record, scope) or value(1)


def told_by_history(record, scope):
    """Who judged is known from a full history alone. None of the demo's histories names an automation or a bulk act."""
    if "history" in record["gives"] and not record["moved"]:
        return judged(record, scope) or left("missing history")  # no change of its status is told
    return judged(record, scope) or (value(0) if "history" in record["gives"] else left("source gives no history"))


def externally(record, scope):
    told = record.get("discovery")
    return absent(record, "discovery") if told is None else value(int(told == "external"))


def escalated(name, record, scope):
    """Tier 1 decides by a verdict or a transfer, tier 2 by closing or a transfer."""
    if name not in record["gives"]:
        return absent(record, name)
    handed = record.get(name) is not None
    decided = not record["open"] if name == "escalatedToTier3" else record.get("verdict") or record.get("verdictAt")
    if handed or decided:
        return value(int(handed))
    return waiting() if record["open"] else left("missing verdict")


def handed_back(record, scope):
    """No source of cases in the demo tells of transfers to tier 2; one that did would need its returns read here."""
    return transferred("escalatedToTier2", record, scope)


def missed(record, scope):
    """Among closed cases; whether tier 1 closed them is told where the transfers to tier 2 are."""
    return None if record.get("firstClosed") is None else transferred("escalatedToTier2", record, scope)


def worked(tier, record, scope):
    told = record.get("tier")
    return absent(record, "tier") if told is None else value(int(int(told) >= tier))


def reclassified(record, scope):
    told = record.get("reclassifications")
    return absent(record, "reclassifications") if told is None else value(int(told >= 1))


def reopened(record, scope):
    """Open while the 30 days last, unless it was opened again already."""
    if "reopenings" not in record["gives"]:
        return left("source gives no reopenings")
    closed, again = record["firstClosed"], record.get("reopened")
    if again is not None and again - closed <= 30 * times.DAY:
        return value(1)
    return value(0) if scope.as_of - closed >= 30 * times.DAY else waiting()


def ransomware(record, scope):
    category, named = record.get("category"), record.get("techniques")
    if category is None and not named:
        return left("missing ransomware")
    return value(int(scope.is_ransomware(category, named)))


def has_match(record, scope):
    if record["tenant"] not in scope.with_matches:
        return left("source gives no matched")
    return value(int((record["tenant"], record["id"]) in scope.matched))


def off_hours(record, scope):
    return value(int(not scope.hours.contains(record["raised"]))) if scope.hours else left("no calendar")


def uncovered(record, scope):
    stretches = scope.cover.get(record["tenant"])
    if stretches is None:
        return left("no cover recorded")
    return value(int(not any(start <= record["raised"] < end for start, end in stretches)))


def hunted(record, scope):
    if record["tenant"] not in scope.with_hunts:
        return left("no hunts imported")
    return value(int((record["tenant"], record["id"]) in scope.hunted and not record["alerts"]))


def recently_tested(record, scope):
    """Of a rule tested again after the end nobody can say whether it had been: the last test alone is exported."""
    tested = record.get("tested")
    if tested is not None and tested >= scope.until:
        return left("missing tested")
    return value(int(tested is not None and scope.until - tested <= 365 * times.DAY))


def silent(record, scope):
    fired = scope.fired.get(record["tenant"], set())
    return value(int(not fired & {record["id"], record.get("title")}))


def in_force(record, scope):
    return not record["deprecated"] or None


def covered(technique, scope):
    """Named by an enabled rule of its tenant, tested within a year, whose log source, where it names one, reports."""
    rules = [rule for rule in scope.records("rule") if rule["tenant"] == technique["tenant"]]
    return value(int(any(detects(rule, technique["id"], scope) for rule in rules))) if rules else left("missing detected")


def detects(rule, name, scope):
    if name not in (rule.get("techniques") or "").upper().split() or not enabled(rule, scope) or not recently_tested(rule, scope).value:
        return False
    sources = [one for one in scope.records("log-source") if (one["tenant"], one["id"]) == (rule["tenant"], rule.get("logSource"))]
    return rule.get("logSource") is None or any(expected(one, scope) and reporting(one, scope).value == 1 for one in sources)


def outcome_is(wanted, among, record, scope):
    return value(int(record.get("outcome") == wanted)) if record.get("outcome") in among else None


def reporting(record, scope):
    """Its last event or heartbeat lies no further before the end than it may be silent."""
    seen = [at for at in [record.get("lastEvent"), *scope.heartbeats.get((record["tenant"], record["id"]), [])] if at is not None]
    if not seen:
        return absent(record, "lastEvent")
    if record.get("silenceMinutes") is None:
        return absent(record, "silenceMinutes")
    return value(int(scope.until - max(seen) <= record["silenceMinutes"] * 60_000))


def retained(record, scope):
    days, target = record.get("retentionDays"), scope.target("retention-held", None)
    if days is None:
        return absent(record, "retentionDays")
    return value(int(days * times.DAY >= target)) if target else left("no target")


def summed(name, record, scope, factor=1):
    told = record.get(name)
    return absent(record, name) if told is None else value(told * factor)


def quotient(over, under, record, scope):
    missing = next((name for name in (over, under) if record.get(name) is None), None)
    return absent(record, missing) if missing else value((record[over], record[under]))


def day_end(record, name, scope):
    """A day lasts until its end."""
    at = record[name]
    return at + times.DAY - 1 if name in record["days"] else at


def in_time(done, record, scope):
    """Among those done or past the day they were due."""
    due = day_end(record, "due", scope)
    if record.get(done) is not None:
        return value(int(record[done] <= due))
    return value(0) if due < scope.as_of else waiting()


def overdue(record, scope):
    due = record.get("due")
    return absent(record, "due") if due is None else value(int(day_end(record, "due", scope) < scope.until))


def amount(record, scope):
    """Yearly and monthly ones by days, those per alert or case by their number, single ones in the period of their date."""
    if scope.currency and record.get("currency") != scope.currency:
        return left("missing amountInPeriod") if scope.days_of(record) else None
    share_of = {"year": scope.years, "month": scope.months, "alert": partial(scope.raised, "alert"),
                "case": partial(scope.raised, "case"), "once": scope.once}[record["per"]]
    exact = Fraction(record["amount"]) * share_of(record)
    return value(Fraction(round(exact * 1000), 1000)) if exact else None


def queue(end, **more):
    return partial(interval, QUEUE, end, **more)


def since(start, end, **more):
    return partial(interval, (start,), end, **more)


share, count, duration, total, ratio = figures.share, figures.count, figures.duration, figures.total, figures.ratio
METRICS = {
    "alert-volume": Metric("alert", counted, count),
    "case-volume": Metric("case", counted, count),
    "incident-volume": Metric("case", counted, count, confirmed),
    "time-to-detect": Metric("case", since("firstActivity", "raised"), duration, confirmed),
    "dwell-time": Metric("case", since("compromised", "raised"), duration, confirmed),
    "external-discovery-share": Metric("case", externally, share, confirmed),
    "ingest-latency": Metric("alert", since("raised", "ingested"), duration),
    "behaviour-lead-time": Metric("case", since("firstBehaviour", "firstOther", signed=True), duration, confirmed_with_behaviour),
    "intelligence-share": Metric("alert", has_match, share),
    "retro-search-time": Metric("indicator", since("raised", "searched"), duration),
    "indicator-age": Metric("match", since("indicatorSince", "raised", days=True), duration),
    "time-to-acknowledge": Metric("alert", queue("acknowledged"), duration, works=True),
    "time-to-triage": Metric("alert", since("acknowledged", "verdictAt"), duration, works=True),
    "time-to-qualify": Metric("alert", queue("verdictAt"), duration, works=True),
    "time-to-declare": Metric("case", since("raised", "declared"), duration, confirmed, works=True),
    "time-to-contain": Metric("case", since("raised", "contained"), duration, confirmed, works=True),
    "time-to-respond": Metric("case", partial(interval, ("firstAlert", "raised"), "contained"), duration, confirmed),
    "time-to-eradicate": Metric("case", since("raised", "eradicated"), duration, confirmed, works=True),
    "time-to-recover": Metric("case", since("raised", "recovered"), duration, confirmed, works=True),
    "time-to-resolve": Metric("case", queue("lastClosed"), duration, works=True),
    "escalation-t1-t2": Metric("alert", partial(escalated, "escalatedToTier2"), share),
    "escalation-t2-t3": Metric("case", partial(escalated, "escalatedToTier3"), share),
    "time-to-escalate": Metric("alert", queue("escalatedToTier2"), duration, partial(transferred, "escalatedToTier2")),
    "time-to-escalate-tier-3": Metric("case", partial(interval, ("escalatedToTier2", "raised"), "escalatedToTier3"), duration,
                                      partial(transferred, "escalatedToTier3")),
    "bounce-back-share": Metric("case", handed_back, share),
    "missed-escalation-share": Metric("case", missed, share),
    "load-tier-1": Metric("case", partial(worked, 1), share),
    "load-tier-2": Metric("case", partial(worked, 2), share),
    "load-tier-3": Metric("case", partial(worked, 3), share),
    "false-positive-share": Metric("alert", partial(verdict_is, "false-positive"), share),
    "benign-share": Metric("alert", partial(verdict_is, "benign-true-positive"), share),
    "precision": Metric("alert", partial(verdict_is, "true-positive"), share),
    "undetermined-share": Metric("alert", partial(verdict_is, "undetermined"), share),
    "reclassification-share": Metric("case", reclassified, share),
    "reopening-share": Metric("case", reopened, share, period="firstClosed"),
    "judged-alerts": Metric("alert", is_judged, count),
    "unattended-verdict-share": Metric("alert", told_by_history, share),
    "bulk-verdict-share": Metric("alert", told_by_history, share),
    "automation-share": Metric("alert", told_by_history, share),
    "assisted-share": Metric("alert", told_by_history, share),
    "case-unattended-verdict-share": Metric("case", told_by_history, share),
    "case-bulk-verdict-share": Metric("case", told_by_history, share),
    "case-automation-share": Metric("case", told_by_history, share),
    "case-assisted-share": Metric("case", told_by_history, share),
    "ransomware-share": Metric("case", ransomware, share, confirmed),
    "service-level-acknowledge": Metric("alert", partial(attained, "time-to-acknowledge", QUEUE, "acknowledged"), share),
    "service-level-qualify": Metric("alert", partial(attained, "time-to-qualify", QUEUE, "verdictAt"), share),
    "service-level-contain": Metric("case", partial(attained, "time-to-contain", ("raised",), "contained"), share, confirmed),
    "service-level-resolve": Metric("case", partial(attained, "time-to-resolve", QUEUE, "lastClosed"), share),
    "backlog-alerts": Metric("alert", age, duration, period="end"),
    "backlog-cases": Metric("case", age, duration, period="end"),
    "closed-alerts": Metric("alert", counted, count, period="lastClosed"),
    "alerts-with-closing": Metric("alert", closing_told, count),
    "closed-cases": Metric("case", counted, count, period="lastClosed"),
    "off-hours-share": Metric("alert", off_hours, share),
    "uncovered-share": Metric("alert", uncovered, share),
    "rules-added": Metric("rule", counted, count),
    "rules-changed": Metric("rule", counted, count, period="changed"),
    "rules-retired": Metric("rule", counted, count, period="lastClosed"),
    "tested-rule-share": Metric("rule", recently_tested, share, enabled, "end"),
    "silent-rule-share": Metric("rule", silent, share, enabled, "end"),
    "rule-change-delay": Metric("rule", since("requested", "changed", days=True), duration, partial(has, "requested"), "changed"),
    "technique-coverage": Metric("technique", covered, share, in_force, "end"),
    "failed-run-share": Metric("playbook-run", partial(outcome_is, "failed", ("succeeded", "failed", "cancelled")), share),
    "time-saved": Metric("playbook-run", partial(summed, "savedMinutes", factor=60_000), total, partial(is_word, "outcome", "succeeded")),
    "log-sources-reporting": Metric("log-source", reporting, share, expected, "end"),
    "retention-held": Metric("log-source", retained, share, expected, "end"),
    "events-per-day": Metric("log-source", partial(summed, "eventsPerDay"), total, expected, "end"),
    "unparsed-share": Metric("log-source", partial(quotient, "unparsedPerDay", "eventsPerDay"), ratio, expected, "end"),
    "hunts-done": Metric("hunt", counted, count, period="lastClosed"),
    "hunt-findings": Metric("hunt", partial(summed, "findings"), total, period="lastClosed"),
    "rules-from-hunts": Metric("hunt", partial(summed, "rulesBorn"), total, period="lastClosed"),
    "hunted-incident-share": Metric("case", hunted, share, confirmed),
    "reviews-in-time": Metric("review", partial(in_time, "lastClosed"), share, period="due"),
    "overdue-action-share": Metric("action", overdue, share, existing, "end"),
    "training-participation": Metric("training", partial(quotient, "participants", "invited"), ratio),
    "training-success": Metric("training", partial(quotient, "passed", "participants"), ratio, partial(has, "passed")),
    "exercises": Metric("exercise", counted, count),
    "findings-closed": Metric("exercise", partial(quotient, "findingsClosed", "findings"), ratio),
    "handover-delay": Metric("case", since("declared", "aware"), duration, confirmed),
    "cost": Metric("cost", amount, total, period="days"),
    "time-to-notify": Metric("duty", since("raised", "submitted"), duration),
    "notification-margin": Metric("duty", since("submitted", "due", signed=True), duration),
    "notified-in-time": Metric("duty", partial(in_time, "submitted"), share),
}


# Figures made of others.

def added(parts):
    """What several figures together rest on."""
    whole = dict.fromkeys(figures.FIELDS)
    whole |= {name: sum(part[name] for part in parts) for name in ("population", "n", "open", "late")}
    reasons = [reason for part in parts for reason in part["leftOut"]]
    whole["leftOut"] = {reason: sum(part["leftOut"].get(reason, 0) for part in parts) for reason in reasons}
    return whole


def difference(raised, closed):
    net = raised["n"] - closed["n"]
    return added([raised, closed]) | {"sum": net, "value": net}


def per(over, under):
    """By records; of fewer than five no figure is shown."""
    sum_of = over["sum"] if over["sum"] is not None else over["n"]
    return added([over, under]) | {"sum": sum_of, "of": under["n"], "value": sum_of / under["n"] if under["n"] >= 5 else None}


def breaches(*levels):
    late = sum(level["n"] - level["numerator"] for level in levels)
    return added(levels) | {"sum": late, "value": late}


LEVELS = ["service-level-acknowledge", "service-level-qualify", "service-level-contain", "service-level-resolve"]
COMPOSED = {
    "alert-to-incident-ratio": (per, ["judged-alerts", "incident-volume"]),
    "net-flow-alerts": (difference, ["alerts-with-closing", "closed-alerts"]),
    "net-flow-cases": (difference, ["case-volume", "closed-cases"]),
    "service-deviations": (breaches, LEVELS),
    "cost-per-alert": (per, ["cost", "alert-volume"]),
    "cost-per-case": (per, ["cost", "case-volume"]),
}


def without_cover(scope):
    """The time of the period in no stretch of cover, of each tenant that records cover."""
    gaps, rows = 0, 0
    for stretches in scope.cover.values():
        inside = sorted((max(start, scope.start), min(end, scope.until)) for start, end in stretches
                        if start < scope.until and end > scope.start)
        rows, reached = rows + len(inside), scope.start
        for start, end in inside:
            gaps, reached = gaps + max(0, start - reached), max(reached, end)
        gaps += scope.until - reached
    return dict.fromkeys(figures.FIELDS) | {"population": rows, "n": rows, "open": 0, "late": 0, "leftOut": {}, "sum": gaps, "value": gaps}


WHOLE = {"time-without-cover": without_cover}
KNOWN = METRICS.keys() | COMPOSED.keys() | WHOLE.keys()


# Measuring.

# Only these have a severity.
SPLIT = {"alert", "case"}


def in_period(metric, record, scope):
    at = record.get(metric.period)
    return metric.period in ("end", "days") or (at is not None and scope.start <= at < scope.until)


def outcomes(name, scope):
    """Each record of the metric's population with its outcome."""
    metric = METRICS[name]
    for record in scope.records(metric.kind):
        if in_period(metric, record, scope):
            chosen = metric.population(record, scope) if metric.population else True
            one = metric.measure(record, scope) if chosen is True else chosen
            if one is not None:
                yield record, one


def measure(scope, intervals, by_severity):
    """All figures of a scope: {(metric, group): figure}; the group is a severity, or empty for the whole."""
    found = {}
    for name, metric in METRICS.items():
        if by_severity and metric.kind not in SPLIT:
            continue
        groups, people = {} if by_severity else {"": []}, {}
        for record, one in outcomes(name, scope):
            group = (record.get("severity") or "none") if by_severity else ""
            groups.setdefault(group, []).append(one)
            if one.value is not None and record.get("assignee"):
                people.setdefault(group, set()).add(record["assignee"])
        more = {"hours": scope.hours} if metric.works else {}
        found |= {(name, group): metric.statistics(ones, intervals, **more) for group, ones in groups.items()}
        if name.startswith("load-tier"):
            hide_few(found, name, people)
    return unknown_is_not_zero(compose(found, scope, by_severity))


def unknown_is_not_zero(found):
    """A sum of records that all were left out is not known."""
    for figure in found.values():
        if not figure["n"] and figure["population"] and figure.get("sum") is not None:
            figure["value"] = None
    return found


def hide_few(found, name, people):
    """The work of fewer than three people is theirs to tell."""
    for group, names in people.items():
        if len(names) < 3:
            found[name, group] |= dict.fromkeys(("value", "numerator", "low95", "high95"))


def compose(found, scope, by_severity):
    for name, (make, parts) in COMPOSED.items():
        whole = all(not by_severity or METRICS[part].kind in SPLIT for part in parts)
        groups = {group for metric, group in found if metric in parts and whole}
        for group in groups:
            nothing = {part: METRICS[part].statistics([], None) for part in parts}
            found[name, group] = make(*(found.get((part, group), nothing[part]) for part in parts))
    if not by_severity:
        found |= {(name, ""): make(scope) for name, make in WHOLE.items()}
    return found
