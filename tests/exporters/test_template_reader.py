"""A form that was filled in is read as it stands, or it is said which cell, row or column stands in the way."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from cchc_core import MissingExtraError, ReadError, Report, check, load, read
from cchc_core.cli.main import main
from cchc_core.errors import Fault
from cchc_core.forms import OpenBound, OpenWord
from cchc_core.plugins import Reading, TemplateJob
from cchc_core.reading import NoticeWarning
from cchc_core.report import ND09_2019, PeriodKind, Tier
from cchc_core.words import LANGUAGES
from cchc_exporters.template.form.layout import HIDDEN_SHEET, layout_of
from cchc_exporters.template.form.sheets import cell_name
from cchc_exporters.template.form.spec import spec_for
from cchc_exporters.template.reading.read import read as read_workbook
from cchc_exporters.template.writing.write import write
from workbooks_for_tests import cell_with, parts_of, sheet_part, zipped

Edit = Callable[[Workbook], object]

FACTS, LINES, TABLE = "Thông tin", "Phụ lục I", "Phụ lục II"
EXAMPLE = "examples/dinh-hoa-2021.json"
LINES_JOB = TemplateJob(forms=("direction",))
LEVELS_JOB = TemplateJob(forms=("dossiers",), tables=("level",))
FIELDS_JOB = TemplateJob(forms=("dossiers",), tables=("field",), rows=4)
AGENCIES_JOB = TemplateJob(forms=("dossiers",), tables=("agency",), rows=4)


@pytest.fixture(scope="module")
def report() -> Report:
    return load(EXAMPLE)


def form(job: TemplateJob, report: Report) -> bytes:
    return write(evolve(job, report=report))


def edited(content: bytes, edit: Edit) -> bytes:
    """Open a form, edit it, and save it."""
    workbook = load_workbook(BytesIO(content))
    edit(workbook)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def cell_of(job: TemplateJob, report: Report, path: str) -> tuple[str, str]:
    """Give sheet and cell of a figure or fact."""
    sheet, cell = layout_of(spec_for(evolve(job, report=report))).places[path]
    return sheet, cell_name(cell)


def with_value(job: TemplateJob, report: Report, path: str, value: Any) -> bytes:
    """Fill a value into a cell of the form."""
    sheet, cell = cell_of(job, report, path)

    def fill(workbook: Workbook) -> None:
        workbook[sheet][cell].value = value

    return edited(form(job, report), fill)


def faults(content: bytes) -> list[tuple[str, str]]:
    """Give place and kind of every fault; each is said in both languages, its place first."""
    with pytest.raises(ReadError) as refused:
        read(content)
    for fault in refused.value.faults:
        for lang in LANGUAGES:
            assert fault.describe(lang).startswith(fault.path)
    return [(fault.path, fault.kind) for fault in refused.value.faults]


def told(found: tuple[Fault, ...]) -> list[tuple[str, str]]:
    assert all(fault.describe(lang) for fault in found for lang in LANGUAGES)
    return [(fault.path, fault.kind) for fault in found]


@pytest.mark.parametrize(
    ("name", "value", "read_as"),
    [
        ("tasks_planned", 12, 12),
        ("tasks_planned", "1.250", 1250),
        ("tasks_planned", "02", 2),
        ("tasks_planned", "1\u00a0250 nhiệm vụ", 1250),
        ("tasks_planned", "-", 0),
        ("tasks_planned", "Không", 0),
        ("tasks_planned", -18, -18),
        ("tasks_planned", None, None),
        ("tasks_planned", "  ", None),
        ("plan_completion_printed", 97.6, Decimal("97.60")),
        ("plan_completion_printed", 97, Decimal("97.00")),
        ("plan_completion_printed", 97.125, Decimal("97.125")),
        ("plan_completion_printed", 123456789012345, Decimal(123456789012345)),
        ("plan_completion_printed", "97,6%", Decimal("97.6")),
        ("plan_completion_printed", 0.1 + 0.2, Decimal("0.30")),
        ("media_items", "trên 200", OpenBound(OpenWord.OVER, Decimal(200))),
        ("media_items", "Ít nhất 1.250 tin, bài", OpenBound(OpenWord.AT_LEAST, Decimal(1250))),
        ("media_items", "200", OpenBound(OpenWord.EXACTLY, Decimal(200))),
        ("media_items", 200, OpenBound(OpenWord.EXACTLY, Decimal(200))),
    ],
)
def test_a_figure_is_read_as_it_is_written(report: Report, name: str, value: Any, read_as: object) -> None:
    """A blank is not a zero, text is read as officials write numbers, and a share keeps two decimals."""
    found = getattr(read(with_value(LINES_JOB, report, f"direction.{name}", value)).report.direction, name)
    assert repr(read_as) == repr(found)


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("tasks_planned", 12.5, "cell_not_whole"),
        ("tasks_planned", True, "cell_truth"),
        ("tasks_planned", datetime(2021, 3, 12), "cell_date"),  # noqa: DTZ001 - a cell has no zone
        ("tasks_planned", "#REF!", "cell_error"),
        ("tasks_planned", "=B1*2", "formula_without_value"),
        ("tasks_planned", "=[1]Sheet1!A1", "formula_outside"),
        ("tasks_planned", 10**15, "number_too_long"),
        ("tasks_planned", "19.02", "numeral_group"),
        ("tasks_planned", "1,250", "numeral_not_whole"),
        ("tasks_planned", "khoảng 200", "numeral_approximate"),
        ("tasks_planned", "…", "numeral_not_known"),
        ("tasks_planned", "12 người", "numeral_unit"),
        ("plan_completion_printed", 1e15, "number_too_long"),
        ("plan_completion_printed", 1e-15, "number_too_long"),
        ("media_items", "trên nhiều", "numeral_text"),
        ("media_items", 1e15, "number_too_long"),
    ],
)
def test_what_is_no_figure_is_refused_with_sheet_and_cell(report: Report, name: str, value: Any, kind: str) -> None:
    """Nothing is rounded, guessed or left out in silence."""
    path = f"direction.{name}"
    sheet, cell = cell_of(LINES_JOB, report, path)
    assert [(f"{sheet}!{cell}", kind)] == faults(with_value(LINES_JOB, report, path, value))


def test_a_share_in_a_cell_of_percentages_is_refused(report: Report) -> None:
    """Excel shows 97,66% and holds 0.9766; who typed it knows which is meant."""
    sheet, cell = cell_of(LINES_JOB, report, "direction.plan_completion_printed")

    def fill(workbook: Workbook, shown: str) -> None:
        workbook[sheet][cell].value = 0.9766
        workbook[sheet][cell].number_format = shown

    for shown in ("0.00%", "0.0%"):
        with pytest.raises(ReadError, match=re.escape(f"{sheet}!{cell}: ô có định dạng phần trăm")) as refused:
            read(edited(form(LINES_JOB, report), partial(fill, shown=shown)))
        assert {"found": "0,9766", "percent": "97,66%"} == refused.value.faults[0].facts
    content = edited(form(LINES_JOB, report), lambda workbook: fill(workbook, '0.00"%"'))
    assert Decimal("0.9766") == read(content).report.direction.plan_completion_printed


class TestFacts:
    """Who reports on what: what is needed is asked for, and the rest may be blank."""

    def test_a_new_form_says_what_is_still_needed(self) -> None:
        """Name and tier of the agency, kind and year of the period."""
        content = write(LINES_JOB)
        layout = layout_of(spec_for(LINES_JOB))
        needed = ["agency.name", "agency.tier", "period.kind", "period.year"]
        expected = [(f"{FACTS}!{cell_name(layout.places[path][1])}", "cell_required") for path in needed]
        assert expected == faults(content)

    def test_days_left_blank_are_those_of_the_calendar(self) -> None:
        """And everything else left blank is blank."""

        def fill(workbook: Workbook) -> None:
            layout = layout_of(spec_for(LINES_JOB))
            given = {"agency.name": "UBND xã", "agency.tier": "Cấp xã", "period.kind": "Quý", "period.year": 2026}
            for path, value in {**given, "period.index": 3, "document.number": 12}.items():
                workbook[FACTS][cell_name(layout.places[path][1])].value = value

        found = read(edited(write(LINES_JOB), fill)).report
        assert (Tier.COMMUNE, ND09_2019.period(PeriodKind.QUARTER, 2026, 3)) == (found.agency.tier, found.period)
        assert ("", "12", ()) == (found.document.title, found.document.number, found.document.recipients)
        assert found.direction == type(found.direction)()

    @pytest.mark.parametrize(
        ("path", "value", "kind"),
        [
            ("agency.tier", "Cấp bộ", "not_choice"),
            ("agency.name", " ", "cell_required"),
            ("agency.name", True, "cell_not_text"),
            ("agency.tier", True, "cell_not_text"),
            ("document.number", date(2021, 12, 5), "cell_not_text"),
            ("document.recipients", True, "cell_not_text"),
            ("period.year", "hai nghìn", "numeral_text"),
            ("period.year", 21, "period_year"),
            ("period.index", 5, "period_index"),
            ("period.end", "30/2/2021", "cell_not_date"),
            ("period.end", "hôm nay", "cell_not_date"),
            ("period.end", 44540, "cell_not_date"),
        ],
    )
    def test_a_fact_that_cannot_be_is_refused_with_its_cell(
        self, report: Report, path: str, value: Any, kind: str
    ) -> None:
        """Whatever was typed where."""
        sheet, cell = cell_of(LINES_JOB, report, path)
        content = with_value(LINES_JOB, report, path, value)
        if path == "period.end" and value == 44540:
            content = edited(content, lambda workbook: setattr(workbook[sheet][cell], "number_format", "0"))
        assert [(f"{sheet}!{cell}", kind)] == faults(content)

    @pytest.mark.parametrize(
        ("value", "day"),
        [
            ("14/12/2021", date(2021, 12, 14)),
            ("5/7/2021", date(2021, 7, 5)),
            (datetime(2021, 12, 14, 9, 30), date(2021, 12, 14)),  # noqa: DTZ001 - a cell has no zone
            (" ", date(2021, 12, 14)),
        ],
    )
    def test_a_day_is_a_day_however_it_was_typed(self, report: Report, value: object, day: date) -> None:
        """As a date of the spreadsheet, or as a text with day, month and year; blank, it is the calendar's."""
        assert day == read(with_value(LINES_JOB, report, "period.end", value)).report.period.end

    def test_which_of_the_year_s_periods_it_is_must_be_said_where_there_are_several(self, report: Report) -> None:
        """A year has one year but four quarters; a calendar that is not known gives no days."""
        layout = layout_of(spec_for(evolve(LINES_JOB, report=report)))
        cells = {name: cell_name(layout.places[f"period.{name}"][1]) for name in ("kind", "index", "calendar", "start")}

        def fill(workbook: Workbook, **values: object) -> None:
            for name, value in values.items():
                workbook[FACTS][cells[name]].value = value

        content = form(LINES_JOB, report)
        quarter = edited(content, lambda workbook: fill(workbook, kind="Quý", index=None))
        assert [(f"{FACTS}!{cells['index']}", "cell_required")] == faults(quarter)
        unknown = edited(content, lambda workbook: fill(workbook, calendar="lich-rieng", start=None))
        assert [(f"{FACTS}!{cells['start']}", "period_days")] == faults(unknown)
        known = edited(content, lambda workbook: fill(workbook, calendar="lich-rieng"))
        assert "lich-rieng" == read(known).report.period.calendar


