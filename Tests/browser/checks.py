"""What is asked of every page, in every view: silent, nothing fetched, nothing cut, nothing overlapping, readable, well built,
and usable by keyboard. Each fault comes as what is wrong, the path to the element, and a piece of its text."""
import json
import re

from browser import addresses

LAYOUT = ("cutTexts", "smallTexts", "overlaps", "contrasts")
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "preload": False,
               "resultTypes": ["violations"]}
RUN_AXE = """const [options, done] = arguments;
axe.run(document, options).then(result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
  [rule.id + ': ' + rule.help, node.target.join(' '), node.html])))).catch(error => done([['axe failed: ' + error, '', '']]));"""


def fault(what, path="", text=""):
    return {"what": what, "path": path, "text": " ".join(text.split())[:90]}


def said(browser):
    return [fault("console " + message) for message in browser.console()]


def fetched(events, allowed):
    return [fault("request for " + address[:120]) for address in addresses(events) if not allowed(address)]


def layout(browser, view):
    return browser.ask("widths", view.width) + [one for question in LAYOUT for one in browser.ask(question)]


def alike(one):
    return re.sub(r"\d+(\.\d+)?", "#", one["what"]), one["path"], one["text"]


def opened(browser, view, known):
    """The faults that show only once every part that folds is open."""
    if view.printed or not browser.ask("openDetails"):
        return []
    before = {alike(one) for one in known}
    return [dict(one, what=one["what"] + ", when opened") for one in layout(browser, view) if alike(one) not in before]


def on_paper(browser, view):
    sheets = browser.pages_printed()
    return browser.ask("tooTall", view.height) + ([] if sheets else [fault("does not print")]), sheets


def axe(browser, script):
    if browser.driver.execute_script("return typeof window.axe") == "undefined":
        browser.driver.execute_script(script)
    found = browser.driver.execute_async_script(RUN_AXE, AXE_OPTIONS)
    return [fault("axe " + what, path, text) for what, path, text in found]


def tab_walk(browser):
    """Presses Tab until the focus leaves the page or comes back to where it began."""
    browser.ask("leaveFocus")
    walk, limit = [], browser.ask("stopCount") * 2 + 40
    for _ in range(limit):
        browser.press("Tab")
        here = browser.ask("focused")
        if here is None or (walk and here["path"] == walk[0]["path"]):
            break
        walk.append(here)
    return walk


def keyboard(browser):
    walk = tab_walk(browser)
    reached = [stop["index"] for stop in walk if stop["index"] >= 0]
    missing = sorted(set(range(browser.ask("stopCount"))) - set(reached))
    backwards = [stop for stop, after in zip(walk, walk[1:]) if 0 <= after["index"] < stop["index"]]
    return (browser.ask("stopFaults", missing) + browser.ask("turnedByHand") + [one for stop in walk for one in stop["faults"]]
            + [fault("Tab goes back in the page after this", stop["path"]) for stop in backwards])


def looked_at(browser, view, axe_script):
    """Every check on the page that is shown now; the number of sheets when it is printed."""
    found, sheets = layout(browser, view) + browser.ask("structure"), None
    if view.printed:
        tall, sheets = on_paper(browser, view)
        return found + tall, sheets
    found += keyboard(browser)
    found += opened(browser, view, found)
    return found + (axe(browser, axe_script) if axe_script and not view.mobile else []), sheets


def folded(faults):
    """One line for faults that differ only in their number or their place in a row of equals."""
    groups = {}
    for one in faults:
        key = re.sub(r"-?\d+(\.\d+)?", "#", one["what"]), re.sub(r":nth-[a-z-]+\(\d+\)", "", one["path"])
        groups.setdefault(key, []).append(one)
    return [(group[0], len(group) - 1) for group in groups.values()]


def lines(name, view, faults):
    for one, more in folded(faults):
        parts = [name, view, one["what"], one["path"], one["text"]]
        yield " · ".join(part for part in parts if part) + (f"  (and {more} alike)" if more else "")
