#!/usr/bin/env python3
"""Kills imports in the middle, imports again, and holds the store against that of an undisturbed import.

Usage: kill.py CONSTAT_BINARY EXPORT WORK_FOLDER [TIMES]

TIMES (10) times: SIGKILL at a moment between 2 % and 98 % of the undisturbed time (the same moments in each run of this
script), then a look at a copy of what is left, then the import once more. What is left must hold the whole export or
nothing; in the end the content digest of `constat doctor` must be the undisturbed one, and SQLite find no fault.
A large export has most kills between its rows, a tiny one in the making of the store: try both.
Exits 0 when all is equal, 1 on any difference, 2 when the export cannot be imported at all.
"""
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

class Workspace:
    def __init__(self, binary, export, folder):
        self.binary, self.export, self.folder = binary, export, folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "constat.yaml").write_text("tenants:\n  main:\n    name: Main\n")
        self.as_of = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def fresh(self, name):
        """A path where no store is, nor what one leaves beside it."""
        for path in self.folder.glob(f"{name}.sqlite*"):
            path.unlink()
        return self.folder / f"{name}.sqlite"

    def start(self, command, store, *words):
        return subprocess.Popen([self.binary, command, "--store", store, "--config", self.folder / "constat.yaml",
                                 "--as-of", self.as_of, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def importing(self, store):
        """The exit code, and what was said."""
        run = self.start("import", store, self.export)
        said = run.communicate()[0]
        return run.returncode, said

    def digest(self, store):
        said = self.start("doctor", store).communicate()[0]
        return next((line.split()[1] for line in said.splitlines() if line.startswith("content ")), "no digest")

def look(store):
    """What SQLite's own check says, how many receipts and how many records there are."""
    try:
        with sqlite3.connect(store) as base:
            check = base.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {name for name, in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            return (check, *(base.execute(f"SELECT {what} FROM {name}").fetchone()[0] if name in tables else 0
                             for what, name in (("count(*)", "receipt"), ("coalesce(sum(rows), 0)", "segment"))))
    except sqlite3.Error as error:
        return str(error), 0, 0

def left_behind(workspace, store):
    """A look at a copy, journal and all: to look at the store itself would mend it."""
    copy = workspace.fresh("copy")
    for path in workspace.folder.glob(f"{store.name}*"):
        shutil.copy(path, workspace.folder / path.name.replace(store.stem, "copy", 1))
    return look(copy) if copy.exists() else ("ok", 0, 0)

def main(binary, export, folder, times="10"):
    workspace = Workspace(binary, export, Path(folder))
    store = workspace.fresh("whole")
    begun = time.monotonic()
    code, said = workspace.importing(store)
    taken = time.monotonic() - begun
    if code != 0:
        print(f"the undisturbed import ended with {code}", said, sep="\n", file=sys.stderr)
        return 2
    digest, whole = workspace.digest(store), look(store)
    print(f"# undisturbed: {taken:.2f} s, {whole[2]} records, content {digest[:16]}")
    rng, differences = random.Random(1), 0
    for number in range(1, int(times) + 1):
        store, share = workspace.fresh("killed"), rng.uniform(0.02, 0.98)
        run = workspace.start("import", store, workspace.export)
        time.sleep(taken * share)
        run.kill()
        run.communicate()
        left = left_behind(workspace, store)
        faults = [] if left in (whole, ("ok", 0, 0)) else [f"left behind: {left[0]}, {left[1]} receipts, {left[2]} records"]
        code, said = workspace.importing(store)
        after, again = workspace.digest(store), look(store)
        faults += [f"the second import ended with {code}: {said[:200].strip()}"] if code else []
        faults += [f"content {after[:16]}"] if after != digest else []
        faults += [f"then: {again[0]}, {again[1]} receipts, {again[2]} records"] if again != whole else []
        what = "killed" if run.returncode < 0 else f"over before, exit {run.returncode},"
        verdict = "DIFFERENT: " + "; ".join(faults) if faults else "equal"
        print(f"{number:3}  {what} at {share:4.0%}, {left[2]} records left, {verdict}", flush=True)
        differences += bool(faults)
    print(f"# {times} kills, {differences} different")
    return 1 if differences else 0

if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__.split("\n\n")[1])
    sys.exit(main(*sys.argv[1:]))
