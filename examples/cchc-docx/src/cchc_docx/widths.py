"""How wide text is in Times New Roman, near enough to fit columns and rules to it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from unicodedata import normalize

__all__ = ["balanced", "fitted", "text_width", "word_width"]

_PLAIN = {
    180: "'",
    250: " .,",
    278: "ijlt;:/",
    333: "frI-()![]",
    389: "sJ",
    444: "acez“”?",
    500: "bdghknopquvxy0123456789–đ",
    556: "FPS",
    564: "+=<>≠",
    611: "ELTZ",
    667: "BCR",
    722: "wADGHKNOQUVXYĐ",
    778: "m&",
    833: "%",
    889: "M",
    944: "W",
    1000: "…",
}
_HEAVY = {
    250: " .,",
    278: "il/'",
    333: "fjt;:-()![]",
    389: "sI",
    444: "cerz",
    500: "agovxyJ0123456789–“”?",
    556: "bdhknpquSđ",
    570: "+=<>≠",
    611: "FP",
    667: "BELTZ",
    722: "wACDNRUVXYĐ",
    778: "GHKOQ",
    833: "m&",
    944: "M",
    1000: "W%…",
}
"""Widths of letters in thousandths of their size, of Times New Roman and of its bold."""

_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _PLAIN), (True, _HEAVY))
}
_OTHER = 600
_MARKS = range(0x300, 0x370)
"""What stands over and under letters takes no room of its own, but for the horn of ơ and ư."""

_HORN = "\N{COMBINING HORN}"
_HORN_WIDTH = 60
_SPARE = 850
"""No column gets more than 15 mm that nothing stands in."""


def text_width(text: str, size: int, *, bold: bool = False) -> int:
    """Give the width of a line of text, in twips.

    >>> text_width("89.626", 12)
    660
    """
    widths, parted = _WIDTHS[bold], normalize("NFD", text)
    thousandths = sum(widths.get(each, _OTHER) for each in parted if ord(each) not in _MARKS)
    return (thousandths + _HORN_WIDTH * parted.count(_HORN)) * size * 20 // 1000


def word_width(text: str, size: int, *, bold: bool = False) -> int:
    """Give the width of the widest word, which is not to be broken."""
    return max((text_width(each, size, bold=bold) for each in text.split()), default=0)


def balanced(text: str, size: int, usable: int, *, bold: bool = False) -> int:
    """Give the width in which a text takes no more lines than it must, and all are about as long.

    >>> balanced("mười mười mười mười", 10, 500, bold=True) < 500
    True
    """
    widest = max(word_width(text, size, bold=bold), 1)
    lines = _lines(text, size, usable, bold=bold)
    steps = range(widest, usable, max((usable - widest) // 20, 1))
    return next((width for width in steps if _lines(text, size, width, bold=bold) <= lines), usable)


def _lines(text: str, size: int, usable: int, *, bold: bool) -> int:
    """Count the lines that a text takes."""
    lines, space, filled = 1, text_width(" ", size, bold=bold), 0
    for word in text.split():
        width = text_width(word, size, bold=bold)
        if filled and filled + space + width > usable:
            lines, filled = lines + 1, 0
        filled += width + (space if filled else 0)
    return lines


def fitted(needs: Sequence[int], wishes: Sequence[int], texts: Sequence[int], usable: int) -> tuple[int, ...] | None:
    """Share a width out among columns so that their text takes few lines; ``None`` if it is too small.

    Args:
        needs: What each column must have.
        wishes: What each would have if there were room for all.
        texts: How much text stands in each.
        usable: The width there is.

    >>> fitted([10, 10], [30, 10], [9, 1], 40), fitted([10, 10], [30, 30], [9, 1], 40), fitted([10], [30], [9], 5)
    ((30, 10), (23, 17), None)
    """
    left = usable - sum(needs)
    if left < 0:
        return None
    more = [max(wish - need, 0) for need, wish in zip(needs, wishes, strict=True)]
    shares = [isqrt(text) + 1 for text in texts]  # text / width adds up to the least where width goes by the root
    widths, waiting = list(needs), sum(shares)
    for column in sorted(range(len(needs)), key=lambda each: Fraction(more[each], shares[each])):
        given = min(more[column], left * shares[column] // waiting)
        widths[column] += given
        left -= given
        waiting -= shares[column]
    return tuple(width + min(left // len(widths), _SPARE) for width in widths)
