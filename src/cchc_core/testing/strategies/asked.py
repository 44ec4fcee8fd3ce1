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

_SIZES = (9, 999, 10**6)


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
    """Draw which of some figures are stated: none, all, or any.

    There is a bit for each figure, and any number with more bits than figures states all of them; so a smaller number
    states fewer, and Hypothesis comes down to the figures that are needed in a few steps.
    """
    if is_full or not paths:
        return frozenset(paths)
    every = 2 ** len(paths) - 1
    chosen = draw(st.integers(0, 2 * every)) if draw(st.booleans()) else 0
    return frozenset(path for number, path in enumerate(paths) if min(chosen, every) >> number & 1)
