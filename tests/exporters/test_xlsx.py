"""The Excel appendices: what each cell holds, how it looks, and that nothing in it is made up."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from io import BytesIO
from itertools import pairwise
from typing import Any
from unittest import mock

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_rowcol_to_cell

from cchc_core import (
    ND09_2019,
    Agency,
    AgencyRow,
    AgencyTable,
    Citation,
    Document,
    DossierRow,
    FieldRow,
    FieldTable,
    IssuerLevel,
    Level,
    LevelTable,
    OpenBound,
    PeriodKind,
    Procedures,
    Report,
    Tier,
    check,
)
from cchc_core.checks import system_of
from cchc_core.conditions import Grade
from cchc_core.indicators import indicator_lines
from cchc_core.numbers import printed
from cchc_core.plugins import ExportJob
from cchc_core.testing import any_reports, tables
from cchc_exporters.xlsx import render
from cchc_exporters.xlsx.formulas import SEPARATOR
from cchc_exporters.xlsx.paging import page_breaks
from cchc_exporters.xlsx.rows import Rows
from cchc_exporters.xlsx.telling import telling
from cchc_exporters.xlsx.workbook import lay_out

pytestmark = pytest.mark.unmeasured

Recalculate = Callable[[dict[str, bytes]], dict[str, bytes]]


def job_of(report: Report) -> ExportJob:
    """Check a report and make the job that an exporter is given."""
    return ExportJob(report=report, result=check(report))


def places_of(report: Report) -> Mapping[str, tuple[str, int, int]]:
    """Say where each figure stands: sheet, row and column, counting from one."""
    return {path: (sheet, row + 1, column + 1) for path, (sheet, row, column) in lay_out(report).addresses.items()}


def opened(content: bytes, *, values: bool = False) -> Any:
    """Open a workbook, with formulas or with the values stored for them."""
    return load_workbook(BytesIO(content), data_only=values)


def all_values(content: bytes) -> dict[tuple[str, str], Any]:
    """Give every value that is not blank, by sheet and cell."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    return {
        (name, xl_rowcol_to_cell(row, column)): value
        for name in workbook.sheet_names
        for row, values in enumerate(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
        for column, value in enumerate(values)
        if value not in {None, ""}
    }


def empty_report() -> Report:
    """Give a report that reports nothing."""
    return Report(
        agency=Agency(name="UBND xã", tier=Tier.COMMUNE),
        period=ND09_2019.period(PeriodKind.QUARTER, 2026, 1),
        document=Document(title=""),
    )


def widened(report: Report) -> Report:
    """Give the report tables by field and by agency, of 300 and of three rows."""
    rows = [DossierRow(received=index, received_online=index % 7) for index in range(300)]
    by_field = FieldTable(
        fields=tuple(FieldRow(field=f"Lĩnh vực {index}", figures=row) for index, row in enumerate(rows)),
        total=DossierRow(received=sum(range(300)), received_online=0),
    )
    by_agency = AgencyTable(
        agencies=(
            AgencyRow(agency="Phòng Tư pháp", level=Level.DISTRICT, figures=DossierRow(received=1)),
            AgencyRow(agency="Xã Phú Đình", level=Level.COMMUNE, figures=DossierRow(received=2)),
            AgencyRow(agency="Xã Bảo Cường", level=Level.COMMUNE, figures=DossierRow(received=3)),
        ),
        total=DossierRow(received=6),
    )
    procedures = report.procedures.revise(dossiers_by_field=by_field, dossiers_by_agency=by_agency)
    return report.revise(procedures=procedures)


