"""LVL-006, LVL-010, LVL-011: levels of the time, zero or missing, too much in one place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cchc_core import (
    Agency,
    AgencyRow,
    AgencyTable,
    DossierRow,
    Level,
    LevelTable,
    OnlineRow,
    Period,
    PeriodKind,
    Procedures,
    Report,
    Tier,
)
from judged_for_tests import outcome, paths, report_of, told

NEW_STRUCTURE = Period(kind=PeriodKind.HALF_YEAR, year=2025, index=2, start=date(2025, 7, 1), end=date(2025, 12, 14))
BOTH = Period(kind=PeriodKind.YEAR, year=2025, start=date(2024, 12, 15), end=date(2025, 12, 14))
ONE, NONE = DossierRow(received=1), DossierRow(received=0, resolved=0)


def levels(tier: Tier = Tier.DISTRICT, **rows: Any) -> Report:
    """Make a report with these rows by level."""
    return report_of(agency=Agency(name="UBND", tier=tier), procedures=Procedures(dossiers=LevelTable(**rows)))


def agencies(*received: int | None, level: Level = Level.COMMUNE) -> Report:
    """Make a report with one row an agency."""
    rows = tuple(
        AgencyRow(agency=f"xã {number}", level=level, figures=DossierRow(received=each))
        for number, each in enumerate(received, 1)
    )
    return report_of(procedures=Procedures(dossiers_by_agency=AgencyTable(agencies=rows)))


class TestLegalLevels:
    """LVL-006: no districts since July 2025."""

    def test_until_then(self) -> None:
        """Three levels, and agencies of each."""
        assert "passed" == outcome(levels(district=ONE, commune=ONE), "LVL-006")

    def test_since_then(self) -> None:
        """The agency itself, rows by level, rows of agencies; not rows without figures."""
        table = LevelTable(district=ONE, commune=ONE, total=ONE)
        rows = tuple(
            AgencyRow(agency=name, level=level, figures=figures)
            for name, level, figures in (
                ("Huyện A", Level.DISTRICT, ONE),
                ("Huyện B", Level.DISTRICT, DossierRow()),
                ("Xóm C", Level.VILLAGE, ONE),
            )
        )
        procedures = Procedures(
            dossiers=table,
            online=LevelTable(district=OnlineRow()),
            dossiers_by_agency=AgencyTable(agencies=rows, total=ONE),
        )
        span = ("trong kỳ từ 01/7/2025 đến 14/12/2025", "in the period from 01/7/2025 to 14/12/2025")
        assert [
            (
                "agency.tier",
                f"UBND là cơ quan cấp huyện, nhưng chính quyền địa phương {span[0]} không có cấp huyện",
                f"UBND belongs to the districts, but local government has no districts {span[1]}",
            ),
            (
                "procedures.dossiers.district",
                (
                    f"dòng “Cấp huyện” có số liệu của cấp huyện, nhưng chính quyền địa phương {span[0]} không có cấp"
                    " huyện; hãy chuyển số liệu về đơn vị tiếp nhận"
                ),
                (
                    f"row “District” has figures of districts, but local government has no districts {span[1]};"
                    " give them under the unit that took over"
                ),
            ),
            (
                "procedures.dossiers_by_agency.agencies[0].figures",
                (
                    f"dòng “Huyện A” có số liệu của cấp huyện, nhưng chính quyền địa phương {span[0]} không có cấp"
                    " huyện; hãy chuyển số liệu về đơn vị tiếp nhận"
                ),
                (
                    f"row “Huyện A” has figures of districts, but local government has no districts {span[1]};"
                    " give them under the unit that took over"
                ),
            ),
        ] == told(
            report_of(agency=Agency(name="UBND", tier=Tier.DISTRICT), period=NEW_STRUCTURE, procedures=procedures),
            "LVL-006",
        )

    def test_a_period_with_both(self) -> None:
        """The year 2025 has districts in its first half."""
        assert "passed" == outcome(levels(district=ONE).revise(period=BOTH), "LVL-006")

    def test_a_period_that_ends_before_it_begins(self) -> None:
        """Its last day tells."""
        period = Period(kind=PeriodKind.YEAR, year=2021, start=date(2026, 1, 1), end=date(2021, 12, 14))
        assert "passed" == outcome(levels(district=ONE).revise(period=period), "LVL-006")


class TestZeroLevels:
    """LVL-010: 0 is not a blank."""

    def test_a_level_of_zeros(self) -> None:
        """While the other has figures."""
        assert [
            (
                "procedures.dossiers.commune",
                (
                    "mọi số liệu của cấp xã đều là 0 trong khi cấp khác có số liệu; nếu cấp xã có thẩm quyền mà chưa báo"
                    " cáo thì để trống, nếu không phát sinh thì xác nhận"
                ),
                (
                    "every figure of the communes is 0 while another level has figures; leave them blank if the communes"
                    " have not reported yet, or confirm that there was nothing"
                ),
            )
        ] == told(levels(district=ONE, commune=NONE), "LVL-010")

    @pytest.mark.parametrize(
        ("rows", "found"),
        [
            ({"district": ONE, "commune": ONE}, "passed"),
            ({"district": NONE, "commune": NONE}, "passed"),
            ({"province": NONE, "district": ONE}, "passed"),
            ({"district": ONE, "commune": DossierRow()}, "absent"),
            ({"district": ONE, "total": ONE}, "absent"),
            ({}, "absent"),
        ],
    )
    def test_what_is_no_finding(self, rows: dict[str, Any], found: str) -> None:
        """Figures everywhere or nowhere; a level above the agency; a blank; nothing to compare with."""
        assert found == outcome(levels(**rows), "LVL-010")

    def test_figures_in_another_table(self) -> None:
        """No online dossiers is likely true of a level that has others."""
        procedures = Procedures(
            dossiers=LevelTable(district=ONE, commune=ONE),
            online=LevelTable(district=OnlineRow(received=0), commune=OnlineRow(received=1)),
        )
        assert "passed" == outcome(report_of(procedures=procedures), "LVL-010")


class TestPiles:
    """LVL-011: one row with nearly everything, or all the same."""

    def test_one_row_holds_most(self) -> None:
        """More than 60%."""
        assert [
            (
                "procedures.dossiers_by_agency.agencies[0].figures",
                (
                    "“xã 1” chiếm 60,01% tổng của cột “Tổng số hồ sơ nhận giải quyết” (6.001 trong 10.000);"
                    " hãy xem lại số liệu"
                ),
                "“xã 1” holds 60.01% of the column “received” (6,001 of 10,000); look at the figures again",
            )
        ] == told(agencies(6001, 3999, 0), "LVL-011")

    def test_all_are_equal(self) -> None:
        """Which is told once, of the table."""
        assert [
            (
                "procedures.dossiers_by_agency",
                "cả 3 dòng của cột “Tổng số hồ sơ nhận giải quyết” đều là 5; hãy xem lại số liệu",
                "all 3 rows of the column “received” are 5; look at the figures again",
            )
        ] == told(agencies(5, 5, 5), "LVL-011")

    @pytest.mark.parametrize(
        ("received", "found"),
        [
            ((6000, 4000, 0), "passed"),
            ((0, 0, 0), "passed"),
            ((5, 5), "absent"),
            ((5, 5, None), "absent"),
            ((9, -1, 1), "absent"),
        ],
    )
    def test_what_is_no_finding(self, received: tuple[int | None, ...], found: str) -> None:
        """Just 60%; nothing at all; fewer than three rows that count, blanks and figures below zero left out."""
        assert found == outcome(agencies(*received), "LVL-011")

    def test_levels_are_not_rows_of_equals(self) -> None:
        """That communes have most dossiers is as it should be."""
        assert [] == paths(levels(district=ONE, commune=DossierRow(received=99)), "LVL-011")
