#!/usr/bin/env python3
"""Reads a column of a workbook with openpyxl, as JSON. Usage: read_column.py FILE SHEET HEAD

Every other sheet is read too: one that cannot be read fails.
"""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
for sheet in book.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            cell.value
rows = list(book[sys.argv[2]].iter_rows(min_row=3, values_only=True))
column = rows[0].index(sys.argv[3])
print(json.dumps([row[column] for row in rows[1:]]))
