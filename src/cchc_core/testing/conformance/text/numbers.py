"""Whether a number stands in a text, in any of the notations a report may be printed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cchc_core.numbers import printed

__all__ = ["holds_negative", "holds_number", "surroundings", "times_held", "windows"]

_SPACES = ("\u00a0", "\u202f", "\u2009", " ", "'")
_AROUND = 120
_LINES = 12
_MINUS = "-\u2212\u2011\u2013"


def holds_number(text: str, value: int | Decimal) -> bool:
    """Tell whether a number stands in a text: 19.024, 19,024, 19 024 or 19024, with all of its decimals.

    >>> holds_number("19.024 hồ sơ", 19024), holds_number("tỷ lệ 97,6%", Decimal("97.60"))
    (True, False)
    """
    return times_held(text, value) > 0


def times_held(text: str, value: int | Decimal) -> int:
    """Count how often a number stands in a text, in whatever notation.

    >>> times_held("19.024 + 1 ≠ 19024; 119024", 19024)
    2
    """
    return sum(1 for _ in _places(text, value))


def holds_negative(text: str, value: int | Decimal) -> bool:
    """Tell whether a number below zero stands in a text with its sign, or in the brackets of accountants.

    >>> holds_negative("thiếu -18", -18), holds_negative("(18)", -18), holds_negative("18", -18)
    (True, True, False)
    """
    for start, end in _places(text, -value):
        before = text[max(0, start - 2) : start].rstrip()
        if before[-1:] and before[-1] in _MINUS:
            return True
        if before[-1:] == "(" and text[end : end + 1] == ")":
            return True
    return False


def windows(text: str, value: int | Decimal) -> frozenset[str]:
    r"""Give what stands around each place of a number, as far as its line goes.

    >>> sorted(windows("a 18 b\n18*", 18))
    ['18*', 'a 18 b']
    """
    found = []
    for start, end in _places(text, value):
        before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = text[end : end + _AROUND].partition("\n")[0]
        found.append(before + text[start:end] + after)
    return frozenset(found)


def surroundings(text: str, value: int | Decimal, figures: Iterable[int | Decimal]) -> frozenset[tuple[str, str]]:
    r"""Give what stands before and after each place of a number, over a few lines, as far as the next figure.

    Args:
        text: The text.
        value: The number.
        figures: The figures of the report, the number among them.

    >>> sorted(surroundings("a: 17\nb: 18\nrule: ONL-001\nc: 19", 18, [17, 18, 19]))
    [('\nb: ', '\nrule: ONL-001\nc: ')]
    """
    places = sorted({place for figure in figures for place in _places(text, figure)})
    found = set()
    for start, end in _places(text, value):
        first = max((stop for _, stop in places if stop <= start), default=0)
        last = min((begin for begin, _ in places if begin >= end), default=len(text))
        before, after = text[first:start].splitlines(keepends=True), text[end:last].splitlines(keepends=True)
        found.add(("".join(before[-_LINES:]), "".join(after[:_LINES])))
    return frozenset(found)


def _places(text: str, value: int | Decimal) -> Iterator[tuple[int, int]]:
    """Give start and end of each place where a number stands, and is no part of a longer one."""
    for notation in _notations(value):
        start = text.find(notation)
        while start >= 0:
            end = start + len(notation)
            if not text[max(0, start - 1) : start].isdigit() and not text[end : end + 1].isdigit():
                yield start, end
            start = text.find(notation, start + 1)


def _notations(value: int | Decimal) -> list[str]:
    """Give the ways a number is written, each once."""
    english = printed(value, "en")
    spaced = (english.replace(",", space) for space in _SPACES)
    points = (each.replace(".", ",") for each in (english.replace(",", space) for space in ("", *_SPACES)))
    return list(dict.fromkeys((printed(value), english, format(value, "f"), *spaced, *points)))
