"""The figures of peer_duckdb.py in polars, from the file at one go, without a store. Usage: peer_polars.py FILE month|year"""
import sys

import polars as pl

INTERVALS = [("created", "acknowledged"), ("acknowledged", "triaged"), ("created", "triaged")]


def statistics(start, end):
    length = (pl.col(end) - pl.col(start)).dt.total_milliseconds()
    name = f"{start}-{end}"
    return [length.mean().alias(f"{name} mean"), length.median().alias(f"{name} median"),
            length.quantile(0.9).alias(f"{name} P90"), length.quantile(0.95).alias(f"{name} P95")]


if __name__ == "__main__":
    source, step = sys.argv[1:3]
    instants = {name for pair in INTERVALS for name in pair}
    alerts = pl.scan_ndjson(source).with_columns(pl.col(name).str.to_datetime("%Y-%m-%dT%H:%M:%S%.3fZ") for name in sorted(instants))
    if step == "month":
        alerts = alerts.filter(pl.col("created").is_between(pl.datetime(2025, 6, 1), pl.datetime(2025, 7, 1), closed="left"))
    found = alerts.group_by(pl.col("created").dt.truncate("1mo").alias("month"), "severity").agg(
        pl.len(), (pl.col("verdict") == "false_positive").mean().alias("false positives"),
        pl.col("escalated").is_not_null().mean().alias("escalated"), *(one for pair in INTERVALS for one in statistics(*pair)))
    print(found.collect().height)
