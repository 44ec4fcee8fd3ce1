"""Styles of figures: how each kind of value is shown while the cell keeps the number itself."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from cchc_core import FigureValue, OpenBound
from cchc_core.numbers import decimals_printed
from cchc_exporters.xlsx.styles import Style

__all__ = ["BODY", "CENTER", "HEAD", "LABEL_OF_TOTAL", "NUMBER", "TOTAL", "number_style", "percent_style"]

HEAD = Style(size=12, bold=True, align="center", border=True)
BODY = Style(size=12, border=True)
CENTER = Style(size=12, align="center", border=True)
NUMBER = Style(size=12, align="right", border=True, number="#,##0")
TOTAL = Style(size=12, bold=True, align="right", border=True, number="#,##0")
LABEL_OF_TOTAL = Style(size=12, bold=True, border=True)


def number_style(value: FigureValue | None, *, total: bool = False) -> Style:
    """Give the style for a value, with the decimals it was printed with."""
    if isinstance(value, OpenBound):
        return _styled(decimals_printed(value.value), value.word.label, total)
    if isinstance(value, Decimal):
        return _styled(decimals_printed(value), "", total)
    return TOTAL if total else NUMBER


@cache
def percent_style(decimals: int, *, bold: bool = False) -> Style:
    """Give the style of a derived percentage whose cell holds 97.66 for 97,66%.

    >>> percent_style(2).number, percent_style(0).number
    ('0.00', '0')
    """
    number = "0." + "0" * decimals if decimals else "0"
    return Style(size=12, italic=True, bold=bold, align="right", border=True, number=number)


@cache
def _styled(decimals: int, word: str, total: bool) -> Style:  # noqa: FBT001 - kept by all it is asked for
    number = "#,##0." + "0" * decimals if decimals else "#,##0"
    return Style(size=12, bold=total, align="right", border=True, number=f'"{word} "{number}' if word else number)
