"""Equalities solved by elimination: which depend on one another, which cells they determine."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import TypeVar

from attrs import define

from cchc_core.engine.relation import Relation

__all__ = ["Equalities"]

_Key = TypeVar("_Key", str, int)


@define(eq=False)
class _Sum:
    """A sum of multiplied equalities; constants are left out, as the multipliers say everything.

    Args:
        cells: Coefficient of each cell.
        shares: Multiplier of each equality, by its number.
    """

    cells: dict[str, int]
    shares: dict[int, int]

    def without(self, cell: str, pivot: _Sum) -> _Sum:
        """Add a multiple of the pivot such that the cell falls out."""
        mine, its = self.cells[cell], pivot.cells[cell]
        common = gcd(mine, its)
        mine, its = mine // common, its // common
        made = _Sum(_difference(self.cells, its, pivot.cells, mine), _difference(self.shares, its, pivot.shares, mine))
        common = gcd(*made.cells.values(), *made.shares.values())
        if common == 1:
            return made
        cells = {key: value // common for key, value in made.cells.items()}
        return _Sum(cells, {key: value // common for key, value in made.shares.items()})


def _difference(one: dict[_Key, int], times: int, other: dict[_Key, int], less: int) -> dict[_Key, int]:
    found = {key: times * value for key, value in one.items()}
    for key, value in other.items():
        left = found.get(key, 0) - less * value
        if left:
            found[key] = left
        else:
            del found[key]
    return found


class Equalities:
    """The equalities among relations, solved.

    Args:
        relations: Relations by name; the inequalities among them are passed over.
        in_order: Solve them as they are given; else those with few cells first, so that what one of them gives
            by itself is not shown by many.

    >>> solved = Equalities({
    ...     "sum": Relation("sum", {"a": 1, "b": 1}, "==", 10), "gap": Relation("gap", {"a": 1, "b": -1}, "==", 4)})
    >>> solved.fixing("a")
    {'sum': Fraction(1, 2), 'gap': Fraction(1, 2)}
    """

    def __init__(self, relations: Mapping[str, Relation], *, in_order: bool = False) -> None:
        self._names = [name for name, relation in relations.items() if relation.op == "=="]
        self._pivots: dict[str, _Sum] = {}
        self._dependencies: dict[str, _Sum] = {}
        numbers = range(len(self._names))
        for number in (
            numbers if in_order else sorted(numbers, key=lambda each: len(relations[self._names[each]].cells))
        ):
            self._solve(relations[self._names[number]], number)

    def _solve(self, relation: Relation, number: int) -> None:
        scale = lcm(*(weight.denominator for weight in relation.coefficients.values()))
        whole = {cell: int(weight * scale) for cell, weight in relation.coefficients.items()}
        made = self._reduced(_Sum(whole, {number: scale}))
        if made.cells:
            self._pivots[next(iter(made.cells))] = made
        else:
            self._dependencies[self._names[number]] = made

    def _reduced(self, made: _Sum) -> _Sum:
        """Let the cells fall out that earlier equalities give; none of those holds the cell of one before it."""
        for cell, pivot in self._pivots.items():
            if cell in made.cells:
                made = made.without(cell, pivot)
        return made

    @property
    def dependencies(self) -> dict[str, dict[str, Fraction]]:
        """For each equality that depends on those solved before it, the multipliers that show it.

        The multiplied equalities, itself among them, add up to a sum without cells; none can be left out.
        """
        return {name: self._named(made.shares, 1) for name, made in self._dependencies.items()}

    def fixing(self, cell: str) -> dict[str, Fraction] | None:
        """Give multipliers by which equalities add up to ``cell == value``, ``None`` if there are none."""
        itself = len(self._names)
        made = self._reduced(_Sum({cell: 1}, {itself: 1}))
        return None if made.cells else self._named(made.shares, -made.shares[itself])

    def _named(self, shares: Mapping[int, int], divisor: int) -> dict[str, Fraction]:
        return {
            self._names[number]: Fraction(shares[number], divisor)
            for number in sorted(shares)
            if number < len(self._names)
        }
