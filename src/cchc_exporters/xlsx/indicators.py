"""Phụ lục I: the statistical indicators line by line, and after them the other figures of the report."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from cchc_core import Report
from cchc_core.indicators import IndicatorLine, indicator_lines, wording_notes
from cchc_core.numbers import percent_of
from cchc_core.tables import Line, Section, sections_of
from cchc_exporters.xlsx.cells import HEAD, NUMBER, number_style, percent_format
from cchc_exporters.xlsx.grid import Grid, Share, Sum
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.page import Page, colour_notes, head, notes, row_height, signature
from cchc_exporters.xlsx.styles import Style

__all__ = ["lay_out_indicators", "share_of"]

_WIDTHS = (9, 52, 13, 12, 11, 21)
_NUMBER, _LABEL, _UNIT, _QUANTITY, _SHARE, _NOTE = range(6)
_CENTER = Style(size=12, align="center", border=True)
_REMARK = Style(size=10, italic=True, border=True)
_DEEPEST = 2
"""Lines deeper than this are set in, so that numerator and denominator stand beneath their share."""
_OTHERS = "Số liệu khác trong báo cáo"
_ITALICS = "Số in nghiêng: tính từ số liệu báo cáo, không phải số báo cáo. Ô trống: báo cáo không nêu."


def lay_out_indicators(grid: Grid, report: Report, marks: Marks) -> Page:
    """Lay out every line of the appendix, then what the report states beside them."""
    page = Page(widths=_WIDTHS)
    lines = indicator_lines(report)
    head(grid, page, "I", "Chỉ tiêu thống kê theo lĩnh vực cải cách hành chính", report)
    start = grid.row
    _columns(grid)
    for line in lines:
        if line.is_heading:
            _title(grid, page, line.number, line.label, is_group=line.depth == 0)
        else:
            _indicator(grid, line)
    _others(grid, page, sections_of(report))
    notes(grid, page, [_ITALICS, *wording_notes(lines)])
    colour_notes(grid, page, marks)
    signature(grid, page, report)
    return Page(widths=_WIDTHS, repeat=(start, start + 1), freeze=(start + 2, 0))


def _columns(grid: Grid) -> None:
    """Write the head: the result is split into quantity and share."""
    grid.heights[grid.row] = 20
    grid.heights[grid.row + 1] = 34
    for column, text in ((_NUMBER, "STT"), (_LABEL, "Chỉ tiêu thống kê"), (_UNIT, "Đơn vị tính"), (_NOTE, "Ghi chú")):
        grid.merge(column, column, text, HEAD, rows=2)
    grid.merge(_QUANTITY, _SHARE, "Kết quả", HEAD)
    grid.row += 1
    grid.text(_QUANTITY, "Số lượng", HEAD)
    grid.text(_SHARE, "Tỷ lệ (%)", HEAD)
    grid.row += 1


def _title(grid: Grid, page: Page, number: str, title: str, *, is_group: bool) -> None:
    grid.heights[grid.row] = 24 if is_group else 20
    grid.text(_NUMBER, number, Style(size=12, bold=True, align="center", border=True))
    text = title.upper() if is_group else title
    grid.merge(_LABEL, page.last_column, text, Style(size=12, bold=True, italic=not is_group, border=True))
    grid.row += 1


def _indicator(grid: Grid, line: IndicatorLine) -> None:
    indent = max(0, line.depth - _DEEPEST)
    _row(grid, line.number, line.label, line.unit, note=line.note, indent=indent)
    _result(grid, line)
    grid.row += 1


def _row(grid: Grid, number: str | int, label: str, unit: str, *, note: str = "", indent: int = 0) -> None:
    """Write everything but the result, which stays blank."""
    widths = (_WIDTHS[_LABEL] + 3 - 3 * indent, _WIDTHS[_UNIT], _WIDTHS[_NOTE] + 6)
    grid.heights[grid.row] = row_height((label, unit, note), widths)
    grid.text(_NUMBER, number, _CENTER)
    grid.text(_LABEL, label, Style(size=12, border=True, indent=indent))
    grid.text(_UNIT, unit, _CENTER)
    grid.text(_QUANTITY, "", NUMBER)
    grid.text(_SHARE, "", NUMBER)
    grid.text(_NOTE, note, _REMARK)


def _result(grid: Grid, line: IndicatorLine) -> None:
    """Write what is reported as a figure, and what is worked out or stands elsewhere as a formula."""
    column = _SHARE if line.is_share else _QUANTITY
    if line.kind is not None and not line.is_derived:
        grid.figure(column, line.path, line.value, number_style(line.value))
    elif line.value is not None:
        grid.sum(column, Sum(value=line.value, paths=(line.path,), style=number_style(line.value)))
    elif line.derived is not None and line.is_share:
        grid.share(
            column,
            Share(
                value=percent_of(line.derived, line.decimals),
                numerator=line.numerator,
                denominator=line.denominator,
                subtracted=frozenset(),
                decimals=line.decimals,
                style=_percent_style(line.decimals),
            ),
        )
    elif line.quantity is not None:
        style = evolve(number_style(line.quantity), italic=len(line.numerator) > 1)
        grid.sum(column, Sum(value=line.quantity, paths=line.numerator, style=style))


def _others(grid: Grid, page: Page, sections: Sequence[Section]) -> None:
    """Write what stands on no line of the form, area by area; nothing if there is nothing."""
    left = [(section, lines) for section in sections if (lines := _beside(section))]
    if left:
        _title(grid, page, "", _OTHERS, is_group=True)
    for section, lines in left:
        _title(grid, page, section.form.number, section.form.title, is_group=False)
        for index, line in enumerate(lines, start=1):
            _row(grid, index, line.label, line.unit)
            column = _SHARE if line.unit == "%" else _QUANTITY
            if line.kind is not None:
                grid.figure(column, line.path, line.value, number_style(line.value))
            else:
                grid.share(column, share_of(line))
            grid.row += 1


def _beside(section: Section) -> list[Line]:
    shown = section.form.lines.shown
    return [
        line
        for line in section.lines
        if line.path.rpartition(".")[2] not in shown and (line.value is not None or line.share is not None)
    ]


def share_of(line: Line, *, bold: bool = False) -> Share:
    """Give a derived share as a cell; the line must have one."""
    assert line.share is not None  # noqa: S101 - asked by the callers
    return Share(
        value=percent_of(line.share, line.decimals),
        numerator=line.numerator,
        denominator=line.denominator,
        subtracted=line.subtracted,
        decimals=line.decimals,
        style=_percent_style(line.decimals, bold=bold),
    )


def _percent_style(decimals: int, *, bold: bool = False) -> Style:
    return Style(size=12, italic=True, bold=bold, align="right", border=True, number=percent_format(decimals))
