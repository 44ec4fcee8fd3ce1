"""What recipes begin with: a report that keeps every rule, in which some sections are left blank for the breach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from attrs import evolve

from cchc_core.report import Period, Report, Tier
from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.asked import Asked
from cchc_core.testing.strategies.choosing import Drawing
from cchc_core.testing.strategies.documents import agencies, periods_ending
from cchc_core.testing.strategies.drawing import draw_figures, record_of
from cchc_core.testing.strategies.frames import frame_of
from cchc_core.testing.strategies.records import FIRST_DAY, LAST_DAY, draw_marks

__all__ = ["ERAS", "draw_base", "number", "workday"]

ERAS = (
    (FIRST_DAY, date(2022, 8, 14)),
    (date(2022, 8, 15), date(2025, 6, 30)),
    (date(2025, 7, 1), LAST_DAY),
)
"""First and last day on which periods end that are reported on in the same words, by the same levels."""

_MOST = 999


def draw_base(
    draw: DrawFn,
    periods: Sequence[Period] | None = None,
    *,
    tiers: Sequence[Tier] = (),
    without: Sequence[str] = ("procedures",),
    **marks: Any,
) -> Report:
    """Draw a report that keeps every rule.

    Args:
        draw: Hypothesis's function.
        periods: The periods it may be on; those of the first of `ERAS` if not given.
        tiers: Tiers that its agency may be of; those of the period if not given.
        without: Sections that are left blank.
        marks: What it says beside figures, where that is not drawn.
    """
    period = draw(st.sampled_from(periods) if periods else periods_ending(*ERAS[0]))
    drawn = {**draw_marks(draw, period), "citations": (), **marks}
    if tiers:
        drawn["agency"] = draw(agencies(tiers))
    frame = frame_of(Report)
    tables = [table.path for bundle in frame.bundles for table in bundle.tables]
    asked = Asked.on(period.end, drawn["agency"].tier).drawn(draw)
    asked = evolve(asked, without=frozenset(path for path in (*frame.figures, *tables) if path[0] in without))
    report: Report = record_of(Drawing(draw), frame, draw_figures(draw, frame, asked), drawn)
    return report


def number(draw: DrawFn, least: int = 1) -> int:
    """Draw a number of things, of which there are some."""
    return draw(st.integers(least, _MOST))


def workday(draw: DrawFn, last: date) -> date:
    """Draw a Monday before a day, so that the four days after it are workdays as well."""
    return last - timedelta(weeks=draw(st.integers(1, 20)), days=last.weekday())
