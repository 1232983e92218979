"""Writes a list of cells (bare_xlsxwriter prepare) with XlsxWriter. Usage: peer_xlsxwriter.py CELLS OUT"""
import struct
import sys

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True})
page = book.add_worksheet("Population")
styles = [None] + [book.add_format({"num_format": "@" if number % 2 else "yyyy-mm-dd hh:mm:ss"}) for number in range(1, 16)]
with open(sys.argv[1], "rb") as cells:
    while head := cells.read(24):
        row, column, kind, style, length, _, number = struct.unpack("<IHBBIId", head)
        text = cells.read(length).decode()
        style = styles[style] if style < 16 else None
        if kind == 1:
            page.write_string(row, column, text, style)
        elif kind == 2:
            page.write_number(row, column, number, style)
        elif kind >= 3:
            page.write_formula(row, column, "=" + text, style, number)
        else:
            page.write_blank(row, column, None, style)
book.close()
