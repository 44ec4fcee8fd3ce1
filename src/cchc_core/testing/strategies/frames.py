"""A form laid flat for drawing: its own figures and those of its parts, its tables, and what ties them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import evolve, frozen

from cchc_core.forms import Figure, LevelTable, NestedDeclaration, Record, form_of
from cchc_core.forms.expressions import Operator
from cchc_core.forms.relations import Path, ResolvedTerm, Side
from cchc_core.rules import Rule

__all__ = ["ROW", "Bundle", "Frame", "Printed", "TableSlot", "Tie", "frame_of", "summable"]

ROW = "*"
"""The step that stands for any row of a table."""


@frozen(kw_only=True)
class Tie:
    """A relation of a form, its paths those of the record that is drawn."""

    rule: Rule
    left: Side
    operator: Operator
    right: Side

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every path, left to right."""
        return self.left.paths + self.right.paths

    def moved(self, prefix: Path) -> Tie:
        """Give the tie of a record that stands at a path."""
        return evolve(self, left=_moved(self.left, prefix), right=_moved(self.right, prefix))

    @property
    def is_homogeneous(self) -> bool:
        """Whether it holds for the sum of any two rows that keep it."""
        terms = self.left.terms + self.right.terms
        return self.left.constant == self.right.constant and all(len(term.factors) == 1 for term in terms)


def _moved(side: Side, prefix: Path) -> Side:
    terms = (ResolvedTerm(term.coefficient, tuple((*prefix, *path) for path in term.factors)) for term in side.terms)
    return Side(tuple(terms), side.constant)


@frozen(eq=False)
class Printed:
    """A derived share that the form has a figure for: where it is printed, its numerator and its denominator."""

    path: Path
    part: Side
    base: Side


@frozen(eq=False)
class TableSlot:
    """A table: where it stands, its declaration, and the frame of its rows."""

    path: Path
    declared: NestedDeclaration
    row: Frame


@frozen(eq=False)
class Bundle:
    """Tables whose rows speak of the same things, so that a row of one goes with a row of each other.

    Args:
        tables: The tables; rows by level come first.
        same_as: For each table, the table whose figures it repeats, broken down otherwise; often itself.
        figures: The figures of one row of each table that repeats no other.
        ties: What ties them within a row.
    """

    tables: tuple[TableSlot, ...]
    same_as: Mapping[Path, Path]
    figures: Mapping[Path, Figure[Any]]
    ties: tuple[Tie, ...]

    @property
    def rows_add_up(self) -> bool:
        """Whether the sum of rows that keep every tie keeps every tie."""
        return all(tie.is_homogeneous for tie in self.ties)


@frozen(eq=False)
class Frame:
    """A form laid flat.

    Args:
        record: The record class.
        parts: Record classes by path, the record itself first.
        figures: The figures of the record and its parts, by path.
        bundles: The tables of the record and its parts.
        ties: What ties the figures to one another, and to rows of tables that are named.
        shares: The shares that are printed, of the record and its parts.
    """

    record: type[Record]
    parts: Mapping[Path, type[Record]]
    figures: Mapping[Path, Figure[Any]]
    bundles: tuple[Bundle, ...]
    ties: tuple[Tie, ...]
    shares: tuple[Printed, ...]


def frame_of(record: type[Record]) -> Frame:
    """Lay the form of a record class flat.

    >>> from cchc_core import Procedures
    >>> [[".".join(table.path) for table in bundle.tables] for bundle in frame_of(Procedures).bundles]
    [['dossiers', 'online', 'overdue', 'dossiers_by_field', 'dossiers_by_agency']]
    """
    return _frame_of(record)  # type: ignore[arg-type]  # mypy takes record classes for unhashable


