"""Writing a form to fill in: from what was asked for to the bytes of a workbook."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from importlib.metadata import version
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cchc_core.plugins import TemplateJob
from cchc_exporters.template.form.layout import FORMAT, HIDDEN_SHEET, VERSION, TemplateLayout, layout_of
from cchc_exporters.template.form.sheets import Cell, Filled, Role, SheetLayout, column_name
from cchc_exporters.template.form.spec import spec_for, spec_text
from cchc_exporters.template.writing.looks import Looks
from cchc_exporters.template.writing.pages import set_up
from cchc_exporters.template.writing.prefill import Contents, Written, contents_of
from cchc_exporters.template.writing.validation import validations_of
from cchc_exporters.xlsx.styles import FONT

__all__ = ["write"]

_FIXED_DAY = date(2020, 1, 1)
"""Given as the day a blank form was made; the same job gives the same bytes."""

_CONTROL, _ESCAPE = re.compile("[\x00-\x08\x0b-\x1f]"), re.compile("(_x[0-9a-fA-F]{4}_)")
_PROTECTED = {"format_columns": True, "format_rows": True}
_LINE, _TALLEST = 16, 400
_TITLE = "Biểu mẫu báo cáo cải cách hành chính"


def write(job: TemplateJob) -> bytes:
    """Write a form to fill in.

    Raises:
        UnknownNameError: If there is no such form, or no such table in it.
        ReadError: If what is to be filled in already finds no room in it.
    """
    layout = layout_of(spec_for(job))
    contents = contents_of(job, layout)
    stream = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": 12},
    }
    with Workbook(stream, options) as workbook:
        workbook.set_properties(_properties(job))
        looks = Looks(workbook)
        _add_told(layout, contents.filled)
        for sheet in layout.sheets:
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, contents, looks)
        _write_hidden(workbook.add_worksheet(HIDDEN_SHEET), layout, looks)
    return stream.getvalue()


def _add_told(layout: TemplateLayout, filled: Filled) -> None:
    """Count the check cells that say something, which other formulas show."""
    for sheet in layout.sheets:
        checks = (each for each in sheet.formulas.values() if each.role is Role.CHECK)
        filled.told[sheet.name] = sum(each.shown(filled) != "" for each in checks)


def _write_sheet(sheet: Worksheet, layout: SheetLayout, contents: Contents, looks: Looks) -> None:
    set_up(sheet, layout)
    for row, height in _taller(layout, contents).items():
        sheet.set_row(row, height)
    for first_row, first_column, last_row, last_column in layout.merged:
        sheet.merge_range(
            first_row, first_column, last_row, last_column, "", looks.of(_role(layout, (first_row, first_column)))
        )
    for (row, column), fixed in layout.fixed.items():
        _put(sheet, (row, column), fixed.text, looks.of(fixed.role))
    for (row, column), formula in layout.formulas.items():
        value: Any = formula.shown(contents.filled)
        value = _escaped(value) if isinstance(value, str) else value
        sheet.write_formula(row, column, formula.text, looks.of(formula.role), value)
    for cell, asked in layout.inputs.items():
        _put(sheet, cell, contents.written.get(asked.path, ""), looks.of_input(asked))
    _write_blank_checks(sheet, layout, looks)
    for each in validations_of(layout):
        sheet.data_validation(each.first, each.column, each.last, each.column, dict(each.options))
    _redden(sheet, layout, looks)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{column_name(len(layout.widths) - 1)}{layout.last_row + 1}"})
    sheet.protect("", _PROTECTED)
    row, column = min(layout.inputs)
    sheet.set_selection(row, column, row, column)


def _taller(layout: SheetLayout, contents: Contents) -> dict[int, float]:
    """Give the rows that need more height for the text that stands in them already."""
    heights: dict[int, float] = {}
    for (row, column), asked in layout.inputs.items():
        text = contents.written.get(asked.path)
        if isinstance(text, str):
            lines = sum(1 + len(line) // int(layout.widths[column]) for line in text.split("\n"))
            heights[row] = min(_TALLEST, max(layout.heights.get(row, 0), _LINE * lines + 4))
    return heights


def _role(layout: SheetLayout, cell: Cell) -> Role:
    found: Any = layout.fixed.get(cell) or layout.formulas[cell]
    role: Role = found.role
    return role


def _put(sheet: Worksheet, cell: Cell, value: Written, look: Any) -> None:
    """Write a value as what it is; a text is never a formula, whatever it begins with."""
    if value == "":
        sheet.write_blank(*cell, None, look)
    elif isinstance(value, str):
        sheet.write_string(*cell, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(*cell, datetime.combine(value, time()), look)
    else:
        number: Any = value
        sheet.write_number(*cell, number, look)


def _escaped(text: str) -> str:
    """Write what XML cannot hold as XlsxWriter does in texts; in values of formulas it does not."""
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _ESCAPE.sub(r"_x005F\1", text))


def _write_blank_checks(sheet: Worksheet, layout: SheetLayout, looks: Looks) -> None:
    """Draw the frame on in lines that have nothing to check."""
    heads = [cell for cell, each in layout.fixed.items() if each.role is Role.HEAD and each.text == "Kiểm tra"]
    rows = {row for row, _ in layout.inputs} | {
        row for (row, _), each in layout.formulas.items() if each.role is Role.DERIVED
    }
    for _, column in heads:
        for row in rows:
            if (row, column) not in layout.formulas:
                sheet.write_blank(row, column, None, looks.of(Role.CHECK))


def _redden(sheet: Worksheet, layout: SheetLayout, looks: Looks) -> None:
    """Turn check cells red while they say something, and what they speak of: the label, or the total above."""
    broken, clean = looks.broken(), looks.clean()
    for (row, column), formula in layout.formulas.items():
        if formula.role in {Role.STATUS, Role.MISSING}:
            sheet.conditional_format(
                row, column, row, column, {"type": "cell", "criteria": ">", "value": 0, "format": broken}
            )
            sheet.conditional_format(
                row, column, row, column, {"type": "cell", "criteria": "=", "value": 0, "format": clean}
            )
    for first, last, column in _runs(layout):
        told = {"type": "formula", "criteria": f"=LEN(${column_name(column)}{first + 1})>0", "format": broken}
        sheet.conditional_format(first, column, last, column, told)
        label = 2
        sheet.conditional_format(first, label, last, label, told)
    for row, column in _beneath(layout):
        told = {"type": "formula", "criteria": f"=LEN({column_name(column)}${row + 1})>0", "format": broken}
        sheet.conditional_format(row - 1, column, row, column, told)


def _runs(layout: SheetLayout) -> list[tuple[int, int, int]]:
    """Give the checks of rows and lines as runs beneath one another: first row, last row, column."""
    beneath = set(_beneath(layout))
    runs: list[tuple[int, int, int]] = []
    for row, column in sorted(cell for cell, each in layout.formulas.items() if each.role is Role.CHECK):
        if (row, column) in beneath:
            continue
        if runs and runs[-1][1:] == (row - 1, column):
            runs[-1] = runs[-1][0], row, column
        else:
            runs.append((row, row, column))
    return runs


def _beneath(layout: SheetLayout) -> list[Cell]:
    """Give the checks of columns, which stand beneath a total."""
    return [
        (row, column)
        for (row, column), each in layout.formulas.items()
        if each.role is Role.CHECK and (row - 1, column) in layout.inputs and layout.table
    ]


def _write_hidden(sheet: Worksheet, layout: TemplateLayout, looks: Looks) -> None:
    """Write what the form holds, by which it is read back."""
    facts: dict[str, str | int] = {
        "format": FORMAT,
        "version": VERSION,
        "library": version("cchc"),
        "spec": spec_text(layout.spec),
        "layout": layout.hash,
        "formulas": layout.formulas_hash,
    }
    for row, (key, value) in enumerate(facts.items()):
        _put(sheet, (row, 0), key, looks.of(Role.KEY))
        _put(sheet, (row, 1), value, looks.of(Role.KEY))
    sheet.protect("")
    sheet.very_hidden()


def _properties(job: TemplateJob) -> dict[str, object]:
    """Give document properties; the day is the last of the period, or a fixed one, never today's."""
    report = job.report
    agency, period = job.agency or (report and report.agency), job.period or (report and report.period)
    day = period.end if period else _FIXED_DAY
    return {
        "title": _TITLE,
        "author": agency.name if agency else "",
        "comments": "",
        "created": datetime.combine(day, time(), tzinfo=UTC),
    }
