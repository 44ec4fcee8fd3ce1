"""How precisely a figure is known, which decides when two sides of a relation differ."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

__all__ = ["EXACT", "Precision", "exactly", "rounded_to", "typed_amount"]


@frozen(kw_only=True)
class Precision:
    """How precisely a figure is known.

    Args:
        decimals: Digits after the point that it may have.
        half: Half a unit of its last digit as an expression of a formula; empty for an exact figure.
        slack: The same as a number.
    """

    decimals: int = 0
    half: str = ""
    slack: Fraction = Fraction()


EXACT = Precision()
"""A whole number that nobody rounded."""


def rounded_to(decimals: int) -> Precision:
    """Give the precision of an amount that was rounded to so many decimals.

    >>> rounded_to(1).half, rounded_to(1).slack
    ('0.05', Fraction(1, 20))
    """
    slack = Fraction(1, 2 * 10**decimals)
    return Precision(decimals=decimals, half=_decimal(slack, decimals + 1), slack=slack)


def typed_amount(cell: str, value: Decimal | None = None, *, most: int = 3) -> Precision:
    """Give the precision of an amount typed into a cell: its decimals are those that it is seen to have there.

    Args:
        cell: The cell.
        value: What stands in it now.
        most: Decimals that an amount may have at most.

    >>> typed_amount("D9", most=1).half
    'IF(D9=ROUND(D9,0),0.5,0.05)'
    """
    half = _decimal(Fraction(1, 2 * 10**most), most + 1)
    for decimals in reversed(range(most)):
        finer = _decimal(Fraction(1, 2 * 10**decimals), decimals + 1)
        half = f"IF({cell}=ROUND({cell},{decimals}),{finer},{half})"
    seen = 0 if value is None else max(0, -int(value.normalize().as_tuple().exponent))
    return Precision(decimals=most, half=half, slack=Fraction(1, 2 * 10**seen))


def exactly(_: str) -> Precision:
    """Say of every figure that it is exact."""
    return EXACT


def _decimal(value: Fraction, decimals: int) -> str:
    """Write a number as formulas have it, with a point."""
    return f"{Decimal(int(value * 10**decimals)).scaleb(-decimals):f}"
