"""Intervals with exact ends, as a rounded figure stands for one."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from typing import Literal, get_args

from attrs import field, frozen

from cchc_core.engine.relation import Comparator, Exact

__all__ = ["Interval", "Rounding", "check_rounding", "has_excess_digits", "interval_of", "weighted_sum"]

Rounding = Literal["nearest", "truncated"]
"""How a printed figure was shortened: to the nearest, or by leaving digits off."""


@frozen
class Interval:
    """All values between two ends, each of which may belong to it or not.

    Args:
        low: Lower end.
        high: Upper end.
        low_closed: Whether the lower end belongs to it.
        high_closed: Whether the upper end belongs to it.

    >>> Interval(1, 2) + Interval(0, 1, high_closed=False)
    Interval(low=1, high=3, low_closed=True, high_closed=False)

    Raises:
        ValueError: If no value lies between the ends.
    """

    low: int | Fraction
    high: int | Fraction
    low_closed: bool = field(default=True, kw_only=True)
    high_closed: bool = field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse an interval without a value."""
        closed = self.low_closed and self.high_closed
        if closed and self.low is self.high:  # the common case: one exact value
            return
        if self.low > self.high or (self.low == self.high and not closed):
            raise ValueError(f"no value lies between {self.low} and {self.high} with these ends")

    @classmethod
    def point(cls, value: int | Fraction) -> Interval:
        """Give the interval of one exact value."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether only one value lies in it."""
        return self.low == self.high

    def __contains__(self, value: Exact) -> bool:
        """Whether a value lies in it.

        >>> 2 in Interval(1, 2), 2 in Interval(1, 2, high_closed=False)
        (True, False)
        """
        exact = Fraction(value)
        return self.can_be("<=", exact) and self.can_be(">=", exact)

    def can_be(self, op: Comparator, constant: int | Fraction) -> bool:
        """Tell whether some value in it compares so with a constant.

        >>> half_open = Interval(1, 2, low_closed=False)
        >>> half_open.can_be("==", 2), half_open.can_be("<=", 1), half_open.can_be(">=", 1)
        (True, False, True)
        """
        reaches_down = self.low < constant or (self.low == constant and self.low_closed)
        reaches_up = self.high > constant or (self.high == constant and self.high_closed)
        return (op == ">=" or reaches_down) and (op == "<=" or reaches_up)

    def __add__(self, other: Interval) -> Interval:
        """Give every sum of a value of the one and a value of the other."""
        return Interval(
            self.low + other.low,
            self.high + other.high,
            low_closed=self.low_closed and other.low_closed,
            high_closed=self.high_closed and other.high_closed,
        )

    def scaled(self, factor: int | Fraction) -> Interval:
        """Multiply every value; a negative factor swaps the ends with their flags, zero leaves the point 0.

        >>> Interval(1, 2, high_closed=False).scaled(-3)
        Interval(low=-6, high=-3, low_closed=False, high_closed=True)
        """
        if factor > 0:
            return Interval(
                self.low * factor, self.high * factor, low_closed=self.low_closed, high_closed=self.high_closed
            )
        if factor < 0:
            return Interval(
                self.high * factor, self.low * factor, low_closed=self.high_closed, high_closed=self.low_closed
            )
        return Interval(0, 0)

    def intersection(self, other: Interval) -> Interval | None:
        """Give the values that lie in both, ``None`` if there is none.

        >>> Interval(1, 2).intersection(Interval(2, 3))
        Interval(low=2, high=2, low_closed=True, high_closed=True)
        >>> Interval(1, 2).intersection(Interval(2, 3, low_closed=False)) is None
        True
        """
        low, low_opens = max((self.low, not self.low_closed), (other.low, not other.low_closed))
        high, high_closed = min((self.high, self.high_closed), (other.high, other.high_closed))
        if low > high or (low == high and (low_opens or not high_closed)):
            return None
        return Interval(low, high, low_closed=not low_opens, high_closed=high_closed)


