"""The tables of the forms as tables of Word, parted where a page is too narrow for all their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from cchc_core import HeaderCell, header_of
from cchc_core.prose import Grid, GridRow
from cchc_docx.decree import CELL_SIZES
from cchc_docx.markup import paragraph, run
from cchc_docx.pen import Pen
from cchc_docx.tables import Box, heads_of, table, widths_of

__all__ = ["grid_of"]

_SMALLEST = CELL_SIZES[-2]
"""Before the letters get smaller than this, the table is parted."""


def grid_of(grid: Grid, pen: Pen, usable: int) -> Iterator[str]:
    """Write a grid with its caption and notes, as one table or several."""
    rows = [_boxes(each, pen, len(grid.headers)) for each in grid.rows]
    parts = _parted(grid, rows, usable)
    for number, (start, end) in enumerate(parts, 1):
        caption = grid.caption if len(parts) == 1 else f"{grid.caption}, phần {number}/{len(parts)}"
        yield paragraph("Caption", run(caption))
        yield table(caption, _heads(grid, start, end), _between(rows, start, end), usable)
    if grid.notes:
        yield paragraph("TableNote", run(f"Ghi chú: {grid.notes}"))


def _boxes(row: GridRow, pen: Pen, count: int) -> tuple[Box, ...]:
    """Write a row; a band stands over all columns."""
    if row.is_band:
        return (Box.band(row.label, count + 1),)
    label = Box.of(row.label, bold=row.is_total)
    return (label, *(pen.box(shown) for shown in row.cells))


def _parted(grid: Grid, rows: Sequence[Sequence[Box]], usable: int) -> list[tuple[int, int]]:
    """Part the columns into as few tables as can be read, about as wide as one another."""
    count = len(grid.headers)
    for tables in range(1, count):
        each = -(-count // tables)
        parts = [(start, min(start + each, count)) for start in range(0, count, each)]
        if all(_is_readable(grid, rows, part, usable) for part in parts):
            return parts
    return [(start, start + 1) for start in range(count)]


def _is_readable(grid: Grid, rows: Sequence[Sequence[Box]], part: tuple[int, int], usable: int) -> bool:
    size, _ = widths_of(_heads(grid, *part), _between(rows, *part), usable)
    return size >= _SMALLEST


def _between(rows: Sequence[Sequence[Box]], start: int, end: int) -> list[Sequence[Box]]:
    """Give some columns of the rows, each with its label."""
    return [
        (boxes[0], *boxes[start + 1 : end + 1]) if len(boxes) > 1 else (evolve(boxes[0], across=end - start + 1),)
        for boxes in rows
    ]


def _heads(grid: Grid, start: int, end: int) -> tuple[HeaderCell, ...]:
    """Head some columns as the form does, with the numbers of its columns beneath."""
    figures = grid.figures[start:end]
    if not figures:
        return heads_of((grid.corner, *grid.headers[start:end]))
    cells = header_of(figures)
    depth = max(cell.row + cell.rows for cell in cells)
    corner = HeaderCell(text=grid.corner, row=0, column=0, rows=depth)
    moved = [
        HeaderCell(text=cell.text, row=cell.row, column=cell.column + 1, rows=cell.rows, columns=cell.columns)
        for cell in cells
    ]
    numbers = [f"({each.column})" if each.column is not None else "" for each in figures]
    if not any(numbers):
        return (corner, *moved)
    below = [HeaderCell(text=text, row=depth, column=column) for column, text in enumerate(("", *numbers))]
    return (corner, *moved, *below)