class TestRows:
    """Tables by field and by agency."""

    def test_rows_left_blank_are_no_rows_and_every_figure_keeps_its_cell(self, report: Report) -> None:
        """The third row of the form is the first of the report if the two above it are blank."""

        def fill(workbook: Workbook) -> None:
            sheet = workbook[TABLE]
            sheet["B14"], sheet["C14"], sheet["D14"], sheet["E14"] = 1, "Đất đai", 10, "4"
            sheet["C12"], sheet["C15"], sheet["D15"] = "  ", "=1+1", -1
            sheet["C15"].data_type = "s"

        reading = read(edited(form(FIELDS_JOB, report), fill))
        table = reading.report.procedures.dossiers_by_field
        assert [(1, "Đất đai", 10, 4), (None, "=1+1", -1, None)] == [
            (row.number, row.field, row.figures.received, row.figures.received_online) for row in table.fields
        ]
        assert table.total is None
        before = "procedures.dossiers_by_field."
        assert f"{TABLE}!E14" == reading.cells[f"{before}fields[0].figures.received_online"]
        assert f"{TABLE}!C15" == reading.cells[f"{before}fields[1].field"]
        assert f"{TABLE}!D16" == reading.cells[f"{before}total.received"]
        assert f"{before}fields[2].field" not in reading.cells
        assert "procedures.nothing" not in reading.cells
        assert len(set(reading.cells.values())) == len(reading.cells) == len(list(reading.cells))
        assert set(reading.cells) >= {f"{before}fields[1].figures.received", "agency.name"}
        below_zero = [each for each in check(reading.report, cells=reading.cells).findings if each.code == "DOS-001"]
        assert [f"{TABLE}!D15"] == [finding.place.cell for finding in below_zero]

    def test_a_truth_value_among_figures_is_not_taken_for_one(self, report: Report) -> None:
        """Python takes TRUE for 1, and the spreadsheet does not."""

        def fill(workbook: Workbook) -> None:
            workbook[TABLE]["D12"], workbook[TABLE]["E12"], workbook[TABLE]["F13"] = 1, True, 1.5

        expected = [(f"{TABLE}!E12", "cell_truth"), (f"{TABLE}!F13", "cell_not_whole")]
        assert expected == faults(edited(form(FIELDS_JOB, report), fill))

    def test_an_agency_needs_its_level(self, report: Report) -> None:
        """It is chosen from the list; the band of a consolidated form is not guessed."""

        def fill(workbook: Workbook, level: str | None) -> None:
            workbook[TABLE]["C13"], workbook[TABLE]["D13"], workbook[TABLE]["E13"] = "Phòng Tư pháp", level, 5

        content = form(AGENCIES_JOB, report)
        missing = edited(content, lambda workbook: fill(workbook, None))
        assert [(f"{TABLE}!D13", "cell_required")] == faults(missing)
        wrong = edited(content, lambda workbook: fill(workbook, "Cấp phòng"))
        assert [(f"{TABLE}!D13", "not_choice")] == faults(wrong)
        (row,) = read(
            edited(content, lambda workbook: fill(workbook, "Cấp huyện"))
        ).report.procedures.dossiers_by_agency.agencies
        assert ("Phòng Tư pháp", "district", 5) == (row.agency, row.level.value, row.figures.received)


