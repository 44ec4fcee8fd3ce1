"""The Markdown exporter: a document an official can read, in which no figure is lost or repaired."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import count
from unicodedata import is_normalized

import pytest
from attrs import evolve
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from annexes_for_tests import DEEP, SURVEY
from cchc_core import (
    Agency,
    AgencyRow,
    AgencyTable,
    CheckResult,
    Citation,
    Document,
    DossierRow,
    FieldRow,
    FieldTable,
    Form,
    IssuerLevel,
    Level,
    LevelTable,
    Narrative,
    OpenBound,
    OpenWord,
    Procedures,
    Report,
    Signatory,
    Tier,
    check,
    describe,
    describe_basis,
    describe_cause,
    describe_place,
    form_of,
)
from cchc_core.checks import entries_of
from cchc_core.numbers import printed
from cchc_core.plugins import ExportJob, find_plugins
from cchc_core.prose import POINTS, TABLES
from cchc_core.testing import any_reports
from cchc_core.words import Language
from cchc_exporters.markdown import render
from numbered_for_tests import EMPTY, SECTIONS, numbered_records, reported_values
from plugins_for_tests import Survey

pytestmark = pytest.mark.unmeasured

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STRUCTURE = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "inline", "table"}
STRUCTURE |= {"thead", "tbody", "tr", "th", "td"}
INDICATOR_CELLS = 6
"""A row of the statistical appendix has as many cells; no row of a table in a section has."""
INLINE = {"text", "text_special", "softbreak", "strong", "em"}


def written(report: Report, lang: Language = "vi") -> str:
    return render(ExportJob(report=report, result=check(report), lang=lang)).decode()


def kind_of(token: Token) -> str:
    return re.sub(r"_(open|close)$", "", token.type)


def visible(token: Token) -> str:
    return "".join(" " if each.type == "softbreak" else each.content for each in token.children or ())


def headings(text: str) -> list[str]:
    tokens = PARSER.parse(text)
    return [visible(tokens[index + 1]) for index, token in enumerate(tokens) if token.type == "heading_open"]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def row(text: str, label: str) -> list[str]:
    """Give the one row, of a table in a section, whose label or indicator this is."""
    (found,) = [each for each in _rows(text, label) if len(each) != INDICATOR_CELLS]
    return found


def indicator(text: str, label: str) -> list[str]:
    """Give the one row of the statistical appendix with this label."""
    (found,) = [each for each in _rows(text, label) if len(each) == INDICATOR_CELLS]
    return found


def _rows(text: str, label: str) -> Iterator[list[str]]:
    lines = (cells(line) for line in text.splitlines() if line.startswith("| "))
    return (line for line in lines if label in line[:2])


def tables(text: str) -> Iterator[list[list[str]]]:
    for block in text.split("\n\n"):
        if block.startswith("| "):
            yield [cells(line) for line in block.splitlines()]


def assert_well_formed(text: str) -> None:
    for table in tables(text):
        assert {len(table[0])} == {len(line) for line in table}
    tokens = PARSER.parse(text)
    assert {kind_of(token) for token in tokens} <= STRUCTURE
    assert {kind_of(child) for token in tokens for child in token.children or ()} <= INLINE
    assert len(list(tables(text))) == sum(token.type == "table_open" for token in tokens)


@pytest.fixture
def text(example: Report) -> str:
    return written(example)


class TestBytes:
    """The file."""

    def test_stable(self, example: Report) -> None:
        """The same job gives the same bytes, and the report is left as it was."""
        job = ExportJob(report=example, result=check(example))
        before = repr(job)
        assert render(job) == render(job)
        assert before == repr(job)

    def test_plain(self, text: str) -> None:
        """The file is UTF-8 in NFC and ends in exactly one newline."""
        assert is_normalized("NFC", text)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")

    def test_registered(self) -> None:
        """The exporter is found by its name, as a plugin of anyone is."""
        exporter = find_plugins().exporter("markdown")
        assert (".md", "text/markdown") == (exporter.suffix, exporter.media_type)
        assert exporter.render is render


class TestFigures:
    """Figures as reported, in tables and in sentences."""

    def test_every_figure(self) -> None:
        """Every figure that an agency reports stands in a table of the document."""
        numbers = count(1_000_000)
        report = numbered_records(numbers)
        standing = {cell for table in tables(written(report)) for line in table for cell in line}
        reported = {
            printed(value.value if isinstance(value, OpenBound) else value) for value in reported_values(report)
        }
        standing = {number for cell in standing for number in re.findall(r"\d{1,3}(?:\.\d{3})+", cell)}
        assert set() == reported - standing
        assert next(numbers) == 1_000_000 + len(reported)

    def test_example(self, text: str) -> None:
        """The numbers of 2021 are printed as a Vietnamese report prints them."""
        assert ["18", "*Tỷ lệ hoàn thành kế hoạch*", "%", "95,45%"] == row(text, "*Tỷ lệ hoàn thành kế hoạch*")
        assert ["17", "Tin, bài tuyên truyền", "tin, bài", "trên 200"] == row(text, "Tin, bài tuyên truyền")
        assert "triệu đồng" in row(text, "Tiết kiệm thêm chi thường xuyên")
        assert "Đã tiết kiệm thêm 2.055 triệu đồng, gồm 232 triệu đồng chi hội nghị" in text
        assert "Tỷ lệ giải quyết trước và đúng hạn đạt 99,93%, riêng trước hạn 97,66%" in text
        assert "| **Tổng số** | 99,93% | 97,66% | 2,27% | 0,07% | 21,28% |" in text

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            (OpenWord.OVER, "trên 90%"),
            (OpenWord.AT_LEAST, "ít nhất 90%"),
            (OpenWord.EXACTLY, "90%"),
            (OpenWord.AT_MOST, "không quá 90%"),
            (OpenWord.UNDER, "dưới 90%"),
        ],
    )
    def test_open(self, example: Report, word: OpenWord, expected: str) -> None:
        """An open figure keeps its word, and a percentage its sign."""
        area = example.digital_government.revise(official_mail_use=OpenBound(word, Decimal(90)))
        text = written(example.revise(digital_government=area))
        assert expected == row(text, "Tỷ lệ cán bộ, công chức thường xuyên dùng thư công vụ")[-1]

    def test_sentences(self, text: str) -> None:
        """Section I speaks in sentences made from its figures."""
        assert (
            "UBND huyện Định Hóa đề ra 22 nhiệm vụ trọng tâm, đã hoàn thành 21 nhiệm vụ (95,45%),"
            " đang triển khai 1 nhiệm vụ."
        ) in text

    def test_none(self, example: Report) -> None:
        """A reported zero is said as none in a sentence and stands as 0 in the table."""
        text = written(example)
        assert "Cấp xã không ban hành văn bản nào." in text
        assert "0" == row(text, "Văn bản quy phạm pháp luật cấp xã ban hành")[-1]


class TestBlanks:
    """What is not reported."""

    def test_not_zero(self, example: Report) -> None:
        """A blank is shown as a blank, is explained once, and is no zero."""
        text = written(example.revise(direction=example.direction.revise(tasks_done=None, tasks_ongoing=0)))
        assert ["…", "", ""] == indicator(text, "Nhiệm vụ đã hoàn thành")[3:]
        assert "0" == row(text, "Nhiệm vụ đang triển khai")[-1]
        assert 1 == text.count("không có nghĩa là bằng 0")
        assert "đề ra 22 nhiệm vụ trọng tâm, đang triển khai 0 nhiệm vụ." in text

    def test_no_signs(self) -> None:
        """Signs that a document does not use are not explained."""
        report = EMPTY.revise(
            document=Document(title="", recipients=("UBND tỉnh",)), signatory=Signatory(name="A", position="CHỦ TỊCH")
        )
        assert "Quy ước trình bày" in written(EMPTY)
        assert "Quy ước trình bày" not in written(report)

    def test_leads(self, example: Report) -> None:
        """A sentence whose first figure is blank is not said, and its topic goes with it."""
        text = written(example.revise(direction=example.direction.revise(media_items=None)))
        assert "Thông tin, tuyên truyền:" not in text
        assert "…" == indicator(text, "Tin, bài tuyên truyền")[3]

    def test_worked_out(self, text: str) -> None:
        """Column (12), left blank, is shown in italics where the rules force its value, with a note."""
        (grid,) = [table for table in tables(text) if any("(12)" in cell for cell in table[0])]
        column = [cell.startswith("(12)") for cell in grid[0]].index(True)
        assert ["*160*", "*76*", "*236*"] == [line[column] for line in grid[2:]]
        assert "Số in nghiêng: báo cáo để trống, suy ra theo quy tắc DOS-004, DOS-007" in text

    def test_not_worked_out(self, example: Report) -> None:
        """Column (12) stays blank where nothing forces it, or where two rules force different values."""
        for changes in ({"pending_not_due": None}, {"pending_not_due": 1}):
            total = DossierRow(pending=9, pending_overdue=0, paused_tax_notice=0, paused_supplement=0).revise(**changes)
            report = EMPTY.revise(procedures=Procedures(dossiers=LevelTable(total=total.revise(pending_overdue=None))))
            (grid,) = [table for table in tables(written(report)) if any("(12)" in cell for cell in table[0])]
            assert "…" == grid[2][-2]

    def test_share(self, example: Report) -> None:
        """A share that cannot be derived is no row of its section, and a blank in the appendix."""
        text = written(example.revise(direction=example.direction.revise(tasks_planned=0)))
        assert "*Tỷ lệ hoàn thành kế hoạch*" not in text
        assert ["", "…", ""] == indicator(text, "Tỷ lệ hoàn thành kế hoạch")[3:]

    def test_empty(self) -> None:
        """An empty report is a whole document in which every part says that it reports nothing."""
        text = written(EMPTY)
        assert_well_formed(text)
        assert 7 == text.count("Báo cáo không có số liệu ở phần này.")
        assert 3 == text.count("Báo cáo không có nội dung ở phần này.")
        assert "Bảng" not in text
        assert "Kính gửi" not in text
        assert "DANH MỤC" not in text
        assert "**Kết quả công tác cải cách hành chính quý IV năm 2025**" in text
        nothing_found = evolve(check(EMPTY), findings=(), causes=())
        assert "Không có phát hiện" in render(ExportJob(report=EMPTY, result=nothing_found)).decode()

    def test_no_dangling_headings(self, text: str) -> None:
        """Every heading is followed by something it heads."""
        for each in (text, written(EMPTY)):
            blocks = each.split("\n\n")
            for block, following in zip(blocks, [*blocks[1:], "# "], strict=True):
                depth, below = block.split(" ")[0].count("#"), following.split(" ")[0].count("#")
                assert not depth or not below or below > depth


class TestIndicators:
    """The statistical appendix."""

    def test_lines(self, text: str) -> None:
        """Reported figures, and shares worked out, whose labels are in italics."""
        assert ["1.1.1.1", "nhiệm vụ", "22", "", ""] == _without_label(
            indicator(text, "Nhiệm vụ trọng tâm trong kế hoạch của huyện")
        )
        assert ["1.1.1", "%", "", "95,45%", ""] == _without_label(indicator(text, "*Tỷ lệ hoàn thành kế hoạch*"))
        assert ["7.5.1", "%", "", "21,28%", ""] == _without_label(indicator(text, "*Tỷ lệ hồ sơ nộp trực tuyến*"))
        assert ["1.5.3", "tin, bài", "trên 200", "", ""] == _without_label(indicator(text, "Tin, bài tuyên truyền"))

    def test_printed(self, example: Report) -> None:
        """A share is shown as printed, also beside figures that give another."""
        direction = example.direction.revise(plan_completion_printed=Decimal("95.5"))
        text = written(example.revise(direction=direction))
        assert indicator(text, "Tỷ lệ hoàn thành kế hoạch")[4].startswith("95,5%")

    def test_left_out(self, text: str) -> None:
        """Headings of which nothing is stated are named in a note, and so is the wording nobody verified."""
        assert "**1.3**" not in text
        assert "Báo cáo không nêu chỉ tiêu nào của các mục: 1.3 Thực hiện nhiệm vụ được cấp trên giao; 1.4 " in text
        assert "Lời văn chỉ tiêu chưa kiểm chứng nguyên văn với Công văn số 725/BNV-CCHC." in text

    def test_all_stated(self) -> None:
        """Where every heading has a figure, none is named as left out."""
        text = written(numbered_records(count(1_000_000)))
        assert "**1.3**" in text
        assert "Báo cáo không nêu chỉ tiêu nào" not in text

    def test_nothing(self) -> None:
        """A report without indicators has no appendix of them."""
        assert "PHỤ LỤC I" not in written(EMPTY)


def _without_label(found: list[str]) -> list[str]:
    return [found[0], *found[2:]]


class TestFindings:
    """What the check found."""

    def test_in_place(self, text: str) -> None:
        """Figures in doubt stand as reported, marked where they stand; the others are left in peace."""
        (online,) = [line for line in text.splitlines() if line.startswith("| **Tổng số** | **19.024** ⚠")]
        assert ["**19.024** ⚠[^2]", "18.528"] == cells(online)[1:3]
        assert "11 ⚠[^1]" == row(text, "Xã, thị trấn được kiểm tra công vụ đột xuất")[-1]
        assert "12 ⚠[^1]" == row(text, "Xã, thị trấn được kiểm tra đột xuất")[-1]
        assert "Kiểm tra đột xuất 3 cuộc tại 12 ⚠[^1] xã, thị trấn." in text
        assert "**Số in đậm** kèm ⚠" in text
        assert "Số thường kèm ⚠" in text

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_listed(self, example: Report, lang: Language) -> None:
        """Every finding is listed with its codes, place, sentence and basis; only they are translated."""
        text = written(example, lang)
        body, _, listed = text.partition("## PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU")
        plain = listed.replace("\\", "")
        for finding in check(example).findings:
            for fact in (describe(finding, lang), describe_basis(finding, lang)):
                assert f"{fact[0].upper()}{fact[1:]}." in plain
            assert describe_place(finding.place, lang) in plain
        assert written(example).startswith(body.partition("\n[^")[0][:2000])

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_stories(self, example: Report, lang: Language) -> None:
        """Three findings behind one figure are one item, which tells what it probably was."""
        listed = written(example, lang).partition("## PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU")[2].replace("\\", "")
        severity = "lỗi" if lang == "vi" else "error"
        assert f"**ONL-001, LVL-001, ONL-002** ({severity}), một nguyên nhân:" in listed
        for cause in check(example).causes:
            for sentence in describe_cause(cause, lang):
                said = sentence.strip().rstrip(":")
                assert f"   - {said[0].upper()}{said[1:]}." in listed

    def test_numbers(self, text: str) -> None:
        """Footnotes are numbered in the order in which the text refers to them, and only those have a note."""
        body, _, notes = text.partition("\n[^1]:")
        first = list(dict.fromkeys(re.findall(r"\[\^(\d+)\]", body)))
        assert ["1", "2"] == first
        assert ["2"] == re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE)

    def test_unshown(self, example: Report) -> None:
        """A finding about a figure that the document does not show is listed all the same."""
        found = check(example)
        text = render(ExportJob(report=EMPTY, result=found)).decode()
        assert all(finding.code in text for finding in found.findings)

    def test_warning(self, example: Report) -> None:
        """Errors, warnings and notes are counted apart."""
        counts = Counter(finding.severity.value for finding in check(example).findings)
        summary = f"({counts['error']} lỗi, {counts['warning']} cảnh báo, {counts['info']} lưu ý)."
        assert f"Có {counts.total()} phát hiện {summary}" in written(example)

    def test_marked_zero(self, example: Report) -> None:
        """A zero that contradicts another figure is printed with its mark, not said as none."""
        text = written(example.revise(civil_service=example.civil_service.revise(unannounced_communes=0)))
        assert "Kiểm tra đột xuất tại 0 ⚠[^1] xã, thị trấn." in text

    def test_derived(self, example: Report) -> None:
        """A share that rests on a broken figure is marked as well."""
        text = written(example.revise(civil_service=example.civil_service.revise(present=86)))
        assert "**101,18%** ⚠" in row(text, "*Tỷ lệ công chức có mặt so với biên chế*")[-1]

    def test_unchecked(self) -> None:
        """A report that was not checked is not said to be without findings."""
        text = render(ExportJob(report=EMPTY, result=CheckResult())).decode()
        assert "Số liệu của báo cáo chưa được kiểm tra." in text


class TestTables:
    """The tables of the forms."""

    def test_by_field_and_agency(self) -> None:
        """Rows by field stand in their order, agencies under the band of their tier, the total last."""
        text = written(numbered_records(count(1)))
        assert_well_formed(text)
        labels = {table[0][0]: [line[0] for line in table[2:]] for table in tables(text) if "(3)" in table[0][1]}
        assert ["Đất đai", "Hộ tịch", "**Tổng số**"] == labels["Lĩnh vực"]
        assert [
            "**Cấp tỉnh**",
            "Sở Tư pháp",
            "**Cấp xã**",
            "UBND xã A",
            "UBND xã B",
            "**Tổng số**",
        ] == labels["Cơ quan, đơn vị"]

    def test_heads(self, text: str) -> None:
        """Each column of form II.06a has its number, and no two columns of it read alike."""
        (head,) = [table[0][1:] for table in tables(text) if "(3)" in table[0][1]]
        assert [f"({number})" for number in range(3, 14)] == [cell.split(" ")[0] for cell in head]
        assert len(head) == len({cell.split(" ", 1)[1] for cell in head})
        assert "(3) Số hồ sơ nhận giải quyết: tổng số" == head[0]

    def test_printed_shares(self, example: Report) -> None:
        """Shares as printed have a table of their own; what nobody reports has no column."""
        total = DossierRow(resolved=3, resolved_late=2, late_share_printed=Decimal("66.6"), withdrawn=0)
        procedures = Procedures(dossiers=LevelTable(total=total))
        text = written(example.revise(procedures=procedures))
        caption = text.index("Tỷ lệ in trong báo cáo, kèm theo Bảng")
        assert "| Cấp | Quá hạn |" in text[caption:]
        assert "| **Tổng số** | **66,6%** ⚠" in text[caption:]
        assert "| Cấp | Xin rút |" in text
        assert "| Cấp | Tỷ lệ hồ sơ giải quyết quá hạn |" in text

    def test_captions(self, text: str) -> None:
        """Tables are numbered through."""
        numbers = [int(number) for number in re.findall(r"^\*\*Bảng (\d+)\.", text, re.MULTILINE)]
        assert list(range(1, len(numbers) + 1)) == numbers
        assert_well_formed(text)


class TestDocument:
    """What stands around the figures."""

    def test_head(self, text: str) -> None:
        """The document opens as an administrative document does, with its blanks left open."""
        head = text.splitlines()
        assert "| **ỦY BAN NHÂN DÂN HUYỆN ĐỊNH HÓA** | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |" == head[0]
        assert "| Số: …/BC-UBND | **Độc lập - Tự do - Hạnh phúc** |" == head[2]
        assert "|  | *Định Hóa, ngày … tháng … năm 2022* |" == head[3]
        assert "từ ngày 15/12/2020 đến hết ngày 14/12/2021" in text
        assert "**Kính gửi: Sở Nội vụ**" in text

    def test_issued(self, example: Report) -> None:
        """Number and date are printed once they are given, and the agency above stands first."""
        report = example.revise(
            agency=Agency(name="UBND xã A", parent="UBND huyện B", place="A", tier=Tier.COMMUNE),
            document=Document(title="", number="05", symbol="BC-UBND", date=date(2022, 2, 7)),
        )
        head = written(report).splitlines()
        assert ["UBND HUYỆN B", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == cells(head[0])
        assert ["**UBND XÃ A**", "**Độc lập - Tự do - Hạnh phúc**"] == cells(head[2])
        assert ["Số: 05/BC-UBND", "*A, ngày 07 tháng 02 năm 2022*"] == cells(head[3])
        assert "(Kèm theo Báo cáo số 05/BC-UBND ngày 07 tháng 02 năm 2022 của UBND xã A)" in written(report)

    def test_outline(self, text: str) -> None:
        """The headings follow the outline of the periodic report."""
        assert [
            "BÁO CÁO",
            "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
            "II. KẾT QUẢ THỰC HIỆN CÁC LĨNH VỰC CẢI CÁCH HÀNH CHÍNH",
            "1. Cải cách thể chế",
            "2. Cải cách thủ tục hành chính",
            "2.1. Kết quả giải quyết hồ sơ theo cấp",
        ] == headings(text)[:6]
        assert "III. ĐÁNH GIÁ CHUNG" in headings(text)
        assert "PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU" == headings(text)[-1]

    def test_signature(self, example: Report) -> None:
        """Recipients stand beside the signature; the last one ends in a full stop."""
        report = example.revise(
            signatory=Signatory(name="Nguyễn Văn A", position="CHỦ TỊCH", on_behalf_of="TM. ỦY BAN NHÂN DÂN")
        )
        text = written(report)
        assert "| *Nơi nhận:* | **TM. ỦY BAN NHÂN DÂN** |" in text
        assert "| - Sở Nội vụ; | **CHỦ TỊCH** |" in text
        assert ["- UBND các xã, thị trấn;", "- Lưu: VT, NV."] == [
            line.split(" | ")[0][2:] for line in text.splitlines() if re.match(r"\| - (UBND các|Lưu)", line)
        ]
        assert "**Nguyễn Văn A**" in text

    def test_citations(self, text: str) -> None:
        """Every cited document is listed, by level, and sections say which of them they cite."""
        for heading in ("Văn bản của Trung ương (24", "Văn bản của tỉnh (15", "Văn bản của huyện (41"):
            assert heading in text
        lists = [table[2:] for table in tables(text) if "Số, ký hiệu" in table[0]]
        assert [str(number) for number in range(1, 81)] == [line[0] for table in lists for line in table]
        assert "Văn bản viện dẫn: số thứ tự 35, 42, 48 trong Danh mục kèm theo." in text
        assert "(mục II.4 ghi: số 108/2014/NĐ-CP)" in text
        assert "Thực hiện Công văn số 706/UBND-HCC ngày 02/3/2021 của UBND tỉnh Thái Nguyên;" in text

    def test_assessment(self) -> None:
        """What went well and what did not stand under their own headings, also if one of them is empty."""
        text = written(EMPTY.revise(narrative=Narrative(strengths=("Tốt.",), proposals=("", " "))))
        assert "### 1. Ưu điểm\n\n- Tốt.\n\n### 2. Tồn tại, hạn chế và nguyên nhân\n\nBáo cáo không có" in text
        assert "## V. KIẾN NGHỊ, ĐỀ XUẤT\n\nBáo cáo không có nội dung ở phần này." in text


class TestAnnexes:
    """Forms of plugins, which come with a report and are no part of it."""

    @pytest.fixture
    def annexed(self, example: Report) -> str:
        """The report of 2021 with two annexes."""
        return written(example.revise(annexes=(SURVEY, DEEP)))

    def test_place(self, annexed: str, text: str) -> None:
        """They stand last, under a heading of their own, the parts of each beneath it; the rest is as without them."""
        last = headings(annexed).index("PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU")
        assert ["BIỂU KÈM THEO", "Khảo sát sự hài lòng", "1. Lượt khảo sát theo cấp", "Nơi khảo sát"] == headings(
            annexed
        )[last - 9 : last - 5]
        assert headings(text)[:-1] == headings(annexed)[: last - 9]
        assert "DANH MỤC VĂN BẢN ĐƯỢC VIỆN DẪN" in headings(annexed)[: last - 9]

    def test_depths(self, annexed: str) -> None:
        """A part is one depth below what it is a part of, as far as Markdown has depths; a number is kept."""
        found = re.findall(r"^(#+) (.*)$", annexed.partition("\n## BIỂU KÈM THEO\n")[2], re.MULTILINE)
        assert [
            ("###", "Khảo sát sự hài lòng"),
            ("####", "1. Lượt khảo sát theo cấp"),
            ("####", "Nơi khảo sát"),
            ("###", "02. Bậc ba"),
            ("####", "Bậc bốn"),
            ("#####", "Bậc năm"),
            ("######", "Bậc sáu"),
            ("######", "Bậc bảy"),
        ] == found[:-1]

    def test_announced(self, example: Report, annexed: str) -> None:
        """The body names them, after the appendices if there are any, and states nothing of them."""
        body = annexed.partition("*Nơi nhận:*")[0]
        assert "Kèm theo báo cáo: Phụ lục 1, 2, 3; Biểu “Khảo sát sự hài lòng”; Biểu “Bậc ba”." in body
        assert "4.321" not in body
        alone = written(example.revise(document=Document(title=""), annexes=(SURVEY,)))
        assert "\n\nKèm theo báo cáo: Biểu “Khảo sát sự hài lòng”.\n\n" in alone

    def test_captions(self, annexed: str, text: str) -> None:
        """Their tables are numbered after those of the report."""
        before, numbers = (re.findall(r"^\*\*Bảng (\d+)\.", each, re.MULTILINE) for each in (text, annexed))
        assert len(numbers) == len(before) + 4
        assert [str(number) for number in range(1, len(numbers) + 1)] == numbers
        assert_well_formed(annexed)

    def test_nothing(self) -> None:
        """One that reports nothing says so, once; a part that reports nothing is left out."""
        text = written(EMPTY.revise(annexes=(Survey(),)))
        annexes = text.partition("## BIỂU KÈM THEO")[2].partition("## PHÁT HIỆN")[0]
        assert annexes.endswith("\n\n### Khảo sát sự hài lòng\n\nBáo cáo không có số liệu ở phần này.\n\n")
        assert "Báo cáo không có" not in written(EMPTY.revise(annexes=(DEEP,))).partition("## BIỂU KÈM THEO")[2]
        assert "BIỂU KÈM THEO" not in written(EMPTY)

    def test_signs(self) -> None:
        """A sign that only an annex uses is explained."""
        sign = "Chữ, số *in nghiêng* trong bảng"
        assert [False, True] == [sign in written(EMPTY.revise(annexes=each)) for each in ((SURVEY,), (DEEP,))]


HOSTILE = (
    "a|b",
    "\\",
    "\\|",
    "# tiêu đề",
    "= bằng",
    "- gạch",
    "> trích",
    "1. một",
    "2)",
    "**đậm** _nghiêng_ `mã` ~~xóa~~",
    "<b>&amp;</b> <!-- <script>",
    "[^1] [x](http://localhost) ![y](z)",
    "một\n\n## hai\n\n| ba |\r\n---\u2028bốn",
    "\u0338\u1fef\u037e",
    "\ud800",
    "\u202egnuhk",
    "$x$ {y} {0} %s",
)


def hostile_report(name: str) -> Report:
    row = DossierRow(received=5, resolved=9)
    return EMPTY.revise(
        agency=Agency(name=name, parent=name, place=name, tier=Tier.DISTRICT),
        document=Document(title=name, symbol=name, number=name, addressee=name, recipients=(name,), appendices=(name,)),
        signatory=Signatory(name=name, position=name, on_behalf_of=name),
        narrative=Narrative(strengths=(name,), limitations=(name,), orientation=(name,), proposals=(name,)),
        citations=(
            Citation(type=name, issuer=name, level=IssuerLevel.CENTRAL, subject=name, sections=("Mở đầu", "I.1")),
        ),
        procedures=Procedures(
            dossiers_by_field=FieldTable(fields=(FieldRow(field=name, figures=row),), total=row),
            dossiers_by_agency=AgencyTable(agencies=(AgencyRow(agency=name, level=Level.COMMUNE, figures=row),)),
        ),
    )


class TestHostileText:
    """Text that looks like markup."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_structure(self, name: str) -> None:
        """Names and texts that look like markup neither break a table nor add anything to the document."""
        plain, hostile = (PARSER.parse(written(hostile_report(each))) for each in ("Tên", name))
        assert [token.type for token in plain] == [token.type for token in hostile]
        assert_well_formed(written(hostile_report(name)))

    @pytest.mark.parametrize("name", HOSTILE[:10])
    def test_visible(self, name: str) -> None:
        """What the reader sees is the text itself."""
        tokens = PARSER.parse(written(hostile_report(name)))
        assert name in [visible(token) for token in tokens if token.type == "inline"]

    def test_spaces(self) -> None:
        """A name or text of nothing but spaces is a blank."""
        blank, spaces = (written(hostile_report(each)).partition("## PHÁT HIỆN")[0] for each in ("", " \t\n"))
        assert blank == spaces
        assert_well_formed(written(hostile_report(" ")))

    @settings(max_examples=40)
    @given(any_reports())
    def test_any_report(self, report: Report) -> None:
        """Whatever a file may hold becomes a well-formed document."""
        text = written(report)
        assert is_normalized("NFC", text)
        assert_well_formed(text)
        items = re.findall(r"^\d+\. \*\*[A-Z]{3}-\d{3}(?:, [A-Z]{3}-\d{3})*\*\* ", text, re.MULTILINE)
        assert len(entries_of(check(report))) == len(items)


def test_wording_names_figures() -> None:
    """Every sentence speaks of figures that its form has, so that none is lost by a misspelling."""
    for key, points in (*POINTS.items(), *TABLES.items()):
        (form,) = [each for each in all_forms(form_of(Report)) if each.key == key]
        known = {*form.figures, *form.ratios, "agency"}
        sentences = [sentence for said in points.values() for sentence in said]
        assert set() == {name for each in sentences for name in re.findall(r"\{(\w+)", each.text)} - known


def test_wording_speaks_of_every_section() -> None:
    """No section or table by level is left without sentences."""
    assert {form_of(form_of(Report).nested[name].record).key for name in SECTIONS} == set(POINTS)


def all_forms(form: Form) -> list[Form]:
    """Give a form and those nested in it, each once."""
    found = {form.key: form}
    for declared in form.nested.values():
        found |= {each.key: each for each in all_forms(form_of(declared.record))}
    return list(found.values())
