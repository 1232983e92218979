"""The jobs of the benchmark: what Constat does, what others do for it, and what we aim at."""
import dataclasses
import pathlib
import subprocess
import sys
import typing

HERE = pathlib.Path(__file__).parent
PEERS = ["duckdb", "polars", "pandas", "sqlite-utils", "xlsxwriter"]
AS_OF = ["--as-of", "2026-01-02T00:00:00Z"]
FIGURES = ["alert-volume", "false-positive-share", "escalation-t1-t2", "mtta", "mttt", "time-to-qualify"]


def nothing():
    pass


def grouped(count):
    return f"{count:,}".replace(",", " ")


@dataclasses.dataclass
class Peer:
    command: list
    before: typing.Callable = nothing
    # Measured once: minutes a run.
    is_slow: bool = False


@dataclasses.dataclass
class Job:
    name: str
    command: list
    peers: dict
    # Name of a peer and the largest ratio; or "seconds", "megabytes" and the largest number.
    aims: list = dataclasses.field(default_factory=list)
    before: typing.Callable = nothing
    prepare: typing.Callable = nothing

    def verdict(self, ours, theirs, ratio):
        """Each aim and whether it is met."""
        said = []
        for name, limit in self.aims:
            if name == "seconds":
                value, shown = sorted(one[0] for one in ours)[len(ours) // 2], f"< {limit:g} s"
            elif name == "megabytes":
                value, shown = max(one[1] for one in ours), f"< {limit:g} MB"
            else:
                value, shown = ratio(ours, theirs[name]), f"≤ {limit:g} × {name}"
            said.append(f"{shown}: {'met' if value <= limit else 'missed'}")
        return ", ".join(said)


class Place:
    """Files of the benchmark; each is made when it is first asked for."""

    def __init__(self, constat, folder):
        self.constat, self.folder = constat, folder

    def run(self, command):
        """In the folder of the benchmark: a folder with rules of its own would be another configuration."""
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder)

    def alerts(self, count):
        path = self.folder / f"alerts-{count}.ndjson"
        if not path.exists():
            part = path.with_suffix(".part")
            subprocess.run([sys.executable, HERE / "make_alerts.py", str(count), part], check=True)
            part.rename(path)
        return path

    def store(self, count):
        return self.folder / f"constat-{count}.sqlite"

    def importing(self, count):
        return [self.constat, "import", "--store", self.store(count), "--profile", HERE / "alerts.yaml", self.alerts(count)]

    def imported(self, count):
        if not self.store(count).exists():
            self.run(self.importing(count))

    def frozen(self, count):
        self.imported(count)
        for month in range(1, 13):
            self.run([self.constat, "freeze", f"2025-{month:02d}", "--store", self.store(count)] + AS_OF)

    def duck(self, count, step):
        return [sys.executable, HERE / "peer_duckdb.py", self.alerts(count), self.folder / f"duck-{count}.db", step]

    def ducked(self, count):
        if not (self.folder / f"duck-{count}.db").exists():
            self.run(self.duck(count, "import"))


def both(*all):
    return lambda: [one() for one in all]


def import_job(place, count, aims, others):
    store = place.store(count)
    peers = {"DuckDB": Peer(place.duck(count, "import"))} | others
    return Job(f"import of {grouped(count)} alerts", place.importing(count), peers, aims, before=lambda: store.unlink(missing_ok=True))


def figures_job(place, count, name, period, step, others):
    command = [place.constat, "metrics", "--period", period, "--by", "severity", "--store", place.store(count)] + AS_OF
    command += ["--by", "month"] if step == "year" else []
    for metric in FIGURES:
        command += ["--metric", metric]
    peers = {"DuckDB": Peer(place.duck(count, step))} | others
    return Job(name, command, peers, [("DuckDB", 1.0)], prepare=both(lambda: place.imported(count), lambda: place.ducked(count)))


def script(place, name, *words, is_slow=False):
    return Peer([sys.executable, HERE / f"peer_{name}.py", *words], is_slow=is_slow)


def jobs(constat, folder, large):
    """In the order they are run: later ones use the stores of earlier ones."""
    place, one = Place(constat, folder), 1_000_000
    utils = folder / "utils.db"
    inserting = [sys.executable, "-m", "sqlite_utils", "insert", utils, "alert", place.alerts(one), "--nl", "--pk", "id"]
    yield Job("start-up (constat --version)", [constat, "--version"], {"Python, no import": Peer([sys.executable, "-c", "pass"])}, [("seconds", 0.03)])
    yield import_job(place, one, [("DuckDB", 0.6)], {"sqlite-utils": Peer(inserting, lambda: utils.unlink(missing_ok=True), True)})
    yield Job("the same file again", place.importing(one), {"DuckDB": Peer(place.duck(one, "import"))}, prepare=lambda: place.imported(one))
    oneshot = {name: script(place, name, place.alerts(one), "year", is_slow=name == "pandas") for name in ("polars", "pandas")}
    monthly = {"polars": script(place, "polars", place.alerts(one), "month")}
    yield figures_job(place, one, "a month by severity, 1 000 000 alerts", "2025-06", "month", monthly)
    yield figures_job(place, one, "a year by month and severity, 1 000 000 alerts", "2025", "year", oneshot)
    yield import_job(place, large, [("DuckDB", 0.6), ("megabytes", 400)], {})
    yield figures_job(place, large, f"a year by month and severity, {grouped(large)} alerts", "2025", "year", {})
    report = [constat, "report", "monthly", "--period", "2025-12", "--store", place.store(large), "--output", folder / "report"] + AS_OF
    yield Job(f"monthly report, frozen months, {grouped(large)} alerts", report, {"DuckDB, its queries alone": Peer(place.duck(large, "year"))},
              [("seconds", 2)], prepare=both(lambda: place.frozen(large), lambda: place.ducked(large)))
    yield from packs(place, one)


def packs(place, one):
    """A whole pack beside the cells of its sheet Population alone."""
    for count in (one // 10, one):
        cells, bare = place.folder / f"cells-{count}", place.folder / "bare"
        pack = [place.constat, "evidence", "--framework", "nis2", "--period", "2025", "--store", place.store(count), "--lang", "en",
                "--output", place.folder / f"pack-{count}"] + AS_OF
        written = place.folder / "peer.xlsx"
        peers = {"libxlsxwriter, the cells alone": Peer([bare, "write", cells, written])}
        if count < one:
            peers["XlsxWriter, the cells alone"] = Peer([sys.executable, HERE / "peer_xlsxwriter.py", cells, written], is_slow=True)
        cut = [sys.executable, HERE / "population_cells.py", cells, bare] + [str(word) for word in pack]
        ready = both(lambda count=count: place.imported(count), lambda cut=cut: place.run(cut))
        yield Job(f"evidence pack of {grouped(count)} alerts", pack, peers, prepare=ready)
