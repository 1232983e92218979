#!/usr/bin/env python3
"""Computes every metric of Constat a second time, from the exports of its demo alone, and compares them with the tool's.

Usage: verify_figures.py CONSTAT WORKSPACE_FOLDER [--as-of INSTANT] [--period P …] [--without-survival]

CONSTAT is the binary, WORKSPACE_FOLDER what `constat demo` made (exports/, constat.yaml, constat.sqlite). For each tenant and for
all together, for two months, a quarter and a year, whole and by severity, the binary prints its measurements; all of them are
recomputed by the definitions of docs/METRICS.md. No code and no store of Constat is used; of the tool's outputs besides the
measurements, what was recorded as sent to authorities (`notify register`) is read: no export holds it.

Needs Python 3.11, PyYAML, scipy and lifelines; with --without-survival (no intervals, no Kaplan-Meier) PyYAML alone.
Exits 0 when all figures agree, 1 when some differ or a metric is not known here, 2 for wrong usage.
"""
import argparse
import json
import math
import re
import subprocess
import sys
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from verify import definitions, exports, figures, times

ROOT = Path(__file__).resolve().parent.parent
CONTROLS = ROOT / "Controls"
PERIODS = ["2026-10", "2026-09", "2026-Q3", "2026"]
DEMO_NOW = "2026-11-03T08:00:00Z"


def controls(path):
    return yaml.safe_load((CONTROLS / path).read_text(encoding="utf-8"))


def documented():
    """{metric: (version, unit)} as docs/METRICS.md says, first language."""
    text = (ROOT / "docs/METRICS.md").read_text(encoding="utf-8").split("\n## Mesures")[0]
    found = re.findall(r"^#{3,4} [^\n]*\(`([\w-]+)`, v(\d+)\)$.*?^- unit: (\w+)$", text, re.M | re.S)
    return {metric: (int(version), unit) for metric, version, unit in found}


class World:
    """What holds for all scopes: records, configuration, controls."""

    def __init__(self, folder, as_of, submissions):
        self.config = yaml.safe_load((folder / "constat.yaml").read_text(encoding="utf-8"))
        self.zone, self.as_of = ZoneInfo(self.config["zone"]), times.from_iso(as_of)
        self.hours = times.working_hours(self.config, self.zone)
        self.kinds = exports.load(folder / "exports", list(self.config["tenants"]))
        regimes = {name: controls(f"{name}/notification.yaml") for name in ("dora", "nis2", "gdpr")}
        self.kinds["duty"] = list(exports.duties(self.kinds["case"], submissions, regimes, self.config, self.zone,
                                                  exports.stated(folder / "incidents")))
        self.documented = documented()
        self.tools, self.classes = controls("technologies.yaml"), controls("rsit.yaml")["ransomware"]


