"""Whether some variables can be whole: exactly for equations, case by case for inequalities."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import floor, gcd, lcm

from attrs import define, frozen

from cchc_core.engine.near import Near, Quantity
from cchc_core.engine.tableau import Proof, Tableau

__all__ = ["Leaf", "branch", "first_fractional", "indivisible"]

_Terms = dict[int, Fraction]

_FIRST_DEPTH = 8
"""Cases with so few bounds are tried before any with more, as some have no end."""


@frozen
class Leaf:
    """A case that cannot be.

    Args:
        proof: Why not.
        cases: The bounds that make the case, by the number of the variable and 1 for upper, -1 for lower.
    """

    proof: Proof
    cases: frozenset[tuple[int, int]]


def first_fractional(values: Sequence[Quantity], integral: Collection[int]) -> int | None:
    """Give the first variable that must be whole but is not.

    >>> first_fractional([1, Fraction(1, 2), Fraction(1, 2)], [0, 2])
    2
    """
    return next((number for number in integral if not _is_whole(values[number])), None)


def _is_whole(value: Quantity) -> bool:
    if isinstance(value, Near):
        return not value.epsilon and value.value.denominator == 1
    return value.denominator == 1


def _floor(value: Quantity) -> int:
    if isinstance(value, Near):
        return floor(value.value) - (value.epsilon < 0 and value.value == floor(value.value))
    return floor(value)


def branch(table: Tableau, integral: Sequence[int]) -> tuple[Tableau | None, list[Leaf]]:
    """Look for values of which some are whole.

    Args:
        table: What must hold; it is left as it is, apart from its values.
        integral: Numbers of the variables that must be whole, of whose bounds none lies between two whole numbers.

    Returns:
        A table whose values are such, or ``None`` and all the cases, none of which can be.

    Raises:
        OutOfBudgetError: If the budget of the table is used up first.
    """
    depth = _FIRST_DEPTH
    while True:
        found, leaves = _branch_to(depth, table, integral)
        if found is not None or leaves is not None:
            return found, leaves or []
        depth *= 2


def _branch_to(depth: int, table: Tableau, integral: Sequence[int]) -> tuple[Tableau | None, list[Leaf] | None]:
    """Look for whole values with so many bounds at most; no leaves are given if some cases were left open."""
    leaves: list[Leaf] = []
    is_complete = True
    stack: list[tuple[Tableau, frozenset[tuple[int, int]], int]] = [(table, frozenset(), 0)]
    while stack:
        here, cases, bounds = stack.pop()
        proofs = here.proofs()
        if proofs:
            leaves.append(Leaf(proofs[0], cases))
            continue
        number = first_fractional(here.values, integral)
        if number is None:
            return here, []
        if bounds == depth:
            is_complete = False
            continue
        below = _floor(here.values[number])
        for side in (1, -1):
            case = here.copy()
            if side > 0:
                case.restrict(number, upper=below)
            else:
                case.restrict(number, lower=below + 1)
            stack.append((case, cases | {(number, side)}, bounds + 1))
    return None, leaves if is_complete else None


@define(eq=False)
class _Equation:
    terms: _Terms
    constant: Fraction
    made_of: _Terms

    def without(self, variable: int, pivot: _Equation) -> _Equation:
        """Subtract as much of another equation, in which the variable has coefficient 1, as it takes."""
        share = -self.terms[variable]
        terms, made_of = _sum(self.terms, share, pivot.terms), _sum(self.made_of, share, pivot.made_of)
        return _Equation(terms, self.constant + share * pivot.constant, made_of)

    def divided(self, divisor: Fraction) -> _Equation:
        """Divide both sides."""
        terms, made_of = _sum({}, 1 / divisor, self.terms), _sum({}, 1 / divisor, self.made_of)
        return _Equation(terms, self.constant / divisor, made_of)

    def primitive(self) -> _Equation:
        """Divide both sides so that the coefficients are whole and have no common divisor."""
        shares = self.terms.values()
        divisor = Fraction(gcd(*(share.numerator for share in shares)), lcm(*(share.denominator for share in shares)))
        return self.divided(divisor) if divisor else self

    def replaced(self, variable: int, shares: Mapping[int, int]) -> _Equation:
        """Put ``variable - sum(shares)`` for a variable."""
        share = self.terms.get(variable)
        if share is None:
            return self
        return _Equation(_sum(self.terms, -share, shares), self.constant, self.made_of)


def _sum(terms: Mapping[int, Fraction], factor: Fraction, others: Mapping[int, Fraction | int]) -> _Terms:
    made = dict(terms)
    for key, value in others.items():
        made[key] = made.get(key, Fraction()) + factor * value
    return {key: value for key, value in made.items() if value}


def indivisible(
    equations: Sequence[tuple[Mapping[int, int], int | Fraction]], integral: Collection[int]
) -> dict[int, Fraction] | None:
    """Prove that equations have no solution in which some variables are whole, if they have none.

    Args:
        equations: Coefficient of each variable, and the right side; they have a solution in fractions.
        integral: Variables that must be whole.

    Returns:
        ``None`` if there is a solution. Otherwise multipliers by the number of the equation: in the sum of the
        multiplied equations every coefficient is whole, that of any other variable 0, and the right side is not.

    >>> indivisible([({0: 2, 1: 4}, 5)], [0, 1])
    {0: Fraction(1, 2)}
    """
    waiting = _without_others(
        [
            _Equation({key: Fraction(value) for key, value in terms.items()}, Fraction(constant), {number: Fraction(1)})
            for number, (terms, constant) in enumerate(equations)
        ],
        integral,
    )
    while waiting:
        equation = waiting.pop().primitive()
        if equation.constant.denominator != 1:
            return equation.made_of
        while equation.terms and not any(abs(share) == 1 for share in equation.terms.values()):
            variable, shares = _division(equation.terms)
            equation = equation.replaced(variable, shares)
            waiting = [each.replaced(variable, shares) for each in waiting]
        if equation.terms:
            waiting = _eliminated(
                waiting, equation, next(key for key in equation.terms if abs(equation.terms[key]) == 1)
            )
    return None


def _without_others(equations: list[_Equation], integral: Collection[int]) -> list[_Equation]:
    """Eliminate the variables that need not be whole; what gives them a value can always hold."""
    left: list[_Equation] = []
    while equations:
        equation = equations.pop()
        variable = next((key for key in equation.terms if key not in integral), None)
        if variable is None:
            left.append(equation)
        else:
            equations = _eliminated(equations, equation, variable)
            left = _eliminated(left, equation, variable)
    return left


def _eliminated(equations: list[_Equation], pivot: _Equation, variable: int) -> list[_Equation]:
    pivot = pivot.divided(pivot.terms[variable])
    return [each.without(variable, pivot) if variable in each.terms else each for each in equations]


def _division(terms: Mapping[int, Fraction]) -> tuple[int, dict[int, int]]:
    """Give the variable with the least coefficient, and how often that goes into the others."""
    variable = min(terms, key=lambda key: abs(terms[key]))
    return variable, {key: share // terms[variable] for key, share in terms.items() if key != variable}
