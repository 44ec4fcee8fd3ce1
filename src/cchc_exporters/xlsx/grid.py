"""What goes into the cells of a sheet, laid out before any of it is written.

A formula may point to a cell on any sheet, so all sheets are laid out first and written afterwards.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import define, field, frozen
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from cchc_core import FigureValue
from cchc_exporters.xlsx.styles import Style

__all__ = ["Addresses", "Figure", "Grid", "Merge", "Rich", "Share", "Sum"]


@frozen(kw_only=True)
class Figure:
    """A reported figure in a cell."""

    path: str
    value: FigureValue | None
    style: Style


@frozen(kw_only=True)
class Share:
    """A derived percentage in a cell: its printed value, and the figures it is made of, some of them subtracted."""

    value: Decimal
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    subtracted: frozenset[str]
    decimals: int
    style: Style


@frozen(kw_only=True)
class Sum:
    """A value that stands elsewhere, or is the sum of several that do."""

    value: FigureValue
    paths: tuple[str, ...]
    style: Style


@frozen(kw_only=True)
class Merge:
    """Cells joined into one, from the cell it stands at to ``last_row`` and ``last_column``."""

    text: str
    last_row: int
    last_column: int
    style: Style


@frozen(kw_only=True)
class Rich:
    """Joined cells whose text has several styles."""

    pieces: tuple[tuple[Style, str], ...]
    last_column: int
    style: Style


@define
class Addresses:
    """Where each figure stands, across sheets."""

    places: dict[str, tuple[str, int, int]] = field(factory=dict)

    def reference(self, path: str, sheet: str) -> str:
        """Refer to a figure from a sheet; every figure of a report stands somewhere."""
        name, row, column = self.places[path]
        cell = xl_rowcol_to_cell(row, column)
        return cell if name == sheet else f"{quote_sheetname(name)}!{cell}"


@define
class Grid:
    """One sheet as laid out: contents by row and column, and row heights.

    Args:
        name: Name of the sheet.
        addresses: Where figures are entered as they are placed; shared by all sheets.
    """

    name: str
    addresses: Addresses
    cells: dict[tuple[int, int], str | int | Figure | Share | Sum | Merge | Rich] = field(factory=dict)
    styles: dict[tuple[int, int], Style] = field(factory=dict)
    heights: dict[int, float] = field(factory=dict)
    row: int = 0

    def text(self, column: int, text: str | int, style: Style) -> None:
        """Put a text, or a running number, into the current row."""
        self.cells[self.row, column] = text
        self.styles[self.row, column] = style

    def merge(self, first: int, last: int, text: str, style: Style, *, rows: int = 1) -> None:
        """Put a text over several columns, or rows, from the current row on."""
        if first == last and rows == 1:
            self.text(first, text, style)
            return
        merged = Merge(text=text, last_row=self.row + rows - 1, last_column=last, style=style)
        self.cells[self.row, first] = merged

    def rich(self, first: int, last: int, pieces: tuple[tuple[Style, str], ...], style: Style) -> None:
        """Put a text of several styles over several columns of the current row."""
        self.cells[self.row, first] = Rich(pieces=pieces, last_column=last, style=style)

    def figure(self, column: int, path: str, value: FigureValue | None, style: Style) -> None:
        """Put a reported figure into the current row, and remember where it stands."""
        self.cells[self.row, column] = Figure(path=path, value=value, style=style)
        self.addresses.places[path] = (self.name, self.row, column)

    def sum(self, column: int, added: Sum) -> None:
        """Put a value that stands elsewhere into the current row."""
        self.cells[self.row, column] = added

    def share(self, column: int, share: Share) -> None:
        """Put a derived percentage into the current row."""
        self.cells[self.row, column] = share
