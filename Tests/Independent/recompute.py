#!/usr/bin/env python3
"""Computes the demo's figures a second time, from its export files alone, and compares them with Constat's.

Usage: recompute.py EXPORTS_FOLDER METRICS_JSON CONFIG_YAML
METRICS_JSON: what `constat metrics --tenant armorique --format json` printed, also with `--by severity`.
No code and no store of Constat is used: its definitions, written once more with pandas (1.5 or later).
Exits 0 when every figure agrees, 1 with the differences, 2 when the file is not one of those.
"""
import json
import math
import re
import sys
from functools import partial
from pathlib import Path
import pandas as pd

SEVERITIES = ["informational", "low", "medium", "high", "critical"]
INSTANTS = ["firstActivity", "raised", "ingested", "acknowledged", "verdictAt", "declared", "escalatedToTier2",
            "escalatedToTier3", "contained", "eradicated", "recovered", "compromised", "lastClosed", "aware", "classified", "revision"]
WORDS = ["id", "severity", "status", "verdict", "discovery", "merged", "caseID"]
STAGE = {"New": "new", "InProgress": "in-progress", "Closed": "closed", "Imported": "closed"}
VERDICT = {"TruePositive": "true-positive", "FalsePositive": "false-positive", "Indeterminate": "undetermined",
           "Other": "undetermined", "Ignored": "undetermined"}
QUEUE = ["ingested", "raised"]

# Reading. A mapper returns exactly the fields that its source can give.

def there(row, *keys):
    return next((row[key] for key in keys if row.get(key) not in (None, "")), None)

def epoch(value):  # tools write 0 for "no time"
    return value if isinstance(value, int) and not isinstance(value, bool) and value else None

def iso(text):
    try:
        instant = pd.Timestamp(text)
    except (TypeError, ValueError):
        return None
    return instant.value // 1_000_000 if instant.tzinfo else None

def hive(row):
    return {"id": there(row, "_id"), "severity": dict(enumerate(SEVERITIES[1:], 1)).get(row.get("severity")),
            "status": STAGE.get(row.get("stage")), "verdict": VERDICT.get(row.get("status")),
            "merged": row.get("status") == "Duplicated", "raised": epoch(there(row, "newDate", "_createdAt")),
            "acknowledged": epoch(row.get("inProgressDate")), "revision": epoch(there(row, "_updatedAt", "_createdAt"))}

def hive_case(row):
    custom = {field["name"]: field["value"] for field in row.get("customFields") or []}
    closed = there(row, "closedDate", "endDate") if row.get("stage") == "Closed" else None
    return {**hive(row), "firstActivity": epoch(row.get("startDate")), "lastClosed": epoch(closed),
            "merged": row.get("status") == "Duplicated" or there(custom, "merged-into") is not None,
            "discovery": there(custom, "discovery"), "escalatedToTier3": epoch(custom.get("escalated-tier3")),
            **{name: epoch(custom.get(name)) for name in ("contained", "eradicated", "recovered", "aware", "classified")}}

def hive_alert(row):
    decided = epoch(there(row, "closedDate", "importedDate")) if row.get("stage") in ("Closed", "Imported") else None
    return {**hive(row), "caseID": there(row, "caseId"), "firstActivity": epoch(row.get("date")), "verdictAt": decided,
            "lastClosed": decided, "escalatedToTier2": epoch(there(row, "importedDate", "importDate"))}

def wazuh_alert(row):
    level, bands = (row.get("rule") or {}).get("level"), zip((3, 6, 11, 14, 16), SEVERITIES)
    return {"id": there(row, "id"), "severity": next((word for top, word in bands if level is not None and level <= top), None),
            "raised": iso(there(row, "timestamp", "@timestamp"))}

FILES = {"case": {"thehive-cases-2026-10.json": hive_case, "thehive-cases-2026-11.json": hive_case},
         "alert": {"thehive-alerts.ndjson": hive_alert, "wazuh-alerts.json": wazuh_alert}}