def _move(sheet: Worksheet, row: int, to: int) -> None:
    """Take a row out and put it in elsewhere."""
    values = [cell.value for cell in sheet[row]]
    sheet.delete_rows(row)
    sheet.insert_rows(to)
    for column, value in enumerate(values, start=1):
        sheet.cell(to, column).value = value


def _copy_of_row(sheet: Worksheet, row: int, to: int) -> None:
    values = [cell.value for cell in sheet[row]]
    sheet.insert_rows(to)
    for column, value in enumerate(values, start=1):
        sheet.cell(to, column).value = value


def _one_out_one_in(sheet: Worksheet) -> None:
    sheet.delete_rows(20)
    sheet.insert_rows(10)


def _one_sheet_for_another(workbook: Workbook) -> None:
    workbook.remove(workbook[LINES])
    workbook.create_sheet("Nháp")


def _on(title: str, change: Callable[[Worksheet], object]) -> Edit:
    return lambda workbook: change(workbook[title])


def _set(title: str, **values: object) -> Edit:
    def change(workbook: Workbook) -> None:
        for cell, value in values.items():
            workbook[title][cell].value = value

    return change


MOVED: dict[str, tuple[TemplateJob, Edit, list[tuple[str, str]]]] = {
    "a row inserted": (LINES_JOB, _on(LINES, lambda s: s.insert_rows(10)), [(f"{LINES}!10:10", "rows_added")]),
    "rows inserted": (LINES_JOB, _on(LINES, lambda s: s.insert_rows(10, 3)), [(f"{LINES}!10:12", "rows_added")]),
    "a row copied in": (LINES_JOB, _on(LINES, lambda s: _copy_of_row(s, 9, 12)), [(f"{LINES}!12:12", "row_added")]),
    "a row copied in above": (LINES_JOB, _on(LINES, lambda s: _copy_of_row(s, 12, 9)), [(f"{LINES}!9:9", "row_added")]),
    "a row deleted": (LINES_JOB, _on(LINES, lambda s: s.delete_rows(10)), [(f"{LINES}!10:10", "row_gone")]),
    "a row moved down": (LINES_JOB, _on(LINES, lambda s: _move(s, 9, 14)), [(f"{LINES}!14:14", "row_moved")]),
    "a row moved up": (LINES_JOB, _on(LINES, lambda s: _move(s, 14, 9)), [(f"{LINES}!9:9", "row_moved")]),
    "a line of the head deleted": (LINES_JOB, _on(LINES, lambda s: s.delete_rows(2)), [(f"{LINES}!5:5", "rows_gone")]),
    "one row in, another out": (
        LINES_JOB,
        _on(LINES, _one_out_one_in),
        [(f"{LINES}!10:10", "rows_added"), (f"{LINES}!20:20", "row_gone")],
    ),
    "a fact deleted": (LINES_JOB, _on(FACTS, lambda s: s.delete_rows(16)), [(f"{FACTS}!16:16", "row_gone")]),
    "a row of a table inserted": (
        FIELDS_JOB,
        _on(TABLE, lambda s: s.insert_rows(14)),
        [(f"{TABLE}!14:14", "rows_added")],
    ),
    "a level deleted": (LEVELS_JOB, _on(TABLE, lambda s: s.delete_rows(13)), [(f"{TABLE}!13:13", "row_gone")]),
    "a column of a table inserted": (
        LEVELS_JOB,
        _on(TABLE, lambda s: s.insert_cols(8)),
        [(f"{TABLE}!H:H", "columns_added")],
    ),
    "a column of a table deleted": (
        LEVELS_JOB,
        _on(TABLE, lambda s: s.delete_cols(8)),
        [(f"{TABLE}!H:H", "column_gone")],
    ),
    "the first columns of a table deleted": (
        LEVELS_JOB,
        _on(TABLE, lambda s: s.delete_cols(2, 2)),
        [(f"{TABLE}!B:C", "columns_gone")],
    ),
    "two columns changed places": (
        LEVELS_JOB,
        _set(TABLE, D7="received_online", E7="received"),
        [(f"{TABLE}!D:D", "column_moved")],
    ),
    "a column named twice": (
        LEVELS_JOB,
        _set(TABLE, E7="received"),
        [(f"{TABLE}!E:E", "column_added"), (f"{TABLE}!E:E", "column_gone")],
    ),
    "a column of lines inserted": (
        LINES_JOB,
        _on(LINES, lambda s: s.insert_cols(4)),
        [(f"{LINES}!D:D", "columns_added")],
    ),
    "a column of lines deleted": (LINES_JOB, _on(LINES, lambda s: s.delete_cols(5)), [(f"{LINES}!E:E", "column_gone")]),
    "a column of facts inserted": (
        LINES_JOB,
        _on(FACTS, lambda s: s.insert_cols(3)),
        [(f"{FACTS}!D:D", "columns_added")],
    ),
    "the hidden column deleted": (
        LINES_JOB,
        _on(LINES, lambda s: s.delete_cols(1)),
        [(f"{LINES}!A:A", "sheet_without_keys")],
    ),
    "a column before the hidden one": (
        LINES_JOB,
        _on(LINES, lambda s: s.insert_cols(1)),
        [(f"{LINES}!A:A", "sheet_without_keys")],
    ),
    "the hidden row deleted": (LEVELS_JOB, _on(TABLE, lambda s: s.delete_rows(7)), [(f"{TABLE}!11:11", "rows_gone")]),
    "everything deleted": (
        LEVELS_JOB,
        _on(TABLE, lambda s: s.delete_rows(1, 99)),
        [(f"{TABLE}!A:A", "sheet_without_keys")],
    ),
    "a label changed": (LINES_JOB, _set(LINES, C8="Nhiệm vụ khác"), [(f"{LINES}!C8", "label_changed")]),
    "a label deleted": (LINES_JOB, _set(LINES, C8=None), [(f"{LINES}!C8", "label_gone")]),
    "a head changed": (LEVELS_JOB, _set(TABLE, H9="Tổng"), [(f"{TABLE}!H9", "label_changed")]),
    "a unit changed": (LINES_JOB, _set(LINES, D8="%"), [(f"{LINES}!D8", "label_changed")]),
    "a sheet renamed": (LINES_JOB, _on(LINES, lambda s: setattr(s, "title", "Phu luc 1")), [(LINES, "sheet_renamed")]),
    "a sheet deleted and another added": (
        LINES_JOB,
        _one_sheet_for_another,
        [(LINES, "sheet_missing")],
    ),
    "a sheet deleted": (LINES_JOB, lambda w: w.remove(w[LINES]), [(LINES, "sheet_missing")]),
    "the hidden sheet deleted": (LINES_JOB, lambda w: w.remove(w[HIDDEN_SHEET]), [("", "not_template")]),
}


