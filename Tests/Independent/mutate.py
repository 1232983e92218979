#!/usr/bin/env python3
"""Writes broken variants of well-formed exports and profiles: the same seed and inputs give the same bytes.

Usage: mutate.py SEED COUNT INPUT_FOLDER OUTPUT_FOLDER

INPUT_FOLDER: small JSON, NDJSON, CSV, XLSX and YAML files, also in folders below; expected.json is passed over.
A variant is named NUMBER-INPUT-BREAKAGES.SUFFIX: its name says what was done to it.
"""
import gzip
import io
import random
import re
import struct
import sys
import zipfile
import zlib
from pathlib import Path

LARGEST = 4 << 20
TEXTS = [  # put in anywhere
    b'"', b'""', b"'", b",", b";", b"\t", b"|", b":", b"{", b"}", b"[", b"]", b"{}", b"[]", b"\\", b"\\u", b"\\ud800",
    b"\\udc00\\ud800", b"\\u0000", b"\0", b"\0\0\0\0", b"\n", b"\r", b"\r\n", b"#", b"//", b"/*", b"null", b"true", b"\x1b[2J",
    b"\x7f", b"\x1a", "\u2028".encode(), "\u0085".encode(), "\u202e".encode(), "e\u0301\u0302".encode(), "\U0010ffff".encode()]
BAD_UTF8 = [
    b"\xff", b"\x80", b"\xc0\xaf", b"\xc1\xbf", b"\xe2\x82", b"\xed\xa0\x80", b"\xf0\x80\x80\xaf", b"\xf4\x90\x80\x80",
    b"\xf8\x88\x80\x80\x80", b"\xfe\xfe\xff\xff", b"caf\xe9"]
NUMBERS = [
    b"0", b"-0", b"-1", b"1e300", b"-1e300", b"1e999", b"1e-999", b"1E+0000000001", b"127", b"255", b"65536", b"2147483648",
    b"-2147483649", b"4294967296", b"9007199254740993", b"9223372036854775807", b"9223372036854775808", b"-9223372036854775808",
    b"-9223372036854775809", b"18446744073709551615", b"18446744073709551616", b"NaN", b"Infinity", b"-inf", b"0x7fffffff",
    b"1_000", b"01", b".5", b"5.", b"+1", b"9" * 400, b"0." + b"3" * 4000, b"1" + b"0" * 100_000]
TIMES = [
    b"0000-00-00T00:00:00Z", b"0000-01-01T00:00:00Z", b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59.999Z",
    b"-0001-01-01T00:00:00Z", b"+292277026596-12-04T15:30:08Z", b"2026-02-30T10:00:00Z", b"2026-13-01T00:00:00Z",
    b"2026-12-31T23:59:60Z", b"2026-01-01T24:00:00Z", b"2026-01-01T00:00:00+99:99", b"2026-01-01T00:00:00-00:00",
    b"2026-01-01T00:00:00." + b"9" * 300 + b"Z", b"2026-03-29T02:30:00", b"2026-W01-1", b"2026-01-01T", b"T", b"Z"]
VALUES = NUMBERS + TIMES + BAD_UTF8 + [
    b"", b'""', b"{}", b"[]", b"[[]]", b"~", b"yes", b"*", b"&a", b"!!binary x", b"/", b"/a/~1/~2", b"\\u0000", b"\\ud83d",
    b"A" * 70_000, "é".encode() * 40_000, "👩\u200d👩\u200d👧".encode() * 2_000,
    "a\u0300".encode() + "\u0301".encode() * 9_000]
BOMS = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xef\xbb"]
HEADS = [
    b"\x1f\x8b\x08\0\0\0\0\0\0\x03", b"\x1f\x8b\x08\xff", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd\0\xff",
    b"\x50\x2a\x4d\x18\xff\xff\xff\xff", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"BZh9", b"\xfd7zXZ\0",
    b"7z\xbc\xaf\x27\x1c", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"SQLite format 3\0", b"%PDF-1.7\n", b"\x7fELF"]
