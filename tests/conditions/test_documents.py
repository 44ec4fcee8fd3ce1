"""DOC-002, DOC-003, DOC-004, DOC-007: the report as a document."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_core import (
    Agency,
    Document,
    InForce,
    Period,
    PeriodKind,
    PrintedTitle,
    Report,
    Signatory,
    StatedDay,
    Tier,
    check,
    form_of,
    load,
)
from cchc_core.conditions import documents
from cchc_core.report import PROGRAMMES
from example_for_tests import as_bytes, formal_tree, set_at, with_figures
from judged_for_tests import cited, citing, condition_of, outcome, paths, report_of, told

OLD, NEW = ([area.title for area in programme.areas] for programme in PROGRAMMES)


def titled(titles: list[str], year: int = 2021, end: date = date(2021, 12, 14)) -> Report:
    """Make a report whose area titles are these."""
    period = Period(kind=PeriodKind.YEAR, year=year, start=date(year - 1, 12, 15), end=end)
    printed = tuple(PrintedTitle(section=f"II.{number}", title=title) for number, title in enumerate(titles, 1))
    return report_of(titles=printed, period=period)


class TestTitles:
    """DOC-002: six areas, titled by one programme."""

    @pytest.mark.parametrize(
        "titles",
        [
            NEW,
            [title.upper() for title in NEW],
            ["Thể chế", "TTHC", "Bộ máy", "Công vụ", "Tài chính công", "Chính quyền điện tử, chính quyền số"],
            [*NEW[:2], "Cải cách tổ chức bộ máy nền hành chính nhà nước", *NEW[3:]],
            [*NEW[:5], "Hiện đại hoá hành chính, xây dựng chính quyền điện tử"],
            [*NEW, "Công tác khác"],
        ],
    )
    def test_sensible_titles(self, titles: list[str]) -> None:
        """As the programme prints them, in capitals, shortened, or with something more."""
        assert "passed" == outcome(titled(titles), "DOC-002")

    def test_a_title_of_the_programme_before(self) -> None:
        """As in the real report."""
        assert [
            (
                "titles[5]",
                (
                    "mục II.6 tên là “Hiện đại hóa nền hành chính”, theo Nghị quyết số 30c/NQ-CP, trong khi các mục khác"
                    " theo Nghị quyết số 76/NQ-CP; hãy đổi thành “Xây dựng, phát triển Chính phủ điện tử, Chính phủ số”"
                ),
                (
                    "section II.6 is titled “Hiện đại hóa nền hành chính”, after Nghị quyết số 30c/NQ-CP, while the"
                    " others follow Nghị quyết số 76/NQ-CP; call it “Xây dựng, phát triển Chính phủ điện tử, Chính phủ"
                    " số”"
                ),
            )
        ] == told(titled([*NEW[:5], "Hiện đại hóa nền hành chính"]), "DOC-002")

    def test_an_area_is_missing(self) -> None:
        """None of the titles speaks of it."""
        assert [
            (
                "titles",
                (
                    "không thấy mục về lĩnh vực “Cải cách tài chính công” của Nghị quyết số 76/NQ-CP;"
                    " hãy bổ sung hoặc sửa tên mục"
                ),
                (
                    "there is no section on the area “Cải cách tài chính công” of Nghị quyết số 76/NQ-CP;"
                    " add it, or correct its title"
                ),
            )
        ] == told(titled([*NEW[:4], NEW[5]]), "DOC-002")

    @pytest.mark.parametrize(
        ("titles", "year", "end", "found"),
        [
            (OLD, 2020, date(2020, 12, 14), "passed"),
            (NEW, 2020, date(2020, 12, 14), "failed"),
            (OLD, 2021, date(2021, 6, 14), "passed"),
            (NEW, 2021, date(2021, 6, 14), "passed"),
            ([*NEW[:5], OLD[5]], 2021, date(2021, 6, 14), "failed"),
            (OLD, 2021, date(2021, 12, 14), "failed"),
            (OLD, 2010, date(2012, 1, 1), "not_stated"),
            (NEW, 2031, date(2031, 12, 14), "not_in_force"),
        ],
    )
    def test_the_programme_of_the_year(self, titles: list[str], year: int, end: date, found: str) -> None:
        """The new one was issued in the middle of its first year, so reports before that day may keep to either."""
        assert found == outcome(titled(titles, year, end), "DOC-002")

    def test_only_the_titles_of_areas_are_looked_at(self) -> None:
        """Sections within an area, and those of other parts, may speak of what they like."""
        titles = tuple(PrintedTitle(section=section, title=OLD[5]) for section in ("I.6", "II.6.1", "II"))
        assert "not_stated" == outcome(report_of(titles=titles), "DOC-002")

    def test_a_blank(self) -> None:
        """Whoever gives no titles is not asked for them."""
        assert "not_stated" == outcome(report_of(), "DOC-002")


class TestMarks:
    """DOC-003: number, symbol, place, date, signatory, recipients, and on whose behalf."""

    def test_complete(self) -> None:
        """Nothing is missing."""
        assert "passed" == outcome(report_of(), "DOC-003")

    @pytest.mark.parametrize(
        ("path", "value", "mark"),
        [
            ("document.number", " ", ("số văn bản", "number")),
            ("document.symbol", "", ("ký hiệu", "symbol")),
            ("agency.place", "", ("địa danh", "place")),
            ("document.date", None, ("ngày, tháng ban hành", "date")),
            ("signatory.position", "", ("chức vụ người ký", "position of the signatory")),
            ("signatory.name", "", ("họ tên người ký", "name of the signatory")),
            ("document.recipients", [" "], ("nơi nhận", "list of recipients")),
        ],
    )
    def test_what_is_missing(self, path: str, value: object, mark: tuple[str, str]) -> None:
        """Each is told at its own place."""
        tree = formal_tree()
        set_at(tree, path, value)
        assert [
            (
                path,
                f"báo cáo chưa có {mark[0]}; hãy ghi trước khi phát hành",
                f"the report has no {mark[1]}; add it before it is sent",
            )
        ] == told(load(as_bytes(tree)), "DOC-003")

    @pytest.mark.parametrize(
        ("agency", "signatory", "found"),
        [
            ("Ủy ban nhân dân huyện", Signatory(name="A", position="CHỦ TỊCH"), 1),
            ("UBND xã", Signatory(name="A", position="PHÓ CHỦ TỊCH", on_behalf_of="KT. CHỦ TỊCH"), 1),
            ("Uỷ ban nhân dân xã", Signatory(name="A", position="TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"), 0),
            ("UBND xã", Signatory(name="A", position="CHÁNH VĂN PHÒNG", on_behalf_of="TL. CHỦ TỊCH"), 0),
            ("UBND xã", Signatory(name="A", position="CHỦ TỊCH", on_behalf_of="tm. ủy ban nhân dân"), 0),
            ("Sở Nội vụ", Signatory(name="A", position="GIÁM ĐỐC"), 0),
        ],
    )
    def test_on_whose_behalf(self, agency: str, signatory: Signatory, found: int) -> None:
        """A committee signs as a body, or lets someone sign for its chair; a department has a head."""
        report = report_of(agency=Agency(name=agency, tier=Tier.DISTRICT, place="A"), signatory=signatory)
        line = "trên chức vụ người ký chưa có dòng “TM. ỦY BAN NHÂN DÂN”; hãy ghi thêm"
        english = "the line “TM. ỦY BAN NHÂN DÂN” is missing above the position of the signatory; add it"
        assert [("signatory.on_behalf_of", line, english)] * found == told(report, "DOC-003")


class TestDays:
    """DOC-004: the report's own date, the days it counts up to, and what it cites."""

    @pytest.mark.parametrize(
        ("document", "line"),
        [
            (Document(title="", date=date(2021, 12, 13)), "ngày 13 tháng 12 năm 2021"),
            (Document(title="", year=2020), "ngày … tháng … năm 2020"),
        ],
    )
    def test_a_report_before_its_end(self, document: Document, line: str) -> None:
        """It cannot know the last days."""
        assert [
            (
                "document.date",
                f"báo cáo đề {line}, trước ngày cuối kỳ là 14/12/2021; hãy kiểm tra lại ngày",
                f"the report is dated “{line}”, before its period ends on 14/12/2021; check the date",
            )
        ] == told(report_of(document=document), "DOC-004")

    @pytest.mark.parametrize(
        "document",
        [Document(title="", date=date(2021, 12, 14)), Document(title="", year=2021), Document(title="", year=2022)],
    )
    def test_a_report_after_its_end(self, document: Document) -> None:
        """On the last day, or any day later."""
        assert "passed" == outcome(report_of(document=document), "DOC-004")

    def test_a_day_outside_the_period(self) -> None:
        """A day too late, and one too early."""
        days = tuple(
            StatedDay(day=day, subject="Công chức giảm", section="II.3")
            for day in (date(2020, 12, 14), date(2020, 12, 15), date(2021, 12, 14), date(2021, 12, 15))
        )
        found = told(report_of(stated_days=days), "DOC-004")
        assert ["stated_days[0]", "stated_days[3]"] == [path for path, _, _ in found]
        assert (
            "stated_days[3]",
            (
                "mục II.3 nêu “Công chức giảm” tính đến 15/12/2021, ngoài kỳ từ 15/12/2020 đến 14/12/2021;"
                " hãy lấy số liệu đến ngày cuối kỳ"
            ),
            (
                "section II.3 states “Công chức giảm” as of 15/12/2021, outside the period from 15/12/2020 to 14/12/2021;"
                " give the figure as of its last day"
            ),
        ) == found[1]

    def test_a_document_issued_after_the_period(self) -> None:
        """Cited in the parts on what was done."""
        assert [
            (
                "citations[0]",
                (
                    "Chương trình số 9/CTr-UBND ban hành ngày 16/12/2021, sau ngày cuối kỳ là 14/12/2021; hãy xem lại,"
                    " hoặc chuyển sang phần phương hướng hay kỳ sau"
                ),
                (
                    "Chương trình số 9/CTr-UBND was issued on 16/12/2021, after the period ended on 14/12/2021; check"
                    " it, or move it to the orientation or to the next period"
                ),
            )
        ] == told(citing(cited("Chương trình 9/CTr-UBND", "2021-12-16", sections=("I.1", "III.4"))), "DOC-004")

    @pytest.mark.parametrize(
        ("day", "sections", "found"),
        [
            ("2021-12-14", ("I.1",), 0),
            ("2021-12-16", ("III.4", "IV"), 0),
            ("2021-12-16", (), 1),
            ("", ("I.1",), 0),
        ],
    )
    def test_where_it_is_cited(self, day: str, sections: tuple[str, ...], found: int) -> None:
        """Orientation and proposals look ahead; a document whose place is not given may stand anywhere."""
        report = citing(cited("Chương trình 9/CTr-UBND", day, sections=sections))
        assert found == len(paths(report, "DOC-004"))

    def test_a_blank(self) -> None:
        """No date anywhere, nothing to look at."""
        assert "not_stated" == outcome(report_of(document=Document(title="")), "DOC-004")


