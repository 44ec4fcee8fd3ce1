"""CIT-002: in one register and year, numbers follow dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core import Citation
from judged_for_tests import cited, citing, findings, outcome, paths, told


def decisions(*days: str) -> list[Citation]:
    """Give decisions numbered from 1, dated on these days of 2021."""
    return [cited(f"Quyết định {number}/QĐ-UBND", f"2021-{day}") for number, day in enumerate(days, 1)]


class TestOrder:
    """What is out of line is named where that can be decided, and both where it cannot."""

    def test_in_order(self) -> None:
        """Several on one day, in whatever order the report cites them."""
        citations = decisions("01-04", "01-04", "02-01", "12-14")
        assert "passed" == outcome(citing(*reversed(citations)), "CIT-002")

    def test_two_that_cannot_be_told_apart(self) -> None:
        """Without one of them the rest is in order, whichever it is."""
        report = citing(*decisions("01-04", "10-30", "09-30", "12-14"))
        assert [
            (
                "citations[1]",
                (
                    "Quyết định số 2/QĐ-UBND đề ngày 30/10/2021, trong khi Quyết định số 3/QĐ-UBND có số lớn hơn lại đề ngày"
                    " 30/9/2021, sớm hơn; số hoặc ngày của một trong hai văn bản sai"
                ),
                (
                    "Quyết định số 2/QĐ-UBND is dated 30/10/2021, while Quyết định số 3/QĐ-UBND has a higher number and the"
                    " earlier date 30/9/2021; the number or date of one of the two is wrong"
                ),
            )
        ] == told(report, "CIT-002")
        assert "citations[2]" == findings(report, "CIT-002")[0].fact("other_at")

    def test_one_that_is_too_late(self) -> None:
        """It contradicts two others, which agree with one another."""
        assert [
            (
                "citations[1]",
                (
                    "Quyết định số 2/QĐ-UBND đề ngày 30/10/2021, trong khi Quyết định số 3/QĐ-UBND có số lớn hơn lại đề ngày"
                    " 30/9/2021, sớm hơn; xét cả sổ năm 2021, văn bản lệch thứ tự là Quyết định số 2/QĐ-UBND"
                ),
                (
                    "Quyết định số 2/QĐ-UBND is dated 30/10/2021, while Quyết định số 3/QĐ-UBND has a higher number and the"
                    " earlier date 30/9/2021; in the register of 2021 the one out of order is Quyết định số 2/QĐ-UBND"
                ),
            )
        ] == told(citing(*decisions("01-04", "10-30", "09-30", "10-01")), "CIT-002")

    def test_one_that_is_too_early(self) -> None:
        """The other way round."""
        assert [
            (
                "citations[3]",
                (
                    "Quyết định số 4/QĐ-UBND đề ngày 04/3/2021, trong khi Quyết định số 3/QĐ-UBND có số nhỏ hơn lại đề ngày"
                    " 01/10/2021, muộn hơn; xét cả sổ năm 2021, văn bản lệch thứ tự là Quyết định số 4/QĐ-UBND"
                ),
                (
                    "Quyết định số 4/QĐ-UBND is dated 04/3/2021, while Quyết định số 3/QĐ-UBND has a lower number and the"
                    " later date 01/10/2021; in the register of 2021 the one out of order is Quyết định số 4/QĐ-UBND"
                ),
            )
        ] == told(citing(*decisions("01-04", "09-30", "10-01", "03-04", "10-05")), "CIT-002")

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (("03-03", "02-02", "01-01"), [0, 1]),
            (("03-01", "03-02", "01-01", "01-02"), [1]),
            (("05-01", "01-02", "01-03", "01-04", "01-05"), [0]),
            (("01-01", "06-01", "02-01", "07-01", "03-01", "04-01"), [1, 3]),
        ],
    )
    def test_one_slip_is_one_finding(self, days: tuple[str, ...], expected: list[int]) -> None:
        """As many findings as documents have to be corrected, not one for each pair that goes back."""
        assert [f"citations[{index}]" for index in expected] == paths(citing(*decisions(*days)), "CIT-002")

    @given(st.permutations(range(1, 8)))
    def test_something_is_found_whenever_the_order_is_broken(self, months: list[int]) -> None:
        """And nothing when it is not; never more than there are documents beside one."""
        found = paths(citing(*decisions(*(f"{month:02d}-15" for month in months))), "CIT-002")
        assert (sorted(months) != list(months)) == bool(found)
        assert len(found) < len(months)


class TestRegisters:
    """Which documents are numbered in one register."""

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (cited("Công văn 1/UBND-NV", "2021-03-02"), cited("Văn bản 2/UBND-_VP", "2021-03-01")),
            (
                cited("Quyết định 1/QĐ-UBND", "2021-03-02", issuer="Chủ tịch UBND huyện"),
                cited("Quyết định 2/QĐ-UBND", "2021-03-01", issuer="Ủy ban nhân dân huyện"),
            ),
            (
                cited("Nghị quyết 1/2021/NQ-HĐND", "2021-03-02"),
                cited("Nghị quyết 2/2021/NQ-HĐND", "2021-03-01"),
            ),
        ],
    )
    def test_one_register(self, first: Citation, second: Citation) -> None:
        """Letters of an office, whatever they are called and whichever unit wrote them; a committee and its chair."""
        assert ["citations[0]"] == paths(citing(first, second), "CIT-002")

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (cited("Công văn 1/UBND-NV", "2021-03-02"), cited("Công văn 2/SNV-CCHC", "2021-03-01")),
            (cited("Quyết định 1/QĐ-UBND", "2021-03-02"), cited("Kế hoạch 2/KH-UBND", "2021-03-01")),
            (cited("Quyết định 1/QĐ-UBND", "2021-03-02"), cited("Quyết định 2/2021/QĐ-UBND", "2021-03-01")),
            (cited("Quyết định 1/QĐ-UBND", "2021-03-02"), cited("Quyết định 2/QĐ-UBND", "2020-03-01")),
            (
                cited("Quyết định 1/QĐ-UBND", "2021-03-02"),
                cited("Quyết định 2/QĐ-UBND", "2021-03-01", issuer="UBND tỉnh"),
            ),
        ],
    )
    def test_two_registers(self, first: Citation, second: Citation) -> None:
        """Another office, type, year, or legal documents, which carry the year."""
        assert "not_stated" == outcome(citing(first, second), "CIT-002")

    @pytest.mark.parametrize(
        "left_out",
        [
            cited("Quyết định 3/QĐ-UBND"),
            cited("Quyết định 3a/QĐ-UBND", "2021-03-01"),
            cited(f"Quyết định {'9' * 5000}/QĐ-UBND", "2021-03-01"),
            cited("Quyết định 3/QĐ-UBND", "2021-03-01", issuer=" "),
            cited("Quyết định 3/2020/QĐ-UBND", "2021-03-01"),
        ],
    )
    def test_a_blank(self, left_out: Citation) -> None:
        """Without a date, a plain number or an issuer a document has no place; with a wrong year neither."""
        report = citing(*decisions("05-04", "06-01"), left_out)
        assert "passed" == outcome(report, "CIT-002")

    def test_a_number_with_two_dates(self) -> None:
        """That it has two is another rule's finding, and which one is right is not known."""
        report = citing(*decisions("05-04", "06-01", "07-01"), cited("Quyết định 2/QĐ-UBND", "2021-01-01"))
        assert "passed" == outcome(report, "CIT-002")
