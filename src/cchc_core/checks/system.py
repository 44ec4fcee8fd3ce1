"""A report as a system of named cells and exact relations; whatever needs the rules as numbers asks this."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import define, field, frozen

from cchc_core.checks.places import Place
from cchc_core.forms import Figure, FigureValue, Form, Record
from cchc_core.forms.expressions import Operator
from cchc_core.rules import Rule

__all__ = [
    "Addend",
    "Cell",
    "NotApplied",
    "PlacedRecord",
    "PlacedRelation",
    "System",
]


@frozen(eq=False, kw_only=True)
class Cell:
    """One figure at one place of a report."""

    place: Place
    form: Form
    value: FigureValue | None

    def figure(self) -> Figure[Any]:
        """Give the figure's declaration."""
        return self.form.figures[self.place.figure]

    @property
    def number(self) -> int | Decimal | None:
        """The value, if it is an exact number."""
        return self.value if isinstance(self.value, int | Decimal) else None


@frozen
class Addend:
    """A coefficient times the cells at the given paths, usually one."""

    coefficient: int
    paths: tuple[str, ...]


@frozen(eq=False, kw_only=True)
class PlacedRelation:
    """A relation among cells: ``sum(left) operator sum(right)``."""

    name: str
    rule: Rule
    form: Form
    left: tuple[Addend, ...]
    operator: Operator
    right: tuple[Addend, ...]
    left_constant: int = 0
    right_constant: int = 0
    printed: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every cell of it, left to right."""
        return tuple(path for addend in self.left + self.right for path in addend.paths)

    @property
    def key(self) -> tuple[str, str]:
        """Name and first figure, by which outcomes and findings speak of it."""
        return self.name, self.paths[0]

    @property
    def is_linear(self) -> bool:
        """Whether no addend multiplies cells with one another."""
        return all(len(addend.paths) == 1 for addend in self.left + self.right)

    @cached_property
    def _coefficients(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for sign, addends in ((1, self.left), (-1, self.right)):
            for addend in addends:
                found[addend.paths[0]] = found.get(addend.paths[0], 0) + sign * addend.coefficient
        return found

    def coefficients(self) -> Mapping[str, int]:
        """Give the coefficient of each cell once everything stands on the left; for linear relations."""
        return self._coefficients


@frozen(eq=False, kw_only=True)
class NotApplied:
    """A relation that the report gives nothing to apply to, and the kind of reason."""

    name: str
    rule: Rule
    place: Place
    reason: str


@frozen(eq=False, kw_only=True)
class PlacedRecord:
    """A record at its place, with its form and its own cells by figure name."""

    place: Place
    form: Form
    record: Record
    cells: Mapping[str, Cell]


@define(eq=False)
class System:
    """Cells by path, and relations, in the order of the report.

    Args:
        day: Last day of the reporting period.
        cells: Every figure, blank or not.
        relations: What must hold among them.
        supports: What need not hold, but speaks for the figures with which it does.
        not_applied: Relations that find nothing to apply to, or are not in force.
        records: Every record at its place.
        located: Sheet and cell that figures, and other facts of the report, were read from, by their path.
    """

    day: date

    cells: dict[str, Cell] = field(factory=dict)
    relations: list[PlacedRelation] = field(factory=list)
    supports: list[PlacedRelation] = field(factory=list)
    not_applied: list[NotApplied] = field(factory=list)
    records: list[PlacedRecord] = field(factory=list)
    located: Mapping[str, str] = field(factory=dict)