class TestFigures:
    """Every figure of the report stands in the workbook as reported."""

    def test_every_figure_is_held_as_the_number_reported(self, example: Report, example_job: ExportJob) -> None:
        """A cell holds 89626, not a text; a blank is an empty cell, and no zero."""
        workbook = opened(render(example_job), values=True)
        places = places_of(example)
        worked_out = {"pending_in_time"}
        for path, cell in system_of(example).cells.items():
            if cell.value is None and cell.figure().optional:
                continue
            sheet, row, column = places[path]
            held = workbook[sheet].cell(row, column).value
            value = cell.value.value if isinstance(cell.value, OpenBound) else cell.value
            if cell.place.figure not in worked_out:
                assert (path, value) == (path, held)

    def test_a_blank_total_shows_the_sum_of_its_details_in_italics(
        self, example: Report, example_job: ExportJob
    ) -> None:
        """Column (12), which the report leaves out, is worked out live and can be told apart."""
        sheet, row, column = places_of(example)["procedures.dossiers.total.pending_in_time"]
        cell = opened(render(example_job))[sheet].cell(row, column)
        assert cell.value.count("+") == 2
        assert cell.font.italic
        assert opened(render(example_job), values=True)[sheet].cell(row, column).value == 236

    def test_totals_are_live_formulas_with_their_values(self, example: Report, example_job: ExportJob) -> None:
        """The district's and the communes' dossiers are added up by the workbook itself."""
        sheet, row, column = places_of(example)["procedures.dossiers.total.received"]
        assert opened(render(example_job))[sheet].cell(row, column).value == "=C15+C16"
        assert opened(render(example_job), values=True)[sheet].cell(row, column).value == 89626

    def test_a_broken_total_stays_as_reported_and_says_why(self, example: Report, example_job: ExportJob) -> None:
        """19.024 is a number, on a coloured ground, with a comment that names the rules and the gap."""
        sheet, row, column = places_of(example)["procedures.online.total.received"]
        cell = opened(render(example_job))[sheet].cell(row, column)
        assert cell.value == 19024
        assert cell.fill.fgColor.rgb == "FFF8CBAD"
        for word in ("LVL-001", "ONL-001", "ONL-002", "19.042", "lệch -18"):
            assert word in cell.comment.text

    def test_figures_that_hold_are_not_coloured(self, example: Report, example_job: ExportJob) -> None:
        """Colour means something only where it is rare: no figure but those in doubt."""
        workbook = opened(render(example_job))
        coloured = {
            path
            for path, (sheet, row, column) in places_of(example).items()
            if workbook[sheet].cell(row, column).fill.patternType == "solid"
        }
        assert coloured == {
            "procedures.online.total.received",
            "civil_service.unannounced_communes",
            "direction.unannounced_communes",
        }

    def test_comments_follow_the_language_of_the_job(self, example: Report) -> None:
        """An English job has English comments; the form stays Vietnamese."""
        job = ExportJob(report=example, result=check(example), lang="en")
        sheet, row, column = places_of(example)["civil_service.unannounced_communes"]
        assert "gap -1" in opened(render(job))[sheet].cell(row, column).comment.text

    def test_number_formats_show_what_was_printed(self, example: Report, example_job: ExportJob) -> None:
        """Thousands are grouped by the reader's locale, an open bound keeps its word, a share its decimals."""
        workbook = opened(render(example_job))
        places = places_of(example)
        formats = {
            path: workbook[places[path][0]].cell(*places[path][1:]).number_format
            for path in ("procedures.dossiers.total.received", "direction.media_items", "digital_government.digitised")
        }
        assert list(formats.values()) == ["#,##0", '"trên "#,##0', "#,##0"]

    def test_figures_too_large_for_a_spreadsheet_are_no_formulas(self, example: Report) -> None:
        """Beyond its exact numbers a program would compare and add wrongly, so the numbers stand alone."""
        huge = 10**15 - 1
        row = DossierRow(received=huge - 1, resolved=1, resolved_early=huge, received_online=huge, received_in_person=1)
        other = DossierRow(received=-huge, resolved=1, resolved_early=1)
        total = DossierRow(received=-1)
        rows = LevelTable(district=row, commune=other, total=total)
        report = example.revise(procedures=example.procedures.revise(dossiers=rows))
        sheet = opened(render(job_of(report)))["Phụ lục II"]
        line, column = places_of(report)["procedures.dossiers.total.received"][1:]
        assert sheet.cell(line, column).value == -1
        shares = [cell.value for cell in sheet["C"]]
        assert "99.999.999.999.999.900,00" in shares
        assert 99.99 in shares

    def test_derived_shares_are_live_and_exact(self, example_job: ExportJob) -> None:
        """97,66% of the dossiers were resolved early, which the original leaves out."""
        values = all_values(render(example_job)).values()
        for share in (99.93, 97.66, 0.07, 21.28, 95.52):
            assert share in values


