"""What the rules that are functions find in the real report: these things, and nothing else."""

from __future__ import annotations

from cchc_core import check, describe
from cchc_core.words import LANGUAGES
from example_for_tests import example

FOUND = [
    ("ONL-009", "info", "procedures.online_base", "có 19.042 hồ sơ trực tuyến"),
    ("ARE-008", "warning", "procedures.procedures_base", "tổng số 276 thủ tục"),
    ("CIT-001", "error", "citations[9]", "Nghị định số 37/2014/NĐ-CP"),
    ("CIT-002", "warning", "citations[58]", "Quyết định số 5565/QĐ-UBND"),
    ("CIT-002", "warning", "citations[71]", "Văn bản số 1314/UBND-TCKH"),
    ("CIT-003", "warning", "citations[18]", "108/2014/NĐ-CP"),
    ("CIT-003", "warning", "citations[34]", "01/NQ-TU"),
    ("CIT-003", "info", "citations[57]", "Quyết định số 5566/QĐ-UBND"),
    ("CIT-003", "info", "citations[67]", "quán hạn"),
    ("CIT-004", "warning", "citations[1]", "Chỉ thị số 23 còn thiếu ký hiệu và ngày ban hành"),
    ("CIT-004", "warning", "citations[16]", "Nghị định số 61/2018/NĐ-CP còn thiếu ngày ban hành"),
    ("CIT-004", "warning", "citations[17]", "Nghị định số 34/2019/NĐ-CP còn thiếu ngày ban hành"),
    ("CIT-004", "warning", "citations[18]", "Nghị định số 108/NĐ-CP còn thiếu năm trong số, ký hiệu và ngày ban hành"),
    ("CIT-004", "warning", "citations[21]", "Thông tư số 01/2018/TT-VPCP còn thiếu ngày ban hành"),
    ("CIT-004", "warning", "citations[22]", "Thông tư số 13/2019/TT-BNV còn thiếu ngày ban hành"),
    ("CIT-004", "warning", "citations[36]", "Nghị quyết số 02/2018/NQ-HĐND còn thiếu ngày ban hành"),
    ("CIT-004", "warning", "citations[38]", "còn thiếu số và ký hiệu"),
    ("CIT-004", "warning", "citations[70]", "Công văn số 2016/UBND-NV còn thiếu ngày ban hành"),
    ("CIT-005", "warning", "citations[34]", "hãy viết 01-NQ/TU"),
    ("CIT-005", "warning", "citations[69]", "hãy viết 4274/UBND-NV"),
    ("CIT-006", "info", "citations", "thứ Bảy hoặc Chủ nhật"),
    ("CIT-007", "warning", "citations[6]", "được thay thế bởi Nghị định số 60/2021/NĐ-CP"),
    ("CIT-008", "warning", "citations[9]", "ngày ban hành là 05/5/2014"),
    ("DOC-002", "warning", "titles[5]", "mục II.6 tên là “Hiện đại hóa nền hành chính”"),
    ("DOC-003", "warning", "document.number", "chưa có số văn bản"),
    ("DOC-003", "warning", "document.date", "chưa có ngày, tháng ban hành"),
    ("DOC-003", "warning", "signatory.on_behalf_of", "chưa có dòng “TM. ỦY BAN NHÂN DÂN”"),
    ("DOC-004", "warning", "stated_days[0]", "15/12/2021"),
    ("DOC-004", "warning", "citations[38]", "16/12/2021"),
]
"""Code, severity, path, and words of the sentence, in the order in which the report is read."""


OTHERS = ("LVL-006", "LVL-010", "LVL-011", "PER-005", "ONL-007", "CIT-009", "DOC-007")
"""Rules of these files that find nothing there."""


def test_exactly_these() -> None:
    """Each was found by reading the report; none is missing, none is false."""
    codes = {*OTHERS, *(code for code, *_ in FOUND)}
    found = [each for each in check(example()).findings if each.code in codes]
    assert [line[:3] for line in FOUND] == [(each.code, each.severity.value, each.place.path) for each in found]
    for (_, _, _, words), finding in zip(FOUND, found, strict=True):
        assert words in describe(finding)
        for lang in LANGUAGES:
            assert "{" not in describe(finding, lang)


def test_both_documents_out_of_order_are_named() -> None:
    """5565 and 5566, 1314 and 1811: which of the two is wrong cannot be told from their order."""
    pairs = [
        (each.fact("document"), each.fact("other")) for each in check(example()).findings if each.code == "CIT-002"
    ]
    assert [
        ("Quyết định số 5565/QĐ-UBND", "Quyết định số 5566/QĐ-UBND"),
        ("Văn bản số 1314/UBND-TCKH", "Công văn số 1811/UBND-VP"),
    ] == pairs
