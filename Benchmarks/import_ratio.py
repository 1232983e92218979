"""How long an import takes against the same import in DuckDB: both by turns, whole processes, medians.

Usage: import_ratio.py CONSTAT FILE [RUNS] [PEER]
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


def timed(command, place):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=place)
    return time.monotonic() - start


def main(constat, file, runs=5, peer=HERE / "peer_duckdb.py"):
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as place:
        for run in range(int(runs)):
            store = pathlib.Path(place) / "constat.sqlite"
            store.unlink(missing_ok=True)
            ours.append(timed([constat, "import", "--store", store, "--profile", HERE / "alerts.yaml", file], place))
            theirs.append(timed([sys.executable, peer, file, pathlib.Path(place) / "peer.db", "import"], place))
            print(f"run {run + 1}: {ours[-1]:.2f} s, DuckDB {theirs[-1]:.2f} s", flush=True)
    mine, other = statistics.median(ours), statistics.median(theirs)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"median {mine:.2f} s, DuckDB {other:.2f} s, ratio {mine / other:.2f}; largest process {memory} MiB")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), *sys.argv[3:])
