"""Writing laid-out sheets with XlsxWriter: values, live formulas with their values, comments, print set-up."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_core import FigureValue, OpenBound
from cchc_core.checks import PlacedRelation, System
from cchc_core.numbers import Number, percent_of, plain, printed
from cchc_exporters.xlsx.grid import Addresses, Figure, Grid, Merge, Rich, Share, Sum
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.page import Page
from cchc_exporters.xlsx.styles import FONT, Formats

__all__ = ["Writer"]

_A4 = 9
_MILLIMETRES = 25.4
_MARGINS = {"left": 30, "right": 15, "top": 20, "bottom": 20}
_AUTHOR = "cchc"
_LARGEST_SUM = 10**15
_LARGEST_COMPARED = 10**14
_LARGEST_SHARE = 10**12
"""Spreadsheets keep 15 digits, and take numbers for equal that differ by less than their last bits."""
_PAST_ROUNDING = 10**20
"""One in so many is a share that rounding alone would hide."""


@frozen(kw_only=True)
class Writer:
    """Writes the sheets of one workbook.

    Args:
        formats: Formats of the workbook.
        addresses: Where figures stand.
        system: The report's cells.
        formulas: Figures that a live formula stands for.
        marks: Broken figures and their comments.
    """

    formats: Formats
    addresses: Addresses
    system: System
    formulas: Mapping[str, PlacedRelation]
    marks: Marks

    def write(self, sheet: Worksheet, grid: Grid, page: Page) -> None:
        """Write one sheet."""
        _set_up(sheet, grid, page)
        for row, height in grid.heights.items():
            sheet.set_row(row, height)
        for (row, column), content in sorted(grid.cells.items(), key=lambda item: item[0]):
            if isinstance(content, Figure):
                self._figure(sheet, row, column, content)
            elif isinstance(content, Share):
                self._share(sheet, row, column, content)
            elif isinstance(content, Sum):
                self._sum(sheet, row, column, content)
            elif isinstance(content, Merge):
                self._merge(sheet, row, column, content)
            elif isinstance(content, Rich):
                self._rich(sheet, row, column, content)
            elif isinstance(content, int):
                sheet.write_number(row, column, content, self.formats.of(grid.styles[row, column]))
            else:
                _write_text(sheet, row, column, content, self.formats.of(grid.styles[row, column]))

    def _figure(self, sheet: Worksheet, row: int, column: int, figure: Figure) -> None:
        """Write a figure as reported: as a formula where it is the sum of its parts, else as a number."""
        style = figure.style
        if self.marks.is_broken(figure.path):
            style = style.broken()
        elif self.marks.is_compared(figure.path):
            style = style.to_cross_check()
        number: Number | None = _number(figure.value)
        parts = self.formulas[figure.path].paths[1:] if figure.path in self.formulas else ()
        if parts and number is None:
            number, style = plain(sum(self._numbers(parts), Fraction())), evolve(style, italic=True)
        format_ = self.formats.of(style)
        if number is None:
            sheet.write_blank(row, column, None, format_)
        elif parts and self._is_exact_there(parts, _LARGEST_SUM):
            formula = f"={self._added(parts, sheet)}"
            sheet.write_formula(row, column, formula, format_, _given(number))
        else:
            sheet.write_number(row, column, _given(number), format_)
        comment = self.marks.comment(figure.path)
        if comment:
            options = {"author": _AUTHOR, "font_name": FONT, "font_size": 10, "width": 380}
            sheet.write_comment(row, column, comment, options | {"height": 24 + 18 * _comment_lines(comment)})

    def _share(self, sheet: Worksheet, row: int, column: int, share: Share) -> None:
        """Write a derived percentage as a formula that, like `percent_of`, never rounds up to 100 or down to 0."""
        format_ = self.formats.of(share.style)
        if abs(share.value) >= _LARGEST_SHARE:
            _write_text(sheet, row, column, printed(share.value), format_)
            return
        if not self._is_exact_there(share.numerator + share.denominator, _LARGEST_COMPARED):
            sheet.write_number(row, column, _given(share.value), format_)
            return
        whole = f"({self._added(share.denominator, sheet, share.subtracted)})"
        ratio = f"({self._added(share.numerator, sheet, share.subtracted)})/{whole}"
        lowest, highest = (
            percent_of(Fraction(part, _PAST_ROUNDING), share.decimals) for part in (1, _PAST_ROUNDING - 1)
        )
        rounded = f"ROUND(100*{ratio},{share.decimals})"
        bounded = f"MIN(MAX({rounded},{lowest}),{highest})"
        formula = f'=IF({whole}=0,"",IF(AND({ratio}>0,{ratio}<1),{bounded},{rounded}))'
        sheet.write_formula(row, column, formula, format_, _given(share.value))

    def _sum(self, sheet: Worksheet, row: int, column: int, added: Sum) -> None:
        """Write a value that stands elsewhere as a formula that points there."""
        format_ = self.formats.of(added.style)
        number = added.value.value if isinstance(added.value, OpenBound) else added.value
        if all(path in self.addresses.places for path in added.paths) and self._is_exact_there(
            added.paths, _LARGEST_SUM
        ):
            sheet.write_formula(row, column, f"={self._added(added.paths, sheet)}", format_, _given(number))
        else:
            sheet.write_number(row, column, _given(number), format_)

    def _added(self, paths: tuple[str, ...], sheet: Worksheet, subtracted: frozenset[str] = frozenset()) -> str:
        """Write a sum; a figure that stands nowhere is blank in every row, and adds nothing."""
        name = sheet.get_name() or ""
        signed = (
            ("-" if path in subtracted else "+") + self.addresses.reference(path, name)
            for path in paths
            if path in self.addresses.places
        )
        return "".join(signed).removeprefix("+")

    def _numbers(self, paths: tuple[str, ...]) -> list[Fraction]:
        return [Fraction(number) for path in paths if (number := self.system.cells[path].number) is not None]

    def _is_exact_there(self, paths: tuple[str, ...], limit: int) -> bool:
        """Tell whether a spreadsheet, which counts in binary floating point, gets the exact result."""
        return sum(map(abs, self._numbers(paths)), Fraction()) < limit

    def _rich(self, sheet: Worksheet, row: int, column: int, rich: Rich) -> None:
        format_ = self.formats.of(rich.style)
        sheet.merge_range(row, column, row, rich.last_column, "", format_)
        pieces = [piece for style, text in rich.pieces for piece in (self.formats.of(style), _printable(text))]
        sheet.write_rich_string(row, column, *pieces, format_)

    def _merge(self, sheet: Worksheet, row: int, column: int, merge: Merge) -> None:
        format_ = self.formats.of(merge.style)
        sheet.merge_range(row, column, merge.last_row, merge.last_column, "", format_)
        _write_text(sheet, row, column, merge.text, format_)


def _set_up(sheet: Worksheet, grid: Grid, page: Page) -> None:
    """Set columns, A4, margins, repeated rows, one page wide, page numbers on top."""
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width)
    sheet.set_paper(_A4)
    if page.landscape:
        sheet.set_landscape()
    sheet.set_margins(**{side: millimetres / _MILLIMETRES for side, millimetres in _MARGINS.items()})
    sheet.fit_to_pages(1, 0)
    sheet.set_start_page(1)
    sheet.set_header(f'&C&"{FONT},Regular"&13&P')
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.print_area(0, 0, grid.row, page.last_column)
    if page.repeat is not None:
        sheet.repeat_rows(*page.repeat)
    sheet.set_h_pagebreaks(list(page.breaks))
    sheet.freeze_panes(*page.freeze)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, format_: Format) -> None:
    """Write a text as a text: whatever it begins with, it is no formula."""
    if text:
        sheet.write_string(row, column, _printable(text), format_)
    else:
        sheet.write_blank(row, column, None, format_)


def _printable(text: str) -> str:
    """Take out what no cell can hold: control characters, no characters, and what is past the longest text."""
    longest = 32_767
    return "".join(each for each in text if (each >= " " and each not in "\ufffe\uffff") or each in "\n\t")[:longest]


def _given(number: Number) -> Any:
    """Give a number to XlsxWriter, which takes decimals although its annotations do not say so."""
    return number


def _number(value: FigureValue | None) -> int | Decimal | None:
    return value.value if isinstance(value, OpenBound) else value


def _comment_lines(comment: str) -> int:
    return sum(1 + len(line) // 55 for line in comment.splitlines())
