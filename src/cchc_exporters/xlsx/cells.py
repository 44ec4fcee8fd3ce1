"""Styles of figures: how each kind of value is shown while the cell keeps the number itself."""

from __future__ import annotations

from decimal import Decimal

from cchc_core import FigureValue, OpenBound
from cchc_exporters.xlsx.styles import Style

__all__ = ["BODY", "HEAD", "NUMBER", "TOTAL", "number_style", "percent_format"]

HEAD = Style(size=12, bold=True, align="center", border=True)
BODY = Style(size=12, border=True)
NUMBER = Style(size=12, align="right", border=True, number="#,##0")
TOTAL = Style(size=12, bold=True, align="right", border=True, number="#,##0")


def number_style(value: FigureValue | None, *, total: bool = False, size: int = 12) -> Style:
    """Give the style for a value, with the decimals it was printed with."""
    return Style(size=size, bold=total, align="right", border=True, number=_number_format(value))


def percent_format(decimals: int) -> str:
    """Give the number format of a percentage whose cell holds 97.66 for 97,66%.

    >>> percent_format(2)
    '0.00'
    """
    return "0." + "0" * decimals if decimals else "0"


def _number_format(value: FigureValue | None) -> str:
    if isinstance(value, OpenBound):
        word = value.word.label
        return f'"{word} "{_number_format(value.value)}' if word else _number_format(value.value)
    decimals = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return "#,##0." + "0" * decimals if decimals else "#,##0"
