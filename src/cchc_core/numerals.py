"""Numbers read from text as a Vietnamese report writes them: 89.626; 97,66%; 1.234,5; "không"; "–".

Nothing is guessed: what could be read in two ways is refused, and the refusal says how to write it.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from cchc_core.errors import CchcError
from cchc_core.numbers import LARGEST_DIGITS
from cchc_core.words import Language, say

__all__ = ["NumeralError", "read_count", "read_decimal", "read_number"]

_SPACES = " \u00a0\u202f"
_MINUS = "-\u2212"
_NUMERAL = re.compile(
    rf"(?P<sign>[{_MINUS}]?)"
    rf"(?P<whole>\d+|[1-9]\d{{0,2}}(?P<mark>[.{_SPACES}])\d{{3}}(?:(?P=mark)\d{{3}})*)"
    r"(?:,(?P<decimals>\d+))?",
    re.ASCII,
)
_PERCENT = "%"
_NOTHING = {"không", "-", "–", "—"}
"""What a table prints where there is nothing."""

_REFUSED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("numeral_not_known", re.compile(r"[….?]*|n/?a")),
    ("numeral_in_brackets", re.compile(r"\(.*\)")),
    ("numeral_approximate", re.compile(r"(khoảng|gần|hơn|trên|dưới|chừng|ít nhất|không quá|>|<|≥|≤|~|≈)\s*\S.*")),
    ("numeral_exponent", re.compile(r"[-\d.,]+e[-+]?\d+", re.ASCII)),
)
"""Texts whose fault is known by their form."""

_FIGURES = re.compile(rf"[{_MINUS}]?[\d.,{_SPACES}]*\d", re.ASCII)


class NumeralError(CchcError, ValueError):
    """Raised when a text is no number as a Vietnamese report writes them; write it as the message says.

    Args:
        kind: Why not: a fault of the message catalogue, without its prefix.
        facts: The values the message speaks of; ``found`` is the text.
    """

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(kind, facts)
        self.kind = kind
        self.facts = facts

    def describe(self, lang: Language = "vi") -> str:
        """Say what is wrong with the text, and what to write in its place."""
        return say(f"fault.{self.kind}", lang, **self.facts)

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.describe("vi")


def read_number(text: str, *, unit: str = "") -> int | Decimal:
    """Read a number from text: a whole one as ``int``, and one with decimals as ``Decimal`` with all of them.

    Args:
        text: The text. Dots or spaces part groups of exactly three digits, and a comma goes before decimals.
        unit: Unit of the figure, which may stand behind the number.

    Raises:
        NumeralError: If it is not a number, or could be two.

    >>> read_number("1.250"), read_number("02"), read_number("12 000 hồ sơ", unit="hồ sơ"), read_number("không")
    (1250, 2, 12000, 0)
    >>> read_number("97,60%", unit="%"), read_number("-1.234,5")
    (Decimal('97.60'), Decimal('-1234.5'))
    >>> read_number("19.02")
    Traceback (most recent call last):
    ...
    cchc_core.numerals.NumeralError: “19.02” không đọc được thành số: mỗi nhóm sau dấu chấm hoặc dấu cách \
phải có đúng ba chữ số, như 1.250; phần thập phân viết sau dấu phẩy, như 97,66
    """
    numeral = _plain_numeral(text, unit)
    return Decimal(numeral) if "." in numeral else int(numeral)


def read_count(text: str, *, unit: str = "") -> int:
    """Read a whole number from text; one with decimals is refused even if they are zeros. Arguments: see `read_number`.

    Raises:
        NumeralError: If it is not a whole number, or could be two: "1,250" is not taken for 1.250.

    >>> read_count("1.250")
    1250
    """
    number = read_number(text, unit=unit)
    if isinstance(number, Decimal):
        raise NumeralError("numeral_not_whole", found=text)
    return number


def read_decimal(text: str, *, unit: str = "") -> Decimal:
    """Read a number from text with the decimals it is written with. Arguments: see `read_number`.

    Raises:
        NumeralError: If it is not a number, or could be two.

    >>> read_decimal("97,60"), read_decimal("98")
    (Decimal('97.60'), Decimal('98'))
    """
    return Decimal(_plain_numeral(text, unit))


def _plain_numeral(text: str, unit: str) -> str:
    """Write a numeral with a point and without groups, as `Decimal` takes it."""
    bare = _without_unit(unicodedata.normalize("NFC", text).strip(), unicodedata.normalize("NFC", unit))
    if bare.casefold() in _NOTHING:
        return "0"
    found = _NUMERAL.fullmatch(bare)
    if found is None:
        raise _refusal(text, bare, unit)
    if found["mark"] and unit == _PERCENT:
        raise NumeralError("numeral_percent_group", found=text)
    whole = re.sub(rf"[.{_SPACES}]", "", found["whole"])
    decimals = found["decimals"] or ""
    digits = len(whole) + len(decimals)
    if digits > LARGEST_DIGITS:
        raise NumeralError("number_too_long", digits=str(digits), limit=str(LARGEST_DIGITS))
    return ("-" if found["sign"] else "") + whole + (f".{decimals}" if decimals else "")


def _without_unit(text: str, unit: str) -> str:
    """Leave out the unit behind a number, but not one that stands alone."""
    if unit and text.casefold().endswith(unit.casefold()) and text[0] in f"{_MINUS}0123456789":
        return text[: -len(unit)].rstrip()
    return text


def _refusal(text: str, bare: str, unit: str) -> NumeralError:
    """Say why a text is no numeral."""
    if any(each.isnumeric() and not each.isascii() for each in bare):
        return NumeralError("numeral_other_digits", found=text)
    for kind, form in _REFUSED:
        if form.fullmatch(bare.casefold()):
            return NumeralError(kind, found=text)
    figures = _FIGURES.match(bare)
    if figures is None:
        return NumeralError("numeral_text", found=text)
    if figures.end() < len(bare):
        return _unit_refused(text, bare[figures.end() :].strip(), unit)
    return NumeralError(_misplaced(bare), found=text)


def _unit_refused(text: str, behind: str, unit: str) -> NumeralError:
    """Say that another unit than the figure's stands behind the number, or something that is no unit."""
    if not unit:
        return NumeralError("numeral_text", found=text)
    return NumeralError("numeral_unit", found=text, behind=behind, unit=unit)


def _misplaced(figures: str) -> str:
    """Tell which mark stands where it cannot, in a text of digits and marks."""
    whole, comma, decimals = figures.partition(",")
    if comma and not re.fullmatch(r"\d+", decimals, re.ASCII):
        return "numeral_comma"
    if "." in whole and any(space in whole for space in _SPACES):
        return "numeral_mixed"
    return "numeral_group"
