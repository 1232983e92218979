"""Drives headless Chromium: shows a page as a phone, a laptop, in dark or on paper, asks scripts about it, presses keys,
and keeps what the console said and which addresses were asked for. Needs Debian's chromium, chromium-driver, python3-selenium."""
import base64
import json
import pathlib
import re
from dataclasses import dataclass, replace

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

HERE = pathlib.Path(__file__).parent
SCRIPTS = "\n".join((HERE / name).read_text() for name in ("text.js", "width.js", "contrast.js", "structure.js"))
FLAGS = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
         "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]
KEYS = {"Tab": (9, ""), "Enter": (13, "\r"), "ArrowDown": (40, ""), "ArrowUp": (38, ""), "Home": (36, "")}
NOT_SENT = ("data:", "about:", "blob:", "chrome:", "chrome-error:", "devtools:")


@dataclass(frozen=True)
class View:
    name: str
    width: int
    height: int
    scale: float = 1
    mobile: bool = False
    dark: bool = False
    printed: bool = False


VIEWS = [View("phone", 360, 740, scale=2, mobile=True), View("laptop", 1280, 800), View("dark", 1280, 800, dark=True),
         View("print", 794, 1123, printed=True)]


def options():
    chosen = webdriver.ChromeOptions()
    chosen.binary_location = "/usr/bin/chromium"
    for flag in FLAGS:
        chosen.add_argument(flag)
    chosen.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return chosen


class Browser:
    def __init__(self):
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options())
        self.driver.set_script_timeout(120)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def ask(self, question, *arguments):
        return self.driver.execute_script(f"{SCRIPTS}\nreturn {question}(...arguments);", *arguments)

    def shape(self, view):
        self.command("Emulation.setDeviceMetricsOverride", width=view.width, height=view.height,
                     deviceScaleFactor=view.scale, mobile=view.mobile)
        self.command("Emulation.setScrollbarsHidden", hidden=view.printed)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if view.dark else "light"}
        self.command("Emulation.setEmulatedMedia", media="print" if view.printed else "screen", features=[scheme])

    def on_paper(self, view):
        """The view narrowed to what the page's margins leave of the sheet."""
        margins = self.ask("pageMargins")
        return replace(view, width=int(view.width - margins["across"]), height=int(view.height - margins["down"]))

    def show(self, address, view):
        """Loads the address in that view, and gives the view with the paper's margins taken off."""
        self.driver.get("about:blank")
        self.events()
        self.shape(view)
        self.driver.get(address)
        return self.fit(view)

    def fit(self, view):
        fitted = self.on_paper(view) if view.printed else view
        self.shape(fitted)
        return fitted

    def press(self, key):
        code, text = KEYS[key]
        common = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.command("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.command("Input.dispatchKeyEvent", type="keyUp", **common)

    def console(self):
        return [f"{entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")]

    def events(self):
        entries = self.driver.get_log("performance")
        return [json.loads(entry["message"])["message"] for entry in entries]

    def pages_printed(self):
        """How many sheets the page fills; none when it does not print."""
        printed = self.command("Page.printToPDF", preferCSSPageSize=True, printBackground=True, paperWidth=8.27, paperHeight=11.69)
        document = base64.b64decode(printed["data"])
        return len(re.findall(rb"/Type\s*/Page\b", document)) if document.startswith(b"%PDF") else 0


def addresses(events):
    asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    opened = [event["params"]["url"] for event in events if event["method"] == "Network.webSocketCreated"]
    return [address for address in asked + opened if not address.startswith(NOT_SENT)]


def answers(events):
    """Status and headers of every document that came, by address."""
    came = [event["params"] for event in events if event["method"] == "Network.responseReceived"]
    return {one["response"]["url"]: (one["response"]["status"], {name.lower(): value for name, value in one["response"]["headers"].items()})
            for one in came if one["type"] == "Document"}
