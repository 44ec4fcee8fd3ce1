"""What a figure of each kind may hold: exact values of the declared type, and no more digits than a spreadsheet keeps."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from cchc_core.forms.figures import FigureKind, OpenBound, OpenWord
from cchc_core.numbers import LARGEST_DIGITS

__all__ = ["can_hold"]

_LARGEST = 10**LARGEST_DIGITS


def can_hold(kind: FigureKind, value: object) -> bool:
    """Tell whether a figure can hold a value; no float, truth value or text ever gets in.

    >>> can_hold(FigureKind.COUNT, 12), can_hold(FigureKind.COUNT, 12.0), can_hold(FigureKind.COUNT, True)
    (True, False, False)
    """
    return _CAN_HOLD[kind](value)


def _is_count(value: object) -> bool:
    return type(value) is int and -_LARGEST < value < _LARGEST


def _is_decimal(value: object) -> bool:
    if not isinstance(value, Decimal) or not value.is_finite():
        return False
    _, digits, exponent = value.as_tuple()
    written = max(len(digits), 1 - int(exponent))
    return int(exponent) <= 0 and written <= LARGEST_DIGITS


def _is_open(value: object) -> bool:
    return isinstance(value, OpenBound) and value.word in tuple(OpenWord) and _is_decimal(value.value)


_CAN_HOLD: dict[FigureKind, Callable[[object], bool]] = {
    FigureKind.COUNT: _is_count,
    FigureKind.MONEY: _is_decimal,
    FigureKind.SHARE: _is_decimal,
    FigureKind.OPEN: _is_open,
}
