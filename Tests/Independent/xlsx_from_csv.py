#!/usr/bin/env python3
"""Writes a CSV as a workbook, cell by cell in the shapes of the program it is to come from.

Usage: xlsx_from_csv.py CSV XLSX [excel|excel-1904|libreoffice|openpyxl]

Numbers, TRUE and FALSE, ISO 8601 times (as serial numbers in UTC, with a date style) and errors such as #N/A become
cells of their own type, all else text; an empty cell is left out. Same CSV, same bytes.
excel: shared strings, some in runs with a reading aid; the last column holds results of formulas; a row without cells.
libreoffice: shared strings, a custom style that is no date; the zip tells sizes behind the data only.
openpyxl: strings inside their cells, no shared ones, absolute paths between the parts.
"""
import csv
import io
import re
import sys
import zipfile
from datetime import datetime, timezone
from pathlib import Path

ERRORS = {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"}
NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,6})?")
TIME = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?")
PROGRAMS = ["excel", "excel-1904", "libreoffice", "openpyxl"]
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

class Unseekable:
    """A file that zipfile cannot go back in, so that it writes sizes behind the data."""
    def __init__(self, file):
        self.write, self.flush = file.write, file.flush

def escaped(text):
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    text = re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", lambda match: f"_x{ord(match[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

def element(text):
    space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<t{space}>{escaped(text)}</t>"

def column(number):
    """0 is A, 26 is AA."""
    name = ""
    while number >= 0:
        name, number = chr(65 + number % 26) + name, number // 26 - 1
    return name

def serial(text, program):
    """Days since the workbook's epoch; None for what a spreadsheet keeps as text."""
    epoch = datetime(1904, 1, 1) if program == "excel-1904" else datetime(1899, 12, 30)
    try:
        time = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    if time.tzinfo:
        time = time.astimezone(timezone.utc).replace(tzinfo=None)
    taken = time - epoch
    return taken.days + (taken.seconds * 1000 + taken.microseconds // 1000) / 86_400_000 if time.year > 1904 else None

def typed(text, program):
    """The cell's type in XML, the style's number, the value."""
    if text in ERRORS:
        return "e", 0, text
    if text.upper() in ("TRUE", "FALSE"):
        return "b", 0, str(int(text.upper() == "TRUE"))
    if NUMBER.fullmatch(text) and sum(map(str.isdigit, text)) <= 15:
        return "n", 0, text if "." not in text or program == "openpyxl" else "%.17g" % float(text)
    if TIME.fullmatch(text) and (days := serial(text, program)) is not None:
        return "n", 2 if len(text) == 10 else 1, str(days).removesuffix(".0")
    return "s", 0, text

def cell(place, text, program, strings, is_formula):
    kind, style, value = typed(text, program)
    head = f'<c r="{place}"' + (f' s="{style}"' if style or program == "libreoffice" else "")
    if kind == "n":
        return head + ("" if program.startswith("excel") else ' t="n"') + f"><v>{value}</v></c>"
    if kind != "s":
        return f'{head} t="{kind}"><v>{value}</v></c>'
    if program == "openpyxl":
        return f'{head} t="inlineStr"><is>{element(text)}</is></c>'
    if is_formula:
        formula = escaped('"%s"' % text[:255].replace('"', '""'))
        return f'{head} t="str"><f>{formula}</f><v>{escaped(text)}</v></c>'
    return f'{head} t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'

def sheet(rows, program, strings):
    is_excel, lines = program.startswith("excel"), []
    for number, row in enumerate(rows, 1):
        cells = [cell(f"{column(at)}{number}", text, program, strings, is_excel and 1 < number and at == len(rows[0]) - 1)
                 for at, text in enumerate(row) if text]
        if cells:
            spans = f' spans="1:{len(row)}"' if is_excel else ""
            lines.append(f'<row r="{number}"{spans}>{"".join(cells)}</row>')
    if program != "openpyxl":
        lines.append(f'<row r="{len(rows) + 1}"/>')
    size = f"A1:{column(max(map(len, rows), default=1) - 1)}{len(rows)}"
    return f'{XML}<worksheet {MAIN}><dimension ref="{size}"/><sheetData>{"".join(lines)}</sheetData></worksheet>'

def shared(strings, program):
    items = []
    for at, text in enumerate(strings):
        if program.startswith("excel") and at % 4 == 3 and len(text) > 1:
            half = len(text) // 2
            items.append(f"<si><r>{element(text[:half])}</r><r><rPr><b/></rPr>{element(text[half:])}</r>"
                         f'<rPh sb="0" eb="1"><t>not the text</t></rPh></si>')
        else:
            items.append(f"<si>{element(text)}</si>")
    return f'{XML}<sst {MAIN} count="{len(items)}" uniqueCount="{len(items)}">{"".join(items)}</sst>'

def skeleton(program="excel", has_strings=True):
    """All parts but the sheet and its shared strings, by name."""
    base = "/xl/" if program == "openpyxl" else ""
    links = [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
    if has_strings:
        links.append(("sharedStrings", "sharedStrings.xml"))
    def relations(pairs):
        items = "".join(f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                        for at, (kind, target) in enumerate(pairs, 1))
        return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'
    parts = [("xl/workbook.xml", "sheet.main")] + [(f"xl/{target}", kind) for kind, target in links]
    types = "".join(f'<Override PartName="/{name}" ContentType="{TYPE}.{kind}+xml"/>' for name, kind in parts)
    formats = {"excel": (22, 14), "excel-1904": (22, 14), "libreoffice": (165, 166), "openpyxl": (164, 165)}[program]
    customs = {"libreoffice": [(164, "General"), (165, r"yyyy\-mm\-dd\ hh:mm:ss.000"), (166, r"yyyy\-mm\-dd")],
               "openpyxl": [(164, "yyyy-mm-dd h:mm:ss"), (165, "yyyy-mm-dd")]}.get(program, [])
    plain = 164 if program == "libreoffice" else 0
    styles = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in customs)
    styles = f'<numFmts count="{len(customs)}">{styles}</numFmts>' if customs else ""
    styles += "".join(f'<{name} count="1">{item}</{name}>' for name, item in
                      (("fonts", "<font/>"), ("fills", "<fill><patternFill/></fill>"), ("borders", "<border/>")))
    styles += f'<cellStyleXfs count="1"><xf numFmtId="{formats[0]}"/></cellStyleXfs><cellXfs count="3">' + "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for number in (plain, *formats)) + "</cellXfs>"
    dates = ' date1904="1"' if program == "excel-1904" else ""
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relations([("officeDocument", base + "workbook.xml" if base else "xl/workbook.xml")]),
        "xl/workbook.xml": f'{XML}<workbook {MAIN} xmlns:r="{OFFICE}"><workbookPr{dates}/><sheets>'
        f'<sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations([(kind, base + target) for kind, target in links]),
        "xl/styles.xml": f"{XML}<styleSheet {MAIN}>{styles}</styleSheet>"}

def pack(file, parts):
    """A zip of the parts, with no time of its own."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)

def main(source, target, program="excel"):
    text = Path(source).read_bytes().decode("utf-8-sig")
    separator = max(",;\t", key=text.partition("\n")[0].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    strings, parts = {}, skeleton(program, has_strings=program != "openpyxl")
    parts["xl/worksheets/sheet1.xml"] = sheet(rows, program, strings)
    if program != "openpyxl":
        parts["xl/sharedStrings.xml"] = shared(strings, program)
    with open(target, "wb") as file:
        pack(Unseekable(file) if program == "libreoffice" else file, parts)
    return 0

if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[3:] and sys.argv[3] not in PROGRAMS:
        sys.exit(__doc__.split("\n\n")[1])
    sys.exit(main(*sys.argv[1:]))
