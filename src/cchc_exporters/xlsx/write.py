"""Writing texts into a sheet: whatever a text begins with, it is no formula."""

from __future__ import annotations

import re

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_exporters.xlsx.styles import Formats, Style

__all__ = ["AppendixSheet", "Sheet", "printable"]

_LONGEST = 32_767
"""So many units of UTF-16 a cell holds; a letter takes one or two of them."""
_SURELY_HELD = _LONGEST // 2
_NOT_HELD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
"""What no cell can hold: control characters but for tab and line feed, no characters, halves of characters."""
_DEFAULT_HEIGHT = 15


class AppendixSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter is not typed for mypy
    """A sheet whose first page has no header, as the first page of a document bears no number."""

    def _write_header_footer(self) -> None:
        """Write the header of the pages that follow; XlsxWriter knows no other first page."""
        self._xml_start_tag("headerFooter", [("differentFirst", 1)])
        self._write_odd_header()
        self._xml_end_tag("headerFooter")


class Sheet:
    """One sheet while it is written.

    Args:
        cells: The sheet of XlsxWriter.
        formats: Formats of the workbook.

    Attributes:
        heights: Heights of rows that are not as high as any other.
        kept: Rows that no page break parts from the one beneath.
    """

    def __init__(self, cells: Worksheet, formats: Formats) -> None:
        self.cells = cells
        self.name = str(cells.get_name())
        self.format = formats.of
        self.alarm = formats.alarm
        self.heights: dict[int, float] = {}
        self.kept: set[int] = set()

    def height(self, row: int, height: float) -> None:
        """Set how high a row is."""
        self.heights[row] = height
        self.cells.set_row(row, height)

    def height_of(self, row: int) -> float:
        """Give how high a row is."""
        return self.heights.get(row, _DEFAULT_HEIGHT)

    def text(self, row: int, column: int, text: str, style: Style) -> None:
        """Write a text, or a blank cell of the same look."""
        self._text(row, column, text, self.format(style))

    def merge(self, row: int, first: int, last: int, text: str, style: Style, *, rows: int = 1) -> None:
        """Write a text over several columns, or rows."""
        format_ = self.format(style)
        if first < last or rows > 1:
            self.cells.merge_range(row, first, row + rows - 1, last, "", format_)
        self._text(row, first, text, format_)

    def rich(self, row: int, first: int, last: int, pieces: tuple[tuple[Style, str], ...], style: Style) -> None:
        """Write a text of several styles over several columns."""
        format_ = self.format(style)
        self.cells.merge_range(row, first, row, last, "", format_)
        written = [piece for each, text in pieces for piece in (self.format(each), printable(text))]
        self.cells.write_rich_string(row, first, *written, format_)

    def _text(self, row: int, column: int, text: str, format_: Format) -> None:
        if text:
            self.cells.write_string(row, column, printable(text), format_)
        else:
            self.cells.write_blank(row, column, None, format_)


def printable(text: str) -> str:
    """Take out what no cell can hold; a text that is too long for a cell ends in "…", so that it is seen to be cut."""
    held = _NOT_HELD.sub("", text) if _NOT_HELD.search(text) else text
    if len(held) <= _SURELY_HELD:
        return held
    units = held.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST:
        return held
    return units[: 2 * (_LONGEST - 1)].decode("utf-16-le", errors="ignore") + "…"