def interval_of(value: Exact, decimals: int | None, rounding: Rounding = "nearest") -> Interval:
    """Give the values that a printed figure may stand for.

    Rounded to the nearest, both halves of the unit belong to it; truncated, the unit lies beyond the figure,
    away from zero, and 0 may stand for either sign.

    Args:
        value: The figure as printed.
        decimals: Its precision; negative for tens, hundreds, thousands; ``None`` if it is exact.
        rounding: ``nearest`` or ``truncated``.

    Returns:
        An interval that holds the figure.

    Raises:
        ValueError: If ``rounding`` is neither of the two.

    >>> from decimal import Decimal
    >>> interval_of(Decimal("2.5"), 1)
    Interval(low=Fraction(49, 20), high=Fraction(51, 20), low_closed=True, high_closed=True)
    >>> interval_of(-7000, -3, "truncated")
    Interval(low=Fraction(-8000, 1), high=Fraction(-7000, 1), low_closed=False, high_closed=True)
    """
    check_rounding(rounding)
    exact = value if isinstance(value, int) else Fraction(value)
    if decimals is None:
        return Interval(exact, exact)
    unit = _unit(decimals)
    if rounding == "nearest":
        return Interval(exact - unit / 2, exact + unit / 2)
    low, high = (exact if exact > 0 else exact - unit), (exact if exact < 0 else exact + unit)
    return Interval(Fraction(low), Fraction(high), low_closed=exact > 0, high_closed=exact < 0)


def weighted_sum(terms: Iterable[tuple[int | Fraction, Interval]], constant: int | Fraction = 0) -> Interval:
    """Add up intervals, each multiplied by its weight, and a constant.

    >>> weighted_sum([(1, Interval(1, 2)), (-1, Interval(0, 5, low_closed=False))], 10)
    Interval(low=Fraction(6, 1), high=Fraction(12, 1), low_closed=True, high_closed=False)
    """
    low = high = (constant.numerator, constant.denominator)
    low_closed = high_closed = True
    for weight, each in terms:
        ends = ((each.low, each.low_closed), (each.high, each.high_closed))
        (lower, lower_closed), (upper, upper_closed) = ends if weight > 0 else ends[::-1]
        low, high = _plus(low, weight, lower), _plus(high, weight, upper)
        low_closed &= lower_closed or not weight
        high_closed &= upper_closed or not weight
    return Interval(Fraction(*low), Fraction(*high), low_closed=low_closed, high_closed=high_closed)


def _plus(total: tuple[int, int], weight: int | Fraction, value: int | Fraction) -> tuple[int, int]:
    """Add to a fraction that is reduced only at the end, which is several times faster."""
    over, under = total
    bottom = weight.denominator * value.denominator
    common = lcm(under, bottom)
    return over * (common // under) + weight.numerator * value.numerator * (common // bottom), common


def check_rounding(rounding: str) -> None:
    """Refuse a way of rounding that is not known.

    Raises:
        ValueError: If ``rounding`` is neither ``nearest`` nor ``truncated``.
    """
    if rounding not in get_args(Rounding):
        raise ValueError(f"figures are rounded in one of the ways {', '.join(get_args(Rounding))}, not {rounding!r}")


def has_excess_digits(value: Exact, decimals: int | None) -> bool:
    """Tell whether a figure has digits other than 0 beyond its precision.

    >>> from decimal import Decimal
    >>> has_excess_digits(Decimal("1.20"), 1), has_excess_digits(Decimal("1.25"), 1), has_excess_digits(1250, -2)
    (False, True, True)
    """
    return decimals is not None and (Fraction(value) / _unit(decimals)).denominator != 1


def _unit(decimals: int) -> Fraction:
    """Give what one more in the last digit is worth."""
    return Fraction(1, 10**decimals) if decimals >= 0 else Fraction(10**-decimals)