LAUGHS = b"x0: &x0 [a, a]\n" + b"".join(
    b"x%d: &x%d [%s]\n" % (n, n, b",".join([b"*x%d" % (n - 1)] * 9)) for n in range(1, 9))
YAML = [
    b"&a [*a]", b"*none", b"<<: *a\n", b"<<: {a: b}\n", b"? [a, b]\n: c\n", b"---\n", b"...\n", b"%YAML 9.9\n", b"\t",
    b"!!set {a, b}", b"!!float .inf", b"key: |9\n x\n", b"key: >-\n\n\n", b"zone: Mars/Olympus\n", b"zone: ''\n",
    b"version: 99999999999999999999\n", b"format: xml\n", b"fields: ~\n", b"fields: []\n", b"milestones: {}\n",
    b"recognise: {}\n", b"records: [/a/~, //, '']\n", b"as: yyyyyyyyMMMM'", b"\xe2\x80\xa8", LAUGHS]
XML_VALUES = [
    b"", b"-1", b"0", b"1", b"A0", b"1A", b"a1", b"XFD1048576", b"XFE1048577", b"ZZZZZZZZZZZZ99999999999999999999", b"A1:B2",
    b"$A$1", b"s", b"inlineStr", b"str", b"d", b"e", b"b", b"n", b"zz", b"4294967295", b"99999999999999999999",
    b"../../../etc/passwd", b"/", b"http://localhost/", b"2958466", b"-693594", b"1e308", b"NaN", b"&#0;", b"&#xD800;",
    b"&#x110000;", b"&bogus;", b"&", b"<", b"]]>"]
XML_TEXTS = [
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<![CDATA[x]]>", b"<![CDATA[", b"<!--", b"<!-- -- -->", b"<?x y?>", b"</c>", b"</row>",
    b"<c/>", b"<row/>", b"<row r='5'><row r='5'>", b"<c t='s'><v>7</v><v>8</v></c>", b"<is><t>x</t></is>",
    b"<x:c xmlns:x='y'/>", b"<mc:AlternateContent>", b"<si><r><r><t>", b"<v/>", b"<f>1+1</f>",
    b"<a" + b" b='c'" * 5_000 + b"/>"]
NAMES = ["../../x.xml", "/xl/workbook.xml", "XL/WORKBOOK.XML", "xl\\workbook.xml", "xl/worksheets/", "é" * 9, "a" * 60_000]

def span(rng, data, most=400):
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.randint(1, rng.choice((4, 40, most))))

def inserted(rng, data, piece):
    at = rng.randrange(len(data) + 1)
    return data[:at] + piece + data[at:]

def replaced(rng, data, pattern, pieces):
    """One match of the pattern becomes one of the pieces, mostly in quotes where it was, or another match."""
    found = list(re.finditer(pattern, data))
    if not found:
        return data
    match = rng.choice(found)
    piece = rng.choice(pieces) if rng.random() < 0.8 else rng.choice(found)[0]
    if match[0][:1] == b'"' != piece[:1] and rng.random() < 0.7:
        piece = b'"' + piece + b'"'
    return data[:match.start()] + piece + data[match.end():]

# Breakages of any bytes.

def flip(rng, data):
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8)) if data else 0):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)

def truncate(rng, data):
    return data[:rng.randrange(len(data) + 1)]

def behead(rng, data):
    return data[rng.randrange(min(len(data), 64) + 1):]

def delete(rng, data):
    start, end = span(rng, data)
    return data[:start] + data[end:]

def duplicate(rng, data):
    start, end = span(rng, data, 2_000)
    return data[:end] + data[start:end] * rng.choice((1, 1, 2, 50)) + data[end:]

