"""PER-005: the period is that of its calendar."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_core import CALENDAR_DAYS, ND09_2019, Calendar, Context, Period, PeriodKind, Status, check
from judged_for_tests import END, condition_of, outcome, report_of, told


def window(start: date, end: date, **facts: object) -> Period:
    """Make a period with these days."""
    given = {"kind": PeriodKind.YEAR, "year": 2021, "start": start, "end": end, **facts}
    return Period(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("calendar", [ND09_2019, CALENDAR_DAYS])
@pytest.mark.parametrize("kind", PeriodKind)
def test_the_days_of_the_calendar(calendar: Calendar, kind: PeriodKind) -> None:
    """Every kind of period of every calendar of the library."""
    for index in range(1, kind.per_year + 1):
        assert "passed" == outcome(report_of(period=calendar.period(kind, 2021, index)), "PER-005")


def test_other_days() -> None:
    """A year counted by the calendar, which the decree closes on the 14th."""
    assert [
        (
            "period",
            (
                "kỳ năm 2021 tính từ 01/01/2021 đến 31/12/2021, nhưng theo lịch “Chốt số liệu theo Nghị định số"
                " 09/2019/NĐ-CP: từ ngày 15 đến ngày 14” là từ 15/12/2020 đến 14/12/2021"
            ),
            (
                "the period, year 2021, runs from 01/01/2021 to 31/12/2021, but by the calendar “Chốt số liệu theo Nghị"
                " định số 09/2019/NĐ-CP: từ ngày 15 đến ngày 14” from 15/12/2020 to 14/12/2021"
            ),
        )
    ] == told(report_of(period=window(date(2021, 1, 1), date(2021, 12, 31))), "PER-005")


def test_an_end_before_the_start() -> None:
    """The two days are the wrong way round."""
    assert [
        (
            "period",
            "kỳ báo cáo kết thúc ngày 15/12/2020, trước khi bắt đầu ngày 14/12/2021; hãy kiểm tra lại hai ngày",
            "the period ends on 15/12/2020, before it begins on 14/12/2021; check both days",
        )
    ] == told(report_of(period=window(date(2021, 12, 14), date(2020, 12, 15))), "PER-005")


@pytest.mark.parametrize(
    "facts", [{"index": 5}, {"index": 0}, {"year": 0}, {"year": 9999, "calendar": "calendar-days"}, {"year": 10**14}]
)
def test_a_period_that_no_year_has(facts: dict[str, object]) -> None:
    """There is no fifth quarter, and no calendar beyond the year 9999."""
    period = window(date(2020, 12, 15), END, kind=PeriodKind.QUARTER, **{"index": 4, **facts})
    index = period.index
    assert [
        (
            "period",
            f"một năm không có kỳ thứ {index} thuộc loại này; hãy kiểm tra lại loại kỳ và số thứ tự",
            f"no year has a period number {index} of this kind; check its kind and number",
        )
    ] == told(report_of(period=period), "PER-005")


def test_an_unknown_calendar() -> None:
    """It cannot be checked; with the plugin that brings the calendar it can."""
    period = window(date(2021, 1, 1), date(2021, 12, 31), calendar="rieng")
    report = report_of(period=period)
    assert "unknown_calendar" == outcome(report, "PER-005")
    (found,) = [
        each
        for each in check(report, conditions=(condition_of("PER-005"),)).outcomes
        if each.relation == condition_of("PER-005").name
    ]
    assert Status.COULD_NOT_RUN is found.status
    calendar = Calendar(name="rieng", title="Lịch riêng", first_day=CALENDAR_DAYS.first_day, source={})
    assert "passed" == outcome(report, "PER-005", Context(day=END, calendars={"rieng": calendar}))
