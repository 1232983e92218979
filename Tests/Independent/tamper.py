#!/usr/bin/env python3
"""Changes a workbook behind Constat's back. Usage: tamper.py FILE SHEET (cell REFERENCE VALUE | row NUMBER)

`cell` puts another number, or text, in place of what a cell holds; `row` takes a row away, those below stay where they are.
"""
import re
import sys
import zipfile


def changed(xml, words):
    if words[0] == "row":
        xml, count = re.subn(rf'<row r="{words[1]}".*?</row>', "", xml, flags=re.S)
    else:
        cell = re.search(rf'<c r="{words[1]}".*?(?:</c>|/>)', xml, flags=re.S).group(0)
        if "<v>" in cell:
            new, count = re.subn(r"<v>.*?</v>", f"<v>{words[2]}</v>", cell)
        else:
            new, count = re.subn(r"<t(?: [^>]*)?>.*?</t>", f"<t>{words[2]}</t>", cell, flags=re.S)
        xml = xml.replace(cell, new)
    assert count == 1, words
    return xml


def main(path, sheet, *words):
    old = zipfile.ZipFile(path)
    names = re.findall(r'<sheet name="([^"]+)" sheetId="\d+" r:id="rId(\d+)"', old.read("xl/workbook.xml").decode())
    entry = f"xl/worksheets/sheet{dict(names)[sheet]}.xml"
    parts = [(info, old.read(info)) for info in old.infolist()]
    old.close()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info, content in parts:
            new.writestr(info, changed(content.decode(), words) if info.filename == entry else content)


if __name__ == "__main__":
    main(*sys.argv[1:])