@pytest.mark.parametrize("what", MOVED)
def test_a_form_whose_figures_may_stand_under_another_label_is_not_read(what: str, report: Report) -> None:
    """What was moved, added, deleted or renamed is named, with the place to look at."""
    job, edit, expected = MOVED[what]
    assert expected == faults(edited(form(job, report), edit))


def test_faults_of_all_sheets_are_told_at_once(report: Report) -> None:
    """Who corrects a form does not read it again after each."""

    def edit(workbook: Workbook) -> None:
        workbook[FACTS]["B14"] = "Tên"
        workbook[LINES]["F7"], workbook[LINES]["F8"] = "khoảng 3", 1.5

    expected = [
        (f"{FACTS}!B14", "label_changed"),
        (f"{LINES}!F7", "numeral_approximate"),
        (f"{LINES}!F8", "cell_not_whole"),
    ]
    assert expected == faults(edited(form(LINES_JOB, report), edit))


class TestFormulas:
    """Check formulas hold no figures; changed ones are told, and those pushed aside show that figures were."""

    def test_formulas_changed_and_deleted_are_told(self, report: Report) -> None:
        """The report is read all the same, and whoever only loads it is warned."""
        edit = _set(LINES, G7="=1+1", G28=None)
        content = edited(form(LINES_JOB, report), edit)
        reading = read(content)
        assert report.direction == reading.report.direction
        assert [(f"{LINES}!G7", "formula_changed"), (f"{LINES}!G28", "formula_gone")] == sorted(
            told(reading.notices), key=lambda each: len(each[0])
        )
        with pytest.warns(NoticeWarning, match="công thức kiểm tra đã bị"):
            load(content)

    def test_many_changed_formulas_are_counted(self, report: Report) -> None:
        """As when values were pasted over a whole sheet."""

        def edit(workbook: Workbook) -> None:
            for row in workbook[TABLE].iter_rows():
                for cell in (each for each in row if getattr(each, "data_type", "") == "f"):
                    cell.value = ""

        notices = read(edited(form(LEVELS_JOB, report), edit)).notices
        assert (TABLE, "formulas_changed") == told(notices)[-1]
        assert [(TABLE, "formulas_changed")] == [each for each in told(notices) if each[1] != "formula_gone"]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (
                r"<f>([^<]*)</f>",
                lambda found: f"<f> {found[1].replace(',', ' , ').lower()}</f>" if '"' not in found[1] else found[0],
            ),
            (r"<f>([^<]*)</f>", lambda found: f'<f aca="false">{found[1].replace(chr(34), "&quot;")}</f>'),
            (r"COUNT\(", lambda _: "_xlfn.COUNT("),
            (
                r'"[^"]*"|\b([A-Z])(\d+)\b(?=[^<]*</f>)',
                lambda found: f"${found[1]}${found[2]}" if found[1] else found[0],
            ),
        ],
    )
    def test_the_same_formula_written_in_another_way_is_the_same(
        self, report: Report, old: str, new: Callable[[re.Match[str]], str]
    ) -> None:
        """As other programs write it when they save the file."""
        parts = parts_of(form(LINES_JOB, report))
        name = sheet_part(parts, LINES)
        parts[name] = re.sub(old, new, parts[name].decode()).encode()
        assert () == read(zipped(parts)).notices

    def test_formulas_written_once_for_several_cells_are_the_same(self, report: Report) -> None:
        """As Excel may write formulas that were filled down; another one among them is told."""
        parts = parts_of(form(FIELDS_JOB, report))
        name = sheet_part(parts, TABLE)
        xml = parts[name].decode()
        xml, first = re.subn(r'(<c r="O12"[^>]*>)<f>', r'\1<f t="shared" ref="O12:O15" si="0">', xml)
        xml, rest = re.subn(r'(<c r="O1[345]"[^>]*>)<f>[^<]*</f>', r'\1<f t="shared" si="0"/>', xml)
        assert (1, 3) == (first, rest)
        parts[name] = xml.encode()
        assert [("", "template_blank")] == told(read(zipped(parts)).notices)
        parts[name] = xml.replace("COUNT(D12,E12,F12,G12)=4", "COUNT(D12,E12,F12,G12)=5").encode()
        changed = {cell for cell, _ in told(read(zipped(parts)).notices) if cell}
        assert {f"{TABLE}!O{row}" for row in range(12, 16)} == changed
        parts[name] = xml.replace('si="0"/>', 'si="7"/>').encode()
        assert 3 == len([cell for cell, _ in told(read(zipped(parts)).notices) if cell])

    @pytest.mark.parametrize("across", [True, False])
    def test_cells_pushed_aside_are_no_notice(self, report: Report, across: bool) -> None:  # noqa: FBT001
        """An insertion of single cells moves figures and the formula behind them; keys and labels stay."""

        def edit(workbook: Workbook) -> None:
            sheet = workbook[TABLE]
            if across:
                sheet.move_range("F12:O12", cols=1)
            else:
                sheet.move_range("E12:E17", rows=1)

        found = faults(edited(form(FIELDS_JOB, report), edit))
        assert [(f"{TABLE}!P12" if across else f"{TABLE}!E18", "cells_shifted")] == [
            each for each in found if each[1] == "cells_shifted"
        ]

    def test_a_formula_in_an_input_gives_the_value_stored_with_it(self, report: Report) -> None:
        """Officials add figures up in the cell; a formula that failed is refused."""
        parts = parts_of(form(LINES_JOB, report))
        name = sheet_part(parts, LINES)
        xml = parts[name]
        parts[name] = cell_with(xml, "F7", '<c r="F7"STYLE><f>20+2</f><v>22</v></c>')
        reading = read(zipped(parts))
        assert (22, ()) == (reading.report.direction.tasks_planned, reading.notices)
        parts[name] = cell_with(xml, "F7", '<c r="F7"STYLE t="e"><f>1/0</f><v>#DIV/0!</v></c>')
        assert (f"{LINES}!F7", "cell_error") in faults(zipped(parts))

    def test_an_array_formula_is_another_one(self, report: Report) -> None:
        """Whoever makes one edits the formula."""

        def edit(workbook: Workbook) -> None:
            workbook[LINES]["G7"] = ArrayFormula("G7", "=SUM(F7:F9)")

        assert [(f"{LINES}!G7", "formula_changed")] == told(read(edited(form(LINES_JOB, report), edit)).notices)


