"""Numbers as a Vietnamese report prints them: 89.626, 97,66%, 1.234,5.

Arithmetic is exact throughout: ``int``, ``Decimal`` and ``Fraction``, never ``float``.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from cchc_core.words import Language

__all__ = ["LARGEST_DIGITS", "Number", "decimals_printed", "percent_of", "plain", "printed", "round_half_up"]

LARGEST_DIGITS = 15
"""No figure has more digits; beyond them a spreadsheet no longer keeps every one."""

Number = int | Decimal | Fraction
"""A value that carries no rounding of its own."""

_WHOLE = 100
_MOST_DECIMALS = 40
_SEPARATORS: dict[Language, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}


def round_half_up(value: Number, decimals: int) -> Decimal:
    """Round to ``decimals`` places, halves away from zero, as Excel's ROUND does.

    >>> round_half_up(Fraction(19042, 89488) * 100, 2)
    Decimal('21.28')
    >>> round_half_up(Fraction(-5, 2), 0)
    Decimal('-3')
    """
    numerator, denominator = value.as_integer_ratio()
    return _rounded(numerator, denominator, decimals)


def percent_of(share: Fraction, decimals: int = 2) -> Decimal:
    """Print a share as a percentage; the share of a part never hides its remainder.

    A share below one is never printed 100%, and one above nothing is never printed 0%: the last
    digit gives way instead, so that "100% on time" cannot stand beside a late dossier.

    >>> percent_of(Fraction(89327, 89390))
    Decimal('99.93')
    >>> percent_of(Fraction(999999, 1000000))
    Decimal('99.99')
    >>> percent_of(Fraction(1, 1000000))
    Decimal('0.01')
    """
    percent = _rounded(share.numerator * 100, share.denominator, decimals)
    if share < 1 and percent == _WHOLE:
        return _decimal(_WHOLE * 10**decimals - 1, decimals)
    if share > 0 and percent == 0:
        return _decimal(1, decimals)
    return percent


def decimals_printed(value: Decimal) -> int:
    """Give how many decimals a number was printed with.

    >>> decimals_printed(Decimal("97.60")), decimals_printed(Decimal("1E+3"))
    (2, 0)
    """
    return max(0, -int(value.as_tuple().exponent))


def plain(value: Number) -> Number:
    """Give a whole fraction as ``int`` and a finite decimal one as ``Decimal``; leave anything else.

    >>> plain(Fraction(18)), plain(Fraction(7, 2)), plain(Fraction(1, 3))
    (18, Decimal('3.5'), Fraction(1, 3))
    """
    if not isinstance(value, Fraction):
        return value
    if value.denominator == 1:
        return value.numerator
    decimals = next((n for n in range(_MOST_DECIMALS) if 10**n % value.denominator == 0), None)
    return value if decimals is None else _decimal(int(value * 10**decimals), decimals)


def _rounded(numerator: int, denominator: int, decimals: int) -> Decimal:
    """Round a quotient; its denominator is above zero."""
    whole = (abs(numerator) * 10**decimals * 2 + denominator) // (denominator * 2)
    return _decimal(whole if numerator >= 0 else -whole, decimals)


def _decimal(number: int, decimals: int) -> Decimal:
    """Set the point, whatever precision the caller's decimal context has."""
    digits = tuple(int(digit) for digit in str(abs(number)))
    return Decimal((int(number < 0), digits, -decimals))


def printed(value: Number, lang: Language = "vi") -> str:
    """Print a number with the separators of the language and the decimals it carries.

    >>> printed(89626), printed(Decimal("97.60")), printed(-18)
    ('89.626', '97,60', '-18')
    >>> printed(89626, "en")
    '89,626'
    >>> printed(Fraction(7, 2)), printed(Fraction(1, 3))
    ('3,5', '1/3')
    """
    thousands, point = _SEPARATORS[lang]
    value = plain(value)
    if isinstance(value, Fraction):
        return f"{printed(value.numerator, lang)}/{printed(value.denominator, lang)}"
    whole, _, decimals = f"{value:,f}".partition(".") if isinstance(value, Decimal) else (f"{value:,d}", "", "")
    return whole.replace(",", thousands) + (point + decimals if decimals else "")
