"""Phụ lục II: dossier statistics in the layout of form II.06a, and the blocks beside it."""

from __future__ import annotations

from typing import Any

from cchc_core import AgencyTable, FieldTable, Figure, LevelTable, Report, form_of
from cchc_core.report import printed_date
from cchc_core.tables import PrintedTable, TableRow, header_of, ratio_line, sections_of
from cchc_exporters.xlsx.cells import BODY, HEAD, NUMBER, TOTAL, number_style
from cchc_exporters.xlsx.grid import Grid
from cchc_exporters.xlsx.indicators import share_of
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.page import Page, colour_notes, head, notes, row_height, signature
from cchc_exporters.xlsx.styles import Style

__all__ = ["lay_out_dossiers"]

_PLAIN = Style(size=12)
_RIGHT = Style(size=12, italic=True, align="right")
_CENTER = Style(size=12, align="center", border=True)
_COLUMN_NUMBER = Style(size=11, italic=True, align="center", border=True)
_BLOCK = Style(size=13, bold=True)
_MIDDLE = Style(size=13, italic=True, align="center")
_FIRST = 2
_COLUMNS = 11
_WIDTHS = (6, 40, *([10] * _COLUMNS))
_WORKED_OUT = "Số in nghiêng: báo cáo để trống, tính từ các chỉ tiêu khác của báo cáo. Ô trống: báo cáo không nêu."
_FORM_LABEL = "Lĩnh vực, công việc giải quyết theo cấp"
_LABELS: dict[type, str] = {
    LevelTable: "Cấp giải quyết",
    FieldTable: "Lĩnh vực",
    AgencyTable: "Cơ quan, đơn vị giải quyết",
}


def lay_out_dossiers(grid: Grid, report: Report, marks: Marks) -> Page:
    """Lay out every table of the report, the printed form first, then its details and shares."""
    tables = [table for section in sections_of(report) for table in section.tables]
    page = Page(widths=_WIDTHS, landscape=True)
    title = form_of(tables[0].form.record).title if tables else "Tình hình, kết quả giải quyết thủ tục hành chính"
    head(grid, page, "II", title, report)
    _form_head(grid, page, report, tables)
    starts = []
    for index, table in enumerate(tables, start=1):
        starts.append(grid.row)
        _table(grid, page, index, table)
    if tables:
        notes(grid, page, [_WORKED_OUT])
    colour_notes(grid, page, marks)
    signature(grid, page, report)
    return Page(widths=_WIDTHS, landscape=True, freeze=(0, _FIRST), breaks=tuple(starts[1:]))


def _form_head(grid: Grid, page: Page, report: Report, tables: list[PrintedTable]) -> None:
    """Write number and source of the form, period, who reports and to whom."""
    form = tables[0].form if tables else None
    number = f"Biểu số {form.number}/VPCP/KSTT" if form and form.number else ""
    source = f"Ban hành theo {form.source.instrument.notation}" if form else ""
    period = report.period
    days = f"từ ngày {printed_date(period.start)} đến hết ngày {printed_date(period.end)}"
    left, right = (
        (number, source),
        (
            f"Đơn vị báo cáo: {report.agency.name}",
            f"Đơn vị nhận báo cáo: {report.document.addressee or '…'}",
        ),
    )
    for left_text, right_text in zip(left, right, strict=True):
        grid.merge(0, _FIRST + 3, left_text, _PLAIN)
        grid.merge(_FIRST + 4, page.last_column, right_text, _PLAIN)
        grid.row += 1
    grid.merge(0, page.last_column, f"Kỳ báo cáo: {period.describe()} ({days})", _MIDDLE)
    grid.row += 2


