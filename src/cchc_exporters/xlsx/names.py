"""Names for figures: one for each line and each cell of a table by level, one for each column of a longer table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from xlsxwriter import Workbook

from cchc_exporters.xlsx.blocks import Block
from cchc_exporters.xlsx.grid import fixed_name

__all__ = ["define_names", "valid_name"]

_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*")


def valid_name(path: str) -> str:
    """Give the name for a path, without brackets; one that reads like a cell gets an underscore before it.

    >>> valid_name("procedures.dossiers.total.received"), valid_name("a1"), valid_name("annexes[0].visits")
    ('procedures.dossiers.total.received', '_a1', 'annexes_0.visits')
    """
    name = path.replace("[", "_").replace("]", "")
    return f"_{name}" if _LIKE_A_CELL.fullmatch(name) else name


def define_names(
    workbook: Workbook,
    lines: Iterable[tuple[str, tuple[str, int, int]]],
    by_level: Iterable[Block],
    growing: Iterable[Block],
) -> None:
    """Define the names.

    Args:
        workbook: The workbook.
        lines: Figures that have a line of their own, with their places.
        by_level: Blocks of tables by level.
        growing: Blocks of longer tables.
    """
    for path, place in lines:
        workbook.define_name(valid_name(path), f"={fixed_name(place)}")
    for block in by_level:
        for path, cells in (*_cells(block, totals_only=False),):
            workbook.define_name(valid_name(path), f"={cells}")
    for block in growing:
        for path, cells in (*_columns(block), *_cells(block, totals_only=True)):
            workbook.define_name(valid_name(path), f"={cells}")


def _cells(block: Block, *, totals_only: bool) -> Iterator[tuple[str, str]]:
    """Name each figure of a block, or those of its total."""
    for row, at in block.placed():
        if row.is_total or not totals_only:
            for name, column in block.columns.items():
                yield f"{row.path}.{name}", fixed_name((block.sheet, at, column))


def _columns(block: Block) -> Iterator[tuple[str, str]]:
    """Name the columns of a block, without the total."""
    rows = [at for row, at in block.placed() if not row.is_total]
    if rows:
        path = block.table.path
        for name, column in block.columns.items():
            yield f"{path}.{name}", fixed_name((block.sheet, rows[0], column), rows[-1])
