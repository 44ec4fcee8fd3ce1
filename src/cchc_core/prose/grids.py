"""One table of a form: its printed columns, the details beside them, and the shares of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import frozen

from cchc_core.forms import AgencyTable, FieldTable, Figure, Level, LevelTable
from cchc_core.prose.sentences import Point, points_said, table_facts
from cchc_core.prose.shown import BLANK, Printer, Shown
from cchc_core.prose.text import decapitalised, one_line
from cchc_core.prose.wording import TABLES
from cchc_core.tables import PrintedTable, TableRow, ratio_line

__all__ = ["Grid", "GridRow", "TableSaid", "table_said"]

_ROWS_ARE = {LevelTable: "Cấp", FieldTable: "Lĩnh vực", AgencyTable: "Cơ quan, đơn vị"}


@frozen(kw_only=True)
class GridRow:
    """A row of a grid; the band above the agencies of a level has no cells.

    Args:
        label: What heads the row.
        cells: Its figures, one a column.
        is_total: Whether it is the reported total.
    """

    label: str
    cells: tuple[Shown, ...] = ()
    is_total: bool = False

    @property
    def is_band(self) -> bool:
        """Whether it only heads the rows after it."""
        return not self.cells


@frozen(kw_only=True)
class Grid:
    """Rows and columns under a caption.

    Args:
        name: Its name in the report, ``Bảng 4``.
        title: Its title, with the unit if all columns have the same.
        corner: What the rows are.
        headers: Heads of the columns, each in one cell.
        figures: The figures that the columns hold; none where they hold derived shares.
        rows: The rows, the total last.
        notes: What must be known of its blanks; empty if nothing.
    """

    name: str
    title: str
    corner: str
    headers: tuple[str, ...]
    figures: tuple[Figure[Any], ...] = ()
    rows: tuple[GridRow, ...]
    notes: str = ""

    @property
    def caption(self) -> str:
        """Name and title."""
        return f"{self.name}. {self.title}"


@frozen(kw_only=True)
class TableSaid:
    """A table of the report: what its total says, and the grids that show it.

    Args:
        table: The table.
        number: Its number.
        title: Its title.
        points: What its total says in sentences.
        grids: Its figures, details and shares.
    """

    table: PrintedTable
    number: str
    title: str
    points: tuple[Point, ...]
    grids: tuple[Grid, ...]


def table_said(table: PrintedTable, number: str, printer: Printer, captions: Iterator[int]) -> TableSaid:
    """Lay a table out, and say what its total says.

    Args:
        table: The table.
        number: Its number.
        printer: Shows its figures.
        captions: Gives the numbers of the grids.
    """
    total = next((row for row in table.rows if row.is_total), None)
    points: tuple[Point, ...] = ()
    if table.table is LevelTable and total is not None:
        points = points_said(TABLES.get(table.form.key, {}), table_facts(table, total, printer))
    title = one_line(table.title)
    grids = tuple(_Grids(table, title, printer).all(captions))
    return TableSaid(table=table, number=number, title=title, points=points, grids=grids)


class _Grids:
    """Lays out the same rows with different columns."""

    def __init__(self, table: PrintedTable, title: str, printer: Printer) -> None:
        self._table = table
        self._title = title
        self._printer = printer

    def all(self, captions: Iterator[int]) -> Iterator[Grid]:
        """Give the grids, numbered in their order."""
        table, name = self._table, _name(captions)
        yield self._of_figures(name, self._title, table.columns, noted=True)
        if table.details:
            yield self._of_figures(_name(captions), f"Chi tiết kèm theo {name}", table.details, noted=True)
        if table.shares:
            title = f"Tỷ lệ in trong báo cáo, kèm theo {name}"
            yield self._of_figures(_name(captions), title, table.shares, noted=False)
        if table.ratios:
            yield self._of_shares(_name(captions), f"Tỷ lệ tính từ {name}")

    def _of_figures(self, name: str, title: str, figures: tuple[Figure[Any], ...], *, noted: bool) -> Grid:
        """Lay out a column a figure."""

        def cells(row: TableRow) -> Iterator[Shown]:
            for figure in figures:
                yield self._printer.figure(row.path_of(figure), row.value_of(figure), figure.unit)

        return Grid(
            name=name,
            title=f"{title}{_unit(figures)}",
            corner=_ROWS_ARE[self._table.table],
            headers=tuple(_headers(figures)),
            figures=figures,
            rows=tuple(self._rows(cells)),
            notes=_notes(self._table, figures, self._printer) if noted else "",
        )

    def _of_shares(self, name: str, title: str) -> Grid:
        """Lay out a column a derived share."""
        ratios = self._table.ratios

        def cells(row: TableRow) -> Iterator[Shown]:
            for line in (ratio_line(row.record, ratio, row.path) for ratio in ratios):
                yield self._printer.share(line.path, line.share, line.decimals, (*line.numerator, *line.denominator))

        headers = tuple(one_line(ratio.label) for ratio in ratios)
        rows = tuple(self._rows(cells))
        return Grid(name=name, title=title, corner=_ROWS_ARE[self._table.table], headers=headers, rows=rows)

    def _rows(self, cells: Callable[[TableRow], Iterator[Shown]]) -> Iterator[GridRow]:
        band: Level | None = None
        for row in self._ordered():
            if self._table.table is AgencyTable and row.level is not band and not row.is_total:
                band = row.level
                yield GridRow(label=band.label)
            yield GridRow(label=one_line(row.label) or BLANK, cells=tuple(cells(row)), is_total=row.is_total)

    def _ordered(self) -> list[TableRow]:
        """Put agencies under their bands, each band in the order of the report; the total stays last."""
        if self._table.table is not AgencyTable:
            return list(self._table.rows)
        return sorted(self._table.rows, key=lambda row: list(Level).index(row.level) + row.is_total)


def _name(captions: Iterator[int]) -> str:
    return f"Bảng {next(captions)}"


def _headers(figures: Sequence[Figure[Any]]) -> Iterator[str]:
    """Head each column shortly, with its group only where the header alone would be ambiguous."""
    times = Counter(figure.header for figure in figures)
    for figure in figures:
        needs_group = times[figure.header] > 1 and figure.under
        text = f"{figure.under[0]}: {decapitalised(figure.header)}" if needs_group else figure.header
        yield one_line(text if figure.column is None else f"({figure.column}) {text}")


def _unit(figures: Sequence[Figure[Any]]) -> str:
    units = {figure.unit for figure in figures}
    return f" (đơn vị tính: {one_line(units.pop())})" if len(units) == 1 else ""


def _notes(table: PrintedTable, figures: Sequence[Figure[Any]], printer: Printer) -> str:
    """Explain the columns that have blanks, and where a value that was worked out comes from."""
    blanks = [(figure, row.path_of(figure)) for figure in figures for row in table.rows if row.value_of(figure) is None]
    noted = dict.fromkeys(figure for figure, _ in blanks if figure.note)
    notes = [f"({each.column}) {each.note}" if each.column is not None else each.note for each in noted]
    codes = sorted({code for _, path in blanks for code in printer.codes.get(path, ())})
    if codes:
        notes.append(f"Số in nghiêng: báo cáo để trống, suy ra theo quy tắc {', '.join(codes)}.")
    return one_line(" ".join(notes))
