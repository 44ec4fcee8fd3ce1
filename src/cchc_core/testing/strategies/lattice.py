"""Whole-number points of a system of relations: one point to begin with, and the moves that lead to all others.

Every point that keeps the equations is the first one plus whole multiples of the moves. Whoever goes from a point
only as far as no other relation and no sign forbids, has never to turn back and never to try again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from math import prod
from typing import Literal, cast

from attrs import evolve, field, frozen

from cchc_core.engine.budget import Budget, OutOfBudgetError
from cchc_core.engine.integers import branch
from cchc_core.engine.near import Quantity
from cchc_core.engine.tableau import Tableau
from cchc_core.errors import CchcError

__all__ = ["Cell", "Line", "LinearSystem", "NoPointError", "Plan", "Step", "components_of", "first_point", "plan_of"]

Cell = Hashable
"""What a number stands for."""

_MOST = 10**9
"""No cell of a first point is above this."""

_STEPS = 5_000
"""So much work is done for a first point; it is the same on every machine."""


class NoPointError(CchcError, ValueError):
    """Raised when no whole numbers keep every relation; correct the relations, which contradict one another."""


@frozen
class Line:
    """A relation: ``sum(coefficient * product of cells) + constant`` is zero, or not below zero.

    Args:
        terms: Coefficients, each with the cells that are multiplied, usually one.
        op: ``==`` for zero, ``>=`` for not below zero.
        constant: The constant.
    """

    terms: tuple[tuple[int, tuple[Cell, ...]], ...]
    op: Literal["==", ">="]
    constant: int = 0

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell it speaks of."""
        return tuple(dict.fromkeys(cell for _, factors in self.terms for cell in factors))

    @cached_property
    def is_linear(self) -> bool:
        """Whether no cells are multiplied with one another."""
        return all(len(factors) == 1 for _, factors in self.terms)

    @property
    def coefficients(self) -> dict[Cell, int]:
        """Coefficient of each cell, for a linear one."""
        found: dict[Cell, int] = {}
        for coefficient, factors in self.terms:
            found[factors[0]] = found.get(factors[0], 0) + coefficient
        return {cell: coefficient for cell, coefficient in found.items() if coefficient}

    def at(self, values: Mapping[Cell, int]) -> int:
        """Give the sum for the given values."""
        return self.constant + sum(share * prod(values[cell] for cell in factors) for share, factors in self.terms)


