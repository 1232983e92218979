#!/usr/bin/env python3
"""Feeds Constat broken variants of an input folder (mutate.py) and keeps every file it crashes or hangs on.

Usage: fuzz.py CONSTAT_BINARY SECONDS SEED INPUT_FOLDER WORK_FOLDER

Exports go through `import --dry-run`, many in a call; YAML files through `sources check`. A crash is an end by a signal or
with an exit code other than 0, 1, 64, 65, 66, 73; a hang is a call of more than 20 s. WORK_FOLDER/findings gets the file
alone and what Constat said. The last round is finished, so it takes a little longer than SECONDS.
Exits 0 when nothing was found, 1 with findings.
"""
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
import mutate

GOOD_CODES = {0, 1, 64, 65, 66, 73}
HANG = 20
A_CALL, A_ROUND = 50, 500
QUIET = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}  # a backtrace of each crash would take the time

class Target:
    def __init__(self, binary, work):
        self.binary, self.work, self.codes, self.slowest = binary, work, Counter(), 0.0
        (work / "constat.yaml").write_text("tenants:\n  main:\n    name: Main\n")

    def command(self, files):
        if files[0].suffix in (".yaml", ".yml"):
            return [self.binary, "sources", "check", str(files[0])]
        place = ["--store", str(self.work / "none.sqlite"), "--config", str(self.work / "constat.yaml")]
        return [self.binary, "import", "--dry-run", *place, *map(str, files)]

    def fault(self, files):
        """None, or a word for the fault and what was said on standard error."""
        begun = time.monotonic()
        try:
            run = subprocess.run(self.command(files), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, timeout=HANG, env=QUIET)
        except subprocess.TimeoutExpired as end:
            self.codes["hang"] += 1
            return "hang", end.stderr or b""
        finally:
            self.slowest = max(self.slowest, time.monotonic() - begun)
        word = f"signal-{-run.returncode}" if run.returncode < 0 else f"exit-{run.returncode}"
        self.codes[word] += 1
        return None if run.returncode in GOOD_CODES else (word, run.stderr)

    def findings(self, files):
        """The smallest groups of files that show a fault: single files, unless it takes several together."""
        fault = self.fault(files)
        if not fault:
            return []
        half = len(files) // 2
        parts = self.findings(files[:half]) + self.findings(files[half:]) if half else []
        return parts or [(files, *fault)]

def calls(files):
    """Profiles one by one, exports many in a call."""
    profiles = [[file] for file in files if file.suffix in (".yaml", ".yml")]
    exports = [file for file in files if file.suffix not in (".yaml", ".yml")]
    return profiles + [exports[at:at + A_CALL] for at in range(0, len(exports), A_CALL)]

def keep(target, number, files, word, said):
    folder = target.work / "findings" / f"round-{number}-{word}-{files[0].stem}"
    folder.mkdir(parents=True, exist_ok=True)
    kept = [Path(shutil.copy(file, folder)) for file in files]
    command = " ".join(target.command(kept))
    (folder / "said.txt").write_bytes(f"{word}\n{command}\n\n".encode() + said[-4_000:])
    print(f"{word}: {folder}", flush=True)
    return word

def main(binary, seconds, seed, source, work):
    work = Path(work)
    (work / "round").mkdir(parents=True, exist_ok=True)
    target, found, number, tried = Target(binary, work), Counter(), 0, Counter()
    begun = time.monotonic()
    while time.monotonic() - begun < float(seconds):
        files = []
        for name, data in mutate.variants(int(seed) * 1_000_000 + number, A_ROUND, source):
            files.append(work / "round" / name)
            files[-1].write_bytes(data)
            tried[files[-1].suffix] += 1
        for call in calls(files):
            for finding in target.findings(call):
                found[keep(target, number, *finding)] += 1
        for file in files:
            file.unlink()
        number += 1
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    def told(counter):
        return ", ".join(f"{word} {count}" for word, count in sorted(counter.items())) or "none"
    print(f"# {tried.total()} files in {number} rounds from seed {int(seed) * 1_000_000} on: {told(tried)}",
          f"# calls: {told(target.codes)}; the slowest {target.slowest:.1f} s, the largest {memory} MiB",
          f"# findings: {told(found)}", sep="\n")
    return 1 if found else 0

if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__.split("\n\n")[1])
    sys.exit(main(*sys.argv[1:]))