def insert(rng, data):
    for _ in range(rng.choice((1, 1, 3, 10))):
        data = inserted(rng, data, rng.choice(TEXTS) * rng.choice((1, 1, 1, 2, 1_000)))
    return data

def utf8(rng, data):
    return inserted(rng, data, rng.choice(BAD_UTF8))

def number(rng, data):
    return replaced(rng, data, rb"-?\d[\d.]*", NUMBERS)

def time(rng, data):
    return replaced(rng, data, rb"\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?|\b1[67]\d{8,11}\b", TIMES + NUMBERS)

def value(rng, data):
    return replaced(rng, data, rb'"(?:[^"\\\n]|\\.)*"|[\w.+~/-]+', VALUES)

def nest(rng, data):
    opening, closing = rng.choice((
        (b"[", b"]"), (b'{"a":', b"}"), (b'[{"a":', b"}]"), (b"{a: ", b"}"), (b"- ", b""), (b"<a>", b"</a>")))
    depth = rng.choice((30, 200, 1_100, 20_000, 100_000))
    closed = closing * rng.choice((0, depth, depth))
    if rng.random() < 0.5:
        return inserted(rng, data, opening * depth + rng.choice((b"", b"1", b"null")) + closed)
    return opening * depth + data + closed

def separators(rng, data):
    one, other = rng.sample((b",", b";", b"\t", b"|", b":"), 2)
    if rng.random() < 0.5:
        return data.replace(one, other)
    return b"".join(rng.choice((one, other)) if byte == one[0] and rng.random() < 0.1 else bytes([byte]) for byte in data)

def line_ends(rng, data):
    ends = rng.sample((b"\n", b"\r\n", b"\r", b"\n\n", b"\n\r", b"\x85", "\u2028".encode(), b" "), 3)
    return b"".join(line.rstrip(b"\r\n") + rng.choice(ends) for line in data.splitlines(keepends=True))

def lines(rng, data):
    """Lines in another order, one of them lost or repeated."""
    found = data.splitlines(keepends=True) or [b""]
    at = rng.randrange(len(found))
    found[at:at + 1] = [found[at]] * rng.choice((0, 2, 2, 30))
    if rng.random() < 0.3:
        rng.shuffle(found)
    return b"".join(found)

def mark(rng, data):
    bom = rng.choice(BOMS)
    at = rng.choice((0, 0, None, -1))
    return bom * rng.choice((1, 2)) + data if at == 0 else data + bom if at else inserted(rng, data, bom)

def recode(rng, data):
    text = data.decode("utf-8", "replace")
    code = rng.choice(("utf-16-le", "utf-16-be", "utf-32-le", "cp1252", "utf-7"))
    return rng.choice((b"", b"\xff\xfe", b"\xfe\xff")) + text.encode(code, "replace")

def head(rng, data):
    noise = rng.randbytes(rng.choice((0, 0, 4, 40)))
    return rng.choice(HEADS) + noise + (data if rng.random() < 0.7 else data[10:])

def packed(rng, data):
    """A gzip or zstd file that is well-formed, or broken afterwards."""
    if rng.random() < 0.5:
        tail = rng.choice((b"", b"", b"\0" * 9, b"tail", gzip.compress(b"\n", mtime=0)))
        data = gzip.compress(data, rng.choice((0, 6, 9)), mtime=0) + tail
    else:  # raw blocks need no compressor: kind 0, and the last one says so
        blocks = [data[at:at + 5_000] for at in range(0, len(data), 5_000)] or [b""]
        body = b"".join(struct.pack("<I", len(block) << 3 | (at == len(blocks) - 1))[:3] + block
                        for at, block in enumerate(blocks))
        data = b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", len(data)) + body
    return rng.choice((flip, flip, truncate, delete, duplicate, lambda _, whole: whole))(rng, data)

# Breakages of one format.

def yaml(rng, data):
    at = rng.choice([match.end() for match in re.finditer(rb"\n *|: ", data)] or [0])
    return data[:at] + rng.choice(YAML) + data[at:]