def _table(grid: Grid, page: Page, index: int, table: PrintedTable) -> None:
    label = _FORM_LABEL if table.form.number and table.table is not AgencyTable else _LABELS[table.table]
    grid.heights[grid.row] = 20
    grid.merge(0, page.last_column, f"{index}. {table.title}", _BLOCK)
    grid.row += 1
    grid.merge(0, _FIRST + len(table.columns) - 1, "Đơn vị tính: Số hồ sơ thủ tục hành chính", _RIGHT)
    grid.row += 1
    _head_rows(grid, table.columns, label, numbered=any(f.column for f in table.columns))
    _rows(grid, table, table.columns)
    for title, figures in (("Chi tiết kèm theo", table.details), ("Tỷ lệ in trong báo cáo (%)", table.shares)):
        if figures:
            grid.row += 1
            grid.merge(0, page.last_column, title, _BLOCK)
            grid.row += 1
            _head_rows(grid, figures, label, numbered=False)
            _rows(grid, table, figures)
    grid.row += 1
    if table.ratios:
        _shares(grid, page, table)
        grid.row += 1


def _head_rows(grid: Grid, columns: tuple[Figure[Any], ...], label: str, *, numbered: bool) -> None:
    """Write the head of a table, and the row of column numbers of a printed form."""
    cells = header_of(columns)
    top, depth = grid.row, max(cell.row + cell.rows for cell in cells)
    for offset in range(depth):
        grid.heights[top + offset] = 50 if offset == depth - 1 else 20
    grid.merge(0, 0, "STT", HEAD, rows=depth)
    grid.merge(1, 1, label, HEAD, rows=depth)
    for cell in cells:
        grid.row = top + cell.row
        first = _FIRST + cell.column
        grid.merge(first, first + cell.columns - 1, cell.text, HEAD, rows=cell.rows)
    grid.row = top + depth
    if numbered:
        for column, number in enumerate((1, 2, *(figure.column for figure in columns))):
            grid.text(column, f"({number})", _COLUMN_NUMBER)
        grid.row += 1


def _rows(grid: Grid, table: PrintedTable, columns: tuple[Figure[Any], ...]) -> None:
    band = ""
    number = 0
    for row in table.rows:
        if table.table is AgencyTable and not row.is_total:
            band = _band(grid, row, band, len(columns))
        number += not row.is_total
        grid.heights[grid.row] = max(20, row_height((row.label,), _WIDTHS[1:2]))
        grid.text(0, "" if row.is_total else number, _CENTER)
        grid.text(1, "Tổng cộng" if row.is_total else row.label, TOTAL_LABEL if row.is_total else BODY)
        for column, figure in enumerate(columns, start=_FIRST):
            value = row.value_of(figure)
            grid.figure(column, row.path_of(figure), value, number_style(value, total=row.is_total))
        grid.row += 1


def _band(grid: Grid, row: TableRow, band: str, columns: int) -> str:
    """Write the band of a tier above its first agency."""
    if row.level.label != band:
        grid.heights[grid.row] = 20
        grid.merge(0, _FIRST + columns - 1, row.level.label, TOTAL_LABEL)
        grid.row += 1
    return row.level.label


def _shares(grid: Grid, page: Page, table: PrintedTable) -> None:
    """Write the derived shares, one a line, a column for each row of the table."""
    rows = table.rows[: page.last_column - _FIRST + 1] if len(table.rows) <= _COLUMNS else table.rows[-1:]
    grid.merge(0, page.last_column, "Tỷ lệ tính từ số liệu báo cáo (%)", _BLOCK)
    grid.row += 1
    grid.text(0, "STT", HEAD)
    grid.text(1, "Chỉ tiêu", HEAD)
    for column, row in enumerate(rows, start=_FIRST):
        grid.text(column, "Tổng số" if row.is_total else row.label, HEAD)
    grid.heights[grid.row] = 32
    grid.row += 1
    for index, ratio in enumerate(table.ratios, start=1):
        grid.heights[grid.row] = row_height((ratio.label,), _WIDTHS[1:2])
        grid.text(0, index, _CENTER)
        grid.text(1, ratio.label, BODY)
        for column, row in enumerate(rows, start=_FIRST):
            line = ratio_line(row.record, ratio, row.path)
            if line.share is None:
                grid.text(column, "", NUMBER)
            else:
                grid.share(column, share_of(line, bold=row.is_total))
        grid.row += 1


TOTAL_LABEL = Style(size=12, bold=True, border=TOTAL.border)
