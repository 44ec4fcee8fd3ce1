"""Tables on a sheet: where their heads and rows stand, and writing them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from attrs import frozen

from cchc_core import AgencyTable, FieldTable, LevelTable
from cchc_core import Figure as Declared
from cchc_core.checks import PlacedRelation
from cchc_core.tables import HeaderCell, PrintedTable, TableRow, header_of
from cchc_exporters.xlsx.cells import BODY, CENTER, HEAD, LABEL_OF_TOTAL, number_style
from cchc_exporters.xlsx.checking import Checking
from cchc_exporters.xlsx.figures import Figures
from cchc_exporters.xlsx.grid import Addresses, cell_name
from cchc_exporters.xlsx.live import Live
from cchc_exporters.xlsx.page import row_height
from cchc_exporters.xlsx.styles import Style
from cchc_exporters.xlsx.write import Sheet

__all__ = [
    "FIRST",
    "LABEL_WIDTH",
    "Block",
    "lay_out",
    "name_of",
    "write_checks",
    "write_head",
    "write_label",
    "write_row",
]

FIRST = 2
"""The first column of figures, after number and label."""
LABEL_WIDTH = 40
_COLUMN_NUMBER = Style(size=11, italic=True, align="center", border=True)
_FORM_LABEL = "Lĩnh vực, công việc giải quyết theo cấp"
_LABELS: dict[type, str] = {
    LevelTable: "Cấp giải quyết",
    FieldTable: "Lĩnh vực",
    AgencyTable: "Cơ quan, đơn vị giải quyết",
}
_LOW, _HIGH = 20, 50
"""Heights of the rows of a head; the last one is high."""

Group = tuple[str, tuple[Declared[Any], ...]]
"""A heading over columns, empty for none, and the figures in them."""


@frozen(eq=False, kw_only=True)
class Block:
    """Some columns of a table, as they stand on a sheet.

    Args:
        sheet: Name of the sheet.
        table: The table.
        groups: Its columns under their headings.
        top: The first row of its head.
        body: The row beneath its head.
        rows: The row in which each row of the table stands.
        bands: The rows above agencies that name their level, and what they say.
    """

    sheet: str
    table: PrintedTable
    groups: tuple[Group, ...]
    top: int
    body: int
    rows: tuple[int, ...]
    bands: tuple[tuple[int, str], ...] = ()

    @cached_property
    def figures(self) -> tuple[Declared[Any], ...]:
        """The figures of its columns, from left to right."""
        return tuple(figure for _, figures in self.groups for figure in figures)

    @cached_property
    def columns(self) -> dict[str, int]:
        """The column of each figure by its name."""
        return {figure.name: column for column, figure in enumerate(self.figures, FIRST)}

    @property
    def end(self) -> int:
        """The row beneath."""
        return self.rows[-1] + 1

    @property
    def is_numbered(self) -> bool:
        """Whether its columns bear numbers, those of the printed form."""
        return any(figure.column for figure in self.figures)

    def placed(self) -> Iterator[tuple[TableRow, int]]:
        """Give each row of the table with the row it stands in."""
        return zip(self.table.rows, self.rows, strict=True)


def lay_out(sheet: str, table: PrintedTable, groups: tuple[Group, ...], top: int, addresses: Addresses) -> Block:
    """Find out where the rows of a table stand, and enter its figures."""
    figures = tuple(figure for _, each in groups for figure in each)
    body = top + _depth(groups) + any(figure.column for figure in figures)
    rows: list[int] = []
    bands: list[tuple[int, str]] = []
    band, row = "", body
    for each in table.rows:
        if table.table is AgencyTable and not each.is_total and each.level.label != band:
            band = each.level.label
            bands.append((row, band))
            row += 1
        rows.append(row)
        row += 1
    block = Block(sheet=sheet, table=table, groups=groups, top=top, body=body, rows=tuple(rows), bands=tuple(bands))
    columns = block.columns
    for each, at in block.placed():
        addresses.enter_row(each.path, sheet, at, columns)
    _enter_sums(block, addresses)
    return block


def _enter_sums(block: Block, addresses: Addresses) -> None:
    """Enter the ranges above the total of a long table, a band of rows each."""
    *parts, total = block.table.rows
    if not parts or not total.is_total or block.table.table is LevelTable:
        return
    bands = {at for at, _ in block.bands}
    starts = [at for at in block.rows[: len(parts)] if at - 1 in bands or at == block.body]
    ends = [*(at - 2 for at in starts[1:]), block.rows[-1] - 1]
    for name, column in block.columns.items():
        ranges = tuple(
            f"{cell_name(first, column)}:{cell_name(last, column)}" for first, last in zip(starts, ends, strict=True)
        )
        addresses.enter_sum(f"{block.table.name}_sum", f"{total.path}.{name}", ranges)


def write_head(sheet: Sheet, block: Block) -> None:
    """Write the head of a table, the row of column numbers of a printed form, and its bands."""
    depth = _depth(block.groups)
    for row in range(block.top, block.body):
        is_last = row == block.top + depth - 1
        sheet.height(row, _HIGH if is_last else _LOW)
        sheet.kept.add(row)
    sheet.merge(block.top, 0, 0, "STT", HEAD, rows=depth)
    sheet.merge(block.top, 1, 1, _label_of(block.table), HEAD, rows=depth)
    for cell in _head(block.groups):
        first = FIRST + cell.column
        sheet.merge(block.top + cell.row, first, first + cell.columns - 1, cell.text, HEAD, rows=cell.rows)
    if block.is_numbered:
        for column, number in enumerate((1, 2, *(figure.column for figure in block.figures))):
            sheet.text(block.body - 1, column, f"({number})", _COLUMN_NUMBER)
    for row, band in block.bands:
        sheet.height(row, _LOW)
        sheet.kept.add(row)
        sheet.merge(row, 0, FIRST + len(block.figures) - 1, band, LABEL_OF_TOTAL)


def write_row(sheet: Sheet, block: Block, row: TableRow, at: int, number: int, figures: Figures) -> None:
    """Write one row of a table, cell by cell."""
    write_label(sheet, row, at, number)
    totals = figures.live.totals_of(row.path)
    for column, figure in enumerate(block.figures, FIRST):
        path, value = row.path_of(figure), row.value_of(figure)
        figures.figure(sheet, at, column, path, value, number_style(value, total=row.is_total), totals.get(path))


def write_label(sheet: Sheet, row: TableRow, at: int, number: int) -> None:
    """Write number and label of a row."""
    sheet.height(at, max(_LOW, row_height((row.label,), (LABEL_WIDTH,))))
    if row.is_total:
        sheet.text(at, 0, "", CENTER)
        sheet.text(at, 1, "Tổng cộng", LABEL_OF_TOTAL)
    else:
        sheet.cells.write_number(at, 0, number, sheet.format(CENTER))
        sheet.text(at, 1, row.label, BODY)


def write_checks(
    sheet: Sheet, block: Block, column: int, checking: Checking, live: Live, rows: Sequence[TableRow]
) -> None:
    """Write the check column of a table, for some of its rows; the sums of its columns are checked beneath the last."""
    name = f"{block.table.name}_sum"
    columns = block.columns
    at = dict(zip((row.path for row in block.table.rows), block.rows, strict=True))
    for row in rows:
        here = [each for each in live.of_record(row.path) if name_of(each) in columns]
        checking.cell(sheet, at[row.path], column, [each for each in here if each.name != name])
        checking.cell(sheet, at[row.path] + 1, column, [each for each in here if each.name == name])


def _label_of(table: PrintedTable) -> str:
    """Give the head of the column of labels."""
    return _FORM_LABEL if table.form.number and table.table is not AgencyTable else _LABELS[table.table]


def name_of(relation: PlacedRelation) -> str:
    """Give the name of the first figure of a relation."""
    return relation.left[0].paths[0].rpartition(".")[2]


@lru_cache(maxsize=256)
def _head(groups: tuple[Group, ...]) -> tuple[HeaderCell, ...]:
    """Lay out the head of columns, with their headings above them."""
    cells: list[HeaderCell] = []
    above = any(title for title, _ in groups)
    depths = [max(len(figure.under) for figure in figures) + 1 for _, figures in groups]
    start = 0
    for (title, figures), depth in zip(groups, depths, strict=True):
        if above:
            cells.append(HeaderCell(text=title, row=0, column=start, columns=len(figures)))
        for cell in header_of(figures):
            is_lowest = cell.row + cell.rows == depth
            cells.append(
                HeaderCell(
                    text=cell.text,
                    row=cell.row + above,
                    column=start + cell.column,
                    rows=cell.rows + (max(depths) - depth) * is_lowest,
                    columns=cell.columns,
                )
            )
        start += len(figures)
    return tuple(cells)


def _depth(groups: tuple[Group, ...]) -> int:
    return max(cell.row + cell.rows for cell in _head(groups))
