"""A report with one figure that must be wrong, known with what it should be; the rest of it is sound."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_core.catalogue import Direction, OnlineRow, Procedures
from cchc_core.forms import LevelTable
from cchc_core.report import Report
from cchc_core.testing.conformance.samples.numbered import empty_report

__all__ = ["MEANT", "OTHER", "REPORTED", "SOUND", "WRONG", "broken_report", "figures_of_broken", "with_total"]

WRONG = "procedures.online.total.received"
"""Path of the figure that must be wrong: three sums agree on it."""
REPORTED, MEANT = 1_219_024, 1_219_042
"""What was reported there, two digits having changed places, and what the check suggests."""
OTHER = 1_117_551
"""A number that stands nowhere in the report."""
SOUND = 840_017
"""A figure of another section, which no finding speaks of."""

_DONE = 838_003
_DISTRICT = (611_113, 211_013, 300_047, 80_051, 20_002)
_COMMUNE = (607_929, 207_517, 297_211, 78_137, 25_064)


def figures_of_broken() -> frozenset[int]:
    """Give every figure that the report with the wrong total states."""
    return frozenset((*_DISTRICT, *_COMMUNE, *_sums(), REPORTED, SOUND, _DONE))


def broken_report() -> Report:
    """Give the report with the wrong total."""
    return with_total(REPORTED)


def with_total(total: int) -> Report:
    """Give the report with another total."""
    table = LevelTable(district=_row(_DISTRICT), commune=_row(_COMMUNE), total=_row(_sums()).revise(received=total))
    direction = Direction(tasks_planned=SOUND, tasks_done=_DONE)
    return empty_report().revise(direction=direction, procedures=Procedures(online=table))


def _sums() -> list[int]:
    return [sum(each) for each in zip(_DISTRICT, _COMMUNE, strict=True)]


def _row(values: Iterable[int]) -> OnlineRow:
    received, early, on_time, late, pending = values
    return OnlineRow(
        received=received,
        returned_early=early,
        returned_on_time=on_time,
        returned_late=late,
        pending=pending,
    )
