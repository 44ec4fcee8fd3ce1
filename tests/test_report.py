"""Agencies, periods, citations: the document around the figures."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given

from cchc_core import CALENDAR_DAYS, ND09_2019, Calendar, Citation, Document, IssuerLevel, Period, PeriodKind, Tier
from cchc_core.report import CALENDARS, STRUCTURES, parse_notation, printed_date, structure_on
from cchc_core.testing import any_citations, periods

MONTH, QUARTER, HALF, NINE, YEAR = PeriodKind

ND09_WINDOWS = {
    (MONTH, 1): ("2020-12-15", "2021-01-14"),
    (MONTH, 2): ("2021-01-15", "2021-02-14"),
    (MONTH, 3): ("2021-02-15", "2021-03-14"),
    (MONTH, 4): ("2021-03-15", "2021-04-14"),
    (MONTH, 5): ("2021-04-15", "2021-05-14"),
    (MONTH, 6): ("2021-05-15", "2021-06-14"),
    (MONTH, 7): ("2021-06-15", "2021-07-14"),
    (MONTH, 8): ("2021-07-15", "2021-08-14"),
    (MONTH, 9): ("2021-08-15", "2021-09-14"),
    (MONTH, 10): ("2021-09-15", "2021-10-14"),
    (MONTH, 11): ("2021-10-15", "2021-11-14"),
    (MONTH, 12): ("2021-11-15", "2021-12-14"),
    (QUARTER, 1): ("2020-12-15", "2021-03-14"),
    (QUARTER, 2): ("2021-03-15", "2021-06-14"),
    (QUARTER, 3): ("2021-06-15", "2021-09-14"),
    (QUARTER, 4): ("2021-09-15", "2021-12-14"),
    (HALF, 1): ("2020-12-15", "2021-06-14"),
    (HALF, 2): ("2021-06-15", "2021-12-14"),
    (NINE, 1): ("2020-12-15", "2021-09-14"),
    (YEAR, 1): ("2020-12-15", "2021-12-14"),
}


class TestCutOffs:
    """Nghị định 09/2019/NĐ-CP, Điều 12.

    A month runs from the 15th of the month before to the 14th of the month reported; a quarter from
    the 15th of the month before it to the 14th of its last month; a year from 15/12 of the year before
    to 14/12. The half-years and the nine months follow the same days.
    """

    @pytest.mark.parametrize(("kind", "index"), ND09_WINDOWS)
    def test_every_window_of_2021(self, kind: PeriodKind, index: int) -> None:
        """The window is that of the decree, day by day."""
        start, end = ND09_2019.window(kind, 2021, index)
        assert ND09_WINDOWS[kind, index] == (start.isoformat(), end.isoformat())

    def test_every_period_of_the_year_is_listed(self) -> None:
        """12 months, 4 quarters, 2 half-years, one nine months and one year."""
        assert set(ND09_WINDOWS) == {(kind, index) for kind in PeriodKind for index in range(1, kind.per_year + 1)}

    def test_a_leap_year_moves_nothing(self) -> None:
        """No cut-off falls on the last day of February."""
        assert (date(2024, 2, 15), date(2024, 3, 14)) == ND09_2019.window(MONTH, 2024, 3)

    @pytest.mark.parametrize(
        ("kind", "index", "start", "end"),
        [
            (MONTH, 2, date(2024, 2, 1), date(2024, 2, 29)),
            (MONTH, 12, date(2024, 12, 1), date(2024, 12, 31)),
            (QUARTER, 1, date(2024, 1, 1), date(2024, 3, 31)),
            (HALF, 2, date(2024, 7, 1), date(2024, 12, 31)),
            (NINE, 1, date(2024, 1, 1), date(2024, 9, 30)),
            (YEAR, 1, date(2024, 1, 1), date(2024, 12, 31)),
        ],
    )
    def test_statistical_reports_follow_the_calendar(
        self, kind: PeriodKind, index: int, start: date, end: date
    ) -> None:
        """The other calendar counts whole months."""
        assert (start, end) == CALENDAR_DAYS.window(kind, 2024, index)

    @pytest.mark.parametrize(
        ("kind", "index"), [(MONTH, 0), (MONTH, 13), (QUARTER, 5), (HALF, 3), (NINE, 2), (YEAR, 2), (YEAR, -1)]
    )
    def test_a_period_the_year_has_not_is_refused(self, kind: PeriodKind, index: int) -> None:
        """There is no fifth quarter."""
        with pytest.raises(ValueError, match=f"a year has {kind.per_year} periods of kind {kind.value}, not number"):
            ND09_2019.window(kind, 2021, index)

    def test_only_what_the_decree_lays_down_is_cited(self) -> None:
        """The nine months are not in the decree, so no place in it is cited for them."""
        assert [MONTH, QUARTER, HALF, YEAR] == list(ND09_2019.source)
        assert [False] * 4 == [source.verified for source in ND09_2019.source.values()]
        assert {} == CALENDAR_DAYS.source


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda calendar: calendar.name)
class TestChaining:
    """Periods follow one another without gap or overlap, and fill the longer ones."""

    @pytest.mark.parametrize("kind", [MONTH, QUARTER, HALF, YEAR])
    def test_each_period_follows_the_one_before(self, calendar: Calendar, kind: PeriodKind) -> None:
        """The first of a year follows the last of the year before."""
        run = [calendar.period(kind, year, index) for year in (2020, 2021) for index in range(1, kind.per_year + 1)]
        assert all(later.follows(earlier) for earlier, later in pairwise(run))
        assert not any(earlier.follows(later) for earlier, later in pairwise(run))

    @pytest.mark.parametrize("kind", PeriodKind)
    def test_the_year_contains_all_of_its_periods(self, calendar: Calendar, kind: PeriodKind) -> None:
        """The first period begins with the year; none reaches out of it."""
        year = calendar.period(YEAR, 2021)
        parts = [calendar.period(kind, 2021, index) for index in range(1, kind.per_year + 1)]
        assert all(year.contains(each) for each in parts)
        assert year.start == parts[0].start
        if kind is not NINE:
            assert year.end == parts[-1].end
            assert all(not each.contains(year) for each in parts if kind is not YEAR)

    def test_the_first_half_is_the_first_two_quarters(self, calendar: Calendar) -> None:
        """6 tháng đầu năm = quý I + quý II; 9 tháng = quý I đến quý III."""
        quarters = [calendar.period(QUARTER, 2021, index) for index in (1, 2, 3)]
        half, nine = calendar.period(HALF, 2021, 1), calendar.period(NINE, 2021)
        assert (quarters[0].start, quarters[1].end) == (half.start, half.end)
        assert (quarters[0].start, quarters[2].end) == (nine.start, nine.end)
        assert not half.contains(quarters[2])


class TestPeriods:
    """A period keeps its days and can be named."""

    @given(periods())
    def test_a_period_ends_after_it_begins_and_lies_around_its_year(self, period: Period) -> None:
        """Every period drawn is that of a calendar."""
        assert timedelta(27) <= period.end - period.start < timedelta(366)
        assert period.year == period.end.year
        assert period.contains(period)

    @pytest.mark.parametrize(
        ("kind", "index", "vietnamese", "english"),
        [
            (MONTH, 3, "tháng 3 năm 2021", "month 3 of 2021"),
            (QUARTER, 1, "quý I năm 2021", "quarter 1 of 2021"),
            (QUARTER, 4, "quý IV năm 2021", "quarter 4 of 2021"),
            (HALF, 1, "6 tháng đầu năm 2021", "half-year 1 of 2021"),
            (HALF, 2, "6 tháng cuối năm 2021", "half-year 2 of 2021"),
            (NINE, 1, "9 tháng đầu năm 2021", "first nine months of 2021"),
            (YEAR, 1, "năm 2021", "year 2021"),
        ],
    )
    def test_a_period_is_named_as_in_a_report(
        self, kind: PeriodKind, index: int, vietnamese: str, english: str
    ) -> None:
        """Both languages name kind, number and year."""
        period = ND09_2019.period(kind, 2021, index)
        assert vietnamese == period.describe()
        assert english == period.describe("en")


class TestStructures:
    """Three tiers until 30/6/2025, two from 01/7/2025."""

    def test_the_district_ends_with_june_2025(self) -> None:
        """The last day of the old structure and the first of the new."""
        assert (Tier.PROVINCE, Tier.DISTRICT, Tier.COMMUNE) == structure_on(date(2025, 6, 30)).tiers
        assert (Tier.PROVINCE, Tier.COMMUNE) == structure_on(date(2025, 7, 1)).tiers

    def test_every_day_has_one_structure(self) -> None:
        """The structures neither overlap nor leave a day out."""
        assert not STRUCTURES[0].in_force.overlaps(STRUCTURES[1].in_force)
        assert structure_on(date.min) is STRUCTURES[0]
        assert structure_on(date.max) is STRUCTURES[1]


class TestDocuments:
    """Number and date of a report, as far as they are given."""

    def test_what_is_open_is_left_open(self) -> None:
        """A draft has neither number nor date; its year may be printed already."""
        assert "…/BC-UBND" == Document(title="", symbol="BC-UBND").notation
        assert "ngày … tháng … năm 2022" == Document(title="", year=2022).date_line
        assert "ngày … tháng … năm …" == Document(title="").date_line

    def test_a_signed_report_has_both(self) -> None:
        """Day and month are padded as the decree on clerical work asks."""
        signed = Document(title="", number="05", symbol="BC-UBND", date=date(2022, 2, 8))
        assert ("05/BC-UBND", "ngày 08 tháng 02 năm 2022") == (signed.notation, signed.date_line)


def _citation(**changes: Any) -> Citation:
    return attrs.evolve(Citation(type="Kế hoạch", issuer="UBND huyện", level=IssuerLevel.DISTRICT), **changes)


class TestCitations:
    """Documents in the official notation."""

    @pytest.mark.parametrize(
        ("notation", "parts"),
        [
            ("05/KH-UBND", ("05", None, "/", "KH-UBND")),
            ("39/2018/QĐ-UBND", ("39", 2018, "/", "QĐ-UBND")),
            ("01-NQ/TU", ("01", None, "-", "NQ/TU")),
            ("1083/SNV-TCBC&TCPCP", ("1083", None, "/", "SNV-TCBC&TCPCP")),
            ("4274/UBND- NV", ("4274", None, "/", "UBND- NV")),
            (" 706/UBND-HCC ", ("706", None, "/", "UBND-HCC")),
        ],
    )
    def test_a_notation_is_taken_apart_and_put_together(
        self, notation: str, parts: tuple[str, int | None, str, str]
    ) -> None:
        """Number with its zeros, year, separator and symbol."""
        assert parts == parse_notation(notation)
        number, year, separator, symbol = parts
        cited = _citation(number=number, year=year, separator=separator, symbol=symbol)
        assert notation.strip() == cited.notation

    @pytest.mark.parametrize("text", ["", "KH-UBND", "05", "05/", "05/ KH-UBND", "5.KH", "٥/KH-UBND", "x5/KH-UBND"])
    def test_what_is_no_notation_is_refused(self, text: str) -> None:
        """A number followed by a symbol is needed."""
        with pytest.raises(ValueError, match="is not a number followed by a symbol, such as '05/KH-UBND'"):
            parse_notation(text)

    @given(any_citations())
    def test_every_complete_notation_can_be_read_back(self, citation: Citation) -> None:
        """Printing and reading a notation are inverse, the year included."""
        whole = attrs.evolve(citation, number=citation.number or "07", symbol=citation.symbol or "KH-UBND")
        assert (whole.number, whole.year, whole.separator, whole.symbol) == parse_notation(whole.notation)

    @pytest.mark.parametrize(
        ("parts", "notation"),
        [
            ({}, ""),
            ({"number": "23"}, "23"),
            ({"number": "23", "year": 2018}, "23/2018"),
            ({"symbol": "NĐ-CP"}, "NĐ-CP"),
        ],
    )
    def test_what_the_report_leaves_out_is_not_invented(self, parts: dict[str, Any], notation: str) -> None:
        """An incomplete citation is printed as far as it goes."""
        assert notation == _citation(**parts).notation

    def test_a_citation_reads_like_a_sentence(self) -> None:
        """Type, number, date and issuer, as far as they are known."""
        full = _citation(number="05", symbol="KH-UBND", date=date(2021, 1, 7))
        assert "Kế hoạch số 05/KH-UBND ngày 07/01/2021 của UBND huyện" == full.describe()
        assert "Kế hoạch của UBND huyện" == _citation().describe()

    @pytest.mark.parametrize(
        ("day", "text"),
        [
            (date(2021, 1, 5), "05/01/2021"),
            (date(2021, 2, 28), "28/02/2021"),
            (date(2021, 3, 9), "09/3/2021"),
            (date(2021, 9, 30), "30/9/2021"),
            (date(2021, 10, 1), "01/10/2021"),
            (date(2021, 12, 14), "14/12/2021"),
        ],
    )
    def test_days_and_the_first_two_months_are_padded(self, day: date, text: str) -> None:
        """Nghị định 30/2020/NĐ-CP: days below 10 and months 1 and 2 take a zero."""
        assert text == printed_date(day)