class TestLayout:
    """The sheets look and print like the appendices of an administrative document."""

    def test_there_are_three_appendices(self, example_job: ExportJob) -> None:
        """Phụ lục I to III, in Roman numerals; what was found, by which rules, and charts come after them."""
        names = opened(render(example_job)).sheetnames
        assert names == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phát hiện", "Quy tắc", "Biểu đồ"]

    def test_each_table_that_grows_has_sheets_of_its_own(self, example: Report) -> None:
        """Their heads, the row of column numbers included, are repeated on every page."""
        workbook = opened(render(job_of(widened(example))))
        assert ["Phụ lục II - Lĩnh vực", "Phụ lục II - Cơ quan"] == workbook.sheetnames[2:4]
        sheet = workbook["Phụ lục II - Lĩnh vực"]
        first, last = (int(row) for row in sheet.print_title_rows.replace("$", "").split(":"))
        assert sheet.cell(first, 1).value == "STT"
        assert [sheet.cell(last, column).value for column in (1, 3, 13)] == ["(1)", "(3)", "(13)"]
        assert sheet.cell(5, 1).value == "Biểu số II.06a/VPCP/KSTT"
        assert sheet.cell(last + 1, 2).value == "Lĩnh vực 0"
        assert sheet.cell(last + 301, 2).value == "Tổng cộng"
        assert sheet.cell(last + 301, 3).value == f"=SUM(C{last + 1}:C{last + 300})"

    def test_details_of_a_long_table_stand_on_a_second_sheet(self, example: Report) -> None:
        """Figures beyond the printed form, and shares as printed, under headings of their own."""
        row = DossierRow(received=9, pending_not_due=2, withdrawn=1, late_share_printed=Decimal("0.00"))
        whole = DossierRow(received=9, received_online=4, received_in_person=3, carried_over=2)
        table = FieldTable(fields=(FieldRow(field="Đất đai", figures=row), FieldRow(field="Hộ tịch", figures=whole)))
        report = example.revise(procedures=example.procedures.revise(dossiers_by_field=table))
        workbook = opened(render(job_of(report)))
        sheet = workbook["Phụ lục II - Lĩnh vực, chi tiết"]
        rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=10, max_row=12)]
        assert rows[0] == [
            "STT",
            "Lĩnh vực, công việc giải quyết theo cấp",
            "Chi tiết kèm theo",
            None,
            "Tỷ lệ in trong báo cáo (%)",
        ]
        assert rows[1][2:] == ["Chưa đến hạn", "Xin rút", "Quá hạn"]
        assert rows[2] == [1, "Đất đai", 2, 1, 0]
        assert sheet.print_title_rows == "$10:$11"
        assert workbook["Phụ lục II - Lĩnh vực"]["C15"].value == "=D15+E15+F15"

    def test_the_form_has_three_header_rows_and_column_numbers(self, example_job: ExportJob) -> None:
        """The head of form II.06a spans as printed, with (1) to (13) beneath."""
        sheet = opened(render(example_job))["Phụ lục II"]
        merged = {str(each): sheet[each.coord.split(":")[0]].value for each in sheet.merged_cells.ranges}
        assert merged["C11:F11"] == "Số hồ sơ nhận giải quyết"
        assert merged["G11:J11"] == "Số hồ sơ đã giải quyết"
        assert merged["K11:M11"] == "Số hồ sơ đang giải quyết"
        assert merged["D12:E12"] == "Trong kỳ"
        assert merged["A11:A13"] == "STT"
        assert merged["M12:M13"] == "Quá hạn"
        assert [cell.value for cell in sheet[14]][:13] == [f"({number})" for number in range(1, 14)]

    def test_it_prints_on_a4_one_page_wide(self, example_job: ExportJob) -> None:
        """Paper, margins and repeated rows are those of Nghị định 30/2020/NĐ-CP."""
        for sheet in opened(render(example_job)).worksheets[:3]:
            assert sheet.page_setup.paperSize == 9
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
            assert 0.78 <= sheet.page_margins.top <= 0.99
            assert 1.18 <= sheet.page_margins.left <= 1.38
            assert 0.59 <= sheet.page_margins.right <= 0.79
            assert sheet.print_area
        assert opened(render(example_job))["Phụ lục I"].print_title_rows == "$5:$6"

    def test_pages_are_numbered_from_the_second_on(self, example_job: ExportJob) -> None:
        """In the middle of the top margin, size 13; the first page bears no number."""
        for sheet in opened(render(example_job)).worksheets[:3]:
            assert sheet.HeaderFooter.differentFirst
            assert sheet.oddHeader.center.text == "&P"
            assert sheet.oddHeader.center.size == 13
            assert sheet.firstHeader.center.text is None

    def test_check_cells_are_not_printed(self, example: Report) -> None:
        """The signed page is the official form, and nothing else."""
        for sheet in opened(render(job_of(widened(example)))).worksheets[:5]:
            heads = [cell for row in sheet.iter_rows() for cell in row if cell.value == "Kiểm tra"]
            last = sheet.print_area.split(":")[1].replace("$", "")
            assert heads or sheet.title == "Phụ lục III"
            assert all(cell.column > column_index_from_string(last.rstrip("0123456789")) for cell in heads)

    def test_no_heading_stands_alone_at_the_foot_of_a_page(self, example: Report) -> None:
        """A page begins before a heading whose lines would not fit beneath it, wherever on the page it stands."""
        headings = {line.number for line in indicator_lines(example) if line.is_heading}
        for lines in range(8):
            agency = evolve(example.agency, name="Ủy ban nhân dân huyện Định Hóa " * (3 * lines + 1))
            sheet = opened(render(job_of(example.revise(agency=agency))))["Phụ lục I"]
            breaks = [each.id for each in sheet.row_breaks.brk]
            assert breaks
            assert not [sheet.cell(row, 1).value for row in breaks if sheet.cell(row, 1).value in headings]

    def test_every_appendix_is_signed(self, example: Report) -> None:
        """Who prepared it on the left, who signs on the right."""
        for sheet in opened(render(job_of(widened(example)))).worksheets[:5]:
            texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
            assert any("NGƯỜI LẬP BIỂU" in text for text in texts)
            assert any("Nguyễn Minh Tú" in text for text in texts)

    def test_everything_is_in_times_new_roman(self, example_job: ExportJob) -> None:
        """One font throughout."""
        workbook = opened(render(example_job))
        fonts = {cell.font.name for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row}
        assert fonts == {"Times New Roman"}

    def test_the_head_leaves_open_what_the_report_leaves_open(self, example_job: ExportJob) -> None:
        """Number, day and month are blank in this report; its year is not."""
        texts = [value for value in all_values(render(example_job)).values() if isinstance(value, str)]
        assert "(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm 2022 của Ủy ban nhân dân huyện Định Hóa)" in texts

    def test_every_cited_document_has_its_line(self, example: Report, example_job: ExportJob) -> None:
        """80 documents, of three levels, numbered through."""
        sheet = opened(render(example_job))["Phụ lục III"]
        numbers = [cell.value for cell in sheet["A"] if isinstance(cell.value, int)]
        assert numbers == list(range(1, len(example.citations) + 1))

    def test_what_is_blank_throughout_takes_no_room(self, example: Report) -> None:
        """Details nobody reported make no table, and a list of no documents says so."""
        dossiers = LevelTable(commune=DossierRow(received=1), total=DossierRow(received=1))
        report = empty_report().revise(procedures=example.procedures.revise(dossiers=dossiers))
        texts = [value for value in all_values(render(job_of(report))).values() if isinstance(value, str)]
        assert "Chi tiết hồ sơ đang giải quyết" not in texts
        assert "Báo cáo không viện dẫn văn bản nào." in texts

    def test_shares_as_printed_stand_apart_from_those_derived(self, example: Report) -> None:
        """A printed share is a number in a table of its own, marked where its figures give another."""
        total = example.procedures.dossiers.total
        assert total is not None
        dossiers = LevelTable(total=total.revise(early_share_printed=Decimal("97.60"), withdrawn=0))
        report = example.revise(procedures=example.procedures.revise(dossiers=dossiers))
        sheet = opened(render(job_of(report)))["Phụ lục II"]
        column = [str(cell.value) for cell in sheet["A"] if cell.value is not None]
        assert ["Chi tiết kèm theo", "Tỷ lệ in trong báo cáo (%)", "Tỷ lệ tính từ số liệu báo cáo (%)"] == [
            text for text in column if text.startswith(("Chi tiết", "Tỷ lệ"))
        ][:3]
        (cell,) = [each for row in sheet.iter_rows() for each in row if each.value == 97.6]
        assert cell.comment is not None
        assert "97,60% in trong báo cáo, nhưng 87.300/89.390 = 97,66%" in cell.comment.text
        texts = [str(each.value) for row in sheet.iter_rows() for each in row]
        assert "Xin rút" in texts
        assert "Trả lại" not in texts

    def test_agencies_stand_under_the_band_of_their_level(self, example: Report) -> None:
        """A consolidated table lists departments before communes, each under its band."""
        sheet = opened(render(job_of(widened(example))))["Phụ lục II - Cơ quan"]
        labels = [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in range(1, sheet.max_row + 1)]
        start = labels.index((1, "Phòng Tư pháp")) - 1
        assert labels[start : start + 6] == [
            ("Cấp huyện", None),
            (1, "Phòng Tư pháp"),
            ("Cấp xã", None),
            (2, "Xã Phú Đình"),
            (3, "Xã Bảo Cường"),
            (None, "Tổng cộng"),
        ]
        assert sheet.cell(start + 6, 3).value == f"=SUM(C{start + 2}:C{start + 2},C{start + 4}:C{start + 5})"


