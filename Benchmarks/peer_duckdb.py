"""The same jobs in DuckDB. Usage: peer_duckdb.py FILE DATABASE import|month|year

import: alerts of alerts.yaml from NDJSON into a table of its own file. month and year: count, two shares, and mean, median, P90 and P95 of three
intervals, by month and severity, for June 2025 or for the year.
"""
import os
import sys

import duckdb

COLUMNS = {
    "tenant": "VARCHAR", "id": "VARCHAR", "rule": "STRUCT(id VARCHAR)", "severity": "VARCHAR", "title": "VARCHAR",
    "created": "TIMESTAMP", "acknowledged": "TIMESTAMP", "triaged": "TIMESTAMP", "closed": "TIMESTAMP",
    "escalated": "TIMESTAMP", "status": "VARCHAR", "verdict": "VARCHAR", "tier": "INT", "techniques": "VARCHAR[]",
}
INTERVALS = [("created", "acknowledged"), ("acknowledged", "triaged"), ("created", "triaged")]


def statistics(start, end):
    length = f"epoch_ms({end}) - epoch_ms({start})"
    return f"avg({length}), median({length}), quantile_disc({length}, 0.9), quantile_disc({length}, 0.95)"


def load(base, source):
    columns = ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items())
    base.execute(f"CREATE TABLE alert AS SELECT * FROM read_json('{source}', format = 'newline_delimited', columns = {{{columns}}})")


def ask(base, step):
    june = "WHERE created >= '2025-06-01' AND created < '2025-07-01'" if step == "month" else ""
    figures = ", ".join(statistics(start, end) for start, end in INTERVALS)
    return base.execute(
        f"SELECT date_trunc('month', created) AS month, severity, count(*), avg((verdict = 'false_positive')::INT), "
        f"avg((escalated IS NOT NULL)::INT), {figures} FROM alert {june} GROUP BY 1, 2 ORDER BY 1, 2").fetchall()


if __name__ == "__main__":
    source, path, step = sys.argv[1:4]
    if step == "import" and os.path.exists(path):
        os.remove(path)
    base = duckdb.connect(path, read_only=step != "import")
    if step == "import":
        load(base, source)
    else:
        print(len(ask(base, step)))