def test_sheets_and_notes_beside_the_form_are_ignored(report: Report) -> None:
    """An official may keep a calculation of his own in the file, and write beside the form."""

    def edit(workbook: Workbook) -> None:
        workbook.create_sheet("Nháp")["ZZ20000"] = "=1/0"
        workbook.create_chartsheet("Biểu đồ")
        workbook[LINES]["K9"], workbook[LINES]["B60"] = "hỏi lại", "ghi chú"

    reading = read(edited(form(LINES_JOB, report), edit))
    assert (report.direction, ()) == (reading.report.direction, reading.notices)


def test_figures_outside_the_form_are_not_read_and_said_not_to_be(report: Report) -> None:
    """Rows typed below a table that is full, or beside it, would be missed without a word."""

    def edit(workbook: Workbook) -> None:
        sheet = workbook[TABLE]
        sheet["B40"], sheet["D40"], sheet["AH12"] = "Nông nghiệp", 77, 5
        for row in range(41, 51):
            sheet[f"D{row}"] = row

    notices = told(read(edited(form(FIELDS_JOB, report), edit)).notices)
    outside = [f"{TABLE}!{cell}" for cell in ("AH12", "D40", "D41", "D42", "D43")]
    assert [(TABLE, "cells_outside")] == notices[5:6]
    assert [(cell, "cell_outside") for cell in outside] == notices[:5]


