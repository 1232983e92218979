"""Measures Constat beside what a user would pick instead: whole processes by turns, medians, ratios pair by pair.

Usage: bench.py CONSTAT [--runs 5] [--only WORD] [--large 10000000] [--write docs/PERFORMANCE.md]
Run by `make bench`, which installs the peers. What it makes stays in .build/bench: data are made once.
"""
import argparse
import importlib.metadata
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import bench_jobs

BEGIN, END = "<!-- make bench writes from here -->", "<!-- to here -->"


def measure(command, folder):
    """Seconds and MiB of one process; it must succeed."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{said.decode()}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def run(job, runs, folder):
    """The measurements of Constat, and of each peer; slow peers run once."""
    ours, theirs = [], {name: [] for name in job.peers}
    for number in range(runs):
        job.before()
        ours.append(measure(job.command, folder))
        for name, peer in job.peers.items():
            if number == 0 or not peer.is_slow:
                peer.before()
                theirs[name].append(measure(peer.command, folder))
        print(f"{job.name}: {ours[-1][0]:.2f} s " + " ".join(f"{name} {all[-1][0]:.2f} s" for name, all in theirs.items()), flush=True)
    return ours, theirs


def seconds(all):
    value = statistics.median(one[0] for one in all)
    return f"{value * 1000:.0f} ms" if value < 0.1 else f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def memory(all):
    return f"{max(one[1] for one in all):.0f} MB"


def ratio(ours, theirs):
    return statistics.median(mine[0] / other[0] for mine, other in zip(ours, theirs))


def rows(job, ours, theirs):
    """The lines of the table: one for Constat with its aim, one for each peer."""
    said = []
    for name, all in theirs.items():
        once = " (once)" if len(all) == 1 < len(ours) else ""
        said.append(f"| | {name}{once} | {seconds(all)} | {memory(all)} | **{ratio(ours, all):.2f}** | |")
    verdict = job.verdict(ours, theirs, ratio)
    return [f"| {job.name} | Constat | {seconds(ours)} | {memory(ours)} | | {verdict} |"] + said


def machine(constat):
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    peers = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in bench_jobs.PEERS)
    version = subprocess.run([constat, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    memory_size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{time.strftime('%-d %B %Y')}: {os.cpu_count()} cores ({model}), {memory_size:.0f} GiB; Constat {version}, Python "
            f"{platform.python_version()}, {peers}.")


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("constat")
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--only", default="")
    asked.add_argument("--large", type=int, default=10_000_000)
    asked.add_argument("--write")
    asked = asked.parse_args()
    folder = pathlib.Path(".build/bench").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    constat = pathlib.Path(asked.constat).resolve()
    lines = ["| job | tool | median | largest process | Constat / tool | aim |", "| --- | --- | --- | --- | --- | --- |"]
    for job in bench_jobs.jobs(constat, folder, asked.large):
        if asked.only in job.name:
            job.prepare()
            lines += rows(job, *run(job, asked.runs, folder))
    text = "\n".join([f"Medians of {asked.runs} runs by turns; {machine(constat)}", ""] + lines)
    print(text)
    if asked.write:
        page = pathlib.Path(asked.write).read_text()
        head, rest = page.split(BEGIN)
        pathlib.Path(asked.write).write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    main()
