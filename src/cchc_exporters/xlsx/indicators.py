"""Phụ lục I: the statistical indicators, by section and reform area."""

from __future__ import annotations

from cchc_core import Report
from cchc_core.numbers import percent_of
from cchc_core.tables import Line, Section, sections_of
from cchc_exporters.xlsx.cells import BODY, HEAD, NUMBER, level_label, number_style, percent_format
from cchc_exporters.xlsx.grid import Grid, Share
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.page import Page, colour_notes, head, row_height, signature
from cchc_exporters.xlsx.styles import Style

__all__ = ["lay_out_indicators"]

_HEADS = ("STT", "Chỉ tiêu", "Đơn vị tính", "Cấp", "Kết quả", "Ghi chú")
_WIDTHS = (6, 50, 12, 14, 14, 18)
_CENTER = Style(size=12, align="center", border=True)
_AREA = Style(size=12, bold=True, border=True)
_DERIVED = "Tính từ số liệu báo cáo"


def lay_out_indicators(grid: Grid, report: Report, marks: Marks) -> Page:
    """Lay out one line an indicator, each area under its title."""
    page = Page(widths=_WIDTHS)
    head(grid, page, "I", "Chỉ tiêu thống kê theo lĩnh vực cải cách hành chính", report)
    start = grid.row
    grid.heights[grid.row] = 32
    for column, text in enumerate(_HEADS):
        grid.text(column, text, HEAD)
    grid.row += 1
    for section in sections_of(report):
        _area(grid, page, section)
    colour_notes(grid, page, marks)
    signature(grid, page, report)
    return Page(widths=_WIDTHS, repeat=(start, start), freeze=(start + 1, 0))


def _area(grid: Grid, page: Page, section: Section) -> None:
    grid.heights[grid.row] = 20
    grid.text(0, section.form.number, Style(size=12, bold=True, align="center", border=True))
    grid.merge(1, page.last_column, section.form.title, _AREA)
    grid.row += 1
    for index, line in enumerate(section.lines, start=1):
        _line(grid, index, line)


def _line(grid: Grid, index: int, line: Line) -> None:
    grid.heights[grid.row] = row_height((line.label, line.unit, level_label(line.level)), _WIDTHS[1:4])
    grid.text(0, index, _CENTER)
    grid.text(1, line.label, BODY)
    grid.text(2, line.unit, _CENTER)
    grid.text(3, level_label(line.level), _CENTER)
    if line.kind is not None:
        grid.figure(4, line.path, line.value, number_style(line.value))
    elif line.share is not None:
        grid.share(4, share_of(line))
    else:
        grid.text(4, "", NUMBER)
    grid.text(5, "" if line.kind is not None else _DERIVED, Style(size=10, italic=True, align="center", border=True))
    grid.row += 1


def share_of(line: Line, *, bold: bool = False) -> Share:
    """Give a derived share as a cell; the line must have one."""
    assert line.share is not None  # noqa: S101 - asked by the callers
    return Share(
        value=percent_of(line.share, line.decimals),
        numerator=line.numerator,
        denominator=line.denominator,
        decimals=line.decimals,
        style=Style(size=12, italic=True, bold=bold, align="right", border=True, number=percent_format(line.decimals)),
    )
