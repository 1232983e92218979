"""A monthly report over frozen months beside DuckDB's metric queries alone, whole processes by turns.

Usage: report_ratio.py CONSTAT FOLDER ALERTS.ndjson [RUNS]   (Python with duckdb)
FOLDER holds constat.sqlite with the alerts of the year 2025, all months frozen; DuckDB loads the same file into its own once.
"""
import pathlib
import statistics
import subprocess
import sys
import time

LOAD = """import duckdb, sys
base = duckdb.connect(sys.argv[1])
base.execute("CREATE TABLE alert AS SELECT id, severity, verdict, created::TIMESTAMP AS raised, acknowledged::TIMESTAMP AS acknowledged,"
             " triaged::TIMESTAMP AS triaged, closed::TIMESTAMP AS closed, escalated::TIMESTAMP AS escalated FROM read_ndjson_auto(?)", [sys.argv[2]])
"""
# Count, two shares, and median and P90 of three intervals, month by month and severity: twelve months, as the report shows them.
ASK = """import duckdb, sys
base = duckdb.connect(sys.argv[1], read_only=True)
times = [f"median(epoch_ms({to}) - epoch_ms(raised)), quantile_disc(epoch_ms({to}) - epoch_ms(raised), 0.9)" for to in ("acknowledged", "triaged", "closed")]
print(len(base.execute("SELECT date_trunc('month', raised) AS month, severity, count(*), avg((verdict = 'false_positive')::INT), avg((escalated IS NOT NULL)::INT), "
                       + ", ".join(times) + " FROM alert GROUP BY GROUPING SETS ((month), (month, severity))").fetchall()))
"""


def seconds(words, folder):
    began = time.monotonic()
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def main(constat, folder, alerts, runs=5):
    folder = pathlib.Path(folder)
    database = folder / "peer.duckdb"
    if not database.exists():
        subprocess.run([sys.executable, "-c", LOAD, str(database), alerts], check=True)
    report = [constat, "report", "monthly", "--period", "2025-12", "--as-of", "2026-01-02T00:00:00Z", "--output", "out"]
    ask = [sys.executable, "-c", ASK, str(database)]
    pairs = [(seconds(report, folder), seconds(ask, folder)) for _ in range(int(runs))]
    ours, theirs = (statistics.median(column) for column in zip(*pairs))
    print(f"monthly report {ours:.2f} s · DuckDB's queries alone {theirs:.2f} s · ratio {statistics.median(a / b for a, b in pairs):.2f} ({runs} runs)")


if __name__ == "__main__":
    main(*sys.argv[1:])