def test_inputs_that_were_merged_are_refused(report: Report) -> None:
    """What a merged cell hides would be read and never seen."""
    content = edited(form(FIELDS_JOB, report), lambda workbook: workbook[TABLE].merge_cells("D12:E12"))
    assert [(f"{TABLE}!D12:E12", "cells_merged")] == faults(content)


def test_a_formula_longer_than_any_is_refused(report: Report) -> None:
    """Before anything is made of it."""
    content = edited(form(LINES_JOB, report), lambda workbook: workbook[LINES].__setitem__("K9", "=" + "A1+" * 30000))
    assert [("", "workbook_damaged")] == faults(content)


def test_a_copy_of_a_sheet_is_not_read_and_said_not_to_be(report: Report) -> None:
    """Who fills in the copy learns that the original counts."""

    def edit(workbook: Workbook) -> None:
        workbook.copy_worksheet(workbook[LINES])

    notices = told(read(edited(form(LINES_JOB, report), edit)).notices)
    assert [(f"{LINES} Copy", "sheet_copied")] == notices


def test_a_text_table_that_says_it_is_huge_is_read_as_it_is(report: Report) -> None:
    """No memory is set aside for what a part says of itself."""
    parts = parts_of(form(LINES_JOB, report))
    name = next(each for each in parts if each.endswith("sharedStrings.xml"))
    parts[name] = re.sub(rb'ount="\d+"', b'ount="4000000000"', parts[name])
    assert read(zipped(parts)).report == read(form(LINES_JOB, report)).report


