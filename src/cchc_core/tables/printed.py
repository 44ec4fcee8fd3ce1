"""A report as lines and tables, the shape in which every exporter that prints it lays it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import frozen

from cchc_core.forms import Figure, FigureKind, FigureValue, Form, Level, NestedDeclaration, Ratio, Record, form_of
from cchc_core.forms.tables import AgencyTable, FieldTable, LevelTable
from cchc_core.report import Report, annexes_of

__all__ = [
    "HeaderCell",
    "Line",
    "PrintedTable",
    "Section",
    "TableRow",
    "header_of",
    "ratio_line",
    "sections_of",
]

Table = LevelTable[Any] | FieldTable[Any] | AgencyTable[Any]
"""A table of any kind."""


@frozen(kw_only=True)
class Line:
    """One indicator on a line of its own: a reported figure, or a share derived from figures.

    Args:
        label: Vietnamese label.
        unit: Unit, ``%`` for a share.
        level: Level it speaks of, if it speaks of one.
        path: Path of the figure, or of the derived share.
        value: The reported value; ``None`` for a blank and for a derived share.
        kind: Kind of the figure; ``None`` for a derived share.
        share: The derived share, exact; ``None`` for a figure, and where it cannot be derived.
        decimals: Decimals with which the derived share is printed.
        numerator: Paths summed in the numerator of a derived share.
        denominator: Paths summed in its denominator.
        subtracted: Those of these paths that are subtracted.
    """

    label: str
    unit: str
    path: str
    level: Level | None = None
    value: FigureValue | None = None
    kind: FigureKind | None = None
    share: Fraction | None = None
    decimals: int = 2
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    subtracted: frozenset[str] = frozenset()


@frozen(kw_only=True)
class TableRow:
    """One row of a printed table: its label, and path and value of each figure by name."""

    label: str
    level: Level
    is_total: bool
    path: str
    record: Record

    def path_of(self, figure: Figure[Any]) -> str:
        """Give the path of a figure in this row."""
        return f"{self.path}.{figure.name}"

    def value_of(self, figure: Figure[Any]) -> FigureValue | None:
        """Give the reported value of a figure in this row."""
        value: FigureValue | None = getattr(self.record, figure.name)
        return value


@frozen(kw_only=True)
class PrintedTable:
    """A table of the report.

    Args:
        name: Name in its form.
        path: Its path in the report.
        title: Vietnamese title.
        form: Form of its rows.
        rows: Its rows, the reported total last.
        columns: Figures with a column number on the printed form; all of them if none has one.
        table: Class of the table: `LevelTable`, `FieldTable` or `AgencyTable`.
        details: Figures beside the printed columns that some row reports.
        shares: Percentages beside the printed columns that some row reports.
        ratios: Derived shares that can be worked out for some row.
    """

    name: str
    path: str
    title: str
    form: Form
    rows: tuple[TableRow, ...]
    columns: tuple[Figure[Any], ...]
    table: type[Table]
    details: tuple[Figure[Any], ...]
    shares: tuple[Figure[Any], ...]
    ratios: tuple[Ratio, ...]


@frozen(kw_only=True)
class Section:
    """Section I or a reform area.

    Args:
        form: Its form.
        path: Its path in the report.
        record: Its figures.
        tables: Its tables that have rows and columns.
    """

    form: Form
    path: str
    record: Record
    tables: tuple[PrintedTable, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, blank ones too, but for those that only who has something to state states."""
        return tuple(_lines(self.record, self.form, self.path, self.form.order))

    @property
    def beside(self) -> tuple[Line, ...]:
        """Those of its lines that state something and stand on no line of the statistical appendix."""
        lines = _lines(self.record, self.form, self.path, _not_numbered(self.form))
        return tuple(line for line in lines if line.value is not None or line.share is not None)


