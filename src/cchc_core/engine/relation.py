"""A linear relation among named cells, whatever the cells stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

from attrs import field, frozen

__all__ = ["Comparator", "Exact", "Relation", "by_code", "read_only"]

Comparator = Literal["==", "<=", ">="]
"""How the sum compares with the constant."""

Exact = int | Decimal | Fraction
"""A value that carries no binary rounding; a truth value or a float is refused."""

_COMPARATORS = ("==", "<=", ">=")


def read_only(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a mapping that nobody can change, for results that are frozen."""
    return MappingProxyType(dict(given))


def _exact(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise TypeError(f"{value!r} is no exact number; give an int, a Decimal or a Fraction")
    return Fraction(value)


def _coefficients(given: Mapping[str, Exact]) -> Mapping[str, Fraction]:
    found = {cell: _exact(value) for cell, value in given.items()}
    return read_only({cell: value for cell, value in found.items() if value})


def _is_comparator(_: object, __: object, value: object) -> None:
    if value not in _COMPARATORS:
        raise ValueError(f"a relation compares by one of {', '.join(_COMPARATORS)}, not by {value!r}")


@frozen
class Relation:
    """What must hold: ``sum(coefficient * cell) op constant``.

    Args:
        code: Name by which results speak of it.
        coefficients: Coefficient of each cell; those that are zero are dropped.
        op: ``==``, ``<=`` or ``>=``.
        constant: The right side.

    >>> by_term = Relation("by term", {"resolved": 1, "early": -1, "late": -1}, "==", 0)
    >>> by_term.cells
    ('resolved', 'early', 'late')

    Raises:
        TypeError: If a coefficient or the constant is a float or another inexact number.
        ValueError: If ``op`` is no comparison of the three.
    """

    code: str
    coefficients: Mapping[str, Fraction] = field(converter=_coefficients, hash=False)
    op: Comparator = field(default="==", validator=_is_comparator)
    constant: Fraction = field(default=Fraction(), converter=_exact)

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells it speaks of, in the order given."""
        return tuple(self.coefficients)


def by_code(relations: Iterable[Relation]) -> dict[str, Relation]:
    """Give relations by their codes.

    Raises:
        ValueError: If two relations have one code; it names the code.
    """
    found: dict[str, Relation] = {}
    for relation in relations:
        if relation.code in found:
            raise ValueError(f"two relations have the code {relation.code!r}; results are told apart by it")
        found[relation.code] = relation
    return found
