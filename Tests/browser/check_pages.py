#!/usr/bin/python3
"""Looks at HTML pages in headless Chromium as a phone, a laptop, in dark and on A4, and names every fault.

Usage: check_pages.py [--axe axe.min.js] PAGE.html …      check_pages.py [--axe axe.min.js] --self-test
Exit code 1 when anything failed. --self-test makes bad pages and fails unless each check catches its fault.
"""
import argparse
import pathlib
import sys
import tempfile
import time

from browser import VIEWS, Browser
from checks import fetched, lines, looked_at, said
from faulty import GOOD, PAGES


def address(page):
    return pathlib.Path(page).resolve().as_uri()


def view_faults(browser, page, view, axe_script):
    shown = browser.show(address(page), view)
    faults, sheets = looked_at(browser, shown, axe_script)
    own = address(page)
    return said(browser) + fetched(browser.events(), lambda asked: asked.split("#")[0] == own) + faults, sheets


def check(browser, page, axe_script, out=print):
    began, found, sheets = time.monotonic(), [], None
    for view in VIEWS:
        faults, counted = view_faults(browser, page, view, axe_script)
        sheets = counted if counted is not None else sheets
        found += faults
        for line in lines(pathlib.Path(page).name, view.name, faults):
            out(line)
    seconds = f"{time.monotonic() - began:.1f} s"
    out(f"{pathlib.Path(page).name}: {len(found) or 'no'} faults in {len(VIEWS)} views, {sheets} printed pages, {seconds}")
    return found


def caught(browser, folder, name, page, axe_script):
    """Whether the fault is found in the bad page; what is expected stands beside the page."""
    expected, text = page
    file = pathlib.Path(folder) / f"{name}.html"
    file.write_text(text, encoding="utf-8")
    heard = []
    check(browser, file, axe_script, heard.append)
    hits = [line for line in heard if expected in line]
    print(f"{'caught' if hits else 'MISSED'}  {name}: {hits[0] if hits else expected}")
    return bool(hits)


def self_test(browser, axe_script):
    with tempfile.TemporaryDirectory() as folder:
        good = pathlib.Path(folder) / "good.html"
        good.write_text(GOOD, encoding="utf-8")
        quiet = not check(browser, good, axe_script)
        pages = {name: page for name, page in PAGES.items() if axe_script or not page[0].startswith("axe ")}
        results = [caught(browser, folder, name, page, axe_script) for name, page in pages.items()]
    print(f"self-test: {sum(results)} of {len(results)} faults caught, good page {'quiet' if quiet else 'NOT quiet'}")
    return 0 if quiet and all(results) else 1


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--axe", metavar="FILE")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    return parser.parse_args()


def main():
    given = arguments()
    absent = [page for page in given.pages if not pathlib.Path(page).is_file()]
    if absent or not (given.pages or given.self_test):
        sys.exit(f"no such page: {', '.join(absent)}" if absent else "name a page to look at")
    axe_script = pathlib.Path(given.axe).read_text(encoding="utf-8") if given.axe else None
    if not axe_script:
        print("axe was not run: name its file with --axe; contrast is checked all the same")
    with Browser() as browser:
        if given.self_test:
            return self_test(browser, axe_script)
        return 1 if sum(len(check(browser, page, axe_script)) for page in given.pages) else 0


if __name__ == "__main__":
    sys.exit(main())