def zip_headers(rng, data):
    """One field of one header: version, flags, method, time, check sum, sizes, lengths, offset …"""
    found = [match.start() for match in re.finditer(rb"PK(?:\x01\x02|\x03\x04|\x05\x06|\x07\x08)", data)]
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4)) if found else 0):
        at, width = rng.choice(found) + rng.randrange(4, 46, 2), rng.choice((2, 4))
        piece = rng.choice((0, 1, 8, 9, 0x7F, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000, rng.getrandbits(32)))
        if at + width <= len(data):
            data[at:at + width] = struct.pack("<I", piece)[:width]
    return bytes(data)

def xml(rng, data):
    how = rng.randrange(5)
    if how == 0:
        return replaced(rng, data, rb'(?<==")[^"]*(?=")', XML_VALUES)
    if how == 1:
        return replaced(rng, data, rb"(?<=>)[^<>]+(?=<)", XML_VALUES + NUMBERS)
    if how == 2:
        at = rng.choice([match.end() for match in re.finditer(rb">", data)] or [0])
        return data[:at] + rng.choice(XML_TEXTS) + data[at:]
    if how == 3:
        return replaced(rng, data, rb"</?[\w:]+[^<>]*>", XML_TEXTS)
    return data.replace(b"UTF-8", rng.choice((b"UTF-16", b"ISO-8859-1", b"EBCDIC", b"")))

def workbook(rng, data):
    """Its parts changed, then zipped again as it should be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, EOFError, OSError):  # broken before
        return flip(rng, data)
    for _ in range(rng.choice((1, 1, 2, 5)) if parts else 0):
        at = rng.randrange(len(parts))
        how = rng.random()
        if how < 0.8:
            breakage = rng.choice((xml, xml, xml, xml, xml, flip, truncate, delete, duplicate, utf8, nest, recode, number))
            parts[at] = (parts[at][0], breakage(rng, parts[at][1]))
        elif how < 0.9:
            parts[at:at + 1] = [parts[at]] * (rng.choice((0, 2)) if len(parts) > 1 else 2)
        else:
            parts[at] = (rng.choice(NAMES), parts[at][1])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = rng.choice((b"", b"", b"PK\x05\x06" + b"\0" * 18, b"x" * 65_535))
        for name, part in parts:
            archive.NameToInfo.pop(name, None)  # twice the same name, on purpose
            archive.writestr(zipfile.ZipInfo(name), part, rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    return file.getvalue()

ANY = [flip, truncate, behead, delete, duplicate, insert, utf8, head, mark, packed]
TEXT = ANY + [insert, number, number, time, time, value, value, value, nest, separators, line_ends, lines, recode]

def breakages(path, data):
    if data.startswith(b"PK\x03\x04"):
        return ANY + [workbook] * 12 + [zip_headers] * 4
    return TEXT + [yaml] * 8 if path.suffix in (".yaml", ".yml") else TEXT

def variants(seed, count, folder):
    """Yields names and bytes."""
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file() and path.name != "expected.json")
    if not paths:
        raise SystemExit(f"{folder}: no file is in it")
    inputs = [(path, path.read_bytes()) for path in paths]
    rng = random.Random(seed)
    for at in range(count):
        path, data = rng.choice(inputs)
        done = rng.choices(breakages(path, data), k=rng.choice((1, 1, 1, 2, 3)))
        for breakage in done:
            data = breakage(rng, data)[:LARGEST]
        names = "-".join(breakage.__name__ for breakage in done)
        yield f"{at:06}-{path.stem}-{names}{path.suffix}", data

def main(seed, count, source, target):
    Path(target).mkdir(parents=True, exist_ok=True)
    for name, data in variants(int(seed), int(count), source):
        (Path(target) / name).write_bytes(data)
    return 0

if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__.split("\n\n")[1])
    sys.exit(main(*sys.argv[1:]))
