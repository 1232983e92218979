"""The way through the dashboard by keyboard alone: to a figure and back, then another language and another period."""
import time
from urllib.parse import urlsplit

from browser import VIEWS
from checks import fault

LAPTOP = VIEWS[1]
FIGURE_PARTS = {"h1": "heading", ".definition, .lead": "definition",
                "#population table, table.population": "table of the population",
                ".left-out, .sections > section:nth-of-type(2) :is(table, .empty)": "line or table of what was left out"}


class Walk:
    def __init__(self, browser, address):
        self.browser, self.start = browser, address
        self.faults, self.seen = [], []

    def fail(self, what):
        self.faults.append(fault(what, short(self.browser.driver.current_url)))

    def arrive(self, before):
        """Waits until the address has changed and the page is there."""
        driver, until = self.browser.driver, time.monotonic() + 5
        while time.monotonic() < until:
            if driver.current_url != before and driver.execute_script("return document.readyState") == "complete":
                self.seen.append(driver.current_url)
                return True
            time.sleep(0.05)
        return False

    def tab_to(self, selector):
        for _ in range(self.browser.ask("stopCount") + 60):
            if self.browser.ask("isFocused", selector):
                return True
            self.browser.press("Tab")
        self.fail(f"Tab does not reach {selector}")
        return False

    def enter(self, selector):
        before = self.browser.driver.current_url
        if not self.tab_to(selector):
            return False
        self.browser.press("Enter")
        if not self.arrive(before):
            self.fail(f"Enter on {selector} leads nowhere")
            return False
        return True

    def begin(self):
        self.browser.show(self.start, LAPTOP)
        self.home = self.browser.driver.current_url
        self.seen.append(self.home)

    def figure(self):
        if not self.enter("a.figure"):
            return
        for selector, name in FIGURE_PARTS.items():
            if not self.browser.ask("present", selector):
                self.fail(f"the figure's page has no {name} ({selector})")
        before = self.browser.driver.current_url
        self.browser.driver.back()
        if not self.arrive(before) or self.browser.driver.current_url != self.home:
            self.fail("going back does not lead to the start page")

    def choose(self, name):
        """Another value of a select by arrow keys, then the button; the page must come back with that value chosen."""
        selector = f"select[name={name}]"
        before = self.browser.ask("chosenValue", selector)
        wanted = self.pick(selector, before) if self.tab_to(selector) else None
        if wanted is None or not self.enter("form button"):
            return
        if self.browser.ask("chosenValue", selector) != wanted:
            self.fail(f"after the form {selector} is not {wanted}")
        if name == "lang" and not self.browser.driver.execute_script("return document.documentElement.lang").startswith(wanted):
            self.fail(f"the page is not in the language {wanted}")

    def pick(self, selector, before):
        for key in ("ArrowDown", "ArrowUp"):
            self.browser.press(key)
            if self.browser.ask("chosenValue", selector) != before:
                return self.browser.ask("chosenValue", selector)
        self.fail(f"{selector} has no other value to choose")
        return None

    def go(self):
        self.begin()
        self.figure()
        self.choose("lang")
        self.choose("period")
        return self


def short(address):
    parts = urlsplit(address)
    kept = "&".join(pair for pair in parts.query.split("&") if pair and not pair.startswith("token="))
    return parts.path + ("?" + kept if kept else "")
