"""The exact simplex method for bounded variables: feasibility with a proof, and the way to a larger value.

Every row has a variable of its own for its sum; rows and variables alike are then held between bounds.
Bland's rule (always the first of the eligible) keeps it from going in circles.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import gcd

from attrs import frozen

from cchc_core.engine.budget import Budget
from cchc_core.engine.near import Near, Quantity

__all__ = ["Proof", "Tableau"]


@frozen
class Proof:
    """Bounds that cannot hold together, with multipliers that show it.

    Args:
        upper: Positive multiplier of each upper bound, by the number of the variable or row.
        lower: Positive multiplier of each lower bound.
    """

    upper: Mapping[int, int]
    lower: Mapping[int, int]


class Tableau:
    """Variables, rows, and one value of each; a row is a variable too.

    Args:
        budget: Work that may be done.

    >>> table = Tableau(Budget())
    >>> a, b = table.variable(lower=2), table.variable(lower=2)
    >>> total = table.row({a: 1, b: 1}, lower=3, upper=3)
    >>> table.proofs()
    [Proof(upper={2: 1}, lower={0: 1, 1: 1})]
    """

    def __init__(self, budget: Budget) -> None:
        self.values: list[Quantity] = []
        self._lower: list[Quantity | None] = []
        self._upper: list[Quantity | None] = []
        self._rows: dict[int, tuple[int, dict[int, int]]] = {}
        """``unit * basic = sum(coefficient * other)``, by the basic variable; the unit is positive."""
        self._crossed: list[Proof] = []
        """Variables whose bounds, once restricted, leave nothing between them."""
        self._budget = budget

    def variable(self, lower: Quantity | None = None, upper: Quantity | None = None) -> int:
        """Add a variable and give its number; its value is zero or the bound next to it."""
        value: Quantity = 0
        if lower is not None and lower > 0:
            value = lower
        elif upper is not None and upper < 0:
            value = upper
        return self._add(value, lower, upper)

    def row(self, terms: Mapping[int, int], lower: Quantity | None = None, upper: Quantity | None = None) -> int:
        """Add a sum of variables and give its number; add all rows before anything is asked."""
        number = self._add(sum(share * self.values[each] for each, share in terms.items()), lower, upper)
        self._rows[number] = (1, dict(terms))
        return number

    def copy(self) -> Tableau:
        """Give a tableau that can be changed without this one."""
        made = Tableau(self._budget)
        made.values, made._lower, made._upper = list(self.values), list(self._lower), list(self._upper)
        made._rows = dict(self._rows)
        return made

    def restrict(self, number: int, lower: Quantity | None = None, upper: Quantity | None = None) -> None:
        """Put tighter bounds to a variable."""
        if lower is not None:
            self._lower[number] = lower
        if upper is not None:
            self._upper[number] = upper
        low, high = self._lower[number], self._upper[number]
        if low is not None and high is not None and low > high:
            self._crossed = [Proof({number: 1}, {number: 1})]
        elif number not in self._rows:
            value = self.values[number]
            if lower is not None and value < lower:
                self._move(number, lower - value)
            elif upper is not None and value > upper:
                self._move(number, upper - value)

    def _add(self, value: Quantity, lower: Quantity | None, upper: Quantity | None) -> int:
        self.values.append(value)
        self._lower.append(lower)
        self._upper.append(upper)
        return len(self.values) - 1

    def proofs(self) -> list[Proof]:
        """Give proofs that the bounds cannot hold, none if they can; then all values lie between their bounds."""
        while not self._crossed:
            broken = [(basic, sign) for basic in self._rows if (sign := self._side(basic))]
            if not broken:
                return []
            basic, sign = min(broken)
            entering = self._entering(basic, sign)
            if entering is None:
                stuck = [each for each in sorted(broken) if self._entering(*each) is None]
                return [self._proof(*each) for each in stuck]
            bound = self._lower[basic] if sign > 0 else self._upper[basic]
            self._exchange(basic, entering, bound)  # type: ignore[arg-type]
        return self._crossed

    def _side(self, basic: int) -> int:
        """Tell whether a value must grow (1), shrink (-1) or neither."""
        value, lower, upper = self.values[basic], self._lower[basic], self._upper[basic]
        if lower is not None and value < lower:
            return 1
        return -1 if upper is not None and value > upper else 0

    def _can_move(self, number: int, sign: int) -> bool:
        bound = self._upper[number] if sign > 0 else self._lower[number]
        return bound is None or (self.values[number] < bound if sign > 0 else self.values[number] > bound)

    def _entering(self, basic: int, sign: int) -> int | None:
        """Give the first variable by which a basic one can be moved."""
        shares = self._rows[basic][1]
        return min(
            (each for each, share in shares.items() if self._can_move(each, sign if share > 0 else -sign)),
            default=None,
        )

    def _proof(self, basic: int, sign: int) -> Proof:
        unit, shares = self._rows[basic]
        sides: tuple[dict[int, int], dict[int, int]] = ({}, {})
        sides[sign > 0][basic] = unit
        for each, share in shares.items():
            sides[(share > 0) is (sign < 0)][each] = abs(share)
        return Proof(*sides)

    def _move(self, number: int, step: Quantity) -> None:
        """Change a variable that is not basic, and the basic ones with it."""
        self.values[number] += step
        for basic, (unit, shares) in self._rows.items():
            share = shares.get(number)
            if share:
                self.values[basic] += _divided(step * share, unit)

    def _exchange(self, leaving: int, entering: int, value: Quantity) -> None:
        """Move a basic variable to a value by means of another one, which takes its place."""
        unit, shares = self._rows[leaving]
        self._move(entering, _divided((value - self.values[leaving]) * unit, shares[entering]))
        self.values[leaving] = value
        self._budget.spend()
        pivot = dict(shares)
        share = pivot.pop(entering)
        pivot[leaving] = -unit
        if share > 0:
            pivot = {each: -other for each, other in pivot.items()}
        del self._rows[leaving]
        unit = abs(share)  # unit * entering = sum(pivot)
        for basic, (own, others) in self._rows.items():
            if entering in others:
                self._rows[basic] = _substituted(own, others, entering, unit, pivot)
        self._rows[entering] = (unit, pivot)

    def extreme(self, number: int, sign: int) -> Quantity | None:
        """Move a variable or row up (1) or down (-1) as far as it goes.

        Call it once `proofs` has found nothing; all bounds hold afterwards as well.

        Returns:
            Its value then, or None if it goes without end.
        """
        while (moved := self._advance(number, sign)) is True:
            pass
        return None if moved is None else self.values[number]

    def is_fixed(self, number: int) -> bool:
        """Tell whether the bounds leave a variable or row one value; all values may have moved afterwards."""
        value = self.values[number]
        for sign in (1, -1):
            while moved := self._advance(number, sign):
                if self.values[number] != value:
                    return False
            if moved is None:
                return False
        return True

    def _advance(self, number: int, sign: int) -> bool | None:
        """Do one step of the way up or down: False at its end, None if there is none."""
        entering: int | None = number
        if number in self._rows:
            entering = self._entering(number, sign)
            if entering is not None and self._rows[number][1][entering] < 0:
                sign = -sign
        if entering is None or not self._can_move(entering, sign):
            return False
        self._budget.spend()
        step, limiting = self._room(entering, sign)
        if limiting is None:
            if step is None:
                return None
            self._move(entering, sign * step)
        else:
            upwards = (self._rows[limiting][1][entering] > 0) is (sign > 0)
            bound = self._upper[limiting] if upwards else self._lower[limiting]
            self._exchange(limiting, entering, bound)  # type: ignore[arg-type]
        return True

    def _room(self, number: int, sign: int) -> tuple[Quantity | None, int | None]:
        """Give how far a variable that is not basic can move, and the first basic one that stops it, if one does."""
        bound = self._upper[number] if sign > 0 else self._lower[number]
        best: Quantity | None = None if bound is None else sign * (bound - self.values[number])
        limiting: int | None = None
        for basic in sorted(self._rows):
            unit, shares = self._rows[basic]
            share = sign * shares.get(number, 0)
            stop = self._upper[basic] if share > 0 else self._lower[basic]
            if share and stop is not None:
                step = _divided((stop - self.values[basic]) * unit, share)
                if best is None or step < best:
                    best, limiting = step, basic
        return best, limiting

    def point(self) -> list[Fraction]:
        """Give the values as plain numbers, a small one put for the infinitely small."""
        small = Fraction(1)
        for value, lower, upper in zip(self.values, self._lower, self._upper, strict=True):
            for room in (None if lower is None else value - lower, None if upper is None else upper - value):
                if isinstance(room, Near) and room.epsilon < 0:
                    small = min(small, Fraction(room.value) / -room.epsilon)
        return [
            Fraction(value.value + value.epsilon * small) if isinstance(value, Near) else Fraction(value)
            for value in self.values
        ]


def _divided(amount: Quantity, divisor: int) -> Quantity:
    if isinstance(amount, int):
        return amount // divisor if amount % divisor == 0 else Fraction(amount, divisor)
    return amount / divisor


def _substituted(
    own: int, others: Mapping[int, int], entering: int, unit: int, pivot: Mapping[int, int]
) -> tuple[int, dict[int, int]]:
    """Put ``unit * entering = sum(pivot)`` into ``own * basic = sum(others)``."""
    share = others[entering]
    if unit != 1:
        common = gcd(share, unit)
        share, unit = share // common, unit // common
    made = {each: unit * other for each, other in others.items()} if unit != 1 else dict(others)
    del made[entering]
    for each, other in pivot.items():
        left = made.get(each, 0) + share * other
        if left:
            made[each] = left
        else:
            del made[each]
    own *= unit
    if own != 1:
        common = gcd(own, *made.values())
        if common > 1:
            return own // common, {each: other // common for each, other in made.items()}
    return own, made
