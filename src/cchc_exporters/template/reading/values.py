"""One cell to one value: what a number, a text or a date in a cell stands for, or why it stands for nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import Any

from attrs import field, frozen

from cchc_core.forms import FigureKind, OpenBound, OpenWord
from cchc_core.numbers import LARGEST_DIGITS, printed
from cchc_core.numerals import NumeralError, read_count, read_decimal
from cchc_exporters.template.form.info import LEVEL_CHOICES, InfoKind, lines_of
from cchc_exporters.template.form.sheets import Input
from cchc_exporters.template.reading.cells import Value

__all__ = ["Read", "Unreadable", "reader_of", "shown_hundredfold"]

_LARGEST = 10**LARGEST_DIGITS
_SHARE_DECIMALS = 2
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_WORDS = {word.label: word for word in OpenWord if word.label}


@frozen
class Unreadable:
    """Why a cell gives no value: a fault without its place."""

    kind: str
    facts: Mapping[str, str] = field(factory=dict)


Read = Callable[[Value], Any]
"""Gives the value of a cell, ``None`` for a blank one, or why it has none."""


def reader_of(cell: Input) -> Read:
    """Give what reads an input; inputs that are read alike share one reader."""
    if cell.figure is not None:
        return _figure_reader(cell.figure.kind, cell.figure.unit)
    if cell.kind is InfoKind.CHOICE:
        return partial(
            _choice, cell.fact.choices if cell.fact else LEVEL_CHOICES, cell.fact is not None and cell.fact.is_open
        )
    return _FACTS[cell.kind or InfoKind.TEXT]


def shown_hundredfold(raw: float) -> Unreadable:
    """Say that a share stands in a cell that shows a hundred times as much."""
    found = _exact(raw)
    return Unreadable("cell_percent", {"found": printed(found), "percent": f"{printed(_exact(raw * 100))}%"})


@cache
def _figure_reader(kind: FigureKind, unit: str) -> Read:
    """Give what reads a figure; a text of nothing but spaces is a blank."""
    read, numeral = _FIGURES[kind]

    def figure(raw: Value) -> Any:
        if type(raw) is float:
            return read(raw)
        return _numeral(numeral, raw, unit) if isinstance(raw, str) else _no_number(raw)

    def count(raw: Value) -> Any:
        if type(raw) is float and raw.is_integer() and -_LARGEST < raw < _LARGEST:
            return int(raw)
        return figure(raw)

    return count if kind is FigureKind.COUNT else figure


def _numeral(numeral: Callable[..., Any], text: str, unit: str) -> Any:
    if not text.strip():
        return None
    try:
        return numeral(text, unit=unit)
    except NumeralError as error:
        return Unreadable(error.kind, error.facts)


def _no_number(raw: Value) -> Unreadable:
    if isinstance(raw, bool):
        return Unreadable("cell_truth", {"found": str(raw).upper()})
    return Unreadable("cell_date", {"found": _shown(raw)})


def _no_count(raw: float) -> Unreadable:
    return _too_long(_exact(raw)) if raw.is_integer() else Unreadable("cell_not_whole", {"found": printed(_exact(raw))})


def _money(raw: float) -> Decimal | Unreadable:
    found = _exact(raw)
    return found if _fits(found) else _too_long(found)


def _share(raw: float) -> Decimal | Unreadable:
    """Give a share with two decimals at least, as reports print it."""
    whole, _, decimals = format(_exact(raw), "f").partition(".")
    padded = Decimal(f"{whole}.{decimals.ljust(_SHARE_DECIMALS, '0')}")
    return padded if _fits(padded) else _money(raw)


def _open(raw: float) -> OpenBound | Unreadable:
    found = _money(raw)
    return found if isinstance(found, Unreadable) else OpenBound(OpenWord.EXACTLY, found)


def _open_numeral(text: str, *, unit: str) -> OpenBound:
    """Read "trên 200": one of the words of open figures, and a number."""
    bare = unicodedata.normalize("NFC", text).strip()
    for label, word in _WORDS.items():
        if bare.casefold().startswith(f"{label} "):
            return OpenBound(word, read_decimal(bare[len(label) :], unit=unit))
    return OpenBound(OpenWord.EXACTLY, read_decimal(text, unit=unit))


def _exact(raw: float) -> Decimal:
    """Give the shortest decimal that the cell shows: a cell keeps fifteen digits, and a figure has no more."""
    return Decimal(format(Decimal(f"{raw:.{LARGEST_DIGITS}g}"), "f")) if raw else Decimal(0)


def _fits(value: Decimal) -> bool:
    _, digits, exponent = value.as_tuple()
    return max(len(digits), 1 - int(exponent)) <= LARGEST_DIGITS


def _too_long(value: Decimal) -> Unreadable:
    digits = sum(each.isdigit() for each in format(value, "f"))
    return Unreadable("number_too_long", {"digits": str(digits), "limit": str(LARGEST_DIGITS)})


def _text(raw: Value) -> str | Unreadable | None:
    """Take a text as it stands; a number that was typed for a text is the text of its digits."""
    if isinstance(raw, str):
        return raw or None
    return format(_exact(raw), "f") if type(raw) is float else _no_text(raw)


def _lines(raw: Value) -> tuple[str, ...] | Unreadable | None:
    text = _text(raw)
    return lines_of(text) if isinstance(text, str) else text


def _no_text(raw: Value) -> Unreadable:
    return Unreadable("cell_not_text", {"found": _shown(raw)})


def _day(raw: Value) -> date | Unreadable | None:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, str):
        if not raw.strip():
            return None
        found = _DAY.fullmatch(raw.strip())
        try:
            return (
                date(int(found[3]), int(found[2]), int(found[1]))
                if found
                else Unreadable("cell_not_date", {"found": raw})
            )
        except ValueError:
            pass
    return Unreadable("cell_not_date", {"found": _shown(raw)})


def _choice(choices: Mapping[Any, str], is_open: bool, raw: Value) -> Any:  # noqa: FBT001 - bound in advance
    """Give the value that the label stands for; a field that is open takes any other text too."""
    text = _text(raw)
    if not isinstance(text, str) or not text.strip():
        return text if isinstance(text, Unreadable) else None
    bare = unicodedata.normalize("NFC", text).strip()
    for value, label in choices.items():
        if label == bare:
            return value
    return text if is_open else Unreadable("not_choice", {"found": text, "choices": ", ".join(choices.values())})


def _shown(raw: Value) -> str:
    return raw.strftime("%d/%m/%Y") if isinstance(raw, date) else str(raw)


_FIGURES: dict[FigureKind, tuple[Callable[[float], Any], Callable[..., Any]]] = {
    FigureKind.COUNT: (_no_count, read_count),
    FigureKind.MONEY: (_money, read_decimal),
    FigureKind.SHARE: (_share, read_decimal),
    FigureKind.OPEN: (_open, _open_numeral),
}

_FACTS: dict[InfoKind, Read] = {
    InfoKind.TEXT: _text,
    InfoKind.LINES: _lines,
    InfoKind.DATE: _day,
    InfoKind.INTEGER: _figure_reader(FigureKind.COUNT, ""),
}
