#!/usr/bin/env python3
"""Recalculates evidence packs with LibreOffice and compares every formula with the value that Constat wrote beside it.

  verify_pack.py FOLDER...     each with one workbook; needs LibreOffice (soffice) and openpyxl

Prints a line for each pack; exit code 1 when a formula differs, a sheet cannot be read, or a cell shows an error.
"""
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
TOLERANCE = 1e-9


def recalculated(workbook, folder):
    """The same workbook, every formula computed anew."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(RECALCULATE)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile.parent}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(workbook)],
        check=True, capture_output=True)
    return folder / "out" / workbook.name


def alike(ours, theirs):
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) <= TOLERANCE * max(1.0, abs(ours), abs(theirs))
    return ours == theirs


def compare(workbook):
    """How many formulas there are, and those that differ."""
    with tempfile.TemporaryDirectory() as folder:
        again = recalculated(workbook, pathlib.Path(folder))
        formulas = openpyxl.load_workbook(workbook)
        ours = openpyxl.load_workbook(workbook, data_only=True)
        theirs = openpyxl.load_workbook(again, data_only=True)
    count, unlike = 0, []
    for sheet in formulas.worksheets:
        pages = (ours[sheet.title], theirs[sheet.title])
        for row in sheet.iter_rows():
            for cell in row:
                value = pages[0][cell.coordinate].value
                if isinstance(value, str) and value.startswith("#"):
                    unlike.append(f"{sheet.title}!{cell.coordinate}: {value}")
                if cell.data_type != "f":
                    continue
                count += 1
                new = pages[1][cell.coordinate].value
                if not alike(value, new):
                    unlike.append(f"{sheet.title}!{cell.coordinate}: written {value}, recalculated {new}")
    return len(formulas.worksheets), count, unlike


def main(folders):
    failed = not folders
    for folder in map(pathlib.Path, folders):
        for workbook in sorted(folder.glob("*.xlsx")):
            sheets, count, unlike = compare(workbook)
            print(f"{workbook.name}: {sheets} sheets, {count} formulas, {len(unlike)} differ")
            for line in unlike[:20]:
                print("  " + line)
            failed = failed or bool(unlike) or count == 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
