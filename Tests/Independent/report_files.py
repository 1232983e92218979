"""Reads every file of some reports: JSON against the schema, tables against JSON, workbooks with their charts, Markdown without raw keys.

Usage: report_files.py SCHEMA FOLDER. Exit code 1 and a line for each fault.
"""
import csv
import json
import pathlib
import re
import sys

import jsonschema
import openpyxl


def json_faults(path, schema):
    report = json.loads(path.read_text())
    for error in jsonschema.Draft202012Validator(schema).iter_errors(report):
        yield f"{path.name}: {list(error.path)}: {error.message[:120]}"
    for figure in report["figures"]:
        if figure["population"] != figure["n"] + figure["open"] + sum(figure["leftOut"].values()) and not figure["sum"]:
            yield f"{path.name}: {figure['metric']}: population is not n + open + left out"


def table_faults(path):
    rows = list(csv.reader(path.open(newline="", encoding="utf-8")))
    if len(rows) < 2:
        yield f"{path}: an empty table"
    if len({len(row) for row in rows}) != 1:
        yield f"{path}: rows of unlike length"


def book_faults(path):
    book = openpyxl.load_workbook(path)
    if len(book.sheetnames) < 8:
        yield f"{path.name}: {len(book.sheetnames)} sheets"
    if not any(sheet._charts for sheet in book.worksheets):
        yield f"{path.name}: no chart"
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and re.search(r"\{[a-zA-Z.]+\}", cell.value):
                    yield f"{path.name}: {sheet.title}!{cell.coordinate}: a raw key"


def text_faults(path):
    text = path.read_text()
    if re.search(r"\{[a-zA-Z.]+\}", text):
        yield f"{path.name}: a raw key"
    for line in text.splitlines():
        if line.startswith("|") and not line.endswith("|"):
            yield f"{path.name}: a broken row: {line[:60]}"


def main(schema_path, folder):
    schema, faults, seen = json.loads(pathlib.Path(schema_path).read_text()), [], 0
    kinds = {".json": lambda path: json_faults(path, schema), ".csv": table_faults, ".xlsx": book_faults, ".md": text_faults}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.suffix in kinds:
            seen += 1
            faults += kinds[path.suffix](path)
    print(*faults, f"{seen} files, {len(faults)} faults", sep="\n")
    return 1 if faults or seen < 50 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
