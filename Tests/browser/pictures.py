#!/usr/bin/python3
"""Pictures of reports: records them as samples, or compares what is drawn today with the samples.

Usage: pictures.py record|compare REPORTS SAMPLES. Exit code 1 when a picture differs by more than fonts and versions explain.
"""
import base64
import io
import pathlib
import sys

from PIL import Image, ImageChops, ImageStat

from browser import Browser, View

SHOTS = [("monthly-armorique-2026-10-fr", View("laptop", 1280, 1500)), ("monthly-armorique-2026-10-fr", View("dark", 1280, 1500, dark=True)),
         ("monthly-armorique-2026-10-en", View("laptop", 1280, 1500)), ("monthly-ponant-2026-10-fr", View("phone", 360, 1500)),
         ("monthly-armorique-2026-10-fr", View("print", 794, 1123, printed=True))]
WIDTH = 640
COARSE = (80, 94)
MOST = 1.5


def drawn(browser, reports, name, view):
    browser.show((reports / f"{name}.html").resolve().as_uri(), view)
    raw = browser.command("Page.captureScreenshot", format="png")
    picture = Image.open(io.BytesIO(base64.b64decode(raw["data"]))).convert("RGB")
    return picture.resize((min(WIDTH, picture.width), picture.height * min(WIDTH, picture.width) // picture.width), Image.LANCZOS)


def difference(one, other):
    """The mean difference of the coarsest grey pictures, from 0 to 255; letters may move a little, columns and tiles may not."""
    coarse = [picture.convert("L").resize(COARSE, Image.BOX) for picture in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*coarse)).mean[0]


def main(what, reports, samples):
    faults = 0
    with Browser() as browser:
        for name, view in SHOTS:
            file = samples / f"{name}-{view.name}.png"
            picture = drawn(browser, reports, name, view)
            if what == "record":
                picture.quantize(64).save(file, optimize=True)
                continue
            distance = difference(picture, Image.open(file).convert("RGB")) if file.is_file() else 255
            faults += distance > MOST
            print(f"{file.name}: {distance:.1f} of 255{'' if distance <= MOST else ': make samples records it anew; look at it'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
