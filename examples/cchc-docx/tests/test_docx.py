"""The Word exporter: what it writes, how the decree wants it to look, and that any report can be written."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from attrs import evolve
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from openxml_audit import OpenXmlValidator

import cchc_docx
from cchc_core import (
    ND09_2019,
    Agency,
    AgencyRow,
    AgencyTable,
    ByLevel,
    Direction,
    Document,
    DossierRow,
    ExportJob,
    FieldRow,
    FieldTable,
    Figure,
    Instrument,
    Level,
    LevelTable,
    Part,
    PeriodKind,
    Procedures,
    PublicFinance,
    Record,
    Report,
    Rule,
    RuleKind,
    Signatory,
    Text,
    Tier,
    by_level,
    check,
    count,
    find_plugins,
    form,
    form_of,
    load,
    part,
    system_of,
)
from cchc_core.prose import number_of
from cchc_core.testing import any_reports
from cchc_core.testing.conformance import ExporterConformance
from cchc_docx import DocxOptions, cchc_register_exporters, render
from cchc_docx.decree import LANDSCAPE, PORTRAIT, STYLES_BY_KEY, twips

(EXPORTER,) = cchc_register_exporters()
EXAMPLE = Path(__file__).parents[2] / "dinh-hoa-2021.json"
SOURCES = Path(cchc_docx.__file__).parent
CLEAN = DocxOptions(findings=False, comments=False)
HOSTILE = (
    "<w:p>&amp;</w:p>",
    "]]><!--",
    "\x00\x07\x1f\x7f",
    "a\ud7ff\ufffe\uffff",
    "một\rhai\n ba",
    "\u202eba",
    "x" * 300,
)


@pytest.fixture(scope="module")
def example() -> Report:
    """The real report of 2021."""
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def word(example: Report) -> WordDocument:
    """The real report as a Word document, opened again."""
    return opened(job_of(example))


def report_of(**parts: Any) -> Report:
    """Make a report of a commune that reports nothing else."""
    given_parts = {
        "agency": Agency(name="Ủy ban nhân dân xã Phú Đình", tier=Tier.COMMUNE, place="Phú Đình"),
        "period": ND09_2019.period(PeriodKind.YEAR, 2021),
        "document": Document(title="Kết quả năm 2021", symbol="BC-UBND"),
        **parts,
    }
    return Report(**given_parts)


def job_of(report: Report, options: DocxOptions | None = None) -> ExportJob:
    """Check a report, as the command does before it exports one."""
    return ExportJob(report=report, result=check(report), options=options)


def opened(job: ExportJob) -> WordDocument:
    """Write a report and open it again."""
    return docx.Document(BytesIO(render(job)))


def texts(word: WordDocument) -> list[str]:
    """Give the text of every paragraph, those in tables too."""
    return ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in word.element.body.iter(qn("w:p"))]


def styled(word: WordDocument, key: str) -> list[str]:
    """Give the text of the paragraphs of a style."""
    found = word.element.body.iterfind(f".//{qn('w:pStyle')}[@{qn('w:val')}='{key}']/../..")
    return ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in found]


def assert_has_every_figure(word: WordDocument, report: Report) -> None:
    """Look for each figure under its label or in a table, as it was reported."""
    tables = "".join(f"|{each.text}|" for table in data_tables(word) for each in table.iter(qn("w:t")))
    for cell in system_of(report).cells.values():
        if cell.value is not None:
            assert f"|{number_of(cell.value, cell.figure().unit)}|" in tables, cell.place.path


def complaints(content: bytes, folder: Path) -> list[str]:
    """Hold a document against the schemas of Office Open XML."""
    path = folder / "bao-cao.docx"
    path.write_bytes(content)
    return [f"{error.part_uri}: {error.description}" for error in OpenXmlValidator().validate(path).errors]


def test_it_is_found_by_its_entry_point() -> None:
    found = find_plugins()
    assert found.exporters["docx"].render is render
    assert not found.problems


@pytest.mark.parametrize("options", [None, CLEAN, DocxOptions(comments=False), DocxOptions(findings=False)], ids=str)
def test_it_keeps_to_the_schemas(example: Report, options: DocxOptions | None, tmp_path: Path) -> None:
    assert complaints(render(job_of(example, options)), tmp_path) == []


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.py")), ids=lambda path: path.name)
def test_nothing_but_public_names_of_the_library_are_used(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cchc_core"):
            assert node.module in {"cchc_core", "cchc_core.prose"}
            assert {each.name for each in node.names} <= set(import_module(node.module).__all__)


def test_the_same_report_gives_the_same_bytes(example: Report) -> None:
    assert render(job_of(example)) == render(job_of(load(EXAMPLE)))


def test_nothing_in_the_file_is_dated_by_a_clock(example: Report) -> None:
    content = render(job_of(example.revise(document=evolve(example.document, date=date(2022, 1, 5)))))
    with ZipFile(BytesIO(content)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"w:date=" not in archive.read("word/comments.xml")
    properties = docx.Document(BytesIO(content)).core_properties
    assert (str(properties.created), str(properties.modified)) == ("2022-01-05 00:00:00+00:00",) * 2
    assert properties.title == "Kết quả thực hiện công tác Cải cách hành chính năm 2021"
    assert properties.author == "Ủy ban nhân dân huyện Định Hóa"


def test_the_head_is_in_the_order_of_the_decree(word: WordDocument) -> None:
    left, right, number, place = (cell.text for row in word.tables[0].rows for cell in row.cells)
    assert left.split("\n") == ["ỦY BAN NHÂN DÂN HUYỆN ĐỊNH HÓA", ""]
    assert right.split("\n") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
    assert (number, place) == ("Số: …/BC-UBND", "Định Hóa, ngày … tháng … năm 2022")
    assert [each.text for each in word.paragraphs if each.text][:3] == [
        "BÁO CÁO",
        "Kết quả thực hiện công tác Cải cách hành chính năm 2021",
        "Kính gửi: Sở Nội vụ",
    ]


def test_the_agency_above_stands_over_the_agency() -> None:
    agency = Agency(name="Phòng Nội vụ", parent="Ủy ban nhân dân huyện Định Hóa", tier=Tier.DISTRICT)
    head = opened(job_of(report_of(agency=agency))).tables[0].rows[0].cells[0].text
    assert head.split("\n") == ["ỦY BAN NHÂN DÂN HUYỆN ĐỊNH HÓA", "PHÒNG NỘI VỤ", ""]


def test_recipients_and_signature_end_the_text(example: Report) -> None:
    signatory = Signatory(name="Nguyễn Văn A", position="CHỦ TỊCH", on_behalf_of="TM. ỦY BAN NHÂN DÂN")
    word = opened(job_of(example.revise(signatory=signatory)))
    (frame,) = (each for each in word.tables if "Nơi nhận:" in each.rows[0].cells[0].text)
    left, right = (cell.text.split("\n") for cell in frame.rows[0].cells)
    assert left[0] == "Nơi nhận:"
    assert left[1:3] == ["- Sở Nội vụ;", "- TT Huyện ủy;"]
    assert left[-1] == "- Lưu: VT, NV."
    assert right == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]
    (closing,) = (each.text for each in word.paragraphs if each.text.endswith("./."))
    assert closing.startswith("Trên đây là")


RANGES = {
    "Nation": (12, 13, "bold", "center"),
    "Motto": (13, 14, "bold", "center"),
    "Parent": (12, 13, "", "center"),
    "Agency": (12, 13, "bold", "center"),
    "Number": (13, 13, "", "center"),
    "PlaceAndDate": (13, 14, "italic", "center"),
    "Title": (13, 14, "bold", "center"),
    "Subtitle": (13, 14, "bold", "center"),
    "Addressee": (13, 14, "", "center"),
    "BodyText": (13, 14, "", "both"),
    "Heading1": (13, 14, "bold", "both"),
    "Heading2": (13, 14, "bold", "both"),
    "Heading3": (13, 14, "", "both"),
    "Authority": (13, 14, "bold", "center"),
    "Signatory": (13, 14, "bold", "center"),
    "RecipientsHead": (12, 12, "bold italic", "left"),
    "Recipients": (11, 11, "", "left"),
    "Appendix": (14, 14, "bold", "center"),
    "AppendixTitle": (13, 14, "bold", "center"),
    "AttachedTo": (13, 14, "italic", "center"),
    "Header": (13, 14, "", "center"),
}
"""Least and largest size, look and setting of each element, as Phụ lục I has them."""


@pytest.mark.parametrize("key", RANGES)
def test_each_element_looks_as_the_decree_has_it(word: WordDocument, key: str) -> None:
    least, largest, look, align = RANGES[key]
    style = word.styles.element.find(f"{qn('w:style')}[@{qn('w:styleId')}='{key}']")
    size = int(style.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val"))) / 2
    found = [
        name for name, tag in (("bold", "w:b"), ("italic", "w:i")) if style.find(f"{qn('w:rPr')}/{qn(tag)}") is not None
    ]
    assert least <= size <= largest
    assert " ".join(found) == look
    assert style.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == align
    assert STYLES_BY_KEY[key].place


def test_the_text_is_set_as_the_decree_has_it() -> None:
    body = STYLES_BY_KEY["BodyText"]
    assert body.first_line in {1000, 1270}
    assert body.after >= 6
    assert 100 <= body.lines <= 150


def test_all_letters_are_black_times_new_roman(word: WordDocument) -> None:
    fonts = list(word.styles.element.iter(qn("w:rFonts")))
    assert [set(each.values()) for each in fonts] == [{"Times New Roman"}]
    assert [each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:color"))] == ["000000"]
    assert [each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))] == ["vi-VN"]


def test_pages_are_a4_with_the_margins_of_the_decree(word: WordDocument) -> None:
    sizes = {
        (each.page_width.mm, each.page_height.mm)
        for each in word.sections
        if each.page_width is not None and each.page_height is not None
    }
    assert {(round(one), round(other)) for one, other in sizes} == {(210, 297), (297, 210)}
    for section in word.sections:
        top, bottom, left, right = (
            round(each.mm) if each is not None else 0
            for each in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        )
        assert 20 <= top <= 25
        assert 20 <= bottom <= 25
        assert 30 <= left <= 35
        assert 15 <= right <= 20


def test_pages_are_numbered_in_the_upper_margin_but_for_the_first_of_each_part(word: WordDocument) -> None:
    (field,) = word.sections[0].header._element.iter(qn("w:fldSimple"))
    assert field.get(qn("w:instr")).strip() == "PAGE"
    for section in word.sections:
        assert section.different_first_page_header_footer
        assert not [each.text for each in section.first_page_header.paragraphs if each.text]
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert len(word.sections) == 5


def test_the_text_names_every_appendix_and_roman_figures_number_them(word: WordDocument) -> None:
    names, titles = styled(word, "Appendix"), styled(word, "AppendixTitle")
    assert names == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    (named,) = (each.text for each in word.paragraphs if each.text.startswith("Kèm theo Báo cáo này:"))
    for name, title in zip(names, titles, strict=False):
        assert f"{name} ({title.capitalize()})" in named
    assert styled(word, "AttachedTo")[0].startswith("(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm 2022 của UBND")


def test_a_single_appendix_has_no_number() -> None:
    word = opened(job_of(report_of(direction=Direction(tasks_planned=2, tasks_done=2)), CLEAN))
    assert styled(word, "Appendix") == ["Phụ lục"]
    assert len(word.sections) == 2


def test_an_empty_report_is_a_document_all_the_same(tmp_path: Path) -> None:
    content = render(job_of(report_of(), CLEAN))
    word = docx.Document(BytesIO(content))
    assert complaints(content, tmp_path) == []
    assert styled(word, "Appendix") == []
    assert texts(word).count("Báo cáo không có số liệu ở phần này.") == 7


def test_wide_tables_lie_on_their_side(word: WordDocument) -> None:
    orientations = [section.orientation for section in word.sections]
    assert orientations == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]


def data_tables(word: WordDocument) -> Iterator[Any]:
    """Give the tables that have rules."""
    return (each for each in word.element.body.iter(qn("w:tbl")) if each.find(f".//{qn('w:tblStyle')}") is not None)


def test_heads_of_tables_are_repeated_and_rows_are_not_parted(word: WordDocument) -> None:
    found = list(data_tables(word))
    assert found
    for each in found:
        rows = each.findall(qn("w:tr"))
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert rows[-1].find(f".//{qn('w:tblHeader')}") is None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        assert each.find(f".//{qn('w:tblCaption')}").get(qn("w:val"))


def test_no_table_is_wider_than_its_page(word: WordDocument) -> None:
    for each in data_tables(word):
        widths = [int(column.get(qn("w:w"))) for column in each.iter(qn("w:gridCol"))]
        assert min(widths) > 0
        assert sum(widths) <= LANDSCAPE.usable


def test_the_head_of_the_dossiers_is_that_of_the_form(word: WordDocument) -> None:
    (found,) = (
        each
        for each in data_tables(word)
        if each.find(f".//{qn('w:tblCaption')}").get(qn("w:val")).startswith("Bảng 1.")
    )
    rows = [
        ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]
        for row in found.iter(qn("w:tr"))
    ]
    assert rows[0][:2] == ["Cấp", "Số hồ sơ nhận giải quyết"]
    assert rows[3] == ["", *(f"({number})" for number in range(3, 14))]
    assert rows[4][:2] == ["Cấp huyện", "4.019"]


def test_figures_in_doubt_are_marked_where_they_stand_and_lead_to_what_was_found(word: WordDocument) -> None:
    runs = [
        (run.find(f".//{qn('w:rStyle')}").get(qn("w:val")), "".join(text.text or "" for text in run.iter(qn("w:t"))))
        for run in word.element.body.iter(qn("w:r"))
        if run.find(f".//{qn('w:rStyle')}") is not None
    ]
    assert ("Wrong", "19.024") in runs
    assert {text for style, text in runs if style == "Doubtful"} == {"11", "12"}
    anchors = {each.get(qn("w:anchor")) for each in word.element.body.iter(qn("w:hyperlink"))}
    bookmarks = {each.get(qn("w:name")) for each in word.element.body.iter(qn("w:bookmarkStart"))}
    assert anchors == {"phat_hien_1", "phat_hien_2"}
    assert anchors <= bookmarks


def test_what_was_found_stands_in_a_comment_at_the_figure_once(word: WordDocument) -> None:
    comments = ["\n".join(each.text for each in comment.paragraphs) for comment in word.comments]
    assert len(comments) == len(set(comments)) + 1  # the two figures of which one is wrong have the same story
    assert "Có lẽ đúng là 19.042" in "".join(comments)
    assert all(each.author == "cchc" for each in word.comments)


def test_nothing_suggested_takes_the_place_of_what_was_reported(word: WordDocument) -> None:
    (total,) = (each for each in texts(word) if each.startswith("- Tiếp nhận: Tổng số hồ sơ trực tuyến"))
    assert "19.024[1] hồ sơ" in total


def test_the_document_to_be_signed_shows_no_finding(example: Report) -> None:
    content = render(job_of(example, CLEAN))
    word = docx.Document(BytesIO(content))
    with ZipFile(BytesIO(content)) as archive:
        assert "word/comments.xml" not in archive.namelist()
    assert not list(word.element.body.iter(qn("w:rStyle")))
    assert len(word.sections) == 4
    assert not [
        each for each in texts(word) if "PHÁT HIỆN" in each or "ONL-001" in each.replace("quy tắc LVL-001, ONL-001", "")
    ]


def test_comments_alone_leave_the_findings_out(example: Report) -> None:
    word = opened(job_of(example, DocxOptions(findings=False)))
    assert len(list(word.comments)) > 0
    assert not list(word.element.body.iter(qn("w:hyperlink")))
    assert len(word.sections) == 4


def test_blanks_are_not_zero() -> None:
    one, two = (
        "".join(
            texts(opened(job_of(report_of(public_finance=PublicFinance(budget=Decimal(1), budget_it=value)), CLEAN)))
        )
        for value in (Decimal(0), None)
    )
    assert one != two


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_written(text: str, tmp_path: Path) -> None:
    table = FieldTable(fields=(FieldRow(field=text, figures=DossierRow(received=1)),))
    report = report_of(
        agency=Agency(name=text, parent=text, place=text, tier=Tier.COMMUNE),
        document=Document(title=text * 2, symbol=text, addressee=text, recipients=(text, text)),
        signatory=Signatory(name=text, position=text, on_behalf_of=text),
        procedures=Procedures(dossiers_by_field=table),
    )
    content = render(job_of(report))
    assert complaints(content, tmp_path) == []
    docx.Document(BytesIO(content))


def test_a_table_of_three_hundred_agencies_keeps_every_row() -> None:
    rows = tuple(
        AgencyRow(agency=f"Xã số {number}", level=Level.COMMUNE, figures=DossierRow(received=number, resolved=number))
        for number in range(300)
    )
    word = opened(job_of(report_of(procedures=Procedures(dossiers_by_agency=AgencyTable(agencies=rows))), CLEAN))
    found = texts(word)
    assert all(f"Xã số {number}" in found for number in range(300))


NOT_NEGATIVE = Rule(
    code="KSH-001",
    kind=RuleKind.RANGE,
    statement=Text("Số phiếu không âm.", "A number of forms is never negative."),
    because=Text("không đếm được số âm", "nothing is counted below zero"),
)


SOURCE = Instrument(notation="Kế hoạch số 12/KH-UBND").at("biểu số 02")


@form("survey-room", title="Phòng khảo sát", source=SOURCE, nonnegative=NOT_NEGATIVE)
class Room(Record):
    """A part of a part."""

    seats: Figure[int] = count("Chỗ ngồi", unit="chỗ")


@form("survey-place", title="Nơi khảo sát", source=SOURCE, nonnegative=NOT_NEGATIVE)
class Place(Record):
    """A part of the form."""

    offices: Figure[int] = count("Bộ phận một cửa được khảo sát", unit="bộ phận")
    dossiers: ByLevel[DossierRow] = by_level(DossierRow, "Hồ sơ theo cấp", sums=())
    room: Part[Room] = part(Room)


@form(
    "survey",
    title="Khảo sát sự hài lòng",
    source=SOURCE,
    nonnegative=NOT_NEGATIVE,
)
class Survey(Record):
    """A form that another plugin brings."""

    returned: Figure[int] = count("Phiếu thu về", unit="phiếu")
    place: Part[Place] = part(Place)


def test_annexes_of_other_plugins_are_appendices_of_their_own() -> None:
    word = opened(job_of(report_of(annexes=(Survey(returned=1234),)), CLEAN))
    assert styled(word, "Appendix") == ["Phụ lục"]
    assert styled(word, "AppendixTitle") == ["KHẢO SÁT SỰ HÀI LÒNG"]
    assert "Kèm theo Báo cáo này: Phụ lục (Khảo sát sự hài lòng)." in texts(word)
    assert "1.234" in texts(word)
    assert "Nơi khảo sát" not in texts(word)


def test_parts_of_an_annex_stand_in_its_appendix() -> None:
    place = Place(offices=77, dossiers=LevelTable(total=DossierRow(received=3)), room=Room(seats=45))
    word = opened(job_of(report_of(annexes=(Survey(returned=1234, place=place),)), CLEAN))
    assert styled(word, "Appendix") == ["Phụ lục"]
    assert {"1.234", "77", "45"} <= set(texts(word))
    order = [each for each in texts(word) if each in {"KHẢO SÁT SỰ HÀI LÒNG", "Nơi khảo sát", "Phòng khảo sát"}]
    assert order == ["KHẢO SÁT SỰ HÀI LÒNG", "Nơi khảo sát", "Phòng khảo sát"]
    assert "Nơi khảo sát" in styled(word, "Heading2")
    assert "Phòng khảo sát" in styled(word, "Heading3")
    assert any(each.startswith("Bảng 1. Hồ sơ theo cấp") for each in styled(word, "Caption"))


def test_an_annex_that_reports_nothing_is_no_appendix() -> None:
    word = opened(job_of(report_of(annexes=(Survey(),)), CLEAN))
    assert styled(word, "Appendix") == []
    assert "Khảo sát" not in "".join(texts(word))


def test_columns_too_many_for_a_page_are_parted() -> None:
    columns = [name for name, each in form_of(DossierRow).figures.items() if each.column is not None]
    row = DossierRow().revise(**dict.fromkeys(columns, 10**15 - 1))
    table = FieldTable(fields=(FieldRow(field="Đất đai", figures=row),))
    word = opened(job_of(report_of(procedures=Procedures(dossiers_by_field=table)), CLEAN))
    captions = [each for each in styled(word, "Caption") if ", phần " in each]
    assert captions
    assert captions[-1].endswith(f"/{len(captions)}")
    assert texts(word).count("999.999.999.999.999") == len(columns)


def test_every_figure_of_the_example_is_in_the_document(example: Report, word: WordDocument) -> None:
    assert "Số liệu khác nêu trong báo cáo" in texts(word)
    assert_has_every_figure(word, example)


@settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(report=any_reports())
def test_every_figure_of_any_report_is_in_the_document(report: Report) -> None:
    assert_has_every_figure(opened(job_of(report, CLEAN)), report)


def test_pages_have_the_width_that_is_counted_on() -> None:
    assert (PORTRAIT.usable, LANDSCAPE.usable) == (twips(16000), twips(24700))


@pytest.mark.skipif(shutil.which("lowriter") is None, reason="LibreOffice Writer is not installed")
def test_libreoffice_opens_it(example: Report, tmp_path: Path) -> None:
    source = tmp_path / "bao-cao.docx"
    source.write_bytes(render(job_of(example)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "KẾT QUẢ THỰC HIỆN CÁC LĨNH VỰC" in (tmp_path / "bao-cao.txt").read_text(encoding="utf-8-sig")


class TestConformance(ExporterConformance):
    """All that the contract of exporters says."""

    exporter = EXPORTER
