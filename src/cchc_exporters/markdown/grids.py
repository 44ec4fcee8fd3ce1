"""One table of a form: its printed columns, the details beside them, and the shares of each row."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.prose import Grid, TableSaid
from cchc_exporters.markdown.printing import figure, points
from cchc_exporters.markdown.syntax import escape, table

__all__ = ["grids"]


def grids(said: TableSaid) -> Iterator[str]:
    """Write what the total says, and the tables."""
    if said.points:
        yield points(said.points)
    for grid in said.grids:
        yield f"**{escape(grid.caption)}**"
        yield table([grid.corner, *map(escape, grid.headers)], _rows(grid), "l" + "r" * len(grid.headers))
        if grid.notes:
            yield f"*Ghi chú:* {escape(grid.notes)}"


def _rows(grid: Grid) -> Iterator[list[str]]:
    for row in grid.rows:
        label = escape(row.label)
        if row.is_band:
            yield [f"**{label}**", *("" for _ in grid.headers)]
        else:
            yield [f"**{label}**" if row.is_total else label, *map(figure, row.cells)]
