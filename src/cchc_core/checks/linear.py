"""A report's linear relations as the engine takes them: values by path, relations by a code of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from attrs import frozen

from cchc_core.checks.system import PlacedRelation, System
from cchc_core.engine import Comparator, Exact, Relation
from cchc_core.forms import FigureKind

__all__ = ["LinearSystem", "linear_of"]


_COMPARATORS: dict[str, Comparator] = {"==": "==", "<=": "<=", ">=": ">="}
"""The operators that a form accepts, as the engine names them."""


@frozen(kw_only=True)
class LinearSystem:
    """What `localise`, `suggest`, `fill` and `evaluate` of `cchc_core.engine` need to know of a report.

    Args:
        values: The reported values by path; ``None`` for a blank.
        relations: The relations; each code is that of the rule, and the place where it is applied.
        placed: The relation of the report behind each code.
        nonnegative: Paths of counts and amounts of money.
        integral: Paths of counts.
    """

    values: Mapping[str, Exact | None]
    relations: tuple[Relation, ...]
    placed: Mapping[str, PlacedRelation]
    nonnegative: tuple[str, ...]
    integral: tuple[str, ...]

    def part(self, cells: Collection[str], numbers: Iterable[int]) -> LinearSystem:
        """Give some of the cells, in their order, and the relations with the given positions."""
        relations = tuple(self.relations[number] for number in numbers)
        return LinearSystem(
            values=MappingProxyType({path: value for path, value in self.values.items() if path in cells}),
            relations=relations,
            placed=MappingProxyType({relation.code: self.placed[relation.code] for relation in relations}),
            nonnegative=tuple(path for path in self.nonnegative if path in cells),
            integral=tuple(path for path in self.integral if path in cells),
        )


def linear_of(system: System, relations: Iterable[PlacedRelation] | None = None) -> LinearSystem:
    """Give the linear relations of a report as the engine takes them.

    Args:
        system: The report.
        relations: Those of its relations to take; all of them if not given.

    >>> from cchc_core import load
    >>> from cchc_core.checks import system_of
    >>> linear = linear_of(system_of(load("examples/dinh-hoa-2021.json")))
    >>> linear.relations[0].cells
    ('direction.tasks_planned', 'direction.tasks_done', 'direction.tasks_ongoing')
    """
    placed: dict[str, PlacedRelation] = {}
    made: list[Relation] = []
    cells = {path: cell for path, cell in system.cells.items() if cell.figure().can_be_summed}
    for relation in system.relations if relations is None else relations:
        if not relation.is_linear:
            continue
        code = f"{relation.rule.code} {relation.paths[0]} {relation.name}"
        constant = Fraction(relation.right_constant - relation.left_constant)
        made.append(Relation(code, relation.coefficients(), _COMPARATORS[relation.operator], constant))
        placed[code] = relation
    counts = tuple(path for path, cell in cells.items() if cell.figure().kind is FigureKind.COUNT)
    return LinearSystem(
        values=MappingProxyType({path: cell.number for path, cell in cells.items()}),
        relations=tuple(made),
        placed=MappingProxyType(placed),
        nonnegative=tuple(cells),
        integral=counts,
    )
