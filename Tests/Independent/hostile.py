#!/usr/bin/env python3
"""Writes hostile exports: bombs, files cut off, values out of range. Nothing of it is kept in the repository.

Usage: hostile.py OUTPUT_FOLDER

Takes a minute and 300 MB. Each file is named after what is wrong with it, and has a line in OUTPUT_FOLDER/.list.
An XML entity that is followed reads OUTPUT_FOLDER/.canary: its words must never come up in a store or a message.
"""
import gzip
import json
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
from xlsx_from_csv import MAIN, XML, cell, pack, skeleton

MIB = 1 << 20
COLUMNS = ["kind", "id", "title", "severity", "raised", "acknowledged"]
CANARY = "canary 7f3a"

def values(number, **changed):
    raised = f"2026-09-02T{number % 24:02}:00:00Z"
    return {"kind": "alert", "id": f"AL-{number}", "title": f"Alert {number}", "severity": "high", "raised": raised,
            "acknowledged": raised.replace(":00Z", ":30Z"), **changed}

def line(number, end="\n", **changed):
    return (",".join(values(number, **changed).values()) + end).encode()

def table(*lines):
    return (",".join(COLUMNS) + "\n").encode() + b"".join(lines)

def record(number, **changed):
    return (json.dumps(values(number, **changed)) + "\n").encode()

