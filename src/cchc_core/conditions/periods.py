"""The condition on the reporting period: its days are those of its calendar."""

from __future__ import annotations

from cchc_core.conditions.condition import Breach, Context, Fact, Judgement, Skipped
from cchc_core.report import Report
from cchc_core.words import Text

__all__ = ["window_is_that_of_the_calendar"]

_TITLE = "Kỳ báo cáo"

_BACKWARDS = Text(
    "kỳ báo cáo kết thúc ngày {end}, trước khi bắt đầu ngày {start}; hãy kiểm tra lại hai ngày",
    "the period ends on {end}, before it begins on {start}; check both days",
)
_NO_SUCH_PERIOD = Text(
    "một năm không có kỳ thứ {index} thuộc loại này; hãy kiểm tra lại loại kỳ và số thứ tự",
    "no year has a period number {index} of this kind; check its kind and number",
)
_OTHER_DAYS = Text(
    "kỳ {period} tính từ {start} đến {end}, nhưng theo lịch “{calendar}” là từ {first} đến {last}",
    "the period, {period}, runs from {start} to {end}, but by the calendar “{calendar}” from {first} to {last}",
)


def window_is_that_of_the_calendar(report: Report, context: Context) -> Judgement:
    """PER-005: the calendar that the period names says on which days it begins and ends."""
    period = report.period
    calendar = context.calendars.get(period.calendar)
    if calendar is None:
        return Skipped(kind="unknown_calendar", could_not_run=True)
    if period.end < period.start:
        days = {"start": period.start, "end": period.end}
        return (Breach(said=_BACKWARDS, facts=days, at="period", title=_TITLE),)
    try:
        first, last = calendar.window(period.kind, period.year, period.index)
    except (ValueError, OverflowError):
        return (Breach(said=_NO_SUCH_PERIOD, facts={"index": period.index}, at="period", title=_TITLE),)
    if (period.start, period.end) == (first, last):
        return ()
    facts: dict[str, Fact] = {
        "period": Text(period.describe("vi"), period.describe("en")),
        "start": period.start,
        "end": period.end,
        "calendar": calendar.title,
        "first": first,
        "last": last,
    }
    return (Breach(said=_OTHER_DAYS, facts=facts, at="period", title=_TITLE),)