class TestIndicators:
    """Phụ lục I: the lines of the form, then the other figures of the report."""

    @staticmethod
    def rows(report: Report) -> list[list[Any]]:
        """Give number, label, unit, quantity, share and note of every row below the head."""
        sheet = opened(render(job_of(report)), values=True)["Phụ lục I"]
        return [[cell.value for cell in row[:6]] for row in sheet.iter_rows(min_row=7)]

    def row(self, report: Report, number: str) -> list[Any]:
        """Give the row of a line, without its number."""
        (found,) = [row[1:] for row in self.rows(report) if row[0] == number]
        return found

    def test_the_head_splits_the_result(self, example_job: ExportJob) -> None:
        """Kết quả stands over Số lượng and Tỷ lệ."""
        sheet = opened(render(example_job))["Phụ lục I"]
        assert [cell.value for cell in sheet[5]][:6] == [
            "STT",
            "Chỉ tiêu thống kê",
            "Đơn vị tính",
            "Kết quả",
            None,
            "Ghi chú",
        ]
        assert [cell.value for cell in sheet[6]][:6] == [None, None, None, "Số lượng", "Tỷ lệ (%)", None]
        assert "D5:E5" in {str(each) for each in sheet.merged_cells.ranges}

    def test_every_line_stands_in_order(self, example: Report) -> None:
        """Titles, headings and lines, blank ones too; those beneath a share are set in."""
        numbers = [row[0] for row in self.rows(example) if isinstance(row[0], str) and row[0][0].isdigit()]
        assert [line.number for line in indicator_lines(example)] == numbers

    def test_quantities_and_shares_have_a_column_each(self, example: Report) -> None:
        """A share that is derived is worked out to its decimals; a blank is an empty cell."""
        assert self.row(example, "1.1.1")[1:4] == ["%", None, 95.45]
        assert self.row(example, "1.1.1.1")[1:4] == ["nhiệm vụ", 22, None]
        assert self.row(example, "1.3.1")[1:4] == ["nhiệm vụ", None, None]
        assert self.row(example, "7.1.1")[1:4] == ["%", None, 100]

    def test_what_stands_elsewhere_is_referred_to(self, example: Report, example_job: ExportJob) -> None:
        """Dossiers are taken from Phụ lục II, and service units from their own line."""
        sheet = opened(render(example_job))["Phụ lục I"]
        formulas = {row[0].value: row[3].value for row in sheet.iter_rows(min_row=7)}
        places = places_of(example)
        name, row, column = places["procedures.dossiers.district.resolved"]
        assert formulas["3.3.2.1"] == f"='{name}'!{get_column_letter(column)}{row}"
        assert formulas["3.3.2.2"].count("+") == 1
        assert formulas["6.2.1"] == f"=D{places['civil_service.service_units'][1]}"
        assert self.row(example, "3.3.2.2")[2] == 3857

    def test_a_printed_share_is_held_as_printed(self, example: Report) -> None:
        """Also where it is a row's, and where it is wrong."""
        dossiers = example.procedures.dossiers
        assert dossiers.district is not None
        district = dossiers.district.revise(on_time_share_printed=Decimal("99.59"))
        changed = example.procedures.revise(dossiers=evolve(dossiers, district=district))
        direction = example.direction.revise(plan_completion_printed=Decimal("95.5"))
        report = example.revise(procedures=changed, direction=direction)
        assert self.row(report, "3.3.2")[3] == 99.59
        assert self.row(report, "1.1.1")[3] == 95.5

    def test_figures_too_large_are_no_formulas(self, example: Report) -> None:
        """What a spreadsheet would add wrongly stands as a number."""
        rows = LevelTable(district=DossierRow(resolved_early=10**15 - 1, resolved_on_time=1))
        report = example.revise(procedures=example.procedures.revise(dossiers=rows))
        sheet = opened(render(job_of(report)))["Phụ lục I"]
        (cell,) = [row[3] for row in sheet.iter_rows(min_row=7) if row[0].value == "3.3.2.2"]
        assert cell.value == 10**15

    def test_the_other_figures_follow(self, example: Report) -> None:
        """Each is there once, under the title of its section; a blank one is not."""
        rows = self.rows(example)
        start = next(index for index, row in enumerate(rows) if row[1] == "SỐ LIỆU KHÁC TRONG BÁO CÁO")
        labels = [row[1] for row in rows[start:]]
        assert labels[1] == "Công tác chỉ đạo, điều hành cải cách hành chính"
        for label in ("Nhiệm vụ đang triển khai", "Tập thể được khen thưởng hằng năm", "Đơn vị sự nghiệp khác"):
            assert 1 == labels.count(label)
        assert "Nhiệm vụ được giao chưa đến hạn" not in labels
        assert "Nhiệm vụ đã hoàn thành" not in labels

    def test_a_report_without_others_has_no_such_group(self) -> None:
        """The form alone."""
        assert "SỐ LIỆU KHÁC TRONG BÁO CÁO" not in [row[1] for row in self.rows(empty_report())]

    def test_the_wording_nobody_saw_is_said_to_be_ours(self, example: Report) -> None:
        """A note under the table names the text that could not be seen."""
        notes = [row[0] for row in self.rows(example) if isinstance(row[0], str)]
        assert "Lời văn chỉ tiêu chưa kiểm chứng nguyên văn với Công văn số 725/BNV-CCHC." in notes