class Scope:
    """The records of one tenant (or all) in one period, and what is known about them together."""

    def __init__(self, world, tenant, period):
        self.world, self.tenant, self.zone, self.hours, self.as_of = world, tenant, world.zone, world.hours, world.as_of
        self.start, self.end = times.period(period, world.zone)
        self.until = min(self.end, self.as_of)  # of a period under way, its end is now
        self.currency = world.config.get("currency")

    def records(self, kind):
        return [record for record in self.world.kinds.get(kind, []) if self.tenant in (None, record["tenant"])]

    def target(self, metric, severity):
        """In milliseconds; one value stands for all severities."""
        told = self.world.config.get("targets", {}).get(metric)
        text = told.get(severity) if isinstance(told, dict) else told
        units = {"s": 1000, "min": 60_000, "h": 3_600_000, "d": times.DAY}
        return sum(int(number) * units[unit] for number, unit in re.findall(r"(\d+) (min|[shd])", text)) if text else None

    def technology(self, alert):
        """By source; its category says it better where one tool gathers the alerts of many."""
        by_category = self.world.tools["categories"].get((alert.get("category") or "").casefold())
        return by_category or self.world.tools["sources"].get(alert["source"])

    def is_ransomware(self, category, techniques):
        """The category, or what stands before its colon, is one of the words of Controls/rsit.yaml; or a technique is."""
        text = (category or "").strip().casefold()
        names = {name.split(".")[0] for name in techniques or []}
        return bool({text, text.split(":")[0]} & set(self.world.classes["categories"]) or names & set(self.world.classes["techniques"]))

    # What records of other kinds say about a record.

    @cached_property
    def indicators(self):
        return {(record["tenant"], record["id"]): record for record in self.records("indicator")}

    @cached_property
    def with_matches(self):
        return {record["tenant"] for record in self.records("match")}

    @cached_property
    def matched(self):
        return {(record["tenant"], record.get("alert")) for record in self.records("match")}

    @cached_property
    def with_hunts(self):
        return {record["tenant"] for record in self.records("hunt")}

    @cached_property
    def hunted(self):
        return {(record["tenant"], case) for record in self.records("hunt") for case in (record.get("cases") or "").split()}

    @cached_property
    def cover(self):
        stretches = defaultdict(list)
        for record in self.records("cover"):
            if record["raised"] is not None and record["lastClosed"] is not None:
                stretches[record["tenant"]].append((record["raised"], record["lastClosed"]))
        return stretches

    @cached_property
    def fired(self):
        """Ids and titles of the rules that raised an alert in the period."""
        names = defaultdict(set)
        for alert in self.records("alert"):
            if self.start <= alert["raised"] < self.until:
                names[alert["tenant"]] |= {alert.get("rule"), alert.get("title")} - {None}
        return names

    @cached_property
    def heartbeats(self):
        seen = defaultdict(list)
        for record in self.records("heartbeat"):
            seen[record["tenant"], record["logSource"]].append(record["raised"])
        return seen

    # What a cost comes to: days it holds, months and years of them, records in the period.

    def days_of(self, cost):
        """The days of the period on which the cost holds, its first and its last day included."""
        first, after = times.local_day(self.start, self.zone), times.local_day(self.until - 1, self.zone)
        begins = times.local_day(cost["raised"], self.zone) if cost["raised"] is not None else first
        ends = times.local_day(cost["lastClosed"], self.zone) if cost["lastClosed"] is not None else after
        days, last = [], min(after, ends)
        while (day := max(first, begins) + times.timedelta(days=len(days))) <= last:
            days.append(day)
        return days

    def years(self, cost):
        return sum(figures.Fraction(1, 365 + times.calendar.isleap(day.year)) for day in self.days_of(cost))

    def months(self, cost):
        return sum(figures.Fraction(1, times.calendar.monthrange(day.year, day.month)[1]) for day in self.days_of(cost))

    def once(self, cost):
        return int(cost["raised"] is not None and self.start <= cost["raised"] < self.end)

    def raised(self, kind, cost):
        """How many records of its tenant were raised while the cost held."""
        days = set(self.days_of(cost))
        return sum(self.start <= record["raised"] < self.end and times.local_day(record["raised"], self.zone) in days
                   for record in self.records(kind) if record["tenant"] == cost["tenant"]) if days else 0


# Running the tool.

class Tool:
    def __init__(self, binary, folder, as_of):
        self.binary, self.folder, self.as_of = str(Path(binary).resolve()), folder, as_of
        self.listed = [line.split()[0] for line in self.run("metrics", "list").splitlines()[1:] if line.strip() and line[0].islower()]

    def run(self, *words):
        done = subprocess.run([self.binary, *words], cwd=self.folder, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"constat {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout

    def measurements(self, tenant, period, by_severity):
        words = ["metrics", "--period", period, "--format", "json", "--as-of", self.as_of]
        words += ["--tenant", tenant] if tenant else []
        words += ["--by", "severity"] if by_severity else []
        told = json.loads(self.run(*words))["measurements"]
        return {(one["metric"], one["group"].get("severity", "")): one for one in told}

    def submissions(self):
        """{(tenant, case, regime): {stage: instant}} of `notify register`."""
        sent = defaultdict(dict)
        for line in json.loads(self.run("notify", "register", "--format", "json", "--as-of", self.as_of)):
            if line["state"].startswith("sent"):
                sent[line["tenant"], line["native"], line["regime"]][line["stageID"]] = times.from_iso(line["at"])
        return sent


# Comparing.

def same(ours, theirs):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return all(same(ours.get(name), theirs[name]) for name in theirs) and (ours.keys() - {"min"}) <= theirs.keys()
    if None in (ours, theirs) or isinstance(ours, dict) or isinstance(theirs, dict):
        return ours == theirs
    if not isinstance(ours, float):
        return ours == theirs
    # Beside zero a relative bound says nothing: a lower bound of 0 may be told as a rounding error of floats.
    return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-12)


