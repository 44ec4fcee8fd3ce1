"""Numbers next to a number: what a strict comparison leaves."""

from __future__ import annotations

from fractions import Fraction
from functools import total_ordering
from typing import Any

from attrs import frozen

__all__ = ["Near", "Quantity"]


@total_ordering
@frozen(eq=False)
class Near:
    """The number ``value + epsilon * e``, where ``e`` is positive and smaller than any number.

    >>> Near(3, -1) < 3 < Near(3, 1) < Near(4, -5)
    True
    >>> 2 * Near(3, -1) - 1
    Near(value=5, epsilon=-2)
    """

    value: int | Fraction
    epsilon: int | Fraction = 0

    def __add__(self, other: Quantity) -> Near:
        """Add a number, or one next to a number."""
        return Near(self.value + _value(other), self.epsilon + _epsilon(other))

    __radd__ = __add__

    def __neg__(self) -> Near:
        return Near(-self.value, -self.epsilon)

    def __sub__(self, other: Quantity) -> Near:
        """Subtract a number, or one next to a number."""
        return Near(self.value - _value(other), self.epsilon - _epsilon(other))

    def __rsub__(self, other: Quantity) -> Near:
        """Subtract from a number."""
        return Near(_value(other) - self.value, _epsilon(other) - self.epsilon)

    def __mul__(self, factor: int | Fraction) -> Near:
        """Multiply by a number."""
        return Near(self.value * factor, self.epsilon * factor)

    __rmul__ = __mul__

    def __truediv__(self, divisor: int | Fraction) -> Near:
        """Divide by a number."""
        return Near(self.value / Fraction(divisor), self.epsilon / Fraction(divisor))

    def __eq__(self, other: object) -> bool:
        """Whether both are the same number, or the same step from the same one."""
        return bool(self.value == _value(other) and self.epsilon == _epsilon(other))

    def __hash__(self) -> int:
        """Agree with numbers it equals."""
        return hash((self.value, self.epsilon)) if self.epsilon else hash(self.value)

    def __lt__(self, other: Quantity) -> bool:
        """Compare the numbers, then the steps."""
        return bool((self.value, self.epsilon) < (_value(other), _epsilon(other)))


Quantity = int | Fraction | Near
"""A number, or one next to a number."""


def _value(quantity: Any) -> Any:
    return quantity.value if isinstance(quantity, Near) else quantity


def _epsilon(quantity: Any) -> Any:
    return quantity.epsilon if isinstance(quantity, Near) else 0