def rows_of(path):
    """The objects of a JSON array, or of one object a line; an empty one for a line that is no object."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if text.lstrip().startswith("["):
        yield from json.loads(text)
        return
    for line in filter(str.strip, text.split("\n")):
        try:
            yield dict(json.loads(line))
        except (TypeError, ValueError):
            yield {}

def read(folder, kind):
    """The records of a kind: broken rows refused, the later revision of each record kept."""
    mapped = [(name.split("-")[0], mapper(row)) for name, mapper in FILES[kind].items()
              for row in rows_of(folder / f"armorique-{name}")]
    records = [{"source": source, **record} for source, record in mapped if record["id"] and record["raised"]]
    frame = pd.DataFrame(records, columns=["source"] + WORDS + INSTANTS).astype({name: "Int64" for name in INSTANTS})
    given = {source: set(record) for source, record in mapped}
    for field in WORDS + INSTANTS:
        frame["gives " + field] = frame["source"].map({source: field in fields for source, fields in given.items()})
    frame["revision"] = frame["revision"].fillna(frame["raised"])
    frame = frame.sort_values("revision", kind="stable").drop_duplicates(["source", "id"], keep="last")
    print(f"# {kind}: {len(mapped)} rows, {len(mapped) - len(records)} refused, {len(frame)} records")
    return frame

def load(folder):
    cases, alerts = read(folder, "case"), read(folder, "alert")
    parents = cases[["source", "id", "verdict"]].rename(columns={"id": "caseID", "verdict": "ofCase"})
    alerts = alerts.merge(parents, on=["source", "caseID"], how="left")
    alerts["verdict"] = alerts["verdict"].where(alerts["verdict"].notna(), alerts["ofCase"])
    frames = {}
    for kind, frame in (("case", cases), ("alert", alerts)):
        frame = frame[~frame["merged"].eq(True)].reset_index(drop=True)
        unclosed = frame["status"].isna() & frame["lastClosed"].isna()
        frame["open"] = frame["status"].isin(["new", "in-progress", "pending"]) | unclosed
        treated = frame[["declared", "contained", "aware", "classified"]].notna().any(axis=1)
        frame["confirmed"] = frame["verdict"].eq("true-positive") | (frame["verdict"].isna() & frame["open"] & treated)
        frames[kind] = frame
    return frames

# Measuring. Two columns come back: "value", "open", "outside" or why a record is left out; and its value.

def states(frame, *steps):
    """The word of the first condition that holds, else "value"."""
    state = pd.Series("value", index=frame.index, dtype=object)
    for condition, word in reversed(steps):
        state = state.mask(condition.fillna(False).astype(bool), word)
    return state

def absent(frame, field, is_absent):
    word = field.replace("verdictAt", "verdict")
    return (is_absent & ~frame["gives " + field], f"source gives no {word}"), (is_absent, f"missing {word}")

def interval(start, end, frame, scope):
    """From the first of `start` that is there; a third column says when that was."""
    begun, taken = frame[start[-1]], pd.Series(start[-1], index=frame.index)
    for name in start[-2::-1]:
        begun, taken = frame[name].fillna(begun), taken.mask(frame[name].notna(), name)
    not_given, missing = absent(frame, end, frame[end].isna())
    reversed_order = (frame[end] < begun, missing[1].replace("missing ", "") + " before " + taken)
    # An open record that has not begun a step of the work is not there yet; a first activity will not come later.
    waiting = begun.isna() & frame["open"] & frame["gives " + start[-1]] & (start[-1] == "acknowledged")
    state = states(frame, not_given, (waiting, "open"), *absent(frame, start[-1], begun.isna()),
                   (missing[0] & frame["open"], "open"), missing, reversed_order)
    return state, frame[end] - begun, begun

def attainment(metric, start, end, frame, scope):
    """Within the target is 1; late is 0, also when it is still open."""
    level = frame["severity"].map(scope["targets"].get(metric, {})).astype("Float64")
    state, taken, begun = interval(start, end, frame, scope)
    late = state.eq("open") & (scope["asOf"] - begun > level).fillna(False).astype(bool)
    state = states(frame, *absent(frame, "severity", frame["severity"].isna()),
                   (level.isna(), "no target for its severity"), (late, "value"), (state.ne("value"), state))
    return state, (taken <= level).fillna(False).astype("Int64")

def volume(frame, scope):
    return states(frame), frame["raised"]

def backlog(frame, scope):
    end = min(scope["end"], scope["asOf"])
    not_given, missing = absent(frame, "lastClosed", frame["lastClosed"].isna())
    outside = (frame["raised"] >= end) | (frame["lastClosed"] < end).fillna(False)
    state = states(frame, (outside, "outside"), not_given, (missing[0] & ~frame["open"], missing[1]))
    return state, end - frame["raised"]

def judged(word, frame, scope):
    """The share of a verdict; undetermined ones are left out but where they are asked for."""
    not_given, missing = absent(frame, "verdict", frame["verdict"].isna())
    unclear = (frame["verdict"].eq("undetermined") & (word != "undetermined"), "verdict undetermined")
    state = states(frame, unclear, not_given, (missing[0] & frame["open"], "open"), missing)
    return state, frame["verdict"].eq(word).astype("Int64")

def escalation(transfer, frame, scope):
    handed, judged = frame[transfer].notna(), frame["verdict"].notna() | frame["verdictAt"].notna()
    done = judged if transfer == "escalatedToTier2" else ~frame["open"]
    state = states(frame, absent(frame, transfer, ~handed)[0], (handed | done, "value"), (frame["open"], "open"),
                   (~done, "missing verdict"))
    return state, handed.astype("Int64")

def external(frame, scope):
    state = states(frame, *absent(frame, "discovery", frame["discovery"].isna()))
    return state, frame["discovery"].eq("external").astype("Int64")

METRICS = {  # name: kind, its confirmed ones only, unit, how
    "alert-volume": ("alert", False, "count", volume),
    "time-to-detect": ("case", True, "milliseconds", partial(interval, ["firstActivity"], "raised")),
    "time-to-acknowledge": ("alert", False, "milliseconds", partial(interval, QUEUE, "acknowledged")),
    "time-to-triage": ("alert", False, "milliseconds", partial(interval, ["acknowledged"], "verdictAt")),
    "time-to-contain": ("case", True, "milliseconds", partial(interval, ["raised"], "contained")),
    "time-to-resolve": ("case", False, "milliseconds", partial(interval, QUEUE, "lastClosed")),
    "escalation-t1-t2": ("alert", False, "share", partial(escalation, "escalatedToTier2")),
    "escalation-t2-t3": ("case", False, "share", partial(escalation, "escalatedToTier3")),
    "false-positive-share": ("alert", False, "share", partial(judged, "false-positive")),
    "benign-share": ("alert", False, "share", partial(judged, "benign-true-positive")),
    "precision": ("alert", False, "share", partial(judged, "true-positive")),
    "undetermined-share": ("alert", False, "share", partial(judged, "undetermined")),
    "case-volume": ("case", False, "count", volume),
    "dwell-time": ("case", True, "milliseconds", partial(interval, ["compromised"], "raised")),
    "ingest-latency": ("alert", False, "milliseconds", partial(interval, ["raised"], "ingested")),
    "time-to-qualify": ("alert", False, "milliseconds", partial(interval, QUEUE, "verdictAt")),
    "time-to-declare": ("case", True, "milliseconds", partial(interval, ["raised"], "declared")),
    "time-to-eradicate": ("case", True, "milliseconds", partial(interval, ["raised"], "eradicated")),
    "time-to-recover": ("case", True, "milliseconds", partial(interval, ["raised"], "recovered")),
    "service-level-acknowledge": ("alert", False, "share", partial(attainment, "time-to-acknowledge", QUEUE, "acknowledged")),
    "service-level-contain": ("case", True, "share", partial(attainment, "time-to-contain", ["raised"], "contained")),
    "service-level-resolve": ("case", False, "share", partial(attainment, "time-to-resolve", QUEUE, "lastClosed")),
    "backlog-alerts": ("alert", False, "milliseconds", backlog),
    "backlog-cases": ("case", False, "milliseconds", backlog),
    "external-discovery-share": ("case", True, "share", external)}

def summary(unit, state, value):
    """The figures of one group, under the names the JSON has for them."""
    used = value[state == "value"].astype("int64").sort_values()
    n, left_out = len(used), state[~state.isin(["value", "open"])].value_counts().to_dict()
    figures = {"unit": unit, "population": len(state), "n": n, "open": int(state.eq("open").sum()), "leftOut": left_out}
    figures.update(dict.fromkeys(("numerator", "value", "median", "p90", "p95", "mean", "max")))
    if unit == "count":
        figures["value"] = n
    elif unit == "share":
        figures.update(numerator=int(used.sum()), value=used.mean() if n >= 5 else None)  # of fewer than five nothing is shown
    elif n >= 5:
        figures.update(value=used.median(), median=used.median(), mean=used.mean(), max=used.max())
        # Nearest rank: the smallest value that 90 % of them do not exceed.
        figures.update({f"p{share}": used.iloc[math.ceil(share * n / 100) - 1] for share in (90, 95)})
    return figures

def measure(frames, metric, scope, by_severity):
    """The figures of a metric by the word of the severity; with one group alone, that word is empty."""
    kind, confirmed, unit, how = METRICS[metric]
    frame = frames[kind]
    undetermined = frame["verdict"].eq("undetermined")
    unjudged = frame["verdict"].isna() & ~frame["open"]  # closed, and nobody said what it was
    frame = frame[frame["confirmed"] | undetermined | unjudged | (not confirmed)]
    if how is not backlog:
        frame = frame[(frame["raised"] >= scope["start"]) & (frame["raised"] < scope["end"])]
    state, value = how(frame, scope)[:2]
    if confirmed:
        undetermined, unjudged = undetermined[frame.index], unjudged[frame.index]
        state = states(frame, (undetermined, "verdict undetermined"), (unjudged & ~frame["gives verdict"], "source gives no verdict"),
                       (unjudged, "missing verdict"), (state.ne("value"), state))
    state, severity = state[state != "outside"], frame["severity"].astype(object).fillna("none")
    groups = dict(iter(state.groupby(severity))) if by_severity else {"": state}
    return {word: summary(unit, group, value[group.index]) for word, group in groups.items()}

# Comparing.

def targets_of(text):
    """The block `targets:` of constat.yaml, in milliseconds per metric and severity; one value stands for all."""
    units = {"s": 1000, "min": 60_000, "h": 3_600_000, "d": 86_400_000, "%": 0.01}
    def level(words):
        return sum(float(number) * units[unit] for number, unit in re.findall(r"([\d.]+) (min|[shd%])", words))
    block = re.search(r"^targets:.*\n((?:[ #].*\n|\n)*)", text + "\n", re.M)
    lines = re.findall(r"^ +([\w-]+): *([^#\n]+)", block.group(1) if block else "", re.M)
    return {name: {word: level(rest) for word, rest in re.findall(r"(\w+): *([^,}]+)", words)}
            or dict.fromkeys(SEVERITIES, level(words)) for name, words in lines}

def same(ours, theirs):
    exact = isinstance(ours, (str, dict)) or None in (ours, theirs)
    return ours == theirs if exact else math.isclose(ours, theirs, rel_tol=1e-9)

def main(folder, metrics_file, config):
    told = json.loads(Path(metrics_file).read_text(encoding="utf-8"))
    theirs = {(one["period"]["start"], one["period"]["end"], "severity" in one["group"], one["metric"],
               one["group"].get("severity", "")): one for one in told["measurements"]}
    if told.get("tenant") != "armorique" or not theirs or any(set(one["group"]) - {"severity"} for one in theirs.values()):
        print("expected the metrics of tenant armorique, whole or by severity", file=sys.stderr)
        return 2
    frames, ours, differences = load(Path(folder)), {}, []
    targets = targets_of(Path(config).read_text(encoding="utf-8"))
    for start, end, by_severity in dict.fromkeys(key[:3] for key in theirs):
        scope = {"start": iso(start), "end": iso(end), "asOf": iso(told["asOf"]), "targets": targets}
        ours.update({(start, end, by_severity, metric, word): figures for metric in METRICS
                     for word, figures in measure(frames, metric, scope, by_severity).items()})
    for key in {**ours, **theirs}:
        mine, one = ours.get(key), theirs.get(key)
        name, shown = " ".join(key[3:]), mine or one
        if mine and one:
            wrong = [f"{field}: here {mine[field]}, Constat {one[field]}" for field in mine if not same(mine[field], one[field])]
        else:
            wrong = ["only here" if mine else "only in Constat's file"]
        differences += [f"{name} from {key[0]}: {words}" for words in wrong]
        print(name.ljust(38), shown["n"], shown["value"], "DIFFERENT" if wrong else "equal", sep="  ")
    print(f"# {len(ours)} measurements, {len(differences)} differences", *differences, sep="\n")
    return 1 if differences else 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
