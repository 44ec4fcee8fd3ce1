"""A sheet that is a list: title, heads that are repeated, rows that wrap; A4 landscape, one page wide."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_exporters.xlsx.a4 import A4, PAGE_NUMBER
from cchc_exporters.xlsx.styles import Formats, Style
from cchc_exporters.xlsx.told import lines_of
from cchc_exporters.xlsx.write import printable

__all__ = [
    "CENTER",
    "FIRST_ROW",
    "HEAD",
    "HEAD_ROW",
    "SUMMARY",
    "TEXT",
    "TITLE",
    "Item",
    "Listing",
    "height_of",
    "summary_height",
]

TEXT = Style(size=11, border=True, valign="top")
CENTER = Style(size=11, border=True, align="center", valign="top")
TITLE = Style(size=14, bold=True, align="center")
SUMMARY = Style(size=12, italic=True)
HEAD = Style(size=11, bold=True, align="center", border=True)
_SIDE, _TOP = 0.5, 0.75
"""Margins in inches; these sheets are no appendix of a document, and need the width."""
_LINE, _HIGHEST = 14.5, 409.0
"""Points of a line, and of the highest row that there is."""
LINK = {"font_color": "#0563C1", "underline": 1}
HEAD_ROW = 2
"""The row of the heads, counting from zero."""

FIRST_ROW = HEAD_ROW + 1
"""The first row under the heads, counting from zero."""


@frozen(kw_only=True)
class Item:
    """One cell of a row.

    Args:
        text: What it says.
        style: How it looks.
        link: Where it leads, as a reference such as ``'Phụ lục II'!C12``; empty for nowhere.
    """

    text: str | int = ""
    style: Style = TEXT
    link: str = ""


class Listing:
    """One sheet, written row by row.

    Args:
        workbook: The workbook that the sheet is added to.
        formats: Formats of the workbook.
        name: Name of the sheet.
        heads: Heads of its columns.
        widths: Widths of its columns, in characters.
    """

    def __init__(
        self, workbook: Workbook, formats: Formats, name: str, heads: Sequence[str], widths: Sequence[int]
    ) -> None:
        self._workbook = workbook
        self._formats = formats
        self._links: dict[Style, Format] = {}
        self._sheet: Worksheet = workbook.add_worksheet(name)
        self._heads = heads
        self._widths = widths
        self._row = FIRST_ROW

    def write(self, title: str, summary: str, rows: Sequence[Sequence[Item]]) -> None:
        """Write the whole sheet; without rows it is its title and the summary."""
        sheet, last = self._sheet, len(self._widths) - 1
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, width)
        self._over(0, last, title, TITLE, 24)
        self._over(1, last, summary, SUMMARY, summary_height(summary, self._widths))
        if rows:
            head = self._formats.of(HEAD)
            for column, text in enumerate(self._heads):
                sheet.write_string(HEAD_ROW, column, text, head)
            sheet.set_row(HEAD_ROW, 34)
            for row in rows:
                self._line(row)
            sheet.autofilter(HEAD_ROW, 0, self._row - 1, last)
            sheet.repeat_rows(HEAD_ROW)
            sheet.freeze_panes(FIRST_ROW, 0)
        self._set_up(last)

    def _line(self, row: Sequence[Item]) -> None:
        """Write a row; a text is written as a text, whatever it begins with."""
        sheet, at, format_of = self._sheet, self._row, self._formats.of
        for column, item in enumerate(row):
            text = item.text
            if isinstance(text, int):
                sheet.write_number(at, column, text, format_of(item.style))
            elif item.link:
                sheet.write_url(at, column, f"internal:{item.link}", self._link(item.style), printable(text))
            elif text:
                sheet.write_string(at, column, printable(text), format_of(item.style))
            else:
                sheet.write_blank(at, column, None, format_of(item.style))
        sheet.set_row(at, height_of(row, self._widths))
        self._row += 1

    def _link(self, style: Style) -> Format:
        if style not in self._links:
            self._links[style] = self._workbook.add_format(style.properties() | LINK)
        return self._links[style]

    def _over(self, row: int, last: int, text: str, style: Style, height: float) -> None:
        format_ = self._formats.of(style)
        self._sheet.merge_range(row, 0, row, last, "", format_)
        self._sheet.write_string(row, 0, text, format_)
        self._sheet.set_row(row, height)

    def _set_up(self, last: int) -> None:
        sheet = self._sheet
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.set_margins(left=_SIDE, right=_SIDE, top=_TOP, bottom=_TOP)
        sheet.set_header(PAGE_NUMBER)
        sheet.fit_to_pages(1, 0)
        sheet.set_start_page(1)
        sheet.center_horizontally()
        sheet.hide_gridlines(2)
        sheet.print_area(0, 0, self._row - 1, last)


def height_of(row: Sequence[Item], widths: Sequence[int]) -> float:
    """Give the height of a row, in points, in which all its texts can be read."""
    lines = 1
    for item, width in zip(row, widths, strict=True):
        if isinstance(item.text, str) and (len(item.text) > width or "\n" in item.text):
            lines = max(lines, lines_of(item.text, width))
    return min(_HIGHEST, _LINE * lines + 4)


def summary_height(summary: str, widths: Sequence[int]) -> float:
    """Give the height of the row of the summary, in points."""
    return 16.0 * lines_of(summary, sum(widths)) + 4
