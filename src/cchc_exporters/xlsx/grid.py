"""Where figures stand in the workbook, across sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from xlsxwriter.utility import quote_sheetname, xl_col_to_name

__all__ = ["Addresses", "Place", "cell_name", "fixed_name", "quoted"]

Place = tuple[str, int, int]
"""Sheet, row and column, counting from zero."""

quoted = cache(quote_sheetname)
"""Give the name of a sheet as references have it."""

letters = cache(xl_col_to_name)
"""Give the letters of a column."""


def cell_name(row: int, column: int) -> str:
    """Name a cell by its letters and number.

    >>> cell_name(14, 2)
    'C15'
    """
    return f"{letters(column)}{row + 1}"


def fixed_name(place: Place, last: int | None = None) -> str:
    """Refer to a cell, or to it and those beneath it down to a row, from anywhere.

    >>> fixed_name(("Phụ lục II", 14, 2), 16)
    "'Phụ lục II'!$C$15:$C$17"
    """
    sheet, row, column = place
    end = "" if last is None else f":${letters(column)}${last + 1}"
    return f"{quoted(sheet)}!${letters(column)}${row + 1}{end}"


class Addresses(Mapping[str, Place]):
    """The place of each figure by its path; those of a table are worked out from the row."""

    def __init__(self) -> None:
        self._figures: dict[str, Place] = {}
        self._rows: dict[str, list[tuple[str, int, Mapping[str, int]]]] = {}
        self._seen: dict[str, Callable[[str], str]] = {}
        self._above: dict[tuple[str, str], tuple[str, ...]] = {}

    @property
    def places(self) -> Mapping[str, Place]:
        """Every place by the path of its figure."""
        return self

    def enter(self, path: str, place: Place) -> None:
        """Remember where a figure stands."""
        self._figures[path] = place

    def enter_row(self, path: str, sheet: str, row: int, columns: Mapping[str, int]) -> None:
        """Remember in which row the figures of a record stand, and the column of each by its name."""
        self._rows.setdefault(path, []).append((sheet, row, columns))

    def enter_sum(self, name: str, total: str, ranges: tuple[str, ...]) -> None:
        """Remember the cells above a total that a relation, by its name, adds up; they stand on the same sheet."""
        self._above[name, total] = ranges

    def above(self, name: str, total: str) -> tuple[str, ...]:
        """Give the ranges that a relation adds up to a total; none if they are not cells above it."""
        return self._above.get((name, total), ())

    def seen_from(self, sheet: str) -> Callable[[str], str]:
        """Give the function that refers to figures from a sheet; by nothing to one that stands nowhere."""
        if sheet not in self._seen:
            self._seen[sheet] = _Seen(self._find, sheet).__getitem__
        return self._seen[sheet]

    def reference(self, path: str, sheet: str) -> str:
        """Refer to a figure from a sheet; by nothing if it stands nowhere, as figures left blank may."""
        return self.seen_from(sheet)(path)

    def _find(self, path: str) -> Place | None:
        found = self._figures.get(path)
        if found is None:
            above, _, name = path.rpartition(".")
            for sheet, row, columns in self._rows.get(above, ()):
                if name in columns:
                    return sheet, row, columns[name]
        return found

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._find(path) is not None

    def __getitem__(self, path: str) -> Place:
        found = self._find(path)
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        yield from self._figures
        for path, rows in self._rows.items():
            for _, _, columns in rows:
                yield from (f"{path}.{name}" for name in columns)

    def __len__(self) -> int:
        rows = (columns for each in self._rows.values() for _, _, columns in each)
        return len(self._figures) + sum(map(len, rows))


class _Seen(dict[str, str]):
    """References from one sheet, each made once."""

    def __init__(self, find: Callable[[str], Place | None], sheet: str) -> None:
        super().__init__()
        self._find = find
        self._sheet = sheet

    def __missing__(self, path: str) -> str:
        """Make a reference."""
        place = self._find(path)
        cell = ""
        if place is not None:
            sheet, row, column = place
            cell = f"{letters(column)}{row + 1}"
            cell = cell if sheet == self._sheet else f"{quoted(sheet)}!{cell}"
        self[path] = cell
        return cell
