"""The officer's own workbook with comments and colours: what was found is there, and nothing else has changed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import canonicalize, fromstring

import pytest
from attrs import evolve
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from xlsxwriter import Workbook

from cchc_core import CheckResult, FieldRow, FieldTable, ReadError, Report, check, describe, dump, read
from cchc_core.cli.main import main
from cchc_core.errors import Fault
from cchc_core.plugins import AnnotateJob, Reading, TemplateJob
from cchc_core.words import say
from cchc_exporters.template.annotate import annotate, annotating
from cchc_exporters.template.annotate.annotating import _MEMORY
from cchc_exporters.template.plugin import cchc_register_readers
from cchc_exporters.xlsx.findings import COLUMNS, FINDINGS
from cchc_exporters.xlsx.listing import FIRST_ROW

(READER,) = cchc_register_readers()
TOTAL = "procedures.online.total.received"
CELLS = {
    TOTAL: "Số liệu!C2",
    "procedures.online.district.received": "Số liệu!C3",
    "procedures.online.commune.received": "Số liệu!C4",
    "direction.unannounced_communes": "Ô trống!D1",
    "civil_service.unannounced_communes": "Ô trống!D2",
    "document.number": "Ô trống!H9",
}
WRONG, POSSIBLE = (f"FF{colour[1:]}" for colour in (annotating.WRONG, annotating.POSSIBLE))
MARK = "——— cchc ———"
WITHOUT_STYLES = "".join(
    (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
        *(
            f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
            for number in range(1, 5)
        ),
        "</Relationships>",
    )
).encode()


def officers() -> bytes:
    """Make a workbook with whatever an officer, or the form, may have put into it."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": "Của tôi", "author": "Nguyễn Văn A", "created": datetime(2022, 1, 2)})  # noqa: DTZ001
        figures, blanks, hidden, own = map(workbook.add_worksheet, ("Số liệu", "Ô trống", "_cchc", "Ghi chép"))
        asked = {"bg_color": "#FFFFCC", "border": 1, "num_format": "#,##0", "locked": False}
        entry, locked = workbook.add_format(asked), workbook.add_format({"border": 1})
        hidden.very_hidden()
        hidden.write_string(0, 0, "format")
        figures.set_column(0, 0, None, None, {"hidden": True})
        figures.set_column(1, 1, 40)
        figures.set_column(3, 16383, None, None, {"hidden": True})
        figures.set_row(0, 30, None, {"hidden": True})
        figures.write_string(1, 1, "Tổng số")
        for row, number in ((1, 19024), (2, 1113), (3, 17929)):
            figures.write_number(row, 2, number, entry)
        figures.write_formula(4, 2, "=C3+C4", locked, 19042)
        figures.write_formula(5, 2, '=IF(C2<>C5,"lệch & sai","")', locked, "lệch & sai")
        figures.data_validation(
            "C2:C4", {"validate": "integer", "criteria": ">=", "value": 0, "input_message": "Số\n1"}
        )
        alarm = workbook.add_format({"bg_color": "red"})
        figures.conditional_format("C6", {"type": "text", "criteria": "containing", "value": "lệch", "format": alarm})
        for cell, text in (("C2", "Ghi chú của tôi"), ("C3", "Đã hỏi lại xã")):
            figures.write_comment(cell, text, {"author": "Nguyễn Văn A"})
        figures.protect("", {"select_locked_cells": True})
        figures.freeze_panes(1, 2)
        figures.repeat_rows(0)
        figures.set_header("&Ctrang &P")
        workbook.define_name("tong_so", "='Số liệu'!$C$2")
        blanks.set_column(7, 7, 12, entry)
        blanks.set_row(9, 20, entry)
        blanks.write_string(0, 1, "=1+1")
        blanks.write_number(0, 3, 12, entry)
        blanks.write_number(1, 3, 11, entry)
        blanks.write_string(10, 0, "dưới")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "='Số liệu'!$C$3:$C$4"})
        own.insert_chart("B2", chart)
        own.write_rich_string(0, 0, "chữ ", workbook.add_format({"bold": 1}), "đậm")
    return stream.getvalue()


def job_of(content: bytes, report: Report, cells: Mapping[str, str] = CELLS, **facts: Any) -> AnnotateJob:
    return AnnotateJob(
        content=content, reading=Reading(report=report, cells=cells), result=check(report, cells=cells), **facts
    )


