"""Instruments, sources and days in force."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_core import InForce, Instrument
from cchc_core.law import ALWAYS

JUNE = InForce(start=date(2025, 6, 1), end=date(2025, 6, 30))
SINCE_JULY = InForce(start=date(2025, 7, 1))
UNTIL_JUNE = InForce(end=date(2025, 6, 30))


def test_both_ends_are_in_force() -> None:
    """The first and the last day count, the days around them do not."""
    days = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [False, True, True, False] == [day in JUNE for day in days]
    assert [True, True, True, False] == [day in UNTIL_JUNE for day in days]
    assert [False, False, False, True] == [day in SINCE_JULY for day in days]
    assert all(day in ALWAYS for day in days)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (JUNE, SINCE_JULY, False),
        (JUNE, UNTIL_JUNE, True),
        (UNTIL_JUNE, SINCE_JULY, False),
        (UNTIL_JUNE, InForce(start=date(2025, 6, 30)), True),
        (ALWAYS, SINCE_JULY, True),
        (JUNE, JUNE, True),
        (JUNE, InForce(start=date(2025, 1, 1), end=date(2025, 5, 31)), False),
    ],
)
def test_two_times_overlap_when_they_share_a_day(one: InForce, other: InForce, overlap: bool) -> None:  # noqa: FBT001
    """Overlap does not depend on which of the two is asked."""
    assert overlap == one.overlaps(other)
    assert overlap == other.overlaps(one)


def test_a_source_says_whether_its_text_was_seen() -> None:
    """What was not read in the text is never asserted as if it had been."""
    law = Instrument(notation="Nghị định số 09/2019/NĐ-CP")
    assert "Nghị định số 09/2019/NĐ-CP, Điều 12" == law.at("Điều 12", verified=True).describe()
    assert "Nghị định số 09/2019/NĐ-CP (text not seen)" == law.at("").describe("en")
