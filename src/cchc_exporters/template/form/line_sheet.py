"""Phụ lục I of a form: every figure of the areas wanted that stands in no table, one a line, and derived shares."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.forms import Figure, Form, Ratio, form_of
from cchc_core.report import Report
from cchc_exporters.template.form.headings import agency_line, period_line
from cchc_exporters.template.form.sheets import Input, Role, SheetBuilder
from cchc_exporters.template.form.spec import TemplateSpec, declared_at

__all__ = ["CHECK_COLUMN", "STATUS_CELL", "VALUE_COLUMN", "lay_out_lines"]

_KEY, _NUMBER, _LABEL, _UNIT, _LEVEL, VALUE_COLUMN, CHECK_COLUMN = range(7)
_WIDTHS = (32, 8, 46, 12, 11, 14, 26)
_HEADS = {
    _NUMBER: "STT",
    _LABEL: "Chỉ tiêu",
    _UNIT: "Đơn vị tính",
    _LEVEL: "Cấp",
    VALUE_COLUMN: "Số liệu",
    CHECK_COLUMN: "Kiểm tra",
}
_TITLE = "Chỉ tiêu thống kê theo lĩnh vực cải cách hành chính"
STATUS_CELL = (3, _NUMBER)
"""Where the sheet says how many of its check cells say something."""


def lay_out_lines(sheet: SheetBuilder, spec: TemplateSpec, facts: SheetBuilder) -> None:
    """Lay the lines out, area by area, in the order of their declarations.

    Args:
        sheet: The sheet.
        spec: What the form holds.
        facts: The first sheet, whose facts the head repeats.
    """
    sheet.widths = _WIDTHS
    sheet.text(_NUMBER, sheet.name, Role.APPENDIX, last=CHECK_COLUMN)
    sheet.row += 1
    sheet.text(_NUMBER, _TITLE.upper(), Role.TITLE, last=CHECK_COLUMN)
    sheet.row += 1
    sheet.formula(_NUMBER, agency_line(facts), last=_LABEL)
    sheet.formula(_UNIT, period_line(facts), last=CHECK_COLUMN)
    sheet.row += 2  # the line between them says how many check cells say something
    for row, height in enumerate((20, 22, 20, 20, 34)):
        sheet.heights[row] = height
    sheet.head = (sheet.row, sheet.row)
    for column, text in _HEADS.items():
        sheet.text(column, text, Role.HEAD)
    sheet.row += 1
    sheet.frozen = (sheet.row, 0)
    there = frozenset(_figures_of(spec))
    for part in spec.parts:
        _area(sheet, part, _form_of(part), there)


def _form_of(part: str) -> Form:
    return form_of(form_of(Report).nested[part].record)


def _figures_of(spec: TemplateSpec) -> Iterator[str]:
    """Give the paths of the figures of lines and of tables by level, which shares are made of."""
    for part in spec.parts:
        yield from (f"{part}.{name}" for name in _form_of(part).figures)
    for table in spec.tables:
        for step in table.steps:
            yield from (f"{table.path}.{step}.{name}" for name in form_of(declared_at(table.path).record).figures)


def _operands(part: str, ratio: Ratio) -> set[str]:
    return {".".join((part, *path)) for path in ratio.numerator.paths + ratio.denominator.paths}


def _area(sheet: SheetBuilder, part: str, form: Form, there: frozenset[str]) -> None:
    sheet.text(_KEY, part, Role.KEY)
    sheet.text(_NUMBER, f"{form.number}. {form.title}" if form.number else form.title, Role.GROUP, last=CHECK_COLUMN)
    sheet.heights[sheet.row] = 22
    sheet.row += 1
    for name in form.order:
        if name in form.figures:
            _figure(sheet, part, form.figures[name])
        elif name in form.ratios and _operands(part, form.ratios[name]) <= there:
            _share(sheet, f"{part}.{name}", form.ratios[name].label)


def _figure(sheet: SheetBuilder, part: str, figure: Figure[object]) -> None:
    path = f"{part}.{figure.name}"
    sheet.text(_KEY, path, Role.KEY)
    sheet.text(_NUMBER, figure.line, Role.CENTER)
    sheet.text(_LABEL, figure.label, Role.LABEL)
    sheet.text(_UNIT, figure.unit, Role.CENTER)
    sheet.text(_LEVEL, figure.level.label if figure.level else "", Role.CENTER)
    sheet.input(VALUE_COLUMN, Input(path=path, figure=figure))
    _end(sheet, figure.label, figure.unit, figure.level.label if figure.level else "")


def _share(sheet: SheetBuilder, path: str, label: str) -> None:
    """Lay out a line whose share is worked out; its formula is added with the checks."""
    sheet.text(_KEY, path, Role.KEY)
    sheet.text(_NUMBER, "", Role.CENTER)
    sheet.text(_LABEL, f"{label} (tự tính)", Role.DERIVED_LABEL)
    sheet.text(_UNIT, "%", Role.CENTER)
    sheet.text(_LEVEL, "", Role.CENTER)
    _end(sheet, f"{label} (tự tính)", "%", "")


def _end(sheet: SheetBuilder, label: str, unit: str, level: str) -> None:
    texts = ((label, _LABEL), (unit, _UNIT), (level, _LEVEL))
    sheet.heights[sheet.row] = 16 * max(1 + len(text) // int(_WIDTHS[column]) for text, column in texts) + 3
    sheet.row += 1
