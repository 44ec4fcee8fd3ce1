"""CIT-007, CIT-008, CIT-009, and the table they rest on."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_core import KNOWN_DOCUMENTS, Context, Instrument, KnownDocument, Source, Variant
from cchc_core.conditions.known import known_of
from judged_for_tests import END, cited, citing, outcome, paths, told

ND16 = "Nghị định 16/2015/NĐ-CP"
ND37 = "Nghị định 37/2014/NĐ-CP"
PAGE = Instrument(notation="công báo").at("", verified=True)


def known(notation: str, issued: date, *, source: Source = PAGE, **facts: object) -> Context:
    """Know one decree and nothing else."""
    given = {"type": "Nghị định", "notation": notation, "issued": issued, "source": source, **facts}
    return Context(day=END, documents=(KnownDocument(**given),))  # type: ignore[arg-type]


class TestRepeals:
    """CIT-007: what was repealed before the end of the period is no longer applied."""

    def test_out_of_force(self) -> None:
        """With what replaced it, and where that is known from."""
        source = (
            "bài “Những điểm mới về cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập”, đăng trên vcsvietnam.com"
        )
        assert [
            (
                "citations[0]",
                (
                    "Nghị định số 16/2015/NĐ-CP hết hiệu lực từ ngày 15/8/2021, được thay thế bởi Nghị định số"
                    f" 60/2021/NĐ-CP, trong khi kỳ báo cáo kết thúc ngày 14/12/2021 (theo {source}); nếu viện dẫn để áp"
                    " dụng thì thay bằng văn bản mới"
                ),
                (
                    "Nghị định số 16/2015/NĐ-CP is out of force since 15/8/2021, replaced by Nghị định số"
                    f" 60/2021/NĐ-CP, and the period ends on 14/12/2021 (according to {source}); if it is cited as"
                    " applied, cite what replaced it"
                ),
            )
        ] == told(citing(cited(ND16)), "CIT-007")

    def test_without_a_successor(self) -> None:
        """Some are only repealed; what was not read is said not to be."""
        unseen = Instrument(notation="sổ tay của đơn vị").at("")
        context = known("1/2015/NĐ-CP", date(2015, 1, 5), repealed=date(2021, 12, 14), source=unseen)
        assert [
            (
                "citations[0]",
                (
                    "Nghị định số 1/2015/NĐ-CP hết hiệu lực từ ngày 14/12/2021 trong khi kỳ báo cáo kết thúc ngày"
                    " 14/12/2021 (theo sổ tay của đơn vị (chưa kiểm chứng nguyên văn)); nếu viện dẫn để áp dụng thì thay"
                    " bằng văn bản mới"
                ),
                (
                    "Nghị định số 1/2015/NĐ-CP is out of force since 14/12/2021, and the period ends on 14/12/2021"
                    " (according to sổ tay của đơn vị (text not seen)); if it is cited as applied, cite what replaced it"
                ),
            )
        ] == told(citing(cited("Nghị định 1/2015/NĐ-CP")), "CIT-007", context)

    def test_still_in_force(self) -> None:
        """Until the day before."""
        context = known("1/2015/NĐ-CP", date(2015, 1, 5), repealed=date(2021, 12, 15))
        assert "passed" == outcome(citing(cited("Nghị định 1/2015/NĐ-CP")), "CIT-007", context)

    def test_not_known(self) -> None:
        """Most documents are not in the table."""
        assert "nothing_known" == outcome(citing(cited("Kế hoạch 05/KH-UBND", "2021-01-07")), "CIT-007")


class TestDates:
    """CIT-008: the printed date is the date of issue."""

    def test_another_date(self) -> None:
        """As in the real report."""
        source = "Văn bản hợp nhất số 3/VBHN-BNV năm 2020, đăng trên danhmucvanbanphapluatvietnam.blogspot.com"
        assert [
            (
                "citations[0]",
                (
                    "Nghị định số 37/2014/NĐ-CP được ghi ngày 04/4/2020, nhưng ngày ban hành là 05/5/2014"
                    f" (theo {source}); hãy sửa ngày"
                ),
                (
                    "Nghị định số 37/2014/NĐ-CP is dated 04/4/2020, but it was issued on 05/5/2014"
                    f" (according to {source}); correct the date"
                ),
            )
        ] == told(citing(cited(ND37, "2020-04-04")), "CIT-008")

    def test_the_same_date(self) -> None:
        """And one written otherwise elsewhere counts too."""
        variant = Variant(section="II", date=date(2014, 5, 6))
        assert "passed" == outcome(citing(cited(ND37, "2014-05-05")), "CIT-008")
        assert ["citations[0]"] == paths(citing(cited(ND37, "2014-05-05", variants=(variant,))), "CIT-008")

    @pytest.mark.parametrize(
        ("notation", "day", "found"),
        [
            (ND37, "", "not_stated"),
            ("Kế hoạch 05/KH-UBND", "2021-01-07", "nothing_known"),
            ("Quyết định 468/QĐ-TTg", "2021-03-28", "failed"),
            ("Quyết định 468/QĐ-TTg", "2020-03-28", "nothing_known"),
            ("Quyết định 468/QĐ-TTg", "", "nothing_known"),
            ("Thông tư 37/2014/NĐ-CP", "2014-05-06", "nothing_known"),
            ("Chỉ thị 23", "2021-09-03", "nothing_known"),
        ],
    )
    def test_which_document_is_meant(self, notation: str, day: str, found: str) -> None:
        """A number without a year comes again each year, so only the year of the date tells."""
        assert found == outcome(citing(cited(notation, day)), "CIT-008")


class TestAmendments:
    """CIT-009: what amends is not older than what it amends."""

    def test_as_the_subject_says(self) -> None:
        """The subject names the decree, with or without its symbol."""
        old = cited("Nghị định 5/2020/NĐ-CP", "2020-10-04")
        for subject in ("Sửa đổi Nghị định 5/2020 về tổ chức", "Sửa đổi, bổ sung Nghị định số 5/2020/NĐ-CP"):
            assert [
                (
                    "citations[1]",
                    (
                        "Nghị định số 8/2020/NĐ-CP ngày 14/9/2020 sửa đổi Nghị định số 5/2020/NĐ-CP ngày 04/10/2020,"
                        " ban hành sau nó; một trong hai ngày sai"
                    ),
                    (
                        "Nghị định số 8/2020/NĐ-CP of 14/9/2020 amends Nghị định số 5/2020/NĐ-CP of 04/10/2020, which"
                        " is younger; one of the two dates is wrong"
                    ),
                )
            ] == told(citing(old, cited("Nghị định 8/2020/NĐ-CP", "2020-09-14", subject=subject)), "CIT-009")

    def test_as_is_known(self) -> None:
        """NĐ 108/2020 amends NĐ 37/2014, whatever its subject says."""
        amending = cited("Nghị định 108/2020/NĐ-CP", "2020-09-14")
        assert "passed" == outcome(citing(amending, cited(ND37, "2020-04-04")), "CIT-009")
        assert "failed" == outcome(citing(amending, cited(ND37, "2020-10-04")), "CIT-009")

    @pytest.mark.parametrize(("day", "found"), [("2014-05-04", "failed"), ("2014-05-05", "passed")])
    def test_what_is_not_cited_is_known(self, day: str, found: str) -> None:
        """The known date of the amended decree is taken where the report gives none."""
        amending = cited("Nghị định 108/2020/NĐ-CP", day)
        assert found == outcome(citing(amending), "CIT-009")
        assert found == outcome(citing(amending, cited(ND37)), "CIT-009")

    @pytest.mark.parametrize(
        "subject", ["Sửa đổi các nghị định về kiểm soát thủ tục", "Sửa đổi Nghị định 999/2020", "Quy định về tổ chức"]
    )
    def test_what_is_amended_is_not_known(self, subject: str) -> None:
        """A decree that is neither cited nor known, or none at all."""
        assert "not_stated" == outcome(
            citing(cited("Nghị định 8/2020/NĐ-CP", "2020-09-14", subject=subject)), "CIT-009"
        )

    def test_a_blank(self) -> None:
        """Without a date of what amends, or of what is amended, nothing is said."""
        old = cited("Nghị định 5/2020/NĐ-CP")
        new = cited("Nghị định 8/2020/NĐ-CP", "2020-09-14", subject="Sửa đổi Nghị định 5/2020")
        undated = cited("Nghị định 8/2020/NĐ-CP", subject="Sửa đổi Nghị định 5/2020")
        assert "not_stated" == outcome(citing(old, new), "CIT-009")
        assert "not_stated" == outcome(citing(old, undated), "CIT-009")


class TestTable:
    """The documents that come with the library."""

    @pytest.mark.parametrize("row", KNOWN_DOCUMENTS, ids=lambda row: row.name)
    def test_every_row_says_where_it_is_known_from(self, row: KnownDocument) -> None:
        """A page with its address, or that no page was seen."""
        assert row.source.instrument.notation
        assert row.source.verified == bool(row.source.instrument.title)
        assert row.said_by.vi

    @pytest.mark.parametrize("row", KNOWN_DOCUMENTS, ids=lambda row: row.name)
    def test_every_row_agrees_with_itself(self, row: KnownDocument) -> None:
        """The year of its number, the day it went out of force, the order of what it amends."""
        _, *years, _ = row.notation.split("/")
        assert [str(row.issued.year)] * len(years) == years
        assert row.repealed is None or row.repealed > row.issued
        amended = [each for each in KNOWN_DOCUMENTS if each.notation == row.amends]
        assert all(each.issued < row.issued for each in amended)
        assert len(amended) == bool(row.amends)

    def test_no_document_stands_twice(self) -> None:
        """Type, number, year."""
        assert len(KNOWN_DOCUMENTS) == len({row.name for row in KNOWN_DOCUMENTS})

    def test_names_tell_issuers_apart(self) -> None:
        """Councils all have a number 02."""
        row = KnownDocument(
            type="Nghị quyết", notation="02/NQ-HĐND", issued=date(2018, 7, 1), issuer="HĐND tỉnh", source=PAGE
        )
        assert "Nghị quyết số 02/NQ-HĐND năm 2018 của HĐND tỉnh" == row.name

    def test_a_document_without_number_or_symbol_is_not_found(self) -> None:
        """It could be any."""
        assert known_of(cited("", type="Nghị định"), KNOWN_DOCUMENTS) is None
        assert known_of(cited("Nghị định 37", type="Nghị định"), KNOWN_DOCUMENTS) is None
