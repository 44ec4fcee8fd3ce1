"""A sheet with one table: the head of the printed form, a row for each level, field or agency, and the total."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import frozen

from cchc_core.forms import Figure, FigureKind, Form, Level, form_of
from cchc_core.tables import header_of
from cchc_exporters.template.form.headings import addressee_line, agency_line, period_line
from cchc_exporters.template.form.info import InfoKind
from cchc_exporters.template.form.sheets import Input, Role, SheetBuilder, column_name
from cchc_exporters.template.form.spec import TableSpec, declared_at

__all__ = ["TableColumns", "columns_of", "lay_out_table", "status_cell"]

_KEY, _NUMBER, _LABEL, _LEVEL = range(4)
_STATUS_ROW = 5
_LABELS = {"level": "Cấp giải quyết", "field": "Lĩnh vực", "agency": "Cơ quan, đơn vị giải quyết"}
_LABEL_OF_THE_FORM = "Lĩnh vực, công việc giải quyết theo cấp"
_DETAILS, _SHARES = "Chi tiết kèm theo", "Tỷ lệ in trong báo cáo"
_CHECK_WIDTH, _PRINTED_WIDTH, _OTHER_WIDTH = 28, 10, 11


@frozen(eq=False, kw_only=True)
class TableColumns:
    """Where the columns of a table stand on its sheet.

    Args:
        figures: Figure of each column, by the column.
        marks: How a check names each figure: ``(3)`` by the printed form, ``(a)`` where it has no number there.
        check: The column of the check cells.
        first: The first column of a figure.
        last: The last column of the sheet.
    """

    figures: dict[int, Figure[Any]]
    marks: dict[str, str]
    check: int
    first: int
    last: int


@lru_cache(maxsize=64)
def columns_of(table: TableSpec) -> TableColumns:
    """Place the columns: those of the printed form, the check beside them, then what stands beside the form."""
    figures = tuple(form_of(declared_at(table.path).record).figures.values())
    printed = [each for each in figures if each.column is not None]
    others = [each for each in figures if each.column is None]
    shown = printed or others
    first = _LEVEL + (table.kind == "agency")
    placed = dict(enumerate(shown, start=first))
    check = first + len(shown)
    placed |= dict(enumerate(others if printed else (), start=check + 1))
    marks = {each.name: f"({each.column})" for each in printed}
    marks |= {each.name: f"({column_name(index).lower()})" for index, each in enumerate(others)}
    return TableColumns(figures=placed, marks=marks, check=check, first=first, last=max(check, *placed))


def status_cell(_: TableSpec) -> tuple[int, int]:
    """Give the cell that says how many check cells of the sheet say something."""
    return _STATUS_ROW, _NUMBER


def lay_out_table(sheet: SheetBuilder, table: TableSpec, facts: SheetBuilder) -> None:
    """Lay a table out.

    Args:
        sheet: The sheet.
        table: The table.
        facts: The first sheet, whose facts the head repeats.
    """
    declared = declared_at(table.path)
    form, columns = form_of(declared.record), columns_of(table)
    sheet.landscape = True
    sheet.widths = _widths(table, columns)
    _page_head(sheet, form, declared.label, columns, facts)
    sheet.key_row = sheet.row
    for column, figure in columns.figures.items():
        sheet.text(column, figure.name, Role.KEY)
    sheet.row += 1
    _table_head(sheet, table, form, columns)
    sheet.frozen = (sheet.row, columns.first)
    if columns.check < columns.last:
        sheet.breaks = (columns.check + 1,)
    _rows(sheet, table, columns)


def _widths(table: TableSpec, columns: TableColumns) -> tuple[float, ...]:
    widths = [44.0, 6.0, 34.0, *([14.0] if table.kind == "agency" else [])]
    for column in range(columns.first, columns.last + 1):
        if column == columns.check:
            widths.append(_CHECK_WIDTH)
        else:
            widths.append(_PRINTED_WIDTH if column < columns.check else _OTHER_WIDTH)
    return tuple(widths)


def _page_head(sheet: SheetBuilder, form: Form, title: str, columns: TableColumns, facts: SheetBuilder) -> None:
    middle, last = columns.first + 2, columns.check
    number = f"Biểu số {form.number}/VPCP/KSTT" if form.number else ""
    for left, right in (
        (number, agency_line(facts)),
        (f"Ban hành theo {form.source.instrument.notation}", addressee_line(facts)),
    ):
        sheet.text(_NUMBER, left, Role.LEFT, last=middle)
        sheet.formula(middle + 1, right, last=last)
        sheet.row += 1
    sheet.text(_NUMBER, sheet.name, Role.APPENDIX, last=last)
    sheet.row += 1
    sheet.text(_NUMBER, title.upper(), Role.TITLE, last=last)
    sheet.row += 1
    sheet.formula(_NUMBER, period_line(facts), last=last)
    sheet.row += 1
    sheet.text(middle + 1, f"Đơn vị tính: {_unit(columns)}", Role.UNIT, last=last)
    sheet.row += 1
    for row, height in enumerate((18, 18, 20, 22, 18, 20)):
        sheet.heights[row] = height


def _unit(columns: TableColumns) -> str:
    return columns.figures[columns.first].unit


def _table_head(sheet: SheetBuilder, table: TableSpec, form: Form, columns: TableColumns) -> None:
    """Write the head as the form prints it, and the row of column numbers."""
    shown = [figure for column, figure in columns.figures.items() if column < columns.check]
    beside = [figure for column, figure in columns.figures.items() if column > columns.check]
    top = sheet.row
    depth = max(len(figure.under) for figure in shown) + 1
    depth = max(depth, 2) if beside else depth
    label = _LABEL_OF_THE_FORM if form.number and table.kind != "agency" else _LABELS[table.kind]
    sheet.text(_NUMBER, "STT", Role.HEAD, rows=depth)
    sheet.text(_LABEL, label, Role.HEAD, rows=depth)
    if table.kind == "agency":
        sheet.text(_LEVEL, "Cấp", Role.HEAD, rows=depth)
    sheet.text(columns.check, "Kiểm tra", Role.HEAD, rows=depth)
    unit = _unit(columns)
    _heads(sheet, shown, columns.first, top, depth, unit)
    start = columns.check + 1
    for title, figures in (
        (_DETAILS, [figure for figure in beside if figure.kind is not FigureKind.SHARE]),
        (_SHARES, [figure for figure in beside if figure.kind is FigureKind.SHARE]),
    ):
        if figures:
            sheet.row = top
            sheet.text(start, title, Role.HEAD, last=start + len(figures) - 1)
            _heads(sheet, figures, start, top + 1, depth - 1, unit)
            start += len(figures)
    for offset in range(depth):
        sheet.heights[top + offset] = 64 if offset == depth - 1 else 20
    sheet.row = top + depth
    _column_numbers(sheet, columns, has_numbers=bool(form.number))
    sheet.head = (top, sheet.row)
    sheet.row += 1


def _heads(sheet: SheetBuilder, figures: list[Figure[Any]], first: int, top: int, depth: int, unit: str) -> None:
    own = max(len(figure.under) for figure in figures) + 1
    for cell in header_of(tuple(figures)):
        figure = figures[cell.column]
        is_leaf = cell.row + cell.rows == own and cell.columns == 1 and cell.text == figure.header
        text = f"{cell.text} ({figure.unit})" if is_leaf and figure.unit != unit else cell.text
        sheet.row = top + cell.row
        rows = cell.rows + depth - own if cell.row + cell.rows == own else cell.rows
        sheet.text(first + cell.column, text, Role.HEAD, last=first + cell.column + cell.columns - 1, rows=rows)


def _column_numbers(sheet: SheetBuilder, columns: TableColumns, *, has_numbers: bool) -> None:
    for column in range(_NUMBER, columns.last + 1):
        figure = columns.figures.get(column)
        text = columns.marks[figure.name] if figure else ""
        if has_numbers and column in {_NUMBER, _LABEL}:
            text = f"({column})"
        sheet.text(column, text, Role.COLUMN_NUMBER)
    sheet.heights[sheet.row] = 16


def _rows(sheet: SheetBuilder, table: TableSpec, columns: TableColumns) -> None:
    """Write the rows; the total row takes its label, the check of each column stands beneath it."""
    if table.kind == "level":
        for number, step in enumerate(table.steps[:-1], start=1):
            sheet.text(_NUMBER, number, Role.CENTER)
            sheet.text(_LABEL, Level(step).label, Role.LABEL)
            _figures(sheet, columns, f"{table.path}.{step}", f"{table.path}.{step}")
    else:
        rows, label = ("fields", "field") if table.kind == "field" else ("agencies", "agency")
        for index in range(table.rows):
            path = f"{table.path}.{rows}[{index}]"
            sheet.input(_NUMBER, Input(path=f"{path}.number", kind=InfoKind.INTEGER))
            sheet.input(_LABEL, Input(path=f"{path}.{label}", kind=InfoKind.TEXT))
            if table.kind == "agency":
                sheet.input(_LEVEL, Input(path=f"{path}.level", kind=InfoKind.CHOICE))
            _figures(sheet, columns, path, f"{path}.figures")
    for column in range(_NUMBER, columns.first):
        sheet.text(column, "Tổng cộng" if column == _LABEL else "", Role.TOTAL)
    _figures(sheet, columns, f"{table.path}.total", f"{table.path}.total", is_total=True)
    sheet.text(_KEY, f"{table.path}.check", Role.KEY)
    sheet.text(_LABEL, "Kiểm tra dòng tổng cộng theo từng cột", Role.REMARK)
    sheet.heights[sheet.row] = 34
    sheet.row += 1


def _figures(sheet: SheetBuilder, columns: TableColumns, key: str, path: str, *, is_total: bool = False) -> None:
    sheet.text(_KEY, key, Role.KEY)
    for column, figure in columns.figures.items():
        sheet.input(column, Input(path=f"{path}.{figure.name}", figure=figure, is_total=is_total))
    sheet.heights[sheet.row] = 36 if is_total or key == path else 24
    sheet.row += 1