class TestPurity:
    """The same job gives the same bytes, and text is never anything but text."""

    def test_the_same_job_gives_the_same_bytes(self, example: Report) -> None:
        """No clock, no chance: even the archive's own dates are fixed."""
        first, second = render(job_of(example)), render(job_of(example))
        assert first == second
        assert {info.date_time[0] for info in zipfile.ZipFile(BytesIO(first)).infolist()} == {1980}

    def test_the_callers_decimal_context_changes_no_byte(self, example: Report) -> None:
        """A program that counts with three digits gets the same workbook."""
        ordinary = render(job_of(example))
        with localcontext() as context:
            context.prec = 3
            assert render(job_of(example)) == ordinary

    def test_the_document_is_dated_by_the_report(self, example_job: ExportJob) -> None:
        """The created date is the last day of the period while the report has none of its own."""
        properties = opened(render(example_job)).properties
        assert properties.created.date() == example_job.report.period.end
        assert properties.creator == example_job.report.agency.name
        assert "năm 2021" in properties.subject
        assert properties.category == "Báo cáo cải cách hành chính"

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "http://x", "12", "\x07chuông"])
    def test_text_never_becomes_a_formula(self, text: str) -> None:
        """A name that begins like a formula stays a name."""
        hostile = Citation(type=text, issuer=text, level=IssuerLevel.DISTRICT, subject=text, sections=(text,))
        report = empty_report().revise(citations=(hostile,), agency=Agency(name=text, tier=Tier.COMMUNE, place=text))
        sheet = opened(render(job_of(report)))["Phụ lục III"]
        assert sheet["B7"].value == text.replace("\x07", "")
        assert sheet["B7"].data_type == "s"
        assert sheet["B7"].hyperlink is None

    def test_a_report_that_reports_nothing_still_makes_a_workbook(self) -> None:
        """Blank stays blank: no figure, no formula, no zero."""
        workbook = opened(render(job_of(empty_report())))
        for path, (sheet, row, column) in places_of(empty_report()).items():
            assert (path, workbook[sheet].cell(row, column).value) == (path, None)

    @settings(max_examples=15)
    @given(report=any_reports())
    def test_any_report_can_be_written_and_holds_its_figures(self, report: Report) -> None:
        """Whatever a report holds, broken or not, its figures are in the workbook unchanged."""
        workbook = opened(render(job_of(report)), values=True)
        places = places_of(report)
        for path, cell in system_of(report).cells.items():
            value = cell.value.value if isinstance(cell.value, OpenBound) else cell.value
            if path in places and value is not None:
                sheet, row, column = places[path]
                held = workbook[sheet].cell(row, column).value
                assert (path, Decimal(value)) == (path, Decimal(str(held)))


