"""Printed shares that break one rule: worked out wrongly, hiding a remainder, or of a base that is zero."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from cchc_core.checks import System
from cchc_core.forms import Figure, FigureValue
from cchc_core.numbers import percent_of
from cchc_core.rules import Rule
from cchc_core.testing.strategies.choosing import Choice
from cchc_core.testing.strategies.lattice import Cell, Line
from cchc_core.testing.strategies.places import lines_among, whole
from cchc_core.testing.strategies.values import with_decimals

__all__ = ["HiddenRemainder", "Quantity", "ShareOfNothing", "WrongShare"]

_WHOLE = 100
_HIDDEN = 200
"""One of so many is rounded away where no decimals are printed."""

Quantity = tuple[tuple[tuple[int, str], ...], int]
"""Coefficients of figures by path, and a constant."""


def _line(*parts: tuple[int, Quantity], constant: int = 0, op: str = ">=") -> Line:
    """Give a relation among multiples of numerator and base."""
    terms = tuple((factor * share, (path,)) for factor, (shares, _) in parts for share, path in shares)
    total = constant + sum(factor * each for factor, (_, each) in parts)
    return Line(terms, "==" if op == "==" else ">=", total)


def _sum(quantity: Quantity, numbers: Mapping[Cell, int]) -> int:
    shares, constant = quantity
    return constant + sum(share * numbers[path] for share, path in shares)


@frozen(kw_only=True)
class WrongShare:
    """A share that is not what its figures give, by more than rounding.

    Args:
        rule: The rule to break.
        printed: Path of the share.
        part: Its numerator.
        base: Its denominator.
    """

    rule: Rule
    printed: str
    part: Quantity
    base: Quantity

    @property
    def paths(self) -> tuple[str, ...]:
        """The share and what it is made of."""
        return tuple(dict.fromkeys((self.printed, *(path for _, path in (*self.part[0], *self.base[0])))))

    def values(self, choice: Choice, figures: Mapping[str, Figure[object]], system: System) -> dict[str, FigureValue]:
        """Choose figures, and a share that misses them by two units of its last digit at least. Arguments: see `Spot`."""
        lines = [
            *lines_among(system, self.paths, self.rule),
            _line((1, self.base), constant=-1),
            _line((1, self.part)),
            _line((1, self.base), (-1, self.part)),
        ]
        numbers = choice.point(self.paths[1:], lines)
        decimals = choice.number(0, 2)
        unit = 10**decimals
        right = int(percent_of(Fraction(_sum(self.part, numbers), _sum(self.base, numbers)), decimals) * unit)
        below, above = max(right - 2, 0), max(_WHOLE * unit - right - 2, 0)
        chosen = choice.number(1, below + above)
        wrong = chosen if chosen <= below else right + 1 + chosen - below
        return {self.printed: with_decimals(wrong, decimals), **whole(numbers, figures)}


@frozen(kw_only=True)
class HiddenRemainder(WrongShare):
    """A share printed 100% or 0% although a last dossier is missing, or one is there. Arguments: see `WrongShare`."""

    def values(self, choice: Choice, figures: Mapping[str, Figure[object]], system: System) -> dict[str, FigureValue]:
        """Choose one dossier among many, and let rounding hide it. Arguments: see `Spot`."""
        percent = choice.one_of((_WHOLE, 0))
        parts = ((1, self.base), (-1, self.part)) if percent else ((1, self.part),)
        lines = [
            *lines_among(system, self.paths, self.rule),
            _line(*parts, constant=-1, op="=="),
            _line((1, self.base), constant=-_HIDDEN),
        ]
        numbers = choice.point(self.paths[1:], lines)
        return {self.printed: with_decimals(percent, 0), **whole(numbers, figures)}


@frozen(kw_only=True)
class ShareOfNothing(WrongShare):
    """A share printed although its base is zero. Arguments: see `WrongShare`."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The share and its base."""
        return tuple(dict.fromkeys((self.printed, *(path for _, path in self.base[0]))))

    def values(self, choice: Choice, figures: Mapping[str, Figure[object]], system: System) -> dict[str, FigureValue]:
        """Choose a base of zero, and any share of it. Arguments: see `Spot`."""
        lines = [*lines_among(system, self.paths, self.rule), _line((1, self.base), op="==")]
        numbers = choice.point(self.paths[1:], lines)
        return {self.printed: with_decimals(choice.number(1, _WHOLE), 0), **whole(numbers, figures)}
