"""What is asked of a record to be drawn: its day, its levels, how much of it is stated."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from attrs import evolve, frozen

from cchc_core.forms import Level
from cchc_core.forms.relations import Path
from cchc_core.report import Tier, structure_on
from cchc_core.testing.extra import DrawFn, st

__all__ = ["A_DAY", "Asked", "draw_stated"]

A_DAY = date(2021, 12, 14)
"""The last day of a reporting period on which every shipped form is in force."""

_SIZES = (1, 9, 999, 10**6, 10**9)

_TOGETHER = 5
_MOST = (0, 31, 127, 1023)
"""The largest number drawn for so many figures: none, as many as have bits for them alone, and more that state all.

Hypothesis draws numbers up to 127 evenly; of larger ones it may draw the small ones more often.
"""


@frozen(kw_only=True)
class Asked:
    """What is asked of a record.

    Args:
        day: Last day of the reporting period.
        levels: Levels of government that its tables may have rows for.
        is_full: Whether every figure is stated.
        rows: Rows of each table by field or agency, at least; any number if not given.
        without: Figures that stay blank, and tables that stay absent, by their path.
        size: How far one number may be from another.
        decimals: Decimals of amounts of money.
    """

    day: date = A_DAY
    levels: tuple[Level, ...] = (Level.DISTRICT, Level.COMMUNE)
    is_full: bool = False
    rows: int | None = None
    without: frozenset[Path] = frozenset()
    size: int = _SIZES[0]
    decimals: int = 0

    @classmethod
    def on(cls, day: date, tier: Tier | None = None, *, is_full: bool = False) -> Asked:
        """Ask for a record of a day, with the levels of an agency's tier and of those below it."""
        tiers = structure_on(day).tiers
        below = tiers if tier is None or tier not in tiers else tiers[tiers.index(tier) :]
        return cls(day=day, levels=tuple(Level(each.value) for each in below), is_full=is_full)

    def drawn(self, draw: DrawFn) -> Asked:
        """Draw how large its numbers are."""
        return evolve(self, size=draw(st.sampled_from(_SIZES)), decimals=draw(st.integers(0, 2)))


def draw_stated(draw: DrawFn, paths: Collection[Path], *, is_full: bool = False) -> frozenset[Path]:
    """Draw which of some figures are stated: none, any, most, or nearly all.

    For every few figures there is a number, with a bit for each of them; any number with more bits states them all. So a
    smaller number states fewer, and Hypothesis comes down to the figures that are needed in a few steps.
    """
    if is_full or not paths:
        return frozenset(paths)
    most = draw(st.sampled_from(_MOST))
    if not most:
        return frozenset()
    every = (1 << _TOGETHER) - 1
    chosen = [min(draw(st.integers(0, most)), every) for _ in range(0, len(paths), _TOGETHER)]
    bits = (number >> bit & 1 for number in chosen for bit in range(_TOGETHER))
    return frozenset(path for path, is_stated in zip(paths, bits, strict=False) if is_stated)