def looks_of(content: bytes) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Give what stands in every cell of the long tables, the value stored with it, and how it looks."""
    values = opened(content, values=True)
    return {
        (sheet.title, cell.coordinate): (
            cell.value,
            values[sheet.title][cell.coordinate].value,
            cell.number_format,
            cell.font.i,
            cell.fill.fgColor.rgb,
            cell.alignment.horizontal,
        )
        for sheet in opened(content)
        if sheet.title.startswith("Phụ lục II - ")
        for row in sheet.iter_rows()
        for cell in row
    }


def check_texts(content: bytes) -> list[str]:
    """Give what the check cells of a workbook say, relation by relation."""
    texts = []
    for sheet in opened(content, values=True):
        heads = [(cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == "Kiểm tra"]
        for column in {column for _, column in heads}:
            below = [sheet.cell(row, column).value for row in range(1, sheet.max_row + 1)]
            texts += [part for text in below if text and text != "Kiểm tra" for part in text.split(SEPARATOR)]
    return sorted(texts)


def expected_texts(job: ExportJob) -> list[str]:
    """Give what the check cells are to say: the relations that fail though all their figures are reported."""
    system = system_of(job.report)
    tell = telling(system.cells)
    failed = {finding.key: finding for finding in job.result.findings if finding.grade is not Grade.ROUNDING}
    texts = []
    for relation in system.relations:
        if relation.key in failed and all(system.cells[path].number is not None for path in relation.paths):
            gap = failed[relation.key].gap
            assert gap is not None
            texts.append(f"{tell(relation)}: lệch {printed(gap).replace('.', '')}")
    return sorted(texts)


NAMED = (("Sai", 9), ("Đúng", 8))


class TestChecks:
    """Beside every table stand live formulas that say which relations are broken."""

    def test_they_name_what_is_broken_in_the_example(self, example_job: ExportJob) -> None:
        """The total of online dossiers breaks three rules; the communes inspected one."""
        assert check_texts(render(example_job)) == expected_texts(example_job)
        assert "Đã tiếp nhận tổng số≠Cấp huyện+Cấp xã: lệch -18" in expected_texts(example_job)

    @settings(max_examples=15)
    @given(report=any_reports())
    def test_they_name_exactly_the_relations_that_fail_by_the_check(self, report: Report) -> None:
        """All of them, each with its gap, and none that holds or has a blank figure."""
        job = job_of(report)
        assert check_texts(render(job)) == expected_texts(job)

    def test_rows_after_one_pattern_are_checked_one_by_one(self, example: Report) -> None:
        """Among 300 fields the one whose figures do not add up says so, and the column that it breaks."""
        report = widened(example)
        fields = report.procedures.dossiers_by_field
        figures = DossierRow(received=9, received_online=4, received_in_person=3, carried_over=1)
        wrong, right = (FieldRow(field=name, figures=figures.revise(received=received)) for name, received in NAMED)
        rows = (*fields.fields[:200], wrong, right, *fields.fields[202:])
        total = DossierRow(received=sum(range(300)))
        table = FieldTable(fields=rows, total=total)
        job = job_of(report.revise(procedures=report.procedures.revise(dossiers_by_field=table)))
        content = render(job)
        texts = check_texts(content)
        assert texts == expected_texts(job)
        sheet = opened(content)["Phụ lục II - Lĩnh vực"]
        assert [sheet.cell(row, 3).value for row in (213, 214, 215)] == [199, 9, "=D215+E215+F215"]
        assert "(3)≠(4)+(5)+(6): lệch 1" in texts
        assert f"(3) tổng số≠tổng 300 dòng: lệch {200 + 201 - 9 - 8}" in texts

    @settings(max_examples=6)
    @given(tables=st.lists(tables(DossierRow, LevelTable, complete=True), min_size=1, max_size=3))
    def test_a_pattern_writes_what_cell_by_cell_is_written(self, tables: list[LevelTable[DossierRow]]) -> None:
        """Values, formulas and looks are the same, whichever way a row of a long table takes."""
        rows = [row.record for table in tables for row in table.rows()]
        rows = [row if index % 2 else row.revise(pending_in_time=None) for index, row in enumerate(rows)]
        rows.insert(0, DossierRow(received=9, received_online=4, received_in_person=3, carried_over=1))
        fields = tuple(FieldRow(field=f"Lĩnh vực {index}", figures=row) for index, row in enumerate(rows))
        table = FieldTable(fields=fields, total=rows[-1])
        job = job_of(empty_report().revise(procedures=Procedures(dossiers_by_field=table)))
        by_pattern = looks_of(render(job))
        with mock.patch.object(Rows, "_pattern", return_value=None):
            assert by_pattern == looks_of(render(job))

    def test_what_rounding_explains_is_not_told(self, example: Report) -> None:
        """10,1 against 5,0 and 5,0, each rounded to a tenth, is no error; 10,3 is one."""
        texts = []
        for savings in ("10.1", "10.3"):
            finance = example.public_finance.revise(
                savings=Decimal(savings), savings_conference=Decimal("5.0"), savings_recurrent=Decimal("5.0")
            )
            texts.append("; ".join(check_texts(render(job_of(example.revise(public_finance=finance))))))
        assert "lệch 0,1" not in texts[0]
        assert "lệch 0,3" in texts[1]

    def test_figures_too_large_for_a_formula_are_checked_all_the_same(self, example: Report) -> None:
        """Then the cell holds the words without a formula."""
        huge = 10**15 - 1
        row = DossierRow(received=huge, received_online=huge, received_in_person=huge, carried_over=0)
        dossiers = LevelTable(district=row, total=row)
        job = job_of(example.revise(procedures=Procedures(dossiers=dossiers)))
        content = render(job)
        assert f"(3)≠(4)+(5)+(6): lệch -{huge}" in check_texts(content)
        sheet = opened(content)["Phụ lục II"]
        (cell,) = [cell for cell in sheet[15] if str(cell.value).startswith("(3)≠")]
        assert cell.data_type == "s"

    def test_a_difference_of_too_many_digits_is_written_in_words(self, example: Report) -> None:
        """A spreadsheet shows 15 digits, the decimals among them, and would cut this one short."""
        finance = example.public_finance.revise(
            savings=Decimal("0.11"), savings_conference=Decimal(10**13 + 31), savings_recurrent=Decimal("0.22")
        )
        content = render(job_of(example.revise(public_finance=finance)))
        cells = [cell for row in opened(content)["Phụ lục I"].iter_rows() for cell in row]
        told = [cell.value for cell in cells if cell.data_type == "s" and "lệch -10000000000031,11" in str(cell.value)]
        assert len(told) == 1

    def test_they_turn_red(self, example_job: ExportJob) -> None:
        """Every check cell has a conditional format for when it says something."""
        sheet = opened(render(example_job))["Phụ lục II"]
        kinds = {rule.type for rules in sheet.conditional_formatting for rule in rules.rules}
        assert kinds == {"notContainsBlanks"}


class TestNames:
    """Figures have names, by which formulas of the reader's own may speak of them."""

    def test_each_name_means_the_cell_of_its_figure(self, example: Report, example_job: ExportJob) -> None:
        """Those of lines and of tables by level, every one of them."""
        places = places_of(example)
        names = opened(render(example_job)).defined_names
        assert set(names) == {path for path, (sheet, _, _) in places.items() if sheet != "Phụ lục III"}
        for path, (sheet, row, column) in places.items():
            assert names[path].attr_text == f"'{sheet}'!${get_column_letter(column)}${row}"

    def test_the_columns_of_long_tables_have_names(self, example: Report) -> None:
        """From the first row to the last, without the total, which has a name of its own."""
        names = opened(render(job_of(widened(example)))).defined_names
        sheet = "'Phụ lục II - Lĩnh vực'"
        assert names["procedures.dossiers_by_field.received"].attr_text == f"{sheet}!$C$14:$C$313"
        assert names["procedures.dossiers_by_field.total.received"].attr_text == f"{sheet}!$C$314"
        agencies = names["procedures.dossiers_by_agency.received"].attr_text
        assert agencies == "'Phụ lục II - Cơ quan'!$C$15:$C$18"