def blocks(piece, size):
    """The piece over and over, `size` bytes in all, a MiB at a time."""
    piece *= max(1, MIB // len(piece))
    for _ in range(size // len(piece)):
        yield piece

class Folder:
    def __init__(self, path):
        self.path, self.list = Path(path), []

    def write(self, name, what, *pieces):
        """A file of bytes, and of iterables of bytes."""
        with open(self.told(name, what), "wb") as file:
            pour(file, pieces)

    def told(self, name, what):
        self.list.append(f"{name}\t{what}")
        return self.path / name

def pour(file, pieces):
    for piece in pieces:
        for block in [piece] if isinstance(piece, bytes) else piece:
            file.write(block)

# Workbooks.

def sheet_row(number, *texts):
    cells = "".join(cell(f"{chr(65 + at)}{number}", text, "openpyxl", {}, False) for at, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'.encode()

def sheet(*inner, doctype=b""):
    """The pieces of a sheet: the header row and a good one, then what is asked for."""
    return [XML.encode(), doctype, f"<worksheet {MAIN}><sheetData>".encode(), sheet_row(1, *COLUMNS),
            sheet_row(2, *values(1).values()), *inner, b"</sheetData></worksheet>"]

def strings(*inner, doctype=b""):
    return [XML.encode(), doctype, f'<sst {MAIN} count="1" uniqueCount="1">'.encode(), *inner, b"</sst>"]

def workbook(folder, name, what, sheet_pieces, string_pieces=None):
    zipfile.ZIP64_LIMIT = (1 << 32) - 1  # up to 4 GiB the plain zip format will do, and more readers follow
    with zipfile.ZipFile(folder.told(name, what), "w") as archive:
        for part, text in skeleton("excel", has_strings=string_pieces is not None).items():
            archive.writestr(zipfile.ZipInfo(part), text, zipfile.ZIP_DEFLATED)
        for part, pieces in (("worksheets/sheet1", sheet_pieces), ("sharedStrings", string_pieces)):
            if pieces is not None:
                info = zipfile.ZipInfo(f"xl/{part}.xml")
                info.compress_type = zipfile.ZIP_DEFLATED
                with archive.open(info, "w") as file:
                    pour(file, pieces)

def string_row(number, index):
    """A row whose title is a shared string."""
    one = values(number)
    texts = sheet_row(number + 1, *one.values()).decode()
    title = texts.index(f'<c r="C{number + 1}"')
    return (texts[:title] + f'<c r="C{number + 1}" t="s"><v>{index}</v></c>' + texts[texts.index("<c ", title + 1):]).encode()

def lying(folder, source, name, what, true_size):
    """A copy whose headers say that the large part has 1,000 bytes."""
    data = (folder.path / source).read_bytes()
    folder.write(name, what, data.replace(struct.pack("<I", true_size), struct.pack("<I", 1_000)))

def workbooks(folder):
    blanks = 4095 * MIB
    workbook(folder, "zip-bomb.xlsx", "a sheet of 4 GiB of blanks, a few MB packed", sheet(blocks(b" ", blanks)))
    size = sum(map(len, sheet())) + blanks
    lying(folder, "zip-bomb.xlsx", "zip-bomb-lying.xlsx", "the same; its headers say 1,000 bytes", size)
    workbook(folder, "zip-bomb-cell.xlsx", "a cell of 2 GiB",
             sheet(b'<row r="3"><c r="A3" t="inlineStr"><is><t>', blocks(b"a", 2047 * MIB), b"</t></is></c></row>"))
    workbook(folder, "zip-bomb-rows.xlsx", "280 million cells of nothing", sheet(blocks(b"<row><c/><c/><c/></row>", 2047 * MIB)))
    workbook(folder, "zip-bomb-string.xlsx", "a shared string of 4 GiB",
             sheet(string_row(2, 0)), strings(b"<si><t>", blocks(b"a", blanks), b"</t></si>"))
    workbook(folder, "zip-bomb-strings.xlsx", "126 million shared strings",
             sheet(string_row(2, 0)), strings(blocks(b"<si><t>a</t></si>", 2047 * MIB)))
    laughs = b'<!DOCTYPE x [<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)) + b"]>"
    canary = folder.path.resolve() / ".canary"
    canary.write_text(CANARY + "\n")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{canary.as_uri()}">]>'.encode()
    outer = f'<!DOCTYPE x SYSTEM "{canary.as_uri()}"[<!ENTITY % p SYSTEM "{canary.as_uri()}"> %p;]>'.encode()
    def titled(text):
        return sheet_row(3, *values(2, title="@@").values()).replace(b"@@", text)
    workbook(folder, "xml-laughs.xlsx", "a billion laughs in the sheet", sheet(titled(b"&a9;"), doctype=laughs))
    workbook(folder, "xml-laughs-strings.xlsx", "a billion laughs in the shared strings", sheet(string_row(2, 0)),
             strings(b"<si><t>&a9;</t></si>", doctype=laughs))
    workbook(folder, "xml-entity.xlsx", "an external entity in the sheet", sheet(titled(b"&e;"), doctype=entity))
    workbook(folder, "xml-entity-strings.xlsx", "an external entity in the shared strings", sheet(string_row(2, 0)),
             strings(b"<si><t>&e;</t></si>", doctype=entity))
    workbook(folder, "xml-dtd.xlsx", "an external DTD and a parameter entity", sheet(titled(b"x"), doctype=outer))
    workbook(folder, "xml-deep.xlsx", "a million elements inside each other", sheet(blocks(b"<row>", 5 * MIB)))
    for name, index in (("far", "999"), ("negative", "-1"), ("huge", "18446744073709551616"), ("word", "x"), ("none", "")):
        workbook(folder, f"string-index-{name}.xlsx", f"the index of a shared string is “{index}”, there is one string",
                 sheet(string_row(2, index), string_row(3, 0)), strings(b"<si><t>the only one</t></si>"))
    workbook(folder, "cell-far.xlsx", "cells outside any sheet, twice, backwards and without a place",
             sheet(b'<row r="1048577"><c r="ZZZZZZZ1"><v>1</v></c></row>',
                   b'<row r="99999999999999999999"><c r="A0"><v>1</v></c></row>',
                   b'<row r="2"><c r="XFD2"><v>1</v></c><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
                   b"<row><c><v>1</v></c></row>"))
    serials = ["-1", "0", "0.5", "59", "60", "61", "2958465", "2958466", "1e300", "-1e300", "1e999", "NaN",
               "46267.99999999999999", ""]
    rows = [sheet_row(n, *values(n).values()).split(b'<c r="E')[0] + f'<c r="E{n}" s="1"><v>{serial}</v></c></row>'.encode()
            for n, serial in enumerate(serials, 3)]
    workbook(folder, "dates-serial.xlsx", "serial dates from -1e300 to 1e999", sheet(*rows))

# Text, and text that is packed.

def texts(folder):
    good, many, end = table(line(1)), 60 * MIB // len(line(1)), line(2).split(b"Alert 2")[1]
    folder.write("brackets.json", "100 million brackets", blocks(b"[" * 1_000_000, 100_000_000))
    folder.write("braces.json", "a record with 5 million objects inside each other", record(1).rstrip(b"}\n"),
                 b', "x": ', blocks(b'{"a":', 5 * 5_000_000))
    folder.write("open-quote-small.csv", "a quote that is not closed", good, line(2, title='"open'), line(3))
    folder.write("open-quote-large.csv", "a quote that is not closed, 60 MB behind it", good, line(2, title='"open'),
                 (line(3) * 1_000 for _ in range(many // 1_000)))
    folder.write("cell-50mb.csv", "a cell of 50 MB", good, b"alert,AL-2,", blocks(b"a", 50 * MIB), end, line(3))
    folder.write("cell-50mb-quotes.csv", "a cell of 50 MB, quotes only", good, b'alert,AL-2,"', blocks(b'""', 50 * MIB),
                 b'"', end, line(3))
    folder.write("columns.csv", "a header of a million columns", b"kind,id,raised", (b",x%d" % n for n in range(1_000_000)),
                 b"\nalert,1,2026-09-02T00:00:00Z\n")
    folder.write("line-ends.csv", "LF, CRLF and CR in one file", table(
        line(1), line(2, "\r\n"), line(3, "\r"), line(4, "\r\r\n"), line(5, "\n\r"), line(6, title='"a\rb\r\nc\nd"'),
        line(7, "")))
    folder.write("nul-early.csv", "a NUL in the second row", table(line(1), line(2, title="a\0b"), line(3)))
    folder.write("nul-late.csv", "a NUL behind the first 8 KB",
                 table(*map(line, range(1, 200)), line(200, title="a\0b"), line(201)))
    folder.write("nul-raw.ndjson", "a NUL as it is in a string of JSON, behind the first 8 KB", *map(record, range(1, 200)),
                 record(200, title="a@b").replace(b"@", b"\0"), record(201))
    folder.write("nul-escaped.ndjson", "a NUL as \\u0000 in a title, and in ids that are equal up to it", record(1, title="a\0b"),
                 record(2, id="AL\0-2"), record(3, id="AL\0-3"), record(4, id="AL"), record(5, id="\0"), record(6))
    folder.write("surrogate.ndjson", "half a surrogate pair", record(1, title="a\ud800b"), record(2))
    folder.write("utf8-broken.csv", "one row that is not UTF-8", table(line(1), line(2).replace(b"Alert", b"caf\xe9"), line(3)))
    folder.write("utf8-broken.ndjson", "one row that is not UTF-8", record(1), record(2).replace(b"Alert", b"caf\xe9"), record(3))
    times = ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
             "10000-01-01T00:00:00Z", "292277026597-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z",
             "2026-12-31T23:59:60Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00+99:99", "-1", "0", "1e300", "-1e300", "NaN",
             "9" * 400]
    folder.write("dates.csv", "times out of range", table(*(line(n, raised=time) for n, time in enumerate(times, 1)), line(99)))
    folder.write("dates.ndjson", "times out of range", *(record(n, raised=time) for n, time in enumerate(times, 1)), record(99))
    numbers = ["-1", "0", "1", "1e300", "-1e300", "9223372036854775807", "-9223372036854775808", "18446744073709551615",
               "18446744073709551616", "1772435780440.5", "253402300800000", "-62135596800001", "true", '"1e300"', '"-1"',
               "9" * 400, "1772435780440"]
    hive = '{"_id":"~%d","_type":"Alert","_createdAt":%s,"source":"siem","sourceRef":"r%d","stage":"New","title":"x","date":%s}\n'
    folder.write("dates-epoch.ndjson", "epoch numbers out of range, as TheHive would write them",
                 *((hive % (n, number, n, number)).encode() for n, number in enumerate(numbers, 1)))
    folder.write("empty", "an empty file")
    folder.write("bom.csv", "a byte order mark alone", b"\xef\xbb\xbf")
    folder.write("bom-utf16.json", "a byte order mark of UTF-16 alone", b"\xff\xfe")
    for code, mark in (("le", b"\xff\xfe"), ("be", b"\xfe\xff")):
        folder.write(f"utf16-{code}-odd.csv", "UTF-16, its last byte missing", mark,
                     table(line(1)).decode().encode(f"utf-16-{code}")[:-1])

def packed(folder):
    def gzipped(name, what, *pieces):
        with open(folder.told(name, what), "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as stream:
            pour(stream, pieces)
    export = b"".join(map(record, range(1, 5_000)))
    gzipped("gzip-bomb.json.gz", "1 GiB of blanks", blocks(b" ", 1024 * MIB))
    gzipped("gzip-bomb-string.json.gz", "a string of 1 GiB", record(1).rstrip(b'"}\n'), blocks(b"a", 1024 * MIB), b'"}\n')
    gzipped("gzip-bomb-lines.json.gz", "a good row and 1 GiB of empty lines", record(1), blocks(b"\n", 1024 * MIB))
    gzipped("gzip-in-gzip.json.gz", "a gzip inside a gzip", gzip.compress(export, mtime=0))
    half = gzip.compress(export, mtime=0)
    folder.write("gzip-cut.json.gz", "cut off in the middle", half[:len(half) // 2])
    folder.write("gzip-cut-end.json.gz", "its check sum is missing", half[:-8])
    folder.write("gzip-sum.json.gz", "its check sum is wrong", half[:-8] + b"\0" * 8)
    folder.write("gzip-tail.json.gz", "bytes behind its end that are no gzip", half, b"tail")
    folder.write("zstd-window.json.zst", "a frame that asks for a window of 3.75 TiB", b"\x28\xb5\x2f\xfd\0\xff\1\0\0")
    if shutil.which("zstd"):
        with open(folder.told("zstd-bomb.json.zst", "4 GiB of blanks"), "wb") as file:
            with subprocess.Popen(["zstd", "-q", "-c", "-19", "--single-thread"], stdin=subprocess.PIPE, stdout=file) as run:
                pour(run.stdin, [blocks(b" ", 4096 * MIB)])
        frame = subprocess.run(["zstd", "-q", "-c"], input=export, stdout=subprocess.PIPE, check=True).stdout
        folder.write("zstd-cut.json.zst", "cut off in the middle", frame[:len(frame) // 2])

def loops(folder):
    """A folder that holds itself, a link to itself, a pair of links, and a good export."""
    loop = folder.told("symlink-loop", "a folder with loops of links and a good export")
    loop.mkdir(exist_ok=True)
    (loop / "good.ndjson").write_bytes(record(1))
    links = {"again": "../symlink-loop", "self.json": "self.json", "one.json": "two.json", "two.json": "one.json"}
    for name, target in links.items():
        if not (loop / name).is_symlink():
            os.symlink(target, loop / name)

def main(path):
    folder = Folder(path)
    folder.path.mkdir(parents=True, exist_ok=True)
    for part in (texts, packed, loops, workbooks):
        part(folder)
    (folder.path / ".list").write_text("\n".join(folder.list) + "\n", encoding="utf-8")
    print(*folder.list, sep="\n")
    return 0

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__.split("\n\n")[1])
    sys.exit(main(sys.argv[1]))
