"""Rules on each cited document: CIT-001, CIT-003, CIT-004, CIT-006."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from cchc_core import Context, Document, Instrument, IssuerLevel, KnownDocument, Severity, Variant
from judged_for_tests import END, cited, citing, findings, outcome, paths, report_of, told


class TestYears:
    """CIT-001: the year in a number is the year of the date."""

    def test_they_are_the_same(self) -> None:
        """Most documents are cited rightly, and most carry no year."""
        report = citing(cited("Nghị định 37/2014/NĐ-CP", "2014-05-05"), cited("Kế hoạch 05/KH-UBND", "2021-01-07"))
        assert "passed" == outcome(report, "CIT-001")

    def test_they_are_not(self) -> None:
        """One of the two is wrong; nothing says which."""
        assert [
            (
                "citations[0]",
                (
                    "Nghị định số 37/2014/NĐ-CP ghi năm 2014 trong số, ký hiệu nhưng đề ngày 04/4/2020;"
                    " hãy kiểm tra lại ngày"
                ),
                "Nghị định số 37/2014/NĐ-CP has the year 2014 in its number but is dated 04/4/2020; check the date",
            )
        ] == told(citing(cited("Nghị định 37/2014/NĐ-CP", "2020-04-04")), "CIT-001")

    @pytest.mark.parametrize(
        ("variant", "found"),
        [
            (Variant(section="II", notation="37/2015/NĐ-CP"), 1),
            (Variant(section="II", date=date(2015, 5, 5)), 1),
            (Variant(section="II", notation="37/NĐ-CP"), 0),
            (Variant(section="II", notation="không có số"), 0),
            (Variant(section="II", subject="nội dung khác"), 0),
        ],
    )
    def test_another_way_of_writing_counts(self, variant: Variant, found: int) -> None:
        """A second notation or date is held against what stands beside it."""
        report = citing(cited("Nghị định 37/2014/NĐ-CP", "2014-05-05", variants=(variant,)))
        assert found == len(findings(report, "CIT-001"))

    @pytest.mark.parametrize(
        ("notation", "day"), [("Nghị định 37/2014/NĐ-CP", ""), ("Kế hoạch 05/KH-UBND", "2021-01-07")]
    )
    def test_a_blank(self, notation: str, day: str) -> None:
        """Without a date or a year in the number there is nothing to compare."""
        assert "not_stated" == outcome(citing(cited(notation, day)), "CIT-001")


class TestWording:
    """CIT-003: a document is written the same everywhere."""

    @pytest.mark.parametrize(
        ("variant", "sentences"),
        [
            (
                Variant(section="II.6", notation="05/KHUB"),
                (
                    "Kế hoạch số 05/KH-UBND được viết là 05/KHUB ở mục II.6; hãy viết thống nhất",
                    "Kế hoạch số 05/KH-UBND is written 05/KHUB in section II.6; write it the same everywhere",
                ),
            ),
            (
                Variant(section="II.6", date=date(2021, 7, 1)),
                (
                    (
                        "Kế hoạch số 05/KH-UBND đề ngày 07/01/2021, nhưng mục II.6 ghi ngày 01/7/2021;"
                        " hãy kiểm tra lại ngày"
                    ),
                    "Kế hoạch số 05/KH-UBND is dated 07/01/2021, but 01/7/2021 in section II.6; check the date",
                ),
            ),
            (
                Variant(section="II.6", subject="Hồ sơ quán hạn"),
                (
                    (
                        "Kế hoạch số 05/KH-UBND được nêu nội dung là “Hồ sơ quá hạn”, nhưng mục II.6 nêu"
                        " “Hồ sơ quán hạn”; hãy viết thống nhất"
                    ),
                    (
                        "Kế hoạch số 05/KH-UBND has the subject “Hồ sơ quá hạn”, but “Hồ sơ quán hạn” in section II.6;"
                        " write it the same everywhere"
                    ),
                ),
            ),
        ],
    )
    def test_what_differs_is_told(self, variant: Variant, sentences: tuple[str, str]) -> None:
        """The number first, then the date, then the subject; one finding for each other way of writing."""
        report = citing(cited("Kế hoạch 05/KH-UBND", "2021-01-07", subject="Hồ sơ quá hạn", variants=(variant,)))
        assert [("citations[0]", *sentences)] == told(report, "CIT-003")

    def test_a_subject_alone_is_information(self) -> None:
        """Subjects are shortened by whoever makes the data, numbers and dates are not."""
        subject = Variant(section="II", subject="khác")
        number = Variant(section="II", notation="6/KH-UBND", subject="khác")
        report = citing(cited("Kế hoạch 05/KH-UBND", subject="một", variants=(subject, number)))
        assert [Severity.INFO, Severity.WARNING] == [each.severity for each in findings(report, "CIT-003")]

    @pytest.mark.parametrize(
        "variant",
        [
            Variant(section="II"),
            Variant(section="II", notation="05/KH-UBND"),
            Variant(section="II", date=date(2021, 1, 7)),
            Variant(section="II", subject="Một  nội dung"),
        ],
    )
    def test_what_is_the_same_is_not_told(self, variant: Variant) -> None:
        """What is not written otherwise, or only with another space, is the same."""
        report = citing(cited("Kế hoạch 05/KH-UBND", "2021-01-07", subject="Một nội dung", variants=(variant,)))
        assert "passed" == outcome(report, "CIT-003")

    def test_a_blank(self) -> None:
        """A date or a subject that stands at one place only has nothing to differ from."""
        variant = Variant(section="II", date=date(2021, 1, 7), subject="nội dung")
        assert "passed" == outcome(citing(cited("Kế hoạch 05/KH-UBND", variants=(variant,))), "CIT-003")

    def test_one_document_listed_twice_with_two_dates(self) -> None:
        """In one year a number is given once."""
        report = citing(
            cited("Công văn 12/UBND-NV", "2021-03-01"),
            cited("Văn bản 12/UBND-NV", "2021-03-02", issuer="Ủy ban nhân dân huyện"),
        )
        assert [
            (
                "citations[1]",
                (
                    "Văn bản số 12/UBND-NV được viện dẫn hai lần với hai ngày khác nhau, 01/3/2021 và 02/3/2021;"
                    " hãy kiểm tra lại ngày"
                ),
                "Văn bản số 12/UBND-NV is cited twice with two dates, 01/3/2021 and 02/3/2021; check the date",
            )
        ] == told(report, "CIT-003")
        assert "citations[0]" == findings(report, "CIT-003")[0].fact("first")

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (("Kế hoạch 05/KH-UBND", "2020-01-09"), ("Kế hoạch 05/KH-UBND", "2021-01-07")),
            (("Kế hoạch 05/KH-UBND", "2021-01-07"), ("Kế hoạch 05/KH-UBND", "2021-01-07")),
            (("Kế hoạch 05/KH-UBND", "2021-01-07"), ("Kế hoạch 05/KH-UBND", "")),
            (("Kế hoạch 05/KH-UBND", "2021-01-07"), ("Chỉ thị 05/CT-UBND", "2021-02-07")),
        ],
    )
    def test_two_documents(self, first: tuple[str, str], second: tuple[str, str]) -> None:
        """Each year has its number 05, and so has each type of document."""
        assert "passed" == outcome(citing(cited(*first), cited(*second)), "CIT-003")


class TestCompleteness:
    """CIT-004: type, number, symbol, date, issuer."""

    def test_complete(self) -> None:
        """Legal documents with the year in their number, others without; before 2005 none had it."""
        report = citing(
            cited("Nghị định 37/2014/NĐ-CP", "2014-05-05"),
            cited("Quyết định 468/QĐ-TTg", "2021-03-27"),
            cited("Nghị định 93/CP", "1997-08-07"),
            cited("Luật ", type="Luật", subject="Phòng, chống tham nhũng"),
            cited("Luật 36/2018/QH14", type="Luật"),
        )
        assert "passed" == outcome(report, "CIT-004")

    @pytest.mark.parametrize(
        ("citation", "missing"),
        [
            (
                cited("Nghị định 108/NĐ-CP"),
                ("năm trong số, ký hiệu và ngày ban hành", "the year in its number and the date"),
            ),
            (cited("Chỉ thị 23", "2021-09-02"), ("ký hiệu", "the symbol")),
            (
                cited("Chương trình ", "2021-12-16", type="Chương trình", subject="Cải cách"),
                ("số và ký hiệu", "the number and the symbol"),
            ),
            (cited("Thông tư 13/TT-BNV", "2019-11-06"), ("năm trong số, ký hiệu", "the year in its number")),
            (
                cited("05/KH-UBND", "2021-01-07", issuer=" "),
                ("tên loại văn bản và cơ quan ban hành", "the type and the issuer"),
            ),
            (cited("Luật ", type="Luật"), ("tên luật", "the name of the law")),
        ],
    )
    def test_what_is_missing_is_named(self, citation: object, missing: tuple[str, str]) -> None:
        """All of it, in the order of a citation."""
        (found,) = told(report_of(citations=(citation,)), "CIT-004")
        assert f" còn thiếu {missing[0]}; hãy ghi đủ khi viện dẫn lần đầu" in found[1]
        assert f" is cited without {missing[1]}; complete it where it is cited first" in found[2]

    def test_a_known_date_is_given(self) -> None:
        """The table of known documents says what is left out, and where from."""
        (found,) = told(citing(cited("Nghị định 61/2018/NĐ-CP")), "CIT-004")
        assert "(ngày ban hành là 23/4/2018, theo phần căn cứ của Quyết định số 95/QĐ-UBND" in found[1]
        assert "(it was issued on 23/4/2018, according to phần căn cứ của Quyết định số 95/QĐ-UBND" in found[2]

    def test_a_document_is_named_by_what_there_is(self) -> None:
        """Number, or subject, or date, or its place in the list."""
        citations = (
            cited("Kế hoạch 05/KH-UBND"),
            cited("", type="Chương trình", subject="Cải cách hành chính"),
            cited("", "2021-12-16", type="Chương trình"),
            cited("", type=" "),
        )
        assert [
            "Kế hoạch số 05/KH-UBND",
            "Chương trình Cải cách hành chính",
            "Chương trình ngày 16/12/2021",
            "Văn bản thứ 4",
        ] == [each.fact("document") for each in findings(citing(*citations), "CIT-004")]


class TestDates:
    """CIT-006: nothing younger than the report; weekends are worth a look."""

    @pytest.mark.parametrize(
        ("document", "limit"),
        [
            (Document(title="", date=date(2021, 12, 20)), "20/12/2021"),
            (Document(title="", year=2021), "31/12/2021"),
        ],
    )
    def test_a_document_of_the_future(self, document: Document, limit: str) -> None:
        """Later than the report, or than the year it prints while it has no date."""
        report = citing(cited("Quyết định 1/QĐ-UBND", "2022-01-03"), document=document)
        assert [
            (
                "citations[0]",
                (
                    f"Quyết định số 1/QĐ-UBND đề ngày 03/01/2022, sau ngày {limit} là ngày muộn nhất có thể của báo cáo;"
                    " hãy kiểm tra lại ngày"
                ),
                (
                    f"Quyết định số 1/QĐ-UBND is dated 03/01/2022, later than {limit}, the last day the report can have;"
                    " check the date"
                ),
            )
        ] == told(report, "CIT-006")
        assert [Severity.ERROR] == [each.severity for each in findings(report, "CIT-006")]

    @pytest.mark.parametrize("year", [None, 0, 10**6])
    def test_a_report_without_a_day(self, year: int | None) -> None:
        """Without date and year, or with a year that is none, nothing is too late."""
        report = citing(cited("Quyết định 1/QĐ-UBND", "2099-01-05"), document=Document(title="", year=year))
        assert "passed" == outcome(report, "CIT-006")

    def test_the_day_of_the_report_itself(self) -> None:
        """What is issued on the same day can be cited."""
        assert "passed" == outcome(citing(cited("Quyết định 1/QĐ-UBND", "2021-12-14")), "CIT-006")

    def test_weekends_are_listed_once(self) -> None:
        """One finding, of information, names them all; dates written otherwise count."""
        variant = Variant(section="I", date=date(2021, 6, 12))
        report = citing(
            cited("Quyết định 1/QĐ-UBND", "2021-06-13"), cited("Kế hoạch 2/KH-UBND", "2021-06-14", variants=(variant,))
        )
        (found,) = findings(report, "CIT-006")
        assert ("citations", Severity.INFO) == (found.place.path, found.severity)
        assert ("Quyết định số 1/QĐ-UBND (13/6/2021)", "Kế hoạch số 2/KH-UBND (12/6/2021)") == found.fact("documents")
        assert [
            (
                "citations",
                (
                    "các văn bản đề ngày thứ Bảy hoặc Chủ nhật: Quyết định số 1/QĐ-UBND (13/6/2021),"
                    " Kế hoạch số 2/KH-UBND (12/6/2021); ngày có thể đúng, hãy đối chiếu với bản gốc"
                ),
                (
                    "documents dated on a Saturday or Sunday: Quyết định số 1/QĐ-UBND (13/6/2021),"
                    " Kế hoạch số 2/KH-UBND (12/6/2021); the dates may be right, compare them with the originals"
                ),
            )
        ] == told(report, "CIT-006")

    def test_a_blank(self) -> None:
        """No date, nothing to look at."""
        assert "not_stated" == outcome(citing(cited("Kế hoạch 05/KH-UBND")), "CIT-006")


@pytest.mark.parametrize("code", [f"CIT-00{number}" for number in range(1, 10)])
def test_a_report_that_cites_nothing(code: str) -> None:
    """There is nothing to look at, which is said."""
    assert "no_citations" == outcome(report_of(), code)


def test_known_documents_of_others_are_taken() -> None:
    """A table given with the context is used in place of the library's."""
    page = Instrument(notation="công báo tỉnh").at("số 5", verified=True)
    known = KnownDocument(
        type="Nghị quyết", notation="02/2018/NQ-HĐND", issued=date(2018, 7, 20), issuer="HĐND tỉnh", source=page
    )
    context = Context(day=END, documents=(known,))
    here = cited("Nghị quyết 02/2018/NQ-HĐND", issuer="Hội đồng nhân dân tỉnh", level=IssuerLevel.PROVINCE)
    elsewhere = attrs.evolve(here, issuer="HĐND tỉnh khác")
    (found,) = told(citing(here), "CIT-004", context)
    assert "(ngày ban hành là 20/7/2018, theo công báo tỉnh, số 5)" in found[1]
    assert ["citations[0]"] == paths(citing(elsewhere), "CIT-004", context)
    assert "ngày ban hành là" not in told(citing(elsewhere), "CIT-004", context)[0][1]
