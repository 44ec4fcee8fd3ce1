"""A report as lines and tables, the shape in which every exporter that prints it lays it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from cchc_core.checks import CheckResult, PlacedRelation, Status, System
from cchc_core.forms import Figure, FigureKind, FigureValue, Form, Level, NestedDeclaration, Ratio, Record, form_of
from cchc_core.forms.tables import AgencyTable, FieldTable, LevelTable
from cchc_core.report import Report

__all__ = [
    "HeaderCell",
    "Line",
    "PrintedTable",
    "Section",
    "TableRow",
    "formulas_of",
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
    """Section I or a reform area: its lines, and its tables that have rows and columns."""

    form: Form
    path: str
    lines: tuple[Line, ...]
    tables: tuple[PrintedTable, ...]


@frozen(kw_only=True)
class HeaderCell:
    """One cell of a table's head, over ``rows`` by ``columns``; both positions count from zero."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def sections_of(report: Report) -> tuple[Section, ...]:
    """Lay a report out by section, in the order of the printed report."""
    parts = form_of(report).nested
    return tuple(_section(getattr(report, name), name) for name in parts)


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


def formulas_of(system: System, result: CheckResult) -> Mapping[str, PlacedRelation]:
    """Say which figures a live formula may stand for: totals that equal the sum of their parts.

    A total that the report leaves blank is among them where its form allows the blank and the parts
    are reported. Sums over rows come before sums along a row, and no formula rests on itself.

    Args:
        system: The report's cells and relations.
        result: What the check found in them.
    """
    passed = {each.key for each in result.outcomes if each.status is Status.PASSED}
    chosen: dict[str, PlacedRelation] = {}
    for relation in sorted(system.relations, key=lambda each: not each.name.endswith("_sum")):
        lead, *parts = relation.paths
        if lead in chosen or relation.key not in passed or not _is_plain_sum(relation):
            continue
        if _is_live(system, relation) and not _reaches(chosen, tuple(parts), lead):
            chosen[lead] = relation
    return chosen


def _is_plain_sum(relation: PlacedRelation) -> bool:
    """Tell whether the relation reads ``total == part + part + …``."""
    addends = relation.left + relation.right
    constants = (relation.left_constant, relation.right_constant)
    return (
        relation.operator == "=="
        and len(relation.left) == 1
        and len(relation.right) > 1
        and not any(constants)
        and all(addend.coefficient == 1 and len(addend.paths) == 1 for addend in addends)
    )


def _is_live(system: System, relation: PlacedRelation) -> bool:
    """Tell whether the reported parts give the total, or may stand in for one that is left blank."""
    total, *parts = (system.cells[path] for path in relation.paths)
    reported = [Fraction(part.number) for part in parts if part.number is not None]
    if not reported:
        return False
    if total.number is not None:
        return Fraction(total.number) == sum(reported)
    return total.figure().may_be_blank and all(part.number is not None or part.figure().may_be_blank for part in parts)


def _reaches(chosen: Mapping[str, PlacedRelation], paths: tuple[str, ...], target: str) -> bool:
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path == target:
            return True
        if path in chosen:
            waiting += chosen[path].paths[1:]
    return False


def _section(record: Record, path: str) -> Section:
    form = form_of(record)
    tables = (_table(record, form.nested[name], path) for name in form.nested)
    return Section(
        form=form,
        path=path,
        lines=tuple(_lines(record, form, path)),
        tables=tuple(table for table in tables if table.rows and table.columns),
    )


def _lines(record: Record, form: Form, path: str) -> Iterator[Line]:
    for name in form.order:
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
    reported = [figure for figure in figures if any(row.value_of(figure) is not None for row in rows)]
    names = {figure.name for figure in reported}
    columns = tuple(figure for figure in figures if figure.column is not None)
    beside = [figure for figure in reported if columns and figure.column is None]
    return PrintedTable(
        name=declared.name,
        title=declared.label,
        form=form,
        rows=rows,
        columns=columns or tuple(figure for figure in figures if figure.name in names or not figure.optional),
        table=declared.value,
        details=tuple(figure for figure in beside if figure.kind is not FigureKind.SHARE),
        shares=tuple(figure for figure in beside if figure.kind is FigureKind.SHARE),
        ratios=tuple(each for each in form.ratios.values() if any(each.of(row.record) is not None for row in rows)),
    )