@frozen
class LinearSystem:
    """Cells, none of them below zero, and the relations that connect them."""

    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    _hash: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Work the hash out once; a system is looked up for every record that is drawn."""
        object.__setattr__(self, "_hash", hash((self.cells, self.lines)))

    def __hash__(self) -> int:
        """Give the hash worked out before."""
        return self._hash


def components_of(cells: Iterable[Cell], lines: Iterable[Line]) -> list[LinearSystem]:
    """Part cells and relations into those that are connected; a cell without relations is alone.

    Raises:
        NoPointError: If a relation that speaks of no cell does not hold.

    >>> two = Line(((1, ("a",)), (-1, ("b",))), "==")
    >>> [system.cells for system in components_of("abc", [two])]
    [('a', 'b'), ('c',)]
    """
    above: dict[Cell, Cell] = {cell: cell for cell in cells}

    def root(cell: Cell) -> Cell:
        while above[cell] != cell:
            above[cell] = cell = above[above[cell]]
        return cell

    held = []
    for line in lines:
        if line.terms:
            held.append(line)
        elif not _holds(line, {}):
            raise NoPointError(f"what is given already breaks a relation, which misses by {line.constant}")
    for line in held:
        first, *others = line.cells
        for other in others:
            above[root(other)] = root(first)
    members: dict[Cell, list[Cell]] = {}
    for cell in above:
        members.setdefault(root(cell), []).append(cell)
    related: dict[Cell, list[Line]] = {}
    for line in held:
        related.setdefault(root(line.cells[0]), []).append(line)
    return [LinearSystem(tuple(each), tuple(related.get(top, ()))) for top, each in members.items()]


@frozen
class Step:
    """What one move changes, and whatever it must leave room for.

    Args:
        cells: By how much each cell changes.
        bounds: By how much the sum of each bound changes, by the number of the bound.
        products: The relations with products that speak of one of the cells.
    """

    cells: tuple[tuple[Cell, int], ...]
    bounds: tuple[tuple[int, int], ...]
    products: tuple[Line, ...]


@frozen
class Plan:
    """How to go through all points of a system: its bounds, and the moves in order."""

    bounds: tuple[Line, ...]
    steps: tuple[Step, ...]


def plan_of(system: LinearSystem) -> Plan:
    """Give the moves of a system, those that need room after those that make it.

    >>> whole = Line(((1, ("whole",)), (-1, ("a",)), (-1, ("b",))), "==")
    >>> [step.cells for step in plan_of(LinearSystem(("whole", "a", "b"), (whole,))).steps]
    [(('a', 1), ('whole', 1)), (('b', 1), ('whole', 1))]
    """
    if all(not line.constant or not line.is_linear for line in system.lines):
        return _compiled(system)
    bare = tuple(evolve(line, constant=0) if line.is_linear else line for line in system.lines)
    plan = _compiled(LinearSystem(system.cells, bare))
    return evolve(plan, bounds=tuple(line for line in system.lines if _is_bound(line)))


def _is_bound(line: Line) -> bool:
    return line.op == ">=" and line.is_linear


@lru_cache(maxsize=4096)
def _compiled(system: LinearSystem) -> Plan:
    equations = [line for line in system.lines if line.op == "==" and line.is_linear]
    bounds = tuple(line for line in system.lines if _is_bound(line))
    products = [line for line in system.lines if not line.is_linear]
    coefficients = [line.coefficients for line in bounds]
    steps = []
    for move in map(_forwards, _kernel(system.cells, equations)):
        shares = ((index, _share(each, move)) for index, each in enumerate(coefficients))
        steps.append(
            Step(
                cells=tuple(move.items()),
                bounds=tuple((index, share) for index, share in shares if share),
                products=tuple(line for line in products if not move.keys().isdisjoint(line.cells)),
            )
        )
    return Plan(bounds, _in_order(steps))


def _kernel(cells: Sequence[Cell], equations: Sequence[Line]) -> list[dict[Cell, int]]:
    """Give a basis of the whole-number changes that keep every equation.

    Of the moves that an equation forbids one by one, one is spent to make up for each of the others.
    """
    moves: list[dict[Cell, int]] = [{cell: 1} for cell in cells]
    for equation in equations:
        coefficients = equation.coefficients
        shares = {index: share for index, move in enumerate(moves) if (share := _share(coefficients, move))}
        while len(shares) > 1:
            pivot = _pivot(shares, moves)
            for index in [each for each in shares if each != pivot]:
                times = shares[index] // shares[pivot]
                moves[index] = _plus(moves[index], -times, moves[pivot])
                shares[index] -= times * shares[pivot]
                if not shares[index]:
                    del shares[index]
        moves = [move for index, move in enumerate(moves) if index not in shares]
    return moves


def _share(coefficients: Mapping[Cell, int], move: Mapping[Cell, int]) -> int:
    return sum(coefficients[cell] * change for cell, change in move.items() if cell in coefficients)


def _pivot(shares: Mapping[int, int], moves: Sequence[Mapping[Cell, int]]) -> int:
    """Choose the move to spend: of the smallest share, on the side that has fewer, touching the fewest cells."""
    sides = {sign: sum((share > 0) is sign for share in shares.values()) for sign in (True, False)}
    return min(shares, key=lambda each: (abs(shares[each]), sides[shares[each] > 0], len(moves[each]), -each))


def _plus(move: Mapping[Cell, int], times: int, other: Mapping[Cell, int]) -> dict[Cell, int]:
    made = dict(move)
    for cell, change in other.items():
        made[cell] = made.get(cell, 0) + times * change
        if not made[cell]:
            del made[cell]
    return made


def _in_order(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Put a step after those that make the room it needs, as far as they do not need one another."""
    makers: Counter[Cell] = Counter()
    needs = [[what for what, change in (*step.cells, *step.bounds) if change < 0] for step in steps]
    makes = [[what for what, change in (*step.cells, *step.bounds) if change > 0] for step in steps]
    for each in makes:
        makers.update(each)
    waiting = list(range(len(steps)))
    ordered: list[Step] = []
    while waiting:
        best = min(waiting, key=lambda index: sum(makers[what] for what in needs[index]))
        waiting.remove(best)
        ordered.append(steps[best])
        makers.subtract(makes[best])
    return tuple(ordered)


def _forwards(move: dict[Cell, int]) -> dict[Cell, int]:
    """Turn a move so that it adds more than it takes away."""
    return move if sum(move.values()) >= 0 else {cell: -change for cell, change in move.items()}


@lru_cache(maxsize=4096)
def first_point(system: LinearSystem) -> Mapping[Cell, int]:
    """Give a small point of a system: all zeros where they will do, else one that the simplex method finds.

    Raises:
        NoPointError: If there is none, or none is found in time.

    >>> more = Line(((1, ("a",)), (-1, ("b",))), ">=", -1)
    >>> first_point(LinearSystem(("a", "b"), (more,)))
    {'a': 1, 'b': 0}
    """
    zeros = dict.fromkeys(system.cells, 0)
    if all(_holds(line, zeros) for line in system.lines):
        return zeros
    table = Tableau(Budget(_STEPS))
    numbers = {cell: table.variable(lower=0, upper=_MOST) for cell in system.cells}
    for line in system.lines:
        if line.is_linear:
            terms = {numbers[cell]: share for cell, share in line.coefficients.items()}
            table.row(terms, lower=-line.constant, upper=-line.constant if line.op == "==" else None)
    try:
        found, _ = branch(table, list(numbers.values()))
    except OutOfBudgetError:  # whole numbers may be looked for without end
        found = None
    point = None if found is None else {cell: _whole(found.values[number]) for cell, number in numbers.items()}
    if point is None or not all(_holds(line, point) for line in system.lines):
        raise NoPointError(f"no whole numbers keep all relations among {', '.join(map(str, system.cells))}")
    return point


def _whole(value: Quantity) -> int:
    """Give a value as the whole number that it is; no bound here is open, so none is only near one."""
    return value.numerator if isinstance(value, Fraction) else cast("int", value)


def _holds(line: Line, values: Mapping[Cell, int]) -> bool:
    found = line.at(values)
    return found == 0 if line.op == "==" else found >= 0
