"""Reporting periods, and the calendars that say on which days they begin and end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from attrs import frozen

from cchc_core.catalogue import sources
from cchc_core.law import Source
from cchc_core.words import Language

__all__ = ["CALENDARS", "CALENDAR_DAYS", "ND09_2019", "YEARS", "Calendar", "Period", "PeriodKind"]


YEARS = range(1945, 2101)
"""The years that a report can be of; any other is a slip of the hand."""


class PeriodKind(Enum):
    """How long a reporting period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Its length in months."""
        return _MONTHS[self]

    @property
    def per_year(self) -> int:
        """How many of them a year has; only the first nine months are reported on."""
        return 1 if self is PeriodKind.NINE_MONTHS else 12 // self.months


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


@frozen(kw_only=True)
class Calendar:
    """The rule by which a period begins and ends; plugins may bring others.

    Args:
        name: Stable name, kept with each period.
        title: Vietnamese title.
        first_day: First day of the reporting month, by year and month of that month.
        source: Where the calendar is laid down, by kind of period; a kind that is missing is custom.
    """

    name: str
    title: str
    first_day: Callable[[int, int], date]
    source: dict[PeriodKind, Source]

    def window(self, kind: PeriodKind, year: int, index: int = 1) -> tuple[date, date]:
        """Give the first and last day of a period.

        Args:
            kind: Its kind.
            year: The year it is reported for.
            index: Which of the year's periods, from 1.

        Raises:
            ValueError: If the year has no such period.

        >>> ND09_2019.window(PeriodKind.QUARTER, 2021, 1)
        (datetime.date(2020, 12, 15), datetime.date(2021, 3, 14))
        """
        if not 1 <= index <= kind.per_year:
            raise ValueError(f"a year has {kind.per_year} periods of kind {kind.value}, not number {index}")
        first = (index - 1) * kind.months
        last = first + kind.months
        return (
            self.first_day(year, first + 1),
            self.first_day(year + last // 12, last % 12 + 1) - timedelta(days=1),
        )

    def period(self, kind: PeriodKind, year: int, index: int = 1) -> Period:
        """Make a period with this calendar's days. Arguments: see `window`."""
        start, end = self.window(kind, year, index)
        return Period(kind=kind, year=year, index=index, start=start, end=end, calendar=self.name)


def _fifteenth_before(year: int, month: int) -> date:
    return date(year - (month == 1), (month - 2) % 12 + 1, 15)


def _first_of_month(year: int, month: int) -> date:
    return date(year, month, 1)


ND09_2019 = Calendar(
    name="nd09-2019",
    title="Chốt số liệu theo Nghị định số 09/2019/NĐ-CP: từ ngày 15 đến ngày 14",
    first_day=_fifteenth_before,
    source={
        PeriodKind.MONTH: sources.ND09_2019.at("Điều 12 khoản 1"),
        PeriodKind.QUARTER: sources.ND09_2019.at("Điều 12 khoản 2"),
        PeriodKind.HALF_YEAR: sources.ND09_2019.at("Điều 12 khoản 3"),
        PeriodKind.YEAR: sources.ND09_2019.at("Điều 12 khoản 4"),
    },
)
"""From the 15th to the 14th. The decree lays down no nine months; provinces do, and count alike."""

CALENDAR_DAYS = Calendar(
    name="calendar-days",
    title="Theo tháng dương lịch: từ ngày đầu đến ngày cuối tháng",
    first_day=_first_of_month,
    source={},
)
"""Whole calendar months, as statistical reports are counted."""

CALENDARS: tuple[Calendar, ...] = (ND09_2019, CALENDAR_DAYS)
"""The calendars that come with the library."""

_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


@frozen(kw_only=True)
class Period:
    """A reporting period, with the days as the report states them.

    Make one with a calendar: ``ND09_2019.period(PeriodKind.YEAR, 2021)``.

    Args:
        kind: Its kind.
        year: The year it is reported for.
        index: Which of the year's periods of this kind, from 1.
        start: First day.
        end: Last day, included.
        calendar: Name of the calendar it follows.
    """

    kind: PeriodKind
    year: int
    start: date
    end: date
    index: int = 1
    calendar: str = ND09_2019.name

    def contains(self, other: Period) -> bool:
        """Tell whether every day of the other is a day of this.

        >>> year = ND09_2019.period(PeriodKind.YEAR, 2021)
        >>> year.contains(ND09_2019.period(PeriodKind.QUARTER, 2021, 3))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def follows(self, other: Period) -> bool:
        """Tell whether this begins the day after the other ends."""
        return self.start == other.end + timedelta(days=1)

    def describe(self, lang: Language = "vi") -> str:
        """Name the period as a report does.

        >>> ND09_2019.period(PeriodKind.HALF_YEAR, 2021, 1).describe()
        '6 tháng đầu năm 2021'
        """
        names = {
            PeriodKind.MONTH: (f"tháng {self.index}", f"month {self.index} of"),
            PeriodKind.QUARTER: (f"quý {_ROMAN.get(self.index, self.index)}", f"quarter {self.index} of"),
            PeriodKind.HALF_YEAR: (f"6 tháng {'đầu' if self.index == 1 else 'cuối'}", f"half-year {self.index} of"),
            PeriodKind.NINE_MONTHS: ("9 tháng đầu", "first nine months of"),
            PeriodKind.YEAR: ("", "year"),
        }[self.kind]
        return f"{names[0]} năm {self.year}".strip() if lang == "vi" else f"{names[1]} {self.year}"
