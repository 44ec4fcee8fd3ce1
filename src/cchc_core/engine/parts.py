"""The search for the least sets of a component; parts of a set that no rule connects are tested apart."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from cchc_core.engine.budget import Budget
from cchc_core.engine.components import Component
from cchc_core.engine.conflicts import Block, Conflict
from cchc_core.engine.groups import joined
from cchc_core.engine.hitting import HittingSets, members

__all__ = ["LeastSets", "UnrepairableError"]

_CELLS_A_STEP = 16
_LARGEST_KEPT = 64


class UnrepairableError(Exception):
    """Raised when nothing that may be changed can make the rules hold; the last of the conflicts says why."""


def _set_of(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)


class LeastSets:
    """The least sets of a component, as sets of the numbers of its cells.

    Args:
        component: The component.
        budget: Work that may be done.
    """

    def __init__(self, component: Component, budget: Budget) -> None:
        self.conflicts: list[Conflict] = []
        """All conflicts met, those of single cells and broken rules first."""
        self.scale = lcm(*(cell.weight.denominator for cell in component.cells))
        """What weights are multiplied by to be whole."""
        self._component = component
        self._budget = budget
        self._blocks: dict[int, Block] = {}
        self._number_groups()
        self._open = _set_of(number for number, cell in enumerate(component.cells) if not cell.is_locked)
        weights = [int(cell.weight * self.scale) for cell in component.cells]
        self._search = HittingSets(weights, self._refuse, budget)

    def _number_groups(self) -> None:
        """Give each group of blank and rounded cells that rules connect a number beyond those of the cells."""
        cells, rules = self._component.cells, self._component.rules
        self._impossible = _set_of(number for number, cell in enumerate(cells) if cell.is_impossible)
        unknown = {number for number, cell in enumerate(cells) if not (cell.is_impossible or cell.is_point)}
        together = [[number for number in rule.terms if number in unknown] for rule in rules]
        self._groups = joined([[number] for number in sorted(unknown)] + [each for each in together if each])
        number_of = {cell: len(cells) + place for place, group in enumerate(self._groups) for cell in group}
        touched = [
            _set_of([*rule.terms, *{number_of[each] for each in some}])
            for rule, some in zip(rules, together, strict=True)
        ]
        self._near = [1 << number for number in range(len(cells) + len(self._groups))]
        for near in touched:
            for number in members(near):
                self._near[number] |= near
        self._all_groups = _set_of(set(number_of.values()))

    @property
    def bound(self) -> Fraction:
        """No set of less weight is enough."""
        return Fraction(self._search.bound, self.scale)

    @property
    def found(self) -> list[int]:
        """The least sets found so far."""
        return self._search.found

    def find(self, limit: int | None = None, most: int | None = None) -> None:
        """Find all least sets.

        Args:
            limit: Weight they may have at most, times the scale.
            most: How many there may be at most.

        Raises:
            UnrepairableError: If there is none.
            TooHeavyError: If they weigh more than the limit.
            TooManyError: If there are more.
            OutOfBudgetError: If the budget is used up first.
        """
        for conflict in self._first_conflicts():
            self._search.add(self._clause(conflict))
        self._search.raise_bound()
        for clause in self._refuse(self._impossible | self._all_groups):
            self._search.add(clause)
        self._search.find(limit, most)

    def _first_conflicts(self) -> list[Conflict]:
        """Give those one sees without looking for values: impossible values and broken rules."""
        found = [Conflict(1 << number, {}) for number in members(self._impossible)]
        for number, rule in enumerate(self._component.rules):
            if rule.is_broken:
                found.append(Conflict(_set_of(rule.terms), {number: 1}))
        return found

    def _refuse(self, chosen: int) -> list[int]:
        """Give sets of cells one of which must be changed if the rules are to hold, but is not among the chosen."""
        blocks = [self._block(part) for part in self._parts(chosen)]
        return [self._clause(conflict) for block in blocks for conflict in block.conflicts]

    def _clause(self, conflict: Conflict) -> int:
        self.conflicts.append(conflict)
        clause = conflict.clause & self._open
        if not clause:
            raise UnrepairableError
        return clause

    def _parts(self, chosen: int) -> list[int]:
        """Part a set of cells and groups: what rules connect, through groups if need be, stays together."""
        parts = []
        allowed = chosen | self._all_groups
        while chosen:
            part, border = 0, chosen & -chosen
            while border:
                part |= border
                near = 0
                for number in members(border):
                    near |= self._near[number]
                border = near & allowed & ~part
            parts.append(part)
            chosen &= ~part
        return parts

    def _block(self, part: int) -> Block:
        """Give what a part leaves open; small parts, which come back in other sets, are kept."""
        if part in self._blocks:
            return self._blocks[part]
        count = len(self._component.cells)
        freed = [number for number in members(part) if number < count]
        groups = [self._groups[number - count] for number in members(part) if number >= count]
        unknown = sorted(cell for group in groups for cell in group if not part >> cell & 1)
        size = len(freed) + len(unknown)
        self._budget.spend(1 + size // _CELLS_A_STEP)
        block = Block(self._component, freed, unknown, self._budget)
        if size <= _LARGEST_KEPT:
            self._blocks[part] = block
        return block

    def determined(self, chosen: int) -> dict[int, int | Fraction]:
        """Give the value of each chosen or blank cell that can have only one, for a set that was found."""
        values: dict[int, int | Fraction] = {}
        for part in self._parts(chosen | self._all_groups):
            values |= self._block(part).determined
        return values

    def strongest_conflicts(self) -> list[Conflict]:
        """Give the conflicts that say more than any other, in the order they were met."""
        chosen: list[Conflict] = []
        for conflict in self.conflicts:
            clause = conflict.clause & self._open
            if all(other.clause & self._open & ~clause for other in chosen):
                chosen = [other for other in chosen if clause & ~other.clause & self._open] + [conflict]
        return chosen
