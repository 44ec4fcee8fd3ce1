"""Joining cells to ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

__all__ = ["joined_cells"]

_CELL = re.compile(r"(.*?)\$?([A-Z]{1,3})\$?([0-9]+)")


def joined_cells(cells: Iterable[str]) -> list[str]:
    """Join cells that stand beside or beneath one another to ranges, in the order given.

    >>> joined_cells(["C15", "C16", "C17", "D15", "E15", "'Phụ lục I'!D8"])
    ['C15:C17', 'D15:E15', "'Phụ lục I'!D8"]
    """
    runs: list[list[tuple[str, int, int]]] = []
    for cell in cells:
        place = _place(cell)
        if runs and _goes_on(runs[-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [_range(run) for run in runs]


@lru_cache(maxsize=4096)
def _place(cell: str) -> tuple[str, int, int]:
    """Take a reference apart: sheet, row and column."""
    match = _CELL.fullmatch(cell)
    if match is None:
        return cell, 0, 0
    row, column = xl_cell_to_rowcol(match[2] + match[3])
    return match[1], row + 1, column + 1


def _goes_on(run: Sequence[tuple[str, int, int]], place: tuple[str, int, int]) -> bool:
    """Tell whether a cell stands next to the last of a run, in the direction of the run."""
    sheet, row, column = run[-1]
    steps = {(place[1] - row, place[2] - column)}
    if len(run) > 1:
        steps.add((row - run[-2][1], column - run[-2][2]))
    return place[0] == sheet and place[1] > 0 and steps in ({(1, 0)}, {(0, 1)})


def _range(run: Sequence[tuple[str, int, int]]) -> str:
    sheet, row, column = run[0]
    if not row:
        return sheet
    first = f"{sheet}{xl_col_to_name(column - 1)}{row}"
    return first if len(run) == 1 else f"{first}:{xl_col_to_name(run[-1][2] - 1)}{run[-1][1]}"