class TestPages:
    """Where pages end."""

    @given(
        rows=st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=1, max_size=60),
        first=st.integers(40, 120),
        following=st.integers(40, 120),
    )
    def test_pages_hold_their_rows_and_keep_together_what_belongs_together(
        self, rows: list[tuple[int, bool]], first: int, following: int
    ) -> None:
        """No page is fuller than it may be, and a kept row ends a page only if what is kept together fits on none."""
        heights = [height for height, _ in rows]
        kept = {row for row, (_, is_kept) in enumerate(rows) if is_kept}
        starts = [0, *page_breaks(heights, kept, first, following), len(rows)]
        for number, (start, end) in enumerate(pairwise(starts)):
            room = first if number == 0 else following
            assert start < end
            assert sum(heights[start:end]) <= room or end - start == 1
            if end < len(rows) and end - 1 in kept:
                chain = next((row + 1 for row in range(end - 1, start, -1) if row not in kept), start)
                assert chain == start or sum(heights[chain : end + 1]) > following


@pytest.mark.libreoffice
def test_a_number_too_long_for_its_column_is_printed_smaller(example_job: ExportJob) -> None:
    """A signed page with ### in it has lost the figure."""
    sheet, row, column = places_of(example_job.report)["procedures.dossiers.total.received"]
    assert opened(render(example_job))[sheet].cell(row, column).alignment.shrink_to_fit


