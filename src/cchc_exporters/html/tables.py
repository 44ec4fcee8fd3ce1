"""The head of a table: cells over groups of columns, and the groups themselves."""

from __future__ import annotations

from attrs import frozen

from cchc_core.prose import Grid
from cchc_core.tables import header_of

__all__ = ["Head", "HeadCell", "head_of"]

_MOST_COLUMNS = 14
"""A table with more columns is printed across the page."""


@frozen(kw_only=True)
class HeadCell:
    """One cell of a head.

    Args:
        text: What it says.
        number: Number of its column on the printed form; ``None`` if it has none.
        rows: Rows that it takes.
        columns: Columns that it takes.
        is_group: Whether it heads a group of columns.
    """

    text: str
    number: int | None = None
    rows: int = 1
    columns: int = 1
    is_group: bool = False


@frozen(kw_only=True)
class Head:
    """The head of a table beside its corner.

    Args:
        rows: Its cells, row by row.
        groups: How many columns each group has, from left to right.
    """

    rows: tuple[tuple[HeadCell, ...], ...]
    groups: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many columns it heads."""
        return sum(self.groups)

    @property
    def is_broad(self) -> bool:
        """Whether its table is too broad for an upright page."""
        return self.width > _MOST_COLUMNS


def head_of(grid: Grid) -> Head:
    """Lay out the head of a grid, with the groups that its figures declare."""
    if not grid.figures:
        cells = tuple(HeadCell(text=text) for text in grid.headers)
        return Head(rows=(cells,), groups=(1,) * len(cells))
    laid_out = header_of(grid.figures)
    depth = max(cell.row + cell.rows for cell in laid_out)
    rows: list[list[HeadCell]] = [[] for _ in range(depth)]
    for cell in laid_out:
        is_leaf = cell.row + cell.rows == depth
        rows[cell.row].append(
            HeadCell(
                text=cell.text,
                number=grid.figures[cell.column].column if is_leaf else None,
                rows=cell.rows,
                columns=cell.columns,
                is_group=not is_leaf,
            )
        )
    return Head(rows=tuple(map(tuple, rows)), groups=tuple(cell.columns for cell in laid_out if cell.row == 0))