def corrected(job: AnnotateJob, content: bytes) -> AnnotateJob:
    """Give the job for the same workbook, in which nothing is found any more."""
    return evolve(job, content=content, result=CheckResult(outcomes=job.result.outcomes))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Change one part of a workbook."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, part in parts(content).items():
            archive.writestr(each, change(part) if each == name else part)
    return stream.getvalue()


def without_marks(sheet: bytes) -> str:
    """Give a sheet without what annotating may change: looks of cells, blank cells, the link to its comments."""
    text = re.sub(r'(<c r="[A-Z]+\d+") s="\d+"', r"\1", sheet.decode())
    text = re.sub(r'<c r="[A-Z]+\d+"/>|<row r="\d+"/>|<row r="\d+"></row>|<legacyDrawing [^>]*/>', "", text)
    return canonicalize(re.sub(r'<row r="\d+"></row>', "", text))


def comments(content: bytes) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in load_workbook(BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def fills(content: bytes) -> dict[str, str]:
    """Give the ground of every cell of figures."""
    workbook = load_workbook(BytesIO(content))
    return {path: _ground(workbook[sheet][cell]) for path, (sheet, cell) in _named().items()}


def _named() -> dict[str, tuple[str, str]]:
    return {path: (cell.partition("!")[0], cell.partition("!")[2]) for path, cell in CELLS.items()}


def _ground(cell: Any) -> str:
    return str(cell.fill.fgColor.rgb) if cell.fill.patternType == "solid" else ""


@pytest.fixture(scope="module")
def job(example: Report) -> AnnotateJob:
    return job_of(officers(), example)


@pytest.fixture(scope="module")
def annotated(job: AnnotateJob) -> bytes:
    return annotate(job)


class TestMarks:
    """What was found stands at the cells."""

    def test_a_wrong_figure_is_coloured_and_commented_on(self, job: AnnotateJob, annotated: bytes) -> None:
        """The cell of 19024 says which rules it breaks, with the numbers, and what it probably was."""
        told = comments(annotated)["Số liệu", "C2"]
        assert WRONG == fills(annotated)[TOTAL]
        assert "ONL-001" in told
        assert "có lẽ đúng là 19.042" in told.lower()
        assert describe(job.result.findings[1]) in told

    def test_figures_that_contradict_each_other_are_coloured_otherwise(self, annotated: bytes) -> None:
        """Of two figures one must be wrong; both are marked, and neither is blamed."""
        found = fills(annotated)
        assert {POSSIBLE} == {found["direction.unannounced_communes"], found["civil_service.unannounced_communes"]}
        assert "ARE-004" in comments(annotated)["Ô trống", "D2"]

    def test_a_blank_that_is_missed_is_marked_where_it_belongs(self, annotated: bytes) -> None:
        """A cell that is not even written yet keeps the look of its column, on another ground, and is told why."""
        cell = load_workbook(BytesIO(annotated))["Ô trống"]["H9"]
        assert "DOC-003" in cell.comment.text
        assert POSSIBLE == _ground(cell)
        assert not cell.protection.locked

    def test_what_the_officer_wrote_stands_above_ours(self, annotated: bytes) -> None:
        """A comment that was there goes on with ours; one at a cell without fault is as it was."""
        found = comments(annotated)
        assert found["Số liệu", "C2"].startswith(f"Ghi chú của tôi\n{MARK}\n")
        assert "Đã hỏi lại xã" == found["Số liệu", "C3"]
        authors = parts(annotated)["xl/comments1.xml"].decode()
        assert "<author>Nguyễn Văn A</author><author>cchc</author>" in authors

    def test_the_sheet_of_findings_leads_to_the_cells(self, job: AnnotateJob, annotated: bytes) -> None:
        """Every finding is told on a sheet at the end, with a link to its cell in this very workbook."""
        workbook = load_workbook(BytesIO(annotated))
        sheet = workbook[FINDINGS]
        rows = list(sheet.iter_rows(min_row=FIRST_ROW + 1))
        told = [row for row in rows if row[COLUMNS.index("broken")].value]
        assert len(job.result.findings) == len(told)
        first = told[0][COLUMNS.index("cell")]
        assert first.hyperlink is not None
        assert WRONG == _ground(told[0][COLUMNS.index("suspect")])
        assert ("Số liệu!C2", "'Số liệu'!C2") == (first.value, first.hyperlink.location)
        assert sheet.print_title_rows == "$3:$3"
        assert [FINDINGS, _MEMORY] == workbook.sheetnames[-2:]
        assert "veryHidden" == workbook[_MEMORY].sheet_state

    def test_the_words_are_those_of_the_language(self, job: AnnotateJob) -> None:
        """An English job has English comments and findings on the same sheet."""
        content = annotate(evolve(job, lang="en"))
        assert "Finding no. 1 (error)" in comments(content)["Số liệu", "C2"]
        assert say("sheet.findings", "en") == load_workbook(BytesIO(content))[FINDINGS]["A1"].value


class TestNothingElse:
    """The rest of the workbook is as it came."""

    def test_parts_without_marks_are_the_same_bytes(self, job: AnnotateJob, annotated: bytes) -> None:
        """Properties with their dates, texts, themes, charts and other sheets are not touched."""
        before, after = parts(job.content), parts(annotated)
        same = {name for name in before if before[name] == after[name]}
        touched = {
            "[Content_Types].xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
        }
        assert set(before) - same == touched

    def test_a_marked_sheet_changes_only_in_its_marks(self, job: AnnotateJob, annotated: bytes) -> None:
        """Values, formulas and their stored values, validations, conditional formats, protection, page: all the same."""
        before, after = parts(job.content), parts(annotated)
        for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
            assert without_marks(before[name]) == without_marks(after[name])

    def test_a_marked_cell_changes_only_its_ground(self, job: AnnotateJob, annotated: bytes) -> None:
        """Number format, rules, font and the lock of a coloured cell are those it had."""
        before, after = (load_workbook(BytesIO(content))["Số liệu"]["C2"] for content in (job.content, annotated))
        for each in ("number_format", "border", "font", "alignment", "protection", "value"):
            assert repr(getattr(before, each)) == repr(getattr(after, each))

    def test_the_names_of_areas_stay(self, job: AnnotateJob, annotated: bytes) -> None:
        """Names that were there still mean what they meant."""
        before, after = (load_workbook(BytesIO(content)) for content in (job.content, annotated))
        assert {name: each.value for name, each in before.defined_names.items()} == {
            name: each.value for name, each in after.defined_names.items()
        }
        assert before["Số liệu"].print_title_rows == after["Số liệu"].print_title_rows

    def test_the_same_job_gives_the_same_bytes(self, job: AnnotateJob, annotated: bytes) -> None:
        """Nothing depends on the clock or on chance."""
        assert annotated == annotate(job)

    def test_a_sheet_of_the_officers_own_name_is_left_alone(self, job: AnnotateJob) -> None:
        """Who has a sheet of that name already keeps it; ours gets another name, also the next time."""
        stream = BytesIO()
        workbook = load_workbook(BytesIO(job.content))
        workbook.create_sheet(FINDINGS)["A1"] = "của tôi"
        workbook.save(stream)
        once = annotate(evolve(job, content=stream.getvalue()))
        names = load_workbook(BytesIO(annotate(evolve(job, content=once)))).sheetnames
        assert [FINDINGS, f"{FINDINGS} (2)", _MEMORY] == names[-3:]


class TestAgain:
    """A workbook is annotated, corrected, and annotated again."""

    def test_marks_do_not_pile_up(self, job: AnnotateJob, annotated: bytes) -> None:
        """A second time replaces what the first one wrote; from then on the same job gives the same file."""
        second = annotate(evolve(job, content=annotated))
        assert comments(annotated) == comments(second)
        assert fills(annotated) == fills(second)
        assert load_workbook(BytesIO(annotated)).sheetnames == load_workbook(BytesIO(second)).sheetnames
        assert second == annotate(evolve(job, content=second))

    def test_what_is_put_right_loses_its_marks(self, job: AnnotateJob, annotated: bytes) -> None:
        """Once nothing is found, comments and grounds are those the officer had, and the sheet says that all is well."""
        content = annotate(corrected(job, annotated))
        assert comments(job.content) == comments(content)
        assert fills(job.content) | {"document.number": "FFFFFFCC"} == fills(content)
        assert say("sheet.findings_none") == load_workbook(BytesIO(content))[FINDINGS]["A2"].value
        assert "xl/comments2.xml" not in parts(content)
        assert b"legacyDrawing" not in parts(content)["xl/worksheets/sheet2.xml"]

    def test_words_that_were_added_to_our_comment_stay(self, job: AnnotateJob, annotated: bytes) -> None:
        """An officer who writes below our comment, or between its runs, does not lose it."""
        end = "————————————</t></r>"
        added = changed(
            annotated,
            "xl/comments2.xml",
            lambda xml: xml.decode().replace(end, f"{end}<r><t>đã sửa</t></r>", 1).encode(),
        )
        content = annotate(corrected(job, added))
        assert {("Ô trống", "D1"): "đã sửa"} == {
            cell: text for cell, text in comments(content).items() if cell[0] == "Ô trống"
        }

    def test_a_colour_of_the_officers_own_is_not_taken_away(self, job: AnnotateJob, annotated: bytes) -> None:
        """A cell that was coloured otherwise in the meantime keeps that colour."""
        stream = BytesIO()
        workbook = load_workbook(BytesIO(annotated))
        workbook["Số liệu"]["C2"].fill = PatternFill(patternType="solid", fgColor="FF00FF00")
        workbook.save(stream)
        assert "FF00FF00" == fills(annotate(corrected(job, stream.getvalue())))[TOTAL]

    def test_without_the_hidden_sheet_the_comments_go_all_the_same(self, job: AnnotateJob, annotated: bytes) -> None:
        """Someone deleted the sheets that were added; the comments are found by their marks."""
        stream = BytesIO()
        workbook = load_workbook(BytesIO(annotated))
        del workbook[_MEMORY], workbook[FINDINGS]
        workbook.save(stream)
        assert comments(job.content) == comments(annotate(corrected(job, stream.getvalue())))

    @pytest.mark.libreoffice
    def test_another_program_may_have_saved_it_in_between(
        self, job: AnnotateJob, annotated: bytes, recalculate: Callable[[dict[str, bytes]], dict[str, bytes]]
    ) -> None:
        """LibreOffice opens the file, and what it saved is annotated again without a trace of the first time."""
        saved = recalculate({"co-ghi-chu": annotated})["co-ghi-chu"]
        assert {**comments(annotated)} == comments(annotate(evolve(job, content=saved)))
        content = annotate(corrected(job, saved))
        assert set(comments(job.content).values()) == set(comments(content).values())
        assert "FFFFFFCC" == fills(content)[TOTAL]


class TestOddWorkbooks:
    """What other programs write, and what nobody should."""

    def test_hostile_text_stays_text(self, example: Report) -> None:
        """Labels that begin as formulas, look like escapes or hold control characters are told as they are."""
        row = example.procedures.dossiers.commune
        assert row is not None
        table = FieldTable(
            fields=(FieldRow(field='=HYPERLINK("x")\x00_x0041_ <b>&', figures=row),), total=row.revise(received=1)
        )
        report = example.revise(procedures=example.procedures.revise(dossiers_by_field=table))
        path = "procedures.dossiers_by_field.fields[0].figures.received"
        content = annotate(job_of(officers(), report, {**CELLS, path: "Số liệu!C4"}))
        for name, part in parts(content).items():
            if name.endswith((".xml", ".rels", ".vml")):
                fromstring(part)  # noqa: S314 - made by ourselves
        cells = [cell for row_ in load_workbook(BytesIO(content))[FINDINGS].iter_rows() for cell in row_]
        assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "inlineStr"}
        assert any('=HYPERLINK("x")_x005F_x0041_ <b>&' in str(cell.value) for cell in cells)

    def test_boxes_that_are_no_xml_are_made_anew(self, job: AnnotateJob) -> None:
        """A drawing of comments that no reader of XML takes is written again, with a box for every comment."""
        name = "xl/drawings/vmlDrawing1.vml"
        content = annotate(evolve(job, content=changed(job.content, name, lambda xml: xml + b"<br>")))
        assert 2 == parts(content)[name].count(b"<v:shape ")
        assert {"Ghi chú của tôi", "Đã hỏi lại xã"} <= {text.split("\n")[0] for text in comments(content).values()}

    def test_a_plain_workbook_is_annotated_too(self, example: Report) -> None:
        """Without comments, styles of its own or names, everything is made that is needed."""
        stream = BytesIO()
        with Workbook(stream, {"in_memory": True}) as workbook:
            workbook.add_worksheet("Số liệu").write_number("C2", 19024)
            workbook.add_worksheet("Ô trống")
        content = annotate(job_of(stream.getvalue(), example))
        assert WRONG == fills(content)[TOTAL]
        assert {"C2", "D1", "D2", "H9"} == {cell for _, cell in comments(content)}
        assert load_workbook(BytesIO(content))[FINDINGS].print_title_rows == "$3:$3"

    @pytest.mark.parametrize(
        ("name", "xml", "kind"),
        [
            ("xl/styles.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "workbook_entities"),
            ("xl/styles.xml", b"<x>", "workbook_damaged"),
            ("xl/styles.xml", b"<x></x>", "workbook_damaged"),
            ("xl/_rels/workbook.xml.rels", WITHOUT_STYLES, "workbook_damaged"),
            ("xl/styles.xml", "<x>ố</x>".encode("utf-16"), "workbook_encoding"),
        ],
    )
    def test_a_dangerous_part_is_refused(self, job: AnnotateJob, name: str, xml: bytes, kind: str) -> None:
        """Entities, broken XML and other encodings are refused by name, before anything is made of them."""
        with pytest.raises(ReadError) as refused:
            annotate(evolve(job, content=changed(job.content, name, lambda _: xml)))
        assert [kind] == [fault.kind for fault in refused.value.faults]


@pytest.fixture(scope="module")
def form(example: Report) -> bytes:
    """The form that ``cchc template`` makes, filled in with the real report."""
    assert READER.template is not None
    return READER.template(TemplateJob(report=example))


class TestCommand:
    """``cchc annotate`` gives a copy of the file, and never touches the original."""

    def test_the_annotated_form_is_still_the_same_report(self, form: bytes, tmp_path: Path, capsys: Any) -> None:
        """The copy lies beside the original, says in short what was found, and is read as the same report."""
        path = tmp_path / "bieu-mau.xlsx"
        path.write_bytes(form)
        assert 1 == main(["annotate", str(path)])
        target = tmp_path / "bieu-mau.co-ghi-chu.xlsx"
        printed = capsys.readouterr().out
        assert form == path.read_bytes()
        assert "LỖI ONL-001, LVL-001, ONL-002: Phụ lục II" in printed
        assert str(target) in printed
        before, after = read(form), read(target.read_bytes())
        assert before.report == after.report
        assert before.cells == after.cells
        assert () == after.notices
        sheet, _, cell = before.cells[TOTAL].partition("!")
        assert WRONG == _ground(load_workbook(target)[sheet][cell])

    def test_nothing_is_overwritten_unasked(self, form: bytes, tmp_path: Path, capsys: Any) -> None:
        """Another file only with --force, the original never."""
        path, target = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
        path.write_bytes(form)
        target.write_bytes(b"x")
        assert 2 == main(["annotate", str(path), "-o", str(target)])
        assert b"x" == target.read_bytes()
        assert 2 == main(["annotate", str(path), "-o", str(path), "--force", "--lang", "en"])
        assert form == path.read_bytes()
        assert "is the original itself" in capsys.readouterr().err
        assert 1 == main(["annotate", str(path), "-o", str(target), "--force"])
        assert target.read_bytes().startswith(b"PK")

    def test_a_clean_form_is_given_back_with_one_sentence(self, form: bytes, tmp_path: Path, capsys: Any) -> None:
        """Where nothing is found the exit code is 0, and the sheet says so."""
        path = tmp_path / "a.xlsx"
        path.write_bytes(form)
        codes = sorted({finding.code for finding in check(read(form).report).findings})
        settings = tmp_path / "cchc.toml"
        settings.write_text(f"[rules]\noff = {codes}\n", encoding="utf-8")
        assert 0 == main(["annotate", str(path), "--config", str(settings)])
        assert say("cli.no_findings") in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (ReadError([Fault("", "not_workbook")]), "a.xlsx: "),
            (ValueError("hỏng"), "template"),
        ],
    )
    def test_what_goes_wrong_in_a_plugin_is_told_by_name(
        self, form: bytes, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
    ) -> None:
        """A file that cannot be annotated, or a plugin that fails, ends with one line, and no file is written."""

        def broken(_: AnnotateJob) -> bytes:
            raise error

        monkeypatch.setattr("cchc_exporters.template.annotate.annotate", broken)
        (tmp_path / "a.xlsx").write_bytes(form)
        assert 2 == main(["annotate", str(tmp_path / "a.xlsx")])
        assert said in capsys.readouterr().err
        assert ["a.xlsx"] == [each.name for each in tmp_path.iterdir()]

    def test_only_workbooks_can_be_annotated(self, example: Report, tmp_path: Path, capsys: Any) -> None:
        """A JSON report has no cells; the command says what to use instead."""
        path = tmp_path / "a.json"
        path.write_bytes(dump(example))
        assert 2 == main(["annotate", str(path)])
        assert "cchc export" in capsys.readouterr().err
