"""Writes the cells of a pack's sheet Population for others to write, and the program that writes them with libxlsxwriter alone.

Usage: population_cells.py CELLS PROGRAM PACK-COMMAND…   (the pack is in the folder behind --output)
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent


def population(workbook):
    """The file of the first sheet whose tab begins with Population."""
    names = re.findall(r'<sheet name="([^"]+)" sheetId="\d+" r:id="rId(\d+)"', zipfile.ZipFile(workbook).read("xl/workbook.xml").decode())
    return next(f"xl/worksheets/sheet{number}.xml" for name, number in names if name.startswith("Population"))


if __name__ == "__main__":
    cells, program, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    subprocess.run(["cc", "-O2", "-o", program, HERE / "bare_xlsxwriter.c", "-lxlsxwriter", "-lexpat"], check=True)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    workbook = next(pathlib.Path(command[command.index("--output") + 1]).glob("*.xlsx"))
    with tempfile.TemporaryDirectory() as folder:
        sheet = pathlib.Path(folder) / "sheet.xml"
        sheet.write_bytes(zipfile.ZipFile(workbook).read(population(workbook)))
        subprocess.run([program, "prepare", sheet, cells], check=True)
