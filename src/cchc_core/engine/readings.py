"""What each cell's printings say together: one value, the interval it stands for, or why it cannot be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from attrs import frozen

from cchc_core.engine.intervals import Interval, Rounding, check_rounding, has_excess_digits, interval_of
from cchc_core.engine.relation import Exact
from cchc_core.engine.status import Status

__all__ = ["BLANK", "Decimals", "Printed", "Reading", "readings_of"]

Printed = Exact | None | Sequence[Exact | None]
"""What stands in a cell: a value, nothing, or several printings of one fact."""

Decimals = int | None | Sequence[int | None]
"""The precision of a cell, ``None`` if it is exact; or that of each of its printings."""

_MOST_DIGITS = 1000
"""A figure or a precision beyond this is a mistake, and would take long to reckon with."""


@frozen
class Reading:
    """What a cell says.

    Args:
        value: The value as given, of several printings the most precise; ``None`` for a blank.
        interval: What the value may stand for; ``None`` if there is no such value.
        trouble: Why the cell cannot be used: not applicable (a blank), excess digits or contradictory printings.
    """

    value: Exact | None
    interval: Interval | None
    trouble: Status | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it stands for its value and no other."""
        return self.interval is not None and self.interval.low == self.value == self.interval.high


BLANK = Reading(None, None, Status.NOT_APPLICABLE)
"""The reading of a cell in which nothing stands."""


def readings_of(
    values: Mapping[str, Printed],
    *,
    decimals: Mapping[str, Decimals] | None = None,
    rounding: Rounding = "nearest",
) -> dict[str, Reading]:
    """Read every cell; a Decimal is as precise as it is printed, an int or a Fraction is exact.

    Args:
        values: What stands in each cell.
        decimals: Precision of those cells for which the printed one does not count.
        rounding: How all figures were shortened.

    Returns:
        The reading of each cell, in the order of ``values``.

    Raises:
        TypeError: If a value or a precision is not exact; it names the cell.
        ValueError: If a value is infinite or no number, there are more or fewer precisions than printings, or
            ``rounding`` is not known.

    >>> read = readings_of({"share": (Decimal("97.7"), Decimal("97.66")), "late": None, "n": 5})
    >>> read["share"].interval
    Interval(low=Fraction(19531, 200), high=Fraction(19533, 200), low_closed=True, high_closed=True)
    >>> read["late"].trouble, read["n"].interval
    (<Status.NOT_APPLICABLE: 'not applicable'>, Interval(low=5, high=5, low_closed=True, high_closed=True))
    """
    check_rounding(rounding)
    given = {} if decimals is None else decimals
    return {
        cell: Reading(value, Interval(value, value))
        if type(value) is int and cell not in given
        else _reading(cell, value, given, rounding)
        for cell, value in values.items()
    }


def _reading(cell: str, value: Printed, decimals: Mapping[str, Decimals], rounding: Rounding) -> Reading:
    printings = [(each, places) for each, places in _printings(cell, value, decimals) if each is not None]
    if not printings:
        return BLANK
    best = max(printings, key=lambda printing: _fineness(printing[1]))[0]
    if cell in decimals and any(has_excess_digits(each, places) for each, places in printings):
        return Reading(best, None, Status.EXCESS_DIGITS)
    common: Interval | None = None
    for number, (each, places) in enumerate(printings):
        interval = interval_of(each, places, rounding)
        common = interval.intersection(common) if number and common is not None else interval
        if common is None:
            return Reading(best, None, Status.CONTRADICTORY)
    return Reading(best, common)


def _fineness(places: int | None) -> tuple[bool, int]:
    """Order precisions, the exact one last."""
    return (places is None, places or 0)


def _printings(cell: str, value: Printed, decimals: Mapping[str, Decimals]) -> list[tuple[Exact | None, int | None]]:
    """Pair each printing with its precision."""
    several = isinstance(value, tuple | list)
    printings = [_exact(cell, each) for each in (cast("Sequence[Any]", value) if several else (value,))]
    if cell not in decimals:
        return [(each, _printed_decimals(each)) for each in printings]
    given = decimals[cell]
    places = list(given) if isinstance(given, tuple | list) else [given] * len(printings)
    if len(places) != len(printings):
        raise ValueError(f"cell {cell!r} has {len(printings)} printings but {len(places)} precisions")
    return [(each, _precision(cell, place)) for each, place in zip(printings, places, strict=True)]


def _exact(cell: str, value: Any) -> Exact | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise TypeError(
            f"cell {cell!r} holds {value!r}, which is no exact number; give an int, a Decimal or a Fraction"
        )
    if isinstance(value, Decimal) and not (value.is_finite() and abs(_exponent(value)) <= _MOST_DIGITS):
        raise ValueError(f"cell {cell!r} holds {value!r}, which is no finite number of at most {_MOST_DIGITS} digits")
    return value


def _printed_decimals(value: Exact | None) -> int | None:
    return -_exponent(value) if isinstance(value, Decimal) else None


def _exponent(value: Decimal) -> int:
    return cast("int", value.as_tuple().exponent)


def _precision(cell: str, places: Any) -> int | None:
    if places is not None and (isinstance(places, bool) or not isinstance(places, int)):
        raise TypeError(
            f"cell {cell!r} has the precision {places!r}; give a number of decimals, or None if it is exact"
        )
    if places is not None and abs(places) > _MOST_DIGITS:
        raise ValueError(f"cell {cell!r} has the precision {places!r}; at most {_MOST_DIGITS} digits are meant")
    return places
