"""Excel alone: the library that writes and the one that reads, with the same cells."""

import io

import xlsxwriter
from openpyxl import load_workbook


def cells_of(content: bytes) -> list[list[str]]:
    """Return what an Excel file says, read by openpyxl as the program has it read."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return [[str(cell or "") for cell in row] for row in book.active.iter_rows(values_only=True)]


def write_alone(cells: list[list[str]]) -> bytes:
    """Write the cells as texts by XlsxWriter, and nothing else."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(cells):
        for place, said in enumerate(row):
            sheet.write_string(number, place, said)
    book.close()
    return file.getvalue()
