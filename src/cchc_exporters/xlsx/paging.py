"""Where pages end, so that no heading is left alone at the foot of one."""

from __future__ import annotations

from collections.abc import Container, Sequence
from math import floor

__all__ = ["Paper", "page_breaks"]

_SHORT, _LONG = 210, 297
_POINTS = 72 / 25.4
_CHARACTER, _PADDING, _PIXEL = 8, 40 / 7, 0.75
"""Pixels of a character of Times New Roman 12, by which columns are measured, and beside the text of a column."""
_SAFE = 0.97
"""So much of a page is filled; printers differ a little."""


class Paper:
    """An A4 page with margins, on which columns are scaled down to its width.

    Args:
        widths: Widths of the columns, in characters.
        landscape: Whether it lies on its long side.
        sides: Left and right margin together, in millimetres.
        ends: Top and bottom margin together, in millimetres.
    """

    def __init__(self, widths: Sequence[float], *, landscape: bool, sides: int, ends: int) -> None:
        width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
        needed = sum(each * _CHARACTER + _PADDING for each in widths) * _PIXEL
        percent = min(100, floor(100 * (width - sides) * _POINTS / needed))
        self.room = _SAFE * (height - ends) * _POINTS * 100 / percent
        """Points of row height that a page has room for."""


def page_breaks(heights: Sequence[float], kept: Container[int], first: float, following: float) -> list[int]:
    """Give the rows before which a new page begins.

    Args:
        heights: Height of each row.
        kept: Rows that must not be parted from the one beneath.
        first: Height of the first page.
        following: Height of every other page.

    >>> page_breaks([10] * 6, {2}, 30, 30), page_breaks([10] * 6, set(), 30, 20)
    ([2, 5], [3, 5])
    """
    breaks: list[int] = []
    start, used, room = 0, 0.0, first
    for row, height in enumerate(heights):
        used += height
        if used <= room or row == start:
            continue
        end = row
        while end - 1 > start and end - 1 in kept:
            end -= 1
        if (end - 1 == start and start in kept) or sum(heights[end : row + 1]) > following:
            end = row
        breaks.append(end)
        start, used, room = end, sum(heights[end : row + 1]), following
    return breaks
