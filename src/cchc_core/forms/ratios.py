"""Shares that a form derives from its figures, such as the share resolved on time."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, overload

from cchc_core.forms.expressions import Quotient
from cchc_core.forms.relations import Path, Side

__all__ = ["Ratio", "ratio", "value_at"]


class Ratio:
    """A derived share: on the class this declaration, on a record the exact value.

    Args:
        label: Vietnamese label.
        quotient: Numerator and denominator as written.
        decimals: Decimals with which a report prints the percentage.
    """

    __slots__ = ("decimals", "denominator", "label", "name", "numerator", "quotient")

    def __init__(self, label: str, quotient: Quotient, decimals: int) -> None:
        self.label = label
        self.quotient = quotient
        self.decimals = decimals
        self.name = ""
        self.numerator = self.denominator = Side(())

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name under which the class body keeps this share."""
        self.name = self.name or name

    @property
    def english(self) -> str:
        """The field name in words, for messages in English."""
        return self.name.replace("_", " ")

    @overload
    def __get__(self, instance: None, owner: type) -> Ratio: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Fraction | None: ...
    def __get__(self, instance: object | None, owner: type) -> Ratio | Fraction | None:
        """Give the share, or ``None`` where an operand is blank or the denominator is zero."""
        return self if instance is None else self.of(instance)

    def of(self, record: object) -> Fraction | None:
        """Work the share out from a record's figures."""
        numerator = _sum_of(self.numerator, record)
        denominator = _sum_of(self.denominator, record)
        return None if numerator is None or not denominator else numerator / denominator


def ratio(label: str, quotient: Quotient, *, decimals: int = 2) -> Ratio:
    """Declare a derived share, its numerator over its denominator, printed as a percentage."""
    return Ratio(label, quotient, decimals)


def value_at(record: object, path: Path) -> Any:
    """Give the value at a path, or ``None`` where a row on the way is absent.

    A ratio speaks of single figures, so the path has no ``*`` in it.
    """
    value: Any = record
    for step in path:
        if value is None:
            return None
        value = getattr(value, step)
    return value


def _sum_of(side: Side, record: object) -> Fraction | None:
    total = Fraction(side.constant)
    for term in side.terms:
        value = Fraction(term.coefficient)
        for path in term.factors:
            reported = value_at(record, path)
            if reported is None:
                return None
            value *= Fraction(reported)
        total += value
    return total
