"""The same import in DuckDB: alerts of alerts.yaml from NDJSON into a table of its own file. Usage: peer_duckdb.py FILE DATABASE"""
import os
import sys

import duckdb

COLUMNS = {
    "tenant": "VARCHAR", "id": "VARCHAR", "rule": "STRUCT(id VARCHAR)", "severity": "VARCHAR", "title": "VARCHAR",
    "created": "TIMESTAMP", "acknowledged": "TIMESTAMP", "triaged": "TIMESTAMP", "closed": "TIMESTAMP",
    "escalated": "TIMESTAMP", "status": "VARCHAR", "verdict": "VARCHAR", "tier": "INT", "techniques": "VARCHAR[]",
}

if __name__ == "__main__":
    source, path = sys.argv[1:3]
    if os.path.exists(path):
        os.remove(path)
    base = duckdb.connect(path)
    columns = ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items())
    base.execute(f"CREATE TABLE alert AS SELECT * FROM read_json('{source}', format = 'newline_delimited', columns = {{{columns}}})")
