"""Where a rule of a form can be broken, and the figures that break it there and keep all other rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from attrs import frozen

from cchc_core.checks import System
from cchc_core.checks.system import PlacedRelation
from cchc_core.forms import Figure, FigureKind, FigureValue, Level, OpenBound, OpenWord
from cchc_core.rules import Rule
from cchc_core.testing.strategies.choosing import Choice, Least
from cchc_core.testing.strategies.keeping import keeping_of
from cchc_core.testing.strategies.lattice import Cell, Line, NoPointError

__all__ = ["BrokenRange", "BrokenRelation", "Spot", "lines_among", "whole"]

_WHOLE = 100
_ROWS = {"figures", *(level.value for level in Level)}
"""What the path of a row ends with."""


class Spot(Protocol):
    """A place where a rule can be broken."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The figures that are stated there."""
        ...

    def values(self, choice: Choice, figures: Mapping[str, Figure[object]], system: System) -> dict[str, FigureValue]:
        """Choose figures that break the rule.

        Args:
            choice: How numbers are chosen.
            figures: Declarations by path.
            system: The record with these figures and no others, laid out.

        Raises:
            NoPointError: If no figures break this rule and keep the others.
        """
        ...


def lines_among(system: System, stated: Collection[str], but: Rule) -> Iterator[Line]:
    """Give the relations among the figures stated that other rules lay down, functions among them."""
    for relation in system.relations:
        if relation.rule is not but and relation.is_linear and set(relation.paths) <= set(stated):
            terms, constant = _sides(relation)
            yield Line(terms, "==" if relation.operator == "==" else ">=", constant)
    for placed in system.records:
        own = {name: cell.place.path for name, cell in placed.cells.items() if cell.place.path in stated}
        tables = {name: getattr(placed.record, name) for name, each in placed.form.nested.items() if each.is_table}
        for shares, constant in keeping_of(type(placed.record)).lines(own, tables):
            yield Line(tuple((share, (own[name],)) for name, share in shares.items() if name in own), ">=", constant)


def _sides(relation: PlacedRelation) -> tuple[tuple[tuple[int, tuple[str, ...]], ...], int]:
    """Give a relation as a sum that is zero, or not below zero."""
    sign = -1 if relation.operator == "<=" else 1
    left = tuple((sign * each.coefficient, each.paths) for each in relation.left)
    right = tuple((-sign * each.coefficient, each.paths) for each in relation.right)
    return left + right, sign * (relation.left_constant - relation.right_constant)


def _alive(paths: Sequence[str]) -> Iterator[Line]:
    """Let no row of a table be all zeros."""
    rows: dict[str, list[str]] = {}
    for path in paths:
        row = path.rpartition(".")[0]
        if row.rpartition(".")[2] in _ROWS:
            rows.setdefault(row, []).append(path)
    yield from (Line(tuple((1, (path,)) for path in each), ">=", -1) for each in rows.values())


def whole(numbers: Mapping[Cell, int], figures: Mapping[str, Figure[object]]) -> dict[str, FigureValue]:
    """Give whole numbers as the figures hold them; money without decimals."""
    return {
        str(path): number if figures[str(path)].kind is FigureKind.COUNT else Decimal(number)
        for path, number in numbers.items()
    }


@frozen
class BrokenRelation:
    """An identity, a bound or a sameness that does not hold."""

    name: str
    rule: Rule
    paths: tuple[str, ...]

    def values(self, choice: Choice, figures: Mapping[str, Figure[object]], system: System) -> dict[str, FigureValue]:
        """Choose figures between whose sides there is a gap. Arguments: see `Spot`."""
        relation = self._placed(system)
        others = [*lines_among(system, self.paths, self.rule), *_alive(self.paths)]
        terms, constant = _sides(relation)
        if not relation.is_linear:
            return whole(self._with_lead(choice, relation, Line(terms, ">=", constant), others), figures)
        is_money = figures[relation.paths[0]].kind is FigureKind.MONEY
        gap = sum(abs(share) for share, _ in terms) if is_money else 1
        short = Line(tuple((-share, paths) for share, paths in terms), ">=", -constant - gap)
        excess = Line(terms, ">=", constant - gap)
        broken = [short] if relation.operator != "==" else [excess, short]
        possible = [each for each in broken if _has_point(self.paths, [*others, each])]
        return whole(choice.point(self.paths, [*others, choice.one_of(possible or broken)]), figures)

    def _placed(self, system: System) -> PlacedRelation:
        """Find the relation among the figures stated."""
        for each in system.relations:
            if each.name == self.name and each.rule is self.rule and set(each.paths) <= set(self.paths):
                return each
        raise NoPointError(f"{self.name} does not apply to {', '.join(self.paths)} alone")

    def _with_lead(self, choice: Choice, relation: PlacedRelation, line: Line, others: list[Line]) -> dict[Cell, int]:
        """Choose the figures of a product, and then the one that stands alone so that it goes too far."""
        lead = relation.left[0].paths[0]
        cells = [path for path in self.paths if path != lead]
        numbers = choice.point(cells, [each for each in others if set(each.cells) <= set(cells)])
        room = line.at({**numbers, lead: 0})
        return {**numbers, lead: max(room, -1) + 1 + choice.number(0, _WHOLE)}


def _has_point(paths: Sequence[str], lines: Sequence[Line]) -> bool:
    try:
        Least().point(paths, lines)
    except NoPointError:
        return False
    return True


@frozen
class BrokenRange:
    """A count or an amount below zero, or a percentage above 100."""

    path: str

    @property
    def paths(self) -> tuple[str, ...]:
        """The one figure."""
        return (self.path,)

    def values(
        self,
        choice: Choice,
        figures: Mapping[str, Figure[object]],
        system: System,  # noqa: ARG002 - no other figure is there
    ) -> dict[str, FigureValue]:
        """Choose a number out of range. Arguments: see `Spot`."""
        figure, number = figures[self.path], choice.number(1, _WHOLE)
        if figure.kind is FigureKind.COUNT:
            return {self.path: -number}
        value = Decimal(_WHOLE + number if figure.unit == "%" else -number)
        return {self.path: OpenBound(OpenWord.EXACTLY, value) if figure.kind is FigureKind.OPEN else value}