def headed(told, scope, world):
    """What the tool says a figure is and speaks of, beside what it should be."""
    metric, period = told["metric"], told["period"]
    version, unit = world.documented.get(metric, (None, None))
    kind = definitions.METRICS[metric].kind if metric in definitions.METRICS else None
    yield "unit", unit, told["unit"]
    yield "version", version, told["version"]
    yield "period", [scope.start, scope.end], [times.from_iso(period["start"]), times.from_iso(period["end"])]
    yield "isMeasurable", kind is None or kind in world.kinds, told["isMeasurable"]


def compare(ours, theirs, fields, heads=lambda told: ()):
    """How many fields were compared, and [(metric, group, field, ours, theirs)] of those that differ."""
    compared, wrong = 0, []
    for key in sorted({**ours, **theirs}):
        mine, told = ours.get(key), theirs.get(key)
        if mine is None or told is None:
            compared, wrong = compared + 1, wrong + [(*key, "measurement", mine and mine["n"], told and told["n"])]
            continue
        pairs = [(name, mine[name], told[name]) for name in fields if name in told] + list(heads(told))
        compared, wrong = compared + len(pairs), wrong + [(*key, *pair) for pair in pairs if not same(*pair[1:])]
    return compared, wrong


def verify(tool, world, intervals, periods):
    fields = [name for name in figures.FIELDS if intervals or name not in figures.SURVIVAL]
    compared, differences = 0, []
    for tenant in [*world.config["tenants"], None]:
        for period in periods:
            number, wrong = 0, []
            for by_severity in (False, True):
                scope = Scope(world, tenant, period)
                theirs = tool.measurements(tenant, period, by_severity)
                ours = definitions.measure(scope, intervals, by_severity)
                ours = {key: figure for key, figure in ours.items() if key[0] in tool.listed}
                more, other = compare(ours, theirs, fields, lambda told: headed(told, scope, world))
                number, wrong = number + more, wrong + other
            print(f"{tenant or 'all':12} {period:8} {number:6} figures compared, {len(wrong)} differ", flush=True)
            compared, differences = compared + number, differences + [(tenant or "all", period, *one) for one in wrong]
    return compared, differences


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("constat", type=Path)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--as-of", default=DEMO_NOW)
    parser.add_argument("--period", action="append", help="these periods only")
    parser.add_argument("--without-survival", action="store_true")
    given = parser.parse_args()
    if not given.constat.is_file() or not (given.workspace / "constat.yaml").is_file() or times.from_iso(given.as_of) is None:
        parser.error("expected the binary, the folder of a workspace with constat.yaml, and an instant with a zone")
    return given


def main():
    given = arguments()
    tool = Tool(given.constat, given.workspace, given.as_of)
    unknown = sorted(set(tool.listed) - (definitions.KNOWN & documented().keys()))
    absent = sorted(definitions.KNOWN - set(tool.listed))
    if absent:
        print(f"# not in this binary's list, passed over: {', '.join(absent)}")
    if given.without_survival:
        print("# without intervals and Kaplan-Meier: skipped")
    intervals = None if given.without_survival else figures.Intervals()
    periods = given.period or PERIODS
    compared, differences = verify(tool, World(given.workspace, given.as_of, tool.submissions()), intervals, periods)
    for tenant, period, metric, group, field, ours, theirs in differences[:40]:
        print(f"{tenant} {period} {metric} {group or 'whole'} {field}: ours {ours}, theirs {theirs}")
    for metric in unknown:
        print(f"{metric}: not in {'docs/METRICS.md' if metric in definitions.KNOWN else 'this script'}, so not verified")
    number = len(tool.listed), 4 * 2 * len(periods)
    print(f"{number[0]} metrics × {number[1]} scopes: {compared} figures compared, {len(differences) + len(unknown)} differ")
    return 1 if differences or unknown else 0


if __name__ == "__main__":
    sys.exit(main())
