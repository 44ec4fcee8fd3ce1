"""One table of a form: its printed columns, the details beside them, and the shares of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cchc_core import AgencyTable, FieldTable, Figure, Level, LevelTable
from cchc_core.tables import PrintedTable, TableRow, ratio_line
from cchc_exporters.markdown.printing import BLANK, Printer
from cchc_exporters.markdown.sentences import points_said, table_facts
from cchc_exporters.markdown.syntax import bullets, decapitalised, escape, table
from cchc_exporters.markdown.wording import TABLES

__all__ = ["grids"]

_ROWS_ARE = {LevelTable: "Cấp", FieldTable: "Lĩnh vực", AgencyTable: "Cơ quan, đơn vị"}


def grids(printed: PrintedTable, printer: Printer, captions: Iterator[int]) -> Iterator[str]:
    """Write what the total says, and the tables. Arguments: see `areas.areas`."""
    kind = printed.table
    total = next((row for row in printed.rows if row.is_total), None)
    if kind is LevelTable and total is not None:
        points = points_said(TABLES.get(printed.form.key, {}), table_facts(printed, total, printer))
        if points:
            yield bullets(points)
    number = next(captions)
    title = escape(printed.title)
    grid = _Grid(printed, kind, printer)
    yield f"**Bảng {number}. {title}{_unit(printed.columns)}**"
    yield grid.of_figures(printed.columns)
    yield from _notes(printed, printed.columns, printer)
    if printed.details:
        yield f"**Bảng {next(captions)}. Chi tiết kèm theo Bảng {number}{_unit(printed.details)}**"
        yield grid.of_figures(printed.details)
        yield from _notes(printed, printed.details, printer)
    if printed.shares:
        yield f"**Bảng {next(captions)}. Tỷ lệ in trong báo cáo, kèm theo Bảng {number}{_unit(printed.shares)}**"
        yield grid.of_figures(printed.shares)
    if printed.ratios:
        yield f"**Bảng {next(captions)}. Tỷ lệ tính từ Bảng {number}**"
        yield grid.of_shares()


class _Grid:
    """Writes the same rows with different columns."""

    def __init__(self, printed: PrintedTable, kind: type[Any], printer: Printer) -> None:
        self._printed = printed
        self._kind = kind
        self._printer = printer

    def of_figures(self, figures: Sequence[Figure[Any]]) -> str:
        """Write a column a figure."""

        def cell(row: TableRow, figure: Figure[Any]) -> str:
            return self._printer.figure(row.path_of(figure), row.value_of(figure), figure.unit)

        return self._of(_headers(figures), lambda row: [cell(row, figure) for figure in figures])

    def of_shares(self) -> str:
        """Write a column a derived share."""
        ratios = self._printed.ratios

        def cells(row: TableRow) -> Iterator[str]:
            for line in (ratio_line(row.record, ratio, row.path) for ratio in ratios):
                paths = (*line.numerator, *line.denominator)
                yield self._printer.share(line.share, line.decimals, paths)

        return self._of([escape(ratio.label) for ratio in ratios], lambda row: list(cells(row)))

    def _of(self, headers: Sequence[str], cells: Callable[[TableRow], list[str]]) -> str:
        rows: list[list[str]] = []
        band: Level | None = None
        for row in self._rows():
            if self._kind is AgencyTable and row.level is not band and not row.is_total:
                band = row.level
                rows.append([f"**{band.label}**", *("" for _ in headers)])
            label = escape(row.label) or BLANK
            rows.append([f"**{label}**" if row.is_total else label, *cells(row)])
        return table([_ROWS_ARE[self._kind], *headers], rows, "l" + "r" * len(headers))

    def _rows(self) -> list[TableRow]:
        """Put agencies under their bands, each band in the order of the report; the total stays last."""
        if self._kind is not AgencyTable:
            return list(self._printed.rows)
        return sorted(self._printed.rows, key=lambda row: list(Level).index(row.level) + row.is_total)


def _headers(figures: Sequence[Figure[Any]]) -> list[str]:
    """Head each column shortly, with its group only where the header alone would be ambiguous."""
    times = Counter(figure.header for figure in figures)
    headers = []
    for figure in figures:
        needs_group = times[figure.header] > 1 and figure.under
        text = f"{figure.under[0]}: {decapitalised(figure.header)}" if needs_group else figure.header
        headers.append(escape(text if figure.column is None else f"({figure.column}) {text}"))
    return headers


def _unit(figures: Sequence[Figure[Any]]) -> str:
    units = {figure.unit for figure in figures}
    return f" (đơn vị tính: {escape(units.pop())})" if len(units) == 1 else ""


def _notes(printed: PrintedTable, figures: Sequence[Figure[Any]], printer: Printer) -> Iterator[str]:
    """Explain the columns that have blanks, and where a value in italics comes from."""
    blanks = [
        (figure, row.path_of(figure)) for figure in figures for row in printed.rows if row.value_of(figure) is None
    ]
    noted = dict.fromkeys(figure for figure, _ in blanks if figure.note)
    notes = [f"({each.column}) {each.note}" if each.column is not None else each.note for each in noted]
    codes = sorted({code for _, path in blanks for code in printer.codes.get(path, ())})
    if codes:
        notes.append(f"Số in nghiêng: báo cáo để trống, suy ra theo quy tắc {', '.join(codes)}.")
    if notes:
        yield f"*Ghi chú:* {escape(' '.join(notes))}"
