"""Exact linear systems: whether they can hold, the proof that they cannot, and how far a sum can go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Literal

from attrs import field, frozen

from cchc_core.engine.budget import Budget
from cchc_core.engine.near import Near, Quantity
from cchc_core.engine.tableau import Tableau

__all__ = ["Row", "RowOperator", "bounds", "conflict", "solution"]

RowOperator = Literal["==", "<=", "<"]
"""How the sum compares with the constant."""


@frozen
class Row:
    """What must hold: ``sum(coefficient * variable) op constant``.

    Args:
        coefficients: Coefficient of each variable.
        op: ``==``, ``<=`` or ``<``.
        constant: The right side.
    """

    coefficients: Mapping[str, Fraction | int] = field(hash=False)
    op: RowOperator = "=="
    constant: Fraction | int = 0


def conflict(rows: Sequence[Row], budget: Budget | None = None) -> dict[int, Fraction] | None:
    """Prove that rows cannot hold together, if they cannot.

    Args:
        rows: The rows.
        budget: Work that may be done; None for as much as it takes.

    Returns:
        None if there is a (rational) solution. Otherwise multipliers by the number of the row, positive for
        inequalities: the sum of the multiplied rows reads ``0 = r``, ``0 <= negative`` or ``0 < 0``. No row
        of them can be left out.

    Raises:
        OutOfBudgetError: If the budget is used up first.

    >>> conflict([Row({"a": 1, "b": 1}, "==", 3), Row({"a": -1}, "<=", -2), Row({"b": -1}, "<=", -2)])
    {0: Fraction(1, 1), 1: Fraction(1, 1), 2: Fraction(1, 1)}
    """
    table, _, numbers = _table(rows, budget)
    proofs = table.proofs()
    if not proofs:
        return None
    proof = min(proofs, key=lambda each: len(each.upper) + len(each.lower))
    shares = {**proof.upper, **{number: -share for number, share in proof.lower.items()}}
    return {
        index: Fraction(shares[number] * _scale(row.coefficients, row.constant))
        for index, (number, row) in enumerate(zip(numbers, rows, strict=True))
        if number in shares
    }


def solution(rows: Sequence[Row], budget: Budget | None = None) -> dict[str, Fraction] | None:
    """Give one point at which all rows hold, or None if there is none.

    Args:
        rows: The rows.
        budget: Work that may be done; None for as much as it takes.

    Raises:
        OutOfBudgetError: If the budget is used up first.

    >>> solution([Row({"a": 1, "b": 1}, "==", 3), Row({"a": -1}, "<=", -2), Row({"b": -1}, "<", 0)])
    {'a': Fraction(2, 1), 'b': Fraction(1, 1)}
    """
    table, variables, _ = _table(rows, budget)
    if table.proofs():
        return None
    point = table.point()
    return {variable: point[number] for variable, number in variables.items()}


def bounds(
    rows: Sequence[Row], coefficients: Mapping[str, Fraction | int], budget: Budget | None = None
) -> tuple[Fraction | None, Fraction | None]:
    """Give the least and the largest value of a sum where all rows hold; None on a side without end.

    A bound that only strict rows keep from being reached is given as well.

    Args:
        rows: The rows; they must be able to hold.
        coefficients: The sum.
        budget: Work that may be done; None for as much as it takes.

    Raises:
        ValueError: If the rows cannot hold together.
        OutOfBudgetError: If the budget is used up first.

    >>> bounds([Row({"a": 1, "b": 1}, "==", 3), Row({"a": -1}, "<=", 0)], {"b": 2})
    (None, Fraction(6, 1))
    """
    scale = _scale(coefficients)
    table, variables, _ = _table(rows, budget)
    for variable in coefficients:
        variables.setdefault(variable, table.variable())
    total = table.row(_whole(coefficients, scale, variables))
    if table.proofs():
        raise ValueError("the rows cannot hold together")
    high = table.extreme(total, 1)
    low = table.extreme(total, -1)
    return _plain(low, scale), _plain(high, scale)


def _plain(value: Quantity | None, scale: int) -> Fraction | None:
    return None if value is None else Fraction(value.value if isinstance(value, Near) else value) / scale


def _scale(coefficients: Mapping[str, Fraction | int], constant: Fraction | int = 0) -> int:
    return lcm(constant.denominator, *(value.denominator for value in coefficients.values()))


def _whole(coefficients: Mapping[str, Fraction | int], scale: int, variables: Mapping[str, int]) -> dict[int, int]:
    return {variables[variable]: int(value * scale) for variable, value in coefficients.items() if value}


def _table(rows: Sequence[Row], budget: Budget | None) -> tuple[Tableau, dict[str, int], list[int]]:
    """Give the rows as a tableau, with the numbers of the variables and of the rows in it."""
    table = Tableau(budget or Budget())
    variables: dict[str, int] = {}
    for row in rows:
        for variable in row.coefficients:
            if variable not in variables:
                variables[variable] = table.variable()
    numbers: list[int] = []
    for row in rows:
        scale = _scale(row.coefficients, row.constant)
        constant = int(row.constant * scale)
        upper = Near(constant, -1) if row.op == "<" else constant
        lower = constant if row.op == "==" else None
        numbers.append(table.row(_whole(row.coefficients, scale, variables), lower, upper))
    return table, variables, numbers