class TestForms:
    """DOC-007: the forms that were filled in are those of the period."""

    def test_in_force(self) -> None:
        """All of them are, at the end of 2021."""
        assert "passed" == outcome(with_figures({"direction.tasks_done": 1}), "DOC-007")

    def test_before_their_time(self) -> None:
        """One finding for each instrument, which names the parts."""
        figures = {
            "direction.tasks_done": 1,
            "institutions.issued_district": 0,
            "procedures.dossiers.total.received": 3,
        }
        assert [
            (
                "direction",
                (
                    "các phần “Công tác chỉ đạo, điều hành cải cách hành chính”, “Cải cách thể chế” lập theo Công văn số"
                    " 725/BNV-CCHC, áp dụng cho kỳ kết thúc từ 01/3/2021, trong khi kỳ này kết thúc ngày 14/9/2020; hãy"
                    " dùng biểu mẫu của kỳ"
                ),
                (
                    "the parts “Công tác chỉ đạo, điều hành cải cách hành chính”, “Cải cách thể chế” follow Công văn số"
                    " 725/BNV-CCHC, for periods ending from 01/3/2021, but this one ends on 14/9/2020; use the forms of"
                    " the period"
                ),
            ),
            (
                "procedures.dossiers",
                (
                    "các phần “Kết quả giải quyết hồ sơ theo cấp” lập theo Thông tư số 01/2020/TT-VPCP, áp dụng cho kỳ"
                    " kết thúc từ 21/10/2020, trong khi kỳ này kết thúc ngày 14/9/2020; hãy dùng biểu mẫu của kỳ"
                ),
                (
                    "the parts “Kết quả giải quyết hồ sơ theo cấp” follow Thông tư số 01/2020/TT-VPCP, for periods ending"
                    " from 21/10/2020, but this one ends on 14/9/2020; use the forms of the period"
                ),
            ),
        ] == told(with_figures(figures, "2020-09-14"), "DOC-007")

    def test_after_their_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A form that has an end is out of force after it."""

        class OldForm:
            in_force = InForce(start=None, end=date(2020, 1, 1))
            source = form_of(Report).source

        monkeypatch.setattr(documents, "reported_forms", lambda _: iter([("direction", OldForm, "Phần I")]))
        ((_, vi, en),) = told(report_of(), "DOC-007")
        assert "áp dụng cho kỳ kết thúc đến 01/01/2020" in vi
        assert "for periods ending until 01/01/2020" in en

    def test_a_blank(self) -> None:
        """A form without figures was not used."""
        assert "no_figures" == outcome(with_figures({}, "2020-09-14"), "DOC-007")


@pytest.mark.parametrize("code", ["DOC-002", "DOC-003", "DOC-004", "DOC-007"])
def test_each_looks_at_the_report_once(code: str) -> None:
    """However many forms there are."""
    assert 1 == len(check(report_of(), conditions=(condition_of(code),)).outcomes) - len(
        check(report_of(), conditions=()).outcomes
    )
