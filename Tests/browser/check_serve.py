#!/usr/bin/python3
"""Walks through the local dashboard by keyboard alone, looks at each page as check_pages.py does, and tries what must be refused.

Usage: check_serve.py [--axe axe.min.js] [--more N] URL      check_serve.py [--axe axe.min.js] --self-test
URL carries ?token=…; N more pages that the start page links to are looked at (6). Exit code 1 when anything failed.
It relies on: links a.figure on the start page; on a figure's page .lead (the definition), #population with a table, and a
second section in .sections with a table or a line of what was left out; on the start page a form with select[name=lang],
select[name=period] and a button.
"""
import argparse
import pathlib
import sys
import time
from urllib.parse import urlsplit

from browser import VIEWS, Browser, answers
from checks import fault, fetched, lines, looked_at, said
from requests_to_refuse import all_requests, header_faults
from sample_server import FLAWS, running
from walk import LAPTOP, Walk, short

def same_origin(address):
    origin = urlsplit(address)[:2]
    return lambda asked: urlsplit(asked)[:2] == origin


def answer_faults(url, answer):
    status, headers = answer
    return ([] if status < 400 else [fault(f"answered {status}", short(url))]) + header_faults(headers, short(url))


def heard(browser, address):
    """What the console said, where requests went, and the headers of the documents that came, since the last time."""
    events = browser.events()
    return said(browser) + fetched(events, same_origin(address)) + [one for came in answers(events).items() for one in answer_faults(*came)]


def walked(browser, address, scripts):
    browser.command("Emulation.setScriptExecutionDisabled", value=not scripts)
    walk = Walk(browser, address).go()
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    name = "keyboard" if scripts else "keyboard, no scripts"
    return name, walk, walk.faults + heard(browser, address)


def look(browser, address, view, axe_script):
    shown = browser.show(address, view)
    return looked_at(browser, shown, axe_script)[0] + heard(browser, address)


def more_pages(browser, walk, limit):
    browser.show(walk.home, LAPTOP)
    linked = browser.ask("links")
    return [one for one in linked if same_origin(walk.home)(one) and one not in walk.seen][:limit]


def report(name, view_name, faults, out):
    for line in lines(name, view_name, faults):
        out(line)
    return len(faults)


def check(browser, address, axe_script, more, out=print):
    began = time.monotonic()
    total = report("server", "requests", all_requests(address), out)
    walks = [walked(browser, address, scripts) for scripts in (True, False)]
    total += sum(report("server", name, faults, out) for name, _, faults in walks)
    walk = walks[0][1]
    pages = list(dict.fromkeys(walk.seen)) + more_pages(browser, walk, more)
    total += sum(report(short(page), view.name, look(browser, page, view, axe_script), out) for page in pages for view in VIEWS)
    out(f"{urlsplit(address).netloc}: {total or 'no'} faults, {len(pages)} pages in {len(VIEWS)} views, {time.monotonic() - began:.1f} s")
    return total


def caught(browser, flaw, expected):
    told = []
    with running(flaw) as address:
        check(browser, address, None, 0, told.append)
    hits = [line for line in told if expected in line]
    print(f"{'caught' if hits else 'MISSED'}  {flaw}: {hits[0] if hits else expected}")
    return bool(hits)


def self_test(browser, axe_script):
    with running(None) as address:
        quiet = not check(browser, address, axe_script, 6)
    results = [caught(browser, flaw, expected) for flaw, expected in FLAWS.items()]
    print(f"self-test: {sum(results)} of {len(results)} faults caught, good server {'quiet' if quiet else 'NOT quiet'}")
    return 0 if quiet and all(results) else 1


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--axe", metavar="FILE")
    parser.add_argument("--more", type=int, default=6, metavar="N")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("url", nargs="?")
    return parser.parse_args()


def main():
    given = arguments()
    if not given.url and not given.self_test:
        sys.exit("name the address of a dashboard, with its token")
    axe_script = pathlib.Path(given.axe).read_text(encoding="utf-8") if given.axe else None
    if not axe_script:
        print("axe was not run: name its file with --axe; contrast is checked all the same")
    with Browser() as browser:
        if given.self_test:
            return self_test(browser, axe_script)
        return 1 if check(browser, given.url, axe_script, given.more) else 0


if __name__ == "__main__":
    sys.exit(main())