@frozen(kw_only=True)
class HeaderCell:
    """One cell of a table's head, over ``rows`` by ``columns``; both positions count from zero."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def sections_of(report: Report) -> tuple[Section, ...]:
    """Lay a report out by section, in the order of the printed report; its annexes, and their parts, come last."""
    sections = [_section(getattr(report, name), name) for name in form_of(report).nested]
    for path, annex in annexes_of(report):
        sections += _with_parts(annex, path)
    return tuple(sections)


def _with_parts(record: Record, path: str) -> Iterator[Section]:
    yield _section(record, path)
    for name, declared in form_of(record).nested.items():
        if not declared.is_table:
            yield from _with_parts(getattr(record, name), f"{path}.{name}")


def header_of(columns: tuple[Figure[Any], ...]) -> tuple[HeaderCell, ...]:
    """Lay out the head of a table from the group headers its figures declare.

    >>> from cchc_core import DossierRow, form_of
    >>> figures = tuple(form_of(DossierRow).figures.values())[:4]
    >>> [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in header_of(figures)][:3]
    [('Số hồ sơ nhận giải quyết', 0, 0, 1, 4), ('Tổng số', 1, 0, 2, 1), ('Trong kỳ', 1, 1, 1, 2)]
    """
    depth = max(len(figure.under) for figure in columns) + 1
    cells: list[HeaderCell] = []
    for row in range(depth):
        start = 0
        while start < len(columns):
            group = columns[start].under[: row + 1]
            end = start + 1
            if len(group) > row:
                while end < len(columns) and columns[end].under[: row + 1] == group:
                    end += 1
                cells.append(HeaderCell(text=group[row], row=row, column=start, columns=end - start))
            elif len(columns[start].under) == row:
                cells.append(HeaderCell(text=columns[start].header, row=row, column=start, rows=depth - row))
            start = end
    return tuple(cells)


def _section(record: Record, path: str) -> Section:
    form = form_of(record)
    tables = (_table(record, declared, path) for declared in form.nested.values() if declared.is_table)
    return Section(
        form=form,
        path=path,
        record=record,
        tables=tuple(table for table in tables if table.rows and table.columns),
    )


@cache
def _not_numbered(form: Form) -> tuple[str, ...]:
    """Give the names of a form that stand on no line of the statistical appendix."""
    return tuple(name for name in form.order if name not in form.lines.shown)


def _lines(record: Record, form: Form, path: str, names: Iterable[str]) -> Iterator[Line]:
    for name in names:
        if name in form.figures:
            figure = form.figures[name]
            if figure.optional and getattr(record, name) is None:
                continue
            yield Line(
                label=figure.label,
                unit=figure.unit,
                level=figure.level,
                path=f"{path}.{name}",
                value=getattr(record, name),
                kind=figure.kind,
            )
        elif name in form.ratios:
            yield ratio_line(record, form.ratios[name], path)


def ratio_line(record: Record, ratio: Ratio, path: str) -> Line:
    """Give the line of a derived share."""
    terms = ratio.numerator.terms + ratio.denominator.terms
    return Line(
        label=ratio.label,
        unit="%",
        path=f"{path}.{ratio.name}",
        share=ratio.of(record),
        decimals=ratio.decimals,
        numerator=tuple(".".join((path, *step)) for step in ratio.numerator.paths),
        denominator=tuple(".".join((path, *step)) for step in ratio.denominator.paths),
        subtracted=frozenset(
            ".".join((path, *step)) for term in terms if term.coefficient < 0 for step in term.factors
        ),
    )


def _table(record: Record, declared: NestedDeclaration, path: str) -> PrintedTable:
    value: Table = getattr(record, declared.name)
    form = form_of(declared.record)
    rows = tuple(
        TableRow(
            label=row.label,
            level=row.level,
            is_total=row.is_total,
            path=f"{path}.{declared.name}.{row.step}",
            record=row.record,
        )
        for row in value.rows()
    )
    figures = tuple(form.figures.values())
    names = _reported(form, rows)
    columns = tuple(figure for figure in figures if figure.column is not None)
    beside = [figure for figure in figures if columns and figure.column is None and figure.name in names]
    return PrintedTable(
        name=declared.name,
        path=f"{path}.{declared.name}",
        title=declared.label,
        form=form,
        rows=rows,
        columns=columns or tuple(figure for figure in figures if figure.name in names or not figure.optional),
        table=declared.value,
        details=tuple(figure for figure in beside if figure.kind is not FigureKind.SHARE),
        shares=tuple(figure for figure in beside if figure.kind is FigureKind.SHARE),
        ratios=tuple(each for each in form.ratios.values() if _is_derived(each, rows, names)),
    )


def _reported(form: Form, rows: Sequence[TableRow]) -> set[str]:
    """Give the names of the figures that some row reports."""
    values = zip(*(map(vars(row.record).__getitem__, form.figures) for row in rows), strict=True)
    return {name for name, column in zip(form.figures, values, strict=False) if column.count(None) < len(rows)}


def _is_derived(ratio: Ratio, rows: Sequence[TableRow], reported: Collection[str]) -> bool:
    """Tell whether a share can be worked out for some row."""
    paths = ratio.numerator.paths + ratio.denominator.paths
    may_be = all(len(path) != 1 or path[0] in reported for path in paths)
    return may_be and any(ratio.of(row.record) is not None for row in rows)