def test_what_was_read_and_found_can_be_handed_to_another_process(report: Report) -> None:
    """And be copied; the layout of the form stays behind."""
    reading = read(form(LINES_JOB, report))
    again = pickle.loads(pickle.dumps(reading))  # noqa: S301 - made here
    assert (reading.report, dict(reading.cells)) == (again.report, again.cells)
    result = check(reading.report, cells=reading.cells)
    assert result == pickle.loads(pickle.dumps(result))  # noqa: S301


def test_letters_of_several_looks_in_a_cell_are_its_text(report: Report) -> None:
    """Their looks are elements whose names begin as that of a formula does."""
    parts = parts_of(form(LINES_JOB, report))
    name = sheet_part(parts, FACTS)
    cell = cell_of(LINES_JOB, report, "agency.name")[1]
    looks = '<r><rPr><family val="1"/></rPr><t xml:space="preserve">UBND </t></r><r><rPr><b/></rPr><t>xã</t></r>'
    parts[name] = cell_with(parts[name], cell, f'<c r="{cell}"STYLE t="inlineStr"><is>{looks}</is></c>')
    assert "UBND xã" == read(zipped(parts)).report.agency.name


def test_a_sheet_written_by_an_unusual_program_is_read(report: Report) -> None:
    """With prefixes, single quotes, attributes in another order and texts in their cells."""
    parts = parts_of(form(FIELDS_JOB, report))
    name = sheet_part(parts, TABLE)
    texts = re.findall(r"<si><t[^>]*>([^<]*)</t></si>", parts["xl/sharedStrings.xml"].decode())
    xml = parts[name].decode()
    xml = cell_with(xml.encode(), "D12", "<c t='str' r='D12'><f>1&amp;\"2\"</f><v>12</v></c>").decode()
    xml = re.sub(
        r'<c r="(\w+)"([^>]*?) t="s"><v>(\d+)</v></c>',
        lambda found: f"<c t='inlineStr'{found[2]} r='{found[1]}'><is><t>{texts[int(found[3])]}</t></is></c>",
        xml,
    )
    xml = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", xml.partition("?>")[2]).replace("xmlns=", "xmlns:x=")
    parts[name] = xml.encode()
    reading = read(zipped(parts))
    assert () == reading.notices
    assert 12 == reading.report.procedures.dossiers_by_field.fields[0].figures.received