@cache
def _frame_of(record: type[Record]) -> Frame:
    parts = dict(_parts(record, ()))
    forms = {path: form_of(part) for path, part in parts.items()}
    tables = [
        TableSlot((*path, name), declared, frame_of(declared.record))
        for path, form in forms.items()
        for name, declared in form.nested.items()
        if declared.is_table
    ]
    ties = [tie for path, form in forms.items() for tie in _ties_of(form.record, path)]
    by_row, twins, named = _sorted_out(ties, tables)
    return Frame(
        record=record,
        parts=parts,
        figures={(*path, name): figure for path, form in forms.items() for name, figure in form.figures.items()},
        bundles=_bundles(tables, by_row, twins),
        ties=tuple(named),
        shares=tuple(
            Printed((*path, ratio.reported.name), _moved(ratio.numerator, path), _moved(ratio.denominator, path))
            for path, form in forms.items()
            for ratio in form.ratios.values()
            if ratio.reported is not None
        ),
    )


def _parts(record: type[Record], path: Path) -> Iterator[tuple[Path, type[Record]]]:
    yield path, record
    for name, declared in form_of(record).nested.items():
        if not declared.is_table:
            yield from _parts(declared.record, (*path, name))


def _ties_of(record: type[Record], path: Path) -> Iterator[Tie]:
    for relation in form_of(record).relations:
        yield Tie(rule=relation.rule, left=relation.left, operator=relation.operator, right=relation.right).moved(path)


def _sorted_out(ties: list[Tie], tables: list[TableSlot]) -> tuple[list[Tie], list[tuple[Path, Path]], list[Tie]]:
    """Part the ties into those within rows, pairs of tables that repeat one another, and all others."""
    by_row = [tie for tie in ties if any(ROW in path for path in tie.paths)]
    named = [tie for tie in ties if tie not in by_row]
    twins: list[tuple[Path, Path]] = []
    for number, one in enumerate(tables):
        for other in tables[:number]:
            pairs = [tie for tie in named if _says_the_same(tie, one.path, other.path)]
            if pairs and one.declared.record is other.declared.record:
                twins.append((one.path, other.path))
                named = [tie for tie in named if tie not in pairs]
    return by_row, twins, named


def _says_the_same(tie: Tie, one: Path, other: Path) -> bool:
    """Tell whether a tie says that the totals of two tables are the same in some column."""
    sides = (tie.left, tie.right)
    if tie.operator != "==" or any(
        len(side.paths) != 1 or side.terms[0].coefficient != 1 or side.constant for side in sides
    ):
        return False
    (left,), (right,) = tie.left.paths, tie.right.paths
    totals = {(*one, "total"), (*other, "total")}
    return {left[:-1], right[:-1]} == totals and left[-1] == right[-1]


def _bundles(tables: list[TableSlot], by_row: list[Tie], twins: list[tuple[Path, Path]]) -> tuple[Bundle, ...]:
    """Put tables together that rows or totals tie."""
    pairs = [*twins]
    for tie in by_row:
        met = list(dict.fromkeys(path[: path.index(ROW)] for path in tie.paths if ROW in path))
        pairs += [(met[0], other) for other in met[1:]]
    groups: dict[Path, list[Path]] = {table.path: [table.path] for table in tables}
    for one, other in pairs:
        if groups[one] is not groups[other]:
            groups[one] += groups[other]
            for path in groups[other]:
                groups[path] = groups[one]
    distinct = {id(group): group for group in groups.values()}
    return tuple(_bundle([each for each in tables if each.path in group], by_row, twins) for group in distinct.values())


def _bundle(tables: list[TableSlot], by_row: list[Tie], twins: list[tuple[Path, Path]]) -> Bundle:
    same_as = {table.path: table.path for table in tables}
    for one, other in twins:
        if one in same_as:
            same_as[one] = same_as[other]
    figures: dict[Path, Figure[Any]] = {}
    ties: list[Tie] = []
    for table in tables:
        if same_as[table.path] == table.path:
            prefix = (*table.path, ROW)
            figures |= {(*prefix, *path): figure for path, figure in table.row.figures.items()}
            ties += [tie.moved(prefix) for tie in table.row.ties]
    ties += [tie for tie in by_row if tie.paths[0][: tie.paths[0].index(ROW)] in same_as]
    ordered = sorted(tables, key=lambda table: table.declared.value is not LevelTable)
    return Bundle(tuple(ordered), same_as, figures, tuple(ties))


@cache
def summable(frame: Frame) -> frozenset[Path]:
    """Give the paths of the figures that can be added up."""
    return frozenset(path for path, figure in frame.figures.items() if figure.can_be_summed)
