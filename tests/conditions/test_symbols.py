"""CIT-005: numbers and symbols are written as the type of document requires."""

from __future__ import annotations

import pytest

from cchc_core import Citation, Variant
from cchc_core.conditions.symbols import ABBREVIATIONS
from judged_for_tests import cited, citing, findings, outcome, told

PARTY = "Ban Chấp hành Đảng bộ tỉnh Thái Nguyên"


@pytest.mark.parametrize(
    "citation",
    [
        cited("Kế hoạch 05/KH-UBND"),
        cited("Nghị định 37/2014/NĐ-CP"),
        cited("Nghị quyết 30c/NQ-CP"),
        cited("Nghị quyết 653/2019/UBTVQH14"),
        cited("Luật 36/2018/QH14"),
        cited("Thông tư liên tịch 01/2015/TTLT-BNV-BTC"),
        cited("Công văn 1083/SNV-TCBC&TCPCP"),
        cited("Văn bản 12/KH-UBND"),
        cited("Công điện 209/CĐ-TTg"),
        cited("Quyết định 1027/QĐ-UB"),
        cited("Nghị quyết 01-NQ/TU", issuer=PARTY, separator="-"),
        cited("Quy định 37-QĐ/TW", issuer="Bộ Chính trị", separator="-"),
        cited("Kết luận 160-KL/TW", issuer="Ban Bí thư", separator="-"),
        cited("Quyết định QĐ-UBND", type="Quyết định", number="", symbol="QĐ-UBND"),
    ],
    ids=lambda each: f"{each.type} {each.notation}",
)
def test_well_written(citation: Citation) -> None:
    """Of the state, of the National Assembly, of the Party; letters carry no abbreviation of a type."""
    assert [] == told(citing(citation), "CIT-005")


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (
            cited("Công văn 4274/UBND-_NV"),
            (
                "số, ký hiệu “4274/UBND- NV” của công văn thừa khoảng trắng; hãy viết 4274/UBND-NV",
                "the number “4274/UBND- NV” of a công văn has a space too many; write 4274/UBND-NV",
            ),
        ),
        (
            cited("Kế hoạch 05/KH--UBND"),
            (
                "“05/KH--UBND” không phải là số, ký hiệu của một kế hoạch; hãy kiểm tra lại",
                "“05/KH--UBND” is no number and symbol of a kế hoạch; check it",
            ),
        ),
        (
            cited("Nghị quyết 01/NQ-TU", issuer=PARTY),
            (
                (
                    f"“01/NQ-TU” viết theo thể thức văn bản nhà nước, trong khi {PARTY} ban hành văn bản của Đảng;"
                    " hãy viết 01-NQ/TU"
                ),
                f"“01/NQ-TU” is written as state documents are, while {PARTY} issues Party documents; write 01-NQ/TU",
            ),
        ),
        (
            cited("Kế hoạch 05-KH/UBND", separator="-"),
            (
                (
                    "“05-KH/UBND” viết theo thể thức văn bản của Đảng, trong khi UBND huyện là cơ quan nhà nước;"
                    " hãy viết 05/KH-UBND"
                ),
                (
                    "“05-KH/UBND” is written as Party documents are, while UBND huyện is an agency of the state;"
                    " write 05/KH-UBND"
                ),
            ),
        ),
        (
            cited("Kế hoạch 05/QĐ-UBND"),
            (
                "ký hiệu của “05/QĐ-UBND” phải bắt đầu bằng KH, chữ viết tắt của kế hoạch; hãy kiểm tra loại và ký hiệu",
                "the symbol in “05/QĐ-UBND” has to begin with KH, the abbreviation of kế hoạch; check type and symbol",
            ),
        ),
        (
            cited("Quyết định 05/QD-UBND"),
            (
                (
                    "ký hiệu của “05/QD-UBND” phải bắt đầu bằng QĐ, chữ viết tắt của quyết định;"
                    " hãy kiểm tra loại và ký hiệu"
                ),
                (
                    "the symbol in “05/QD-UBND” has to begin with QĐ, the abbreviation of quyết định;"
                    " check type and symbol"
                ),
            ),
        ),
        (
            cited("Công văn 05/KH-UBND"),
            (
                "“05/KH-UBND” có KH là chữ viết tắt của kế hoạch, không phải ký hiệu của công văn; hãy kiểm tra lại",
                "“05/KH-UBND” has KH, the abbreviation of kế hoạch, and is no symbol of a công văn; check it",
            ),
        ),
    ],
    ids=lambda each: each.notation if isinstance(each, Citation) else "",
)
def test_badly_written(citation: Citation, said: tuple[str, str]) -> None:
    """The first fault of each is told, and how it is written rightly where that is known."""
    assert [("citations[0]", *said)] == told(citing(citation), "CIT-005")


def test_another_way_of_writing_is_looked_at_too() -> None:
    """One of the two is right, the other is not."""
    variant = Variant(section="II.6.1", notation="01/NQ-TU")
    report = citing(cited("Nghị quyết 01-NQ/TU", issuer=PARTY, separator="-", variants=(variant,)))
    assert ["01/NQ-TU"] == [each.fact("notation") for each in findings(report, "CIT-005")]


@pytest.mark.parametrize("issuer", ["Văn phòng đăng ký đất đai", "Trường Cao đẳng", "Tổng công ty"])
def test_who_is_neither_state_nor_party_is_left_alone(issuer: str) -> None:
    """A name that only sounds like the Party, and one that is neither, may write either way."""
    report = citing(
        cited("Kế hoạch 05-KH/ABC", issuer=issuer, separator="-"), cited("Kế hoạch 05/KH-ABC", issuer=issuer)
    )
    assert "passed" == outcome(report, "CIT-005")


def test_a_type_without_an_abbreviation_is_left_alone() -> None:
    """What is not in the table is not judged."""
    assert "passed" == outcome(citing(cited("Kết luận 12/ABC-XYZ")), "CIT-005")


def test_a_blank() -> None:
    """A document without a symbol is passed over."""
    assert "not_stated" == outcome(citing(cited("Chỉ thị 23")), "CIT-005")


@pytest.mark.parametrize("type_", ABBREVIATIONS)
def test_every_abbreviation_fits_its_type(type_: str) -> None:
    """And no document of another type."""
    assert "passed" == outcome(citing(cited(f"{type_} 05/{ABBREVIATIONS[type_]}-UBND")), "CIT-005")
    assert "failed" == outcome(citing(cited(f"{type_} 05/X-UBND")), "CIT-005")
