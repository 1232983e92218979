"""How long a pack of a million records takes against the same cells of its population written by libxlsxwriter alone, and by
XlsxWriter: by turns, whole processes, medians.

Usage: population_ratio.py CONSTAT STORE PERIOD [RUNS]

The pack is written with all its sheets, figures and digests; the others write the cells of the sheet Population and nothing else.
XlsxWriter writes the first hundred thousand rows, beside libxlsxwriter writing the same.
"""
import pathlib
import re
import resource
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

HERE = pathlib.Path(__file__).parent


def timed(command):
    start = time.monotonic()
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def sheets(workbook):
    """The files of the sheets whose tab begins with Population."""
    names = re.findall(r'<sheet name="([^"]+)" sheetId="\d+" r:id="rId(\d+)"', zipfile.ZipFile(workbook).read("xl/workbook.xml").decode())
    return [f"xl/worksheets/sheet{number}.xml" for name, number in names if name.startswith("Population")]


def first_rows(source, target, rows):
    """Copies the cells of the first rows of a list of cells."""
    with open(source, "rb") as cells, open(target, "wb") as part:
        while head := cells.read(24):
            row, _, _, _, length = struct.unpack_from("<IHBBI", head)
            payload = cells.read(length)
            if row >= rows:
                return
            part.write(head + payload)


def main(constat, store, period, runs=3):
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        bare = place / "bare"
        subprocess.run(["cc", "-O2", "-o", bare, HERE / "bare_xlsxwriter.c", "-lxlsxwriter", "-lexpat"], check=True)
        pack = [constat, "evidence", "--framework", "nis2", "--period", period, "--store", store, "--as-of", "2027-01-10T00:00:00Z",
                "--lang", "en", "--output", place / "pack"]
        ours, theirs = [], []
        for run in range(int(runs)):
            ours.append(timed(pack))
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            if run == 0:
                print(f"largest process {memory} MiB", flush=True)
                workbook = next((place / "pack").glob("*.xlsx"))
                for entry in sheets(workbook)[:1]:
                    (place / "sheet.xml").write_bytes(zipfile.ZipFile(workbook).read(entry))
                subprocess.run([bare, "prepare", place / "sheet.xml", place / "cells"], check=True)
                (place / "sheet.xml").unlink()
                first_rows(place / "cells", place / "some", 100_000)
            theirs.append(timed([bare, "write", place / "cells", place / "bare.xlsx"]))
            print(f"run {run + 1}: pack {ours[-1]:.1f} s, libxlsxwriter {theirs[-1]:.1f} s", flush=True)
        some, python = [], []
        for run in range(int(runs)):
            some.append(timed([bare, "write", place / "some", place / "bare.xlsx"]))
            python.append(timed([sys.executable, HERE / "peer_xlsxwriter.py", place / "some", place / "peer.xlsx"]))
        ratio = statistics.median(mine / other for mine, other in zip(ours, theirs))
        slower = statistics.median(other / mine for mine, other in zip(some, python))
        print(f"pack / libxlsxwriter {ratio:.2f}; XlsxWriter / libxlsxwriter {slower:.1f}; XlsxWriter / pack {slower / ratio:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