class TestVersions:
    """A form of another version is named, and what to do with it."""

    @staticmethod
    def _with(content: bytes, **facts: object) -> bytes:
        def edit(workbook: Workbook) -> None:
            for row in workbook[HIDDEN_SHEET].iter_rows():
                given: Any = facts.get(str(row[0].value), row[1].value)
                row[1].value = given

        return edited(content, edit)

    @pytest.mark.parametrize("version", [0, 2, "3"])
    def test_another_version_is_named_with_this_one(self, report: Report, version: object) -> None:
        """And with the versions of the library that made it and that reads it."""
        with pytest.raises(ReadError) as refused:
            read(self._with(form(LINES_JOB, report), version=version, library="9.9"))
        text = refused.value.describe("en")
        assert f"version {version} (made by cchc 9.9)" in text
        assert "reads version 1" in text

    @pytest.mark.parametrize(
        "facts",
        [{"layout": "0"}, {"spec": "{}"}, {"spec": '{"parts":["institutions"],"tables":[]}'}, {"spec": "[" * 9999}],
    )
    def test_another_layout_of_this_version_is_refused(self, report: Report, facts: dict[str, object]) -> None:
        """As when the labels of a form were corrected since."""
        assert [("", "template_layout")] == faults(self._with(form(LINES_JOB, report), **facts))

    def test_older_formulas_make_no_form_unreadable(self, report: Report) -> None:
        """No figure stands in them; that they were not compared is told once."""
        content = self._with(form(LINES_JOB, report), formulas="0", library="9.9")
        reading = read(content)
        assert reading.report == read(form(LINES_JOB, report)).report
        assert [("", "template_formulas")] == [(notice.path, notice.kind) for notice in reading.notices]
        assert "cchc 9.9" in reading.notices[0].describe("en")

    @pytest.mark.parametrize("facts", [{"format": "x"}, {"format": None}])
    def test_a_sheet_that_only_has_the_name_makes_no_form(self, report: Report, facts: dict[str, object]) -> None:
        """It says what it is."""
        assert [("", "not_template")] == faults(self._with(form(LINES_JOB, report), **facts))

    def test_an_empty_hidden_sheet_makes_no_form(self, report: Report) -> None:
        """Nor one that says too little."""
        content = edited(form(LINES_JOB, report), lambda workbook: workbook[HIDDEN_SHEET].delete_rows(1, 99))
        assert [("", "not_template")] == faults(content)


@pytest.mark.parametrize("job", [LINES_JOB, LEVELS_JOB])
def test_that_nothing_is_filled_in_yet_is_told(job: TemplateJob, report: Report) -> None:
    """A clean result of an empty form would be taken for a good report."""
    empty = evolve(job, agency=report.agency, period=report.period, report=None)
    assert [("", "template_blank")] == [(notice.path, notice.kind) for notice in read(write(empty)).notices]
    assert [] == list(read(form(job, report)).notices)


def test_days_counted_from_1904_are_the_days_they_were(report: Report) -> None:
    """As old programs of the Macintosh count them."""
    sheet, cell = cell_of(LINES_JOB, report, "period.end")

    def edit(workbook: Workbook) -> None:
        workbook.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook has no zone
        workbook[sheet][cell].value = datetime(2021, 12, 14)  # noqa: DTZ001

    assert date(2021, 12, 14) == read(edited(form(LINES_JOB, report), edit)).report.period.end


def test_without_the_extra_it_is_named(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever installed the library alone learns what to install."""
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    with pytest.raises(MissingExtraError, match=re.escape('pip install "cchc[excel]"')):
        read_workbook(form(LINES_JOB, report))


def test_an_interruption_is_no_fault_of_the_file(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses Ctrl+C while a file is read is not told that it is damaged."""
    import python_calamine  # noqa: PLC0415 - only here

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(python_calamine, "load_workbook", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_workbook(form(LINES_JOB, report))


def test_the_command_names_the_cell_of_every_finding(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The official opens the file at the cell that the finding names."""
    path = tmp_path / "bieu-mau.xlsx"
    path.write_bytes(write(TemplateJob(report=report)))
    assert 1 == main(["check", str(path)])
    sheet, cell = cell_of(TemplateJob(), report, "procedures.online.total.received")
    assert f"{sheet}!{cell}" in capsys.readouterr().out
    path.write_bytes(with_value(LINES_JOB, report, "direction.tasks_planned", "19.02"))
    assert 2 == main(["check", str(path)])
    assert f"{path}: {LINES}!F7: “19.02” không đọc được thành số" in capsys.readouterr().err


def test_the_same_file_gives_the_same_reading(report: Report) -> None:
    """And the form that was not touched says nothing beside its figures."""
    content = write(TemplateJob(report=report))
    first, second = read(content), read(content)
    assert isinstance(first, Reading)
    assert (first.report, dict(first.cells), ()) == (second.report, dict(second.cells), first.notices)
