"""The figures of peer_duckdb.py in pandas, as most scripts compute them. Usage: peer_pandas.py FILE year"""
import sys

import pandas

INTERVALS = [("created", "acknowledged"), ("acknowledged", "triaged"), ("created", "triaged")]

if __name__ == "__main__":
    alerts = pandas.read_json(sys.argv[1], lines=True)
    for name in sorted({name for pair in INTERVALS for name in pair}):
        alerts[name] = pandas.to_datetime(alerts[name], format="ISO8601")
    for start, end in INTERVALS:
        alerts[f"{start}-{end}"] = (alerts[end] - alerts[start]).dt.total_seconds()
    alerts["false positive"], alerts["was escalated"] = alerts.verdict == "false_positive", alerts.escalated.notna()
    groups = alerts.groupby([alerts.created.dt.strftime("%Y-%m"), "severity"])
    lengths = groups[[f"{start}-{end}" for start, end in INTERVALS]].agg(
        ["mean", "median", lambda values: values.quantile(0.9), lambda values: values.quantile(0.95)])
    print(len(lengths), len(groups[["false positive", "was escalated"]].mean()), len(groups.size()))