class TestLibreOffice:
    """Another spreadsheet program agrees with every value we stored."""

    def test_no_cell_changes_whatever_is_reported(self, example: Report, recalculate: Recalculate) -> None:
        """The real report, a wide one, an empty one, and generated ones, broken or consistent, small or huge."""
        generated: list[Report] = [example, widened(example), empty_report()]

        @settings(max_examples=30)
        @given(any_report=any_reports(), dossiers=tables(DossierRow, LevelTable, complete=True))
        def collect(any_report: Report, dossiers: LevelTable[DossierRow]) -> None:
            generated.append(any_report)
            generated.append(example.revise(procedures=example.procedures.revise(dossiers=dossiers)))

        collect()
        assert len(generated) >= 60
        workbooks = {str(index): render(job_of(report)) for index, report in enumerate(generated)}
        workbooks |= {
            "off by one": replaced(workbooks["0"], b"<v>89626</v>", b"<v>89627</v>"),
            "edited": replaced(workbooks["0"], b"<v>2836</v>", b"<v>2837</v>"),
        }
        recalculated = recalculate(workbooks)
        for name in map(str, range(len(generated))):
            assert all_values(workbooks[name]) == all_values(recalculated[name])
        assert 89627 in all_values(workbooks["off by one"]).values()
        assert all_values(recalculated["off by one"]) == all_values(workbooks["0"])
        assert ["(3)≠(7)+(11): lệch 1"] * 2 == check_texts(recalculated["edited"])[:2]
        names = [set(opened(each["0"]).defined_names) for each in (workbooks, recalculated)]
        assert names[0] == names[1]


def replaced(content: bytes, old: bytes, new: bytes) -> bytes:
    """Give the workbook with something else in its parts."""
    tampered = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(tampered, "w") as target:
        for info in source.infolist():
            target.writestr(info, source.read(info).replace(old, new))
    return tampered.getvalue()
