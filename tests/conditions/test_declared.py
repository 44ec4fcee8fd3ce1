"""ONL-007, ONL-009, ARE-008: the words of the time, and what a number counts."""

from __future__ import annotations

from typing import Any

import pytest

from cchc_core import DossierRow, LevelTable, OnlineBase, Procedures, ProceduresBase, Report
from judged_for_tests import outcome, report_of, told

ONLINE = LevelTable(total=DossierRow(received_online=19042))


def procedures(day: str = "2021-12-14", **figures: Any) -> Report:
    """Make a report with these figures on procedures."""
    return report_of(day, procedures=Procedures(**figures))


class TestWords:
    """ONL-007: levels 3 and 4, later full and partial."""

    @pytest.mark.parametrize(
        ("day", "figures", "found"),
        [
            ("2022-08-14", {"level_4": 1, "level_3": 0}, "passed"),
            ("2022-08-15", {"full_online": 1, "partial_online": 0}, "passed"),
            ("2022-08-14", {"full_online": 1}, "failed"),
            ("2022-08-15", {"level_3": 0}, "failed"),
            ("2022-08-15", {}, "no_figures"),
        ],
    )
    def test_by_the_last_day(self, day: str, figures: dict[str, int], found: str) -> None:
        """The words changed on 15/8/2022; a blank uses neither."""
        assert found == outcome(procedures(day, **figures), "ONL-007")

    def test_old_words(self) -> None:
        """Each is told at its figure."""
        since = "từ 15/8/2022 dịch vụ công trực tuyến chia thành toàn trình và một phần"
        english = "since 15/8/2022 online services are full or partial"
        assert [
            (
                f"procedures.{figure}",
                f"báo cáo dùng “{word}” trong khi kỳ kết thúc ngày 14/12/2022; {since}",
                f"the report speaks of “{word}”, and its period ends on 14/12/2022; {english}",
            )
            for figure, word in (("level_4", "mức độ 4"), ("level_3", "mức độ 3"))
        ] == told(procedures("2022-12-14", level_4=2, level_3=1, full_online=3), "ONL-007")

    def test_new_words(self) -> None:
        """Too early."""
        assert [
            (
                "procedures.partial_online",
                (
                    "báo cáo dùng “một phần” trong khi kỳ kết thúc ngày 14/12/2021; trước 15/8/2022 dịch vụ công trực"
                    " tuyến chia theo mức độ 3 và mức độ 4"
                ),
                (
                    "the report speaks of “một phần”, and its period ends on 14/12/2021; before 15/8/2022 online"
                    " services had levels 3 and 4"
                ),
            )
        ] == told(procedures(level_4=2, partial_online=1), "ONL-007")


class TestOnlineBase:
    """ONL-009: a share of which dossiers."""

    def test_not_stated(self) -> None:
        """There are online dossiers, and no word on the base."""
        assert [
            (
                "procedures.online_base",
                (
                    "có 19.042 hồ sơ trực tuyến nhưng không nêu tỷ lệ tính trên mọi hồ sơ hay chỉ trên hồ sơ của thủ tục"
                    " có dịch vụ công trực tuyến; hãy nêu cách tính"
                ),
                (
                    "there are 19,042 online dossiers, and it is not said whether their share is of all dossiers or of"
                    " those of procedures offered online; say which"
                ),
            )
        ] == told(procedures(dossiers=ONLINE), "ONL-009")

    @pytest.mark.parametrize("base", OnlineBase)
    def test_stated(self, base: OnlineBase) -> None:
        """Either will do."""
        assert "passed" == outcome(procedures(dossiers=ONLINE, online_base=base), "ONL-009")

    @pytest.mark.parametrize(
        "table", [LevelTable(), LevelTable(total=DossierRow()), LevelTable(total=DossierRow(received_online=0))]
    )
    def test_a_blank(self, table: LevelTable[DossierRow]) -> None:
        """Without online dossiers there is no share."""
        assert "no_figures" == outcome(procedures(dossiers=table), "ONL-009")


class TestProceduresBase:
    """ARE-008: with or without those of vertical agencies."""

    def test_not_stated(self) -> None:
        """As in the real report."""
        assert [
            (
                "procedures.procedures_base",
                "báo cáo không nêu tổng số 276 thủ tục đã gồm 14 thủ tục của ngành dọc hay chưa; hãy nêu rõ",
                "it is not said whether the total of 276 procedures includes the 14 of vertical agencies; say so",
            )
        ] == told(procedures(total=276, vertical_police=8, vertical_social_insurance=6), "ARE-008")

    @pytest.mark.parametrize("base", ProceduresBase)
    def test_stated(self, base: ProceduresBase) -> None:
        """Either will do."""
        assert "passed" == outcome(procedures(total=276, vertical_police=8, procedures_base=base), "ARE-008")

    @pytest.mark.parametrize(
        "figures", [{}, {"total": 276}, {"vertical_police": 8}, {"total": 276, "vertical_police": 0}]
    )
    def test_a_blank(self, figures: dict[str, Any]) -> None:
        """Without a total, or without vertical agencies, there is nothing to ask."""
        assert "no_figures" == outcome(procedures(**figures), "ARE-008")
