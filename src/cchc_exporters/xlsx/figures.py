"""Writing figures: as reported, as a live formula where they are the sum of their parts, coloured where in doubt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import Factory, evolve, field, frozen

from cchc_core import FigureValue, OpenBound
from cchc_core.checks import PlacedRelation
from cchc_core.numbers import Number, percent_of, plain, printed
from cchc_exporters.xlsx.cells import percent_style
from cchc_exporters.xlsx.live import Live, added
from cchc_exporters.xlsx.marks import Marks, box_of
from cchc_exporters.xlsx.styles import FONT, Style
from cchc_exporters.xlsx.write import Sheet, printable

__all__ = ["Figures"]

_AUTHOR = "cchc"
_LARGEST_SHARE = 10**12
"""A cell holds a percentage below this with its decimals."""


@frozen(eq=False, kw_only=True)
class Figures:
    """Writes the figures of one workbook.

    Args:
        live: What is alive in it.
        marks: Which figures are in doubt.
    """

    live: Live
    marks: Marks
    _marked: frozenset[str] = field(
        init=False, default=Factory(lambda self: frozenset(self.marks.paths), takes_self=True)
    )

    def marked_on(self, sheet: str) -> list[str]:
        """Give the figures on a sheet that are in doubt."""
        addresses = self.live.addresses
        return [path for path in self.marks.paths if path in addresses and addresses[path][0] == sheet]

    def figure(
        self,
        sheet: Sheet,
        row: int,
        column: int,
        path: str,
        value: FigureValue | None,
        style: Style,
        total: PlacedRelation | None = None,
    ) -> None:
        """Write a figure of the report.

        Args:
            sheet: Sheet, and the cell on it.
            row: See above.
            column: See above.
            path: Path of the figure.
            value: Its value as reported.
            style: How it looks while nothing is the matter with it.
            total: The relation that it is the total of, where a formula may stand for it.
        """
        number = value.value if isinstance(value, OpenBound) else value
        is_marked = path in self._marked
        if is_marked:
            style = style.broken() if self.marks.is_broken(path) else style.to_cross_check()
        if total is None:
            if number is None:
                sheet.cells.write_blank(row, column, None, sheet.format(style))
            else:
                sheet.cells.write_number(row, column, _given(number), sheet.format(style))
        else:
            self._total(sheet, row, column, number, style, total)
        if is_marked:
            self._comment(sheet, row, column, path)

    def _total(
        self, sheet: Sheet, row: int, column: int, number: Number | None, style: Style, total: PlacedRelation
    ) -> None:
        """Write a total as the sum of its parts; in italics where the report leaves it blank."""
        parts = total.paths[1:]
        if number is None:
            number = plain(sum(map(Fraction, self.live.numbers(parts)), Fraction()))
            style = evolve(style, italic=True)
        format_ = sheet.format(style)
        if self.live.is_exact(parts):
            sheet.cells.write_formula(row, column, self.live.sum_of(total, sheet.name), format_, _given(number))
        else:
            sheet.cells.write_number(row, column, _given(number), format_)

    def elsewhere(
        self, sheet: Sheet, row: int, column: int, value: FigureValue, paths: Sequence[str], style: Style
    ) -> None:
        """Write a value that stands elsewhere, or the sum of several, as a formula that points there."""
        number = value.value if isinstance(value, OpenBound) else value
        format_ = sheet.format(style)
        if all(path in self.live.addresses for path in paths) and self.live.is_exact(paths):
            sheet.cells.write_formula(row, column, f"={added(paths, self._seen_from(sheet))}", format_, _given(number))
        else:
            sheet.cells.write_number(row, column, _given(number), format_)

    def share(
        self,
        sheet: Sheet,
        row: int,
        column: int,
        share: Fraction,
        decimals: int,
        numerator: Sequence[str],
        denominator: Sequence[str],
        *,
        subtracted: Collection[str] = (),
        bold: bool = False,
    ) -> None:
        """Write a derived percentage as a formula.

        Args:
            sheet: Sheet, and the cell on it.
            row: See above.
            column: See above.
            share: The exact share.
            decimals: Decimals with which it is printed.
            numerator: Figures that its numerator adds up.
            denominator: Figures that its denominator adds up.
            subtracted: Those of them that are subtracted.
            bold: Whether it stands in the row of a total.
        """
        value = percent_of(share, decimals)
        format_ = sheet.format(percent_style(decimals, bold=bold))
        if abs(value) >= _LARGEST_SHARE:
            sheet.cells.write_string(row, column, printed(value), format_)
            return
        formula = self.live.share(self._seen_from(sheet), value, numerator, denominator, subtracted=subtracted)
        if formula:
            sheet.cells.write_formula(row, column, formula, format_, _given(value))
        else:
            sheet.cells.write_number(row, column, _given(value), format_)

    def _seen_from(self, sheet: Sheet) -> Callable[[str], str]:
        return self.live.addresses.seen_from(sheet.name)

    def _comment(self, sheet: Sheet, row: int, column: int, path: str) -> None:
        comment = printable(self.marks.comment(path))
        width, height = box_of(comment)
        options = {"author": _AUTHOR, "font_name": FONT, "font_size": 10, "width": width, "height": height}
        sheet.cells.write_comment(row, column, comment, options)


def _given(number: Number | Decimal) -> Any:
    """Give a number to XlsxWriter, which takes decimals although its annotations do not say so."""
    return number
