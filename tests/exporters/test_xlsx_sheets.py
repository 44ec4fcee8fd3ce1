"""The sheets beside the appendices: findings that lead to their cells, rules with their sources, charts of the cells."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings
from openpyxl import load_workbook

from cchc_core import (
    CheckResult,
    DossierRow,
    FieldRow,
    FieldTable,
    LevelTable,
    Report,
    check,
    describe,
    describe_cause,
    describe_place,
)
from cchc_core.checks import entries_of, marks_of, system_of
from cchc_core.plugins import ExportJob
from cchc_core.testing import any_reports
from cchc_core.words import LANGUAGES, Language, say
from cchc_exporters.xlsx import render
from cchc_exporters.xlsx.charts import CHARTS
from cchc_exporters.xlsx.findings import COLUMNS, FINDINGS
from cchc_exporters.xlsx.listing import FIRST_ROW, Item, height_of
from cchc_exporters.xlsx.marks import Marks, box_of
from cchc_exporters.xlsx.rulebook import RULES
from cchc_exporters.xlsx.told import told_rows

pytestmark = pytest.mark.unmeasured

NUMBER, SEVERITY, RULE, PLACE, CELL, BROKEN, STORY, SUSPECT, SUSPECT_CELL, BASIS = range(len(COLUMNS))
CHART_SPACE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def job_of(report: Report, lang: Language = "vi") -> ExportJob:
    return ExportJob(report=report, result=check(report), lang=lang)


def opened(content: bytes) -> Any:
    """Open a workbook with the values stored for formulas."""
    return load_workbook(BytesIO(content), data_only=True)


def lines(workbook: Any, sheet: str) -> list[tuple[Any, ...]]:
    """Give the cells of a list, row by row, without its title and heads."""
    return list(workbook[sheet].iter_rows(min_row=FIRST_ROW + 1))


def followed(workbook: Any, cell: Any) -> Any:
    """Give the cell that a link leads to."""
    sheet, _, place = cell.hyperlink.location.rpartition("!")
    return workbook[sheet.strip("'").replace("''", "'")][place]


def all_fields_wrong(report: Report) -> Report:
    """Give the report a table by field whose total any of its eleven figures may have broken."""
    fields = tuple(FieldRow(field=f"Lĩnh vực {index}", figures=DossierRow(received=100 + index)) for index in range(10))
    table = FieldTable(fields=fields, total=DossierRow(received=2000))
    return report.revise(procedures=report.procedures.revise(dossiers_by_field=table))


@pytest.fixture(scope="module")
def book(example: Report) -> Any:
    return opened(render(job_of(example)))


class TestFindings:
    """Nothing that was found is left out, and every link leads to the figure it speaks of."""

    def test_every_finding_is_told_the_gravest_first(self, example: Report, book: Any) -> None:
        """The sheet tells the findings in the order, and in the words, of the other outputs."""
        told = [
            (row[NUMBER].value, row[RULE].value, row[PLACE].value, row[BROKEN].value.splitlines()[0].lower())
            for row in lines(book, FINDINGS)
            if row[BROKEN].value
        ]
        expected = [
            (number, finding.code, describe_place(finding.place), describe(finding).lower())
            for number, entry in enumerate(entries_of(check(example)), 1)
            for finding in entry.findings
        ]
        assert expected == told

    def test_a_link_leads_to_the_figure_as_reported(self, example: Report, book: Any) -> None:
        """Who clicks on a finding stands on the cell that holds the number it speaks of."""
        result = check(example)
        found = [finding for entry in entries_of(result) for finding in entry.findings]
        cells = system_of(example).cells
        rows = [row for row in lines(book, FINDINGS) if row[BROKEN].value]
        linked = 0
        for finding, row in zip(found, rows, strict=True):
            if finding.place.figure and finding.place.path in cells:
                target = followed(book, row[CELL])
                assert f"{target.parent.title}!{target.coordinate}" == row[CELL].value
                assert cells[finding.place.path].value == target.value
                linked += 1
        assert linked > 4

    def test_each_suspect_leads_to_its_coloured_cell(self, example: Report, book: Any) -> None:
        """The figures in doubt are named one a row, on the ground that they have in the appendix."""
        marks = marks_of(check(example))
        cells = system_of(example).cells
        rows = [row for row in lines(book, FINDINGS) if row[SUSPECT_CELL].value]
        expected = [path for entry in marks.entries for path in (*entry.wrong, *entry.possible)]
        assert len(expected) == len(rows)
        for path, row in zip(expected, rows, strict=True):
            target = followed(book, row[SUSPECT_CELL])
            assert cells[path].value == target.value
            assert row[SUSPECT].fill.fgColor.rgb == target.fill.fgColor.rgb

    def test_a_code_leads_to_its_rule(self, book: Any) -> None:
        """The code of every row is a link to the row of that rule."""
        for row in lines(book, FINDINGS):
            assert followed(book, row[RULE]).value == row[RULE].value

    def test_the_story_of_a_cause_is_told_once(self, example: Report, book: Any) -> None:
        """What lies behind several broken rules, and what is suggested, stands at the first of them."""
        cause = check(example).causes[0]
        rows = [row for row in lines(book, FINDINGS) if row[NUMBER].value == 1]
        assert [text.lower() for text in describe_cause(cause)] == rows[0][STORY].value.lower().splitlines()
        assert {say("sheet.same_story", number=1)} == {row[STORY].value for row in rows[1:]}

    def test_many_suspects_are_not_all_listed(self, example: Report) -> None:
        """Of eleven figures of which any may be wrong eight are named, and that there are more is said."""
        workbook = opened(render(job_of(all_fields_wrong(example))))
        rows = lines(workbook, FINDINGS)
        number = next(row[NUMBER].value for row in rows if row[RULE].value == "DOS-009")
        suspects = [row[SUSPECT].value for row in rows if row[NUMBER].value == number and row[SUSPECT].value]
        assert say("sheet.more_suspects", count=3) == suspects[-1]
        assert len(suspects) == 9

    def test_no_story_is_cut_by_the_height_of_a_row(self, example: Report) -> None:
        """A story longer than a row may be high goes on in the next one, and no word of it is lost."""
        result = check(all_fields_wrong(example))
        cause = max(result.causes, key=lambda each: len(each.candidates))
        number = next(number for number, each in enumerate(entries_of(result), 1) if each.cause is cause)
        same = say("sheet.same_story", number=number)
        rows = [each for each in told_rows(entries_of(result), "vi", 4) if each.number == number]
        pieces = [each.story for each in rows if each.story != same]
        assert len(pieces) > 2
        assert " ".join(describe_cause(cause)).lower().split() == " ".join(pieces).lower().split()
        assert all(height_of([Item(text=each.story)], [4]) < 409 for each in rows)

    def test_nothing_found_is_one_sentence(self, example: Report) -> None:
        """A report without findings says so, and one that was not checked says that."""
        checked = opened(render(ExportJob(report=example, result=CheckResult(outcomes=check(example).outcomes))))
        unchecked = opened(render(ExportJob(report=example, result=CheckResult())))
        assert say("sheet.findings_none") == checked[FINDINGS]["A2"].value
        assert say("sheet.not_checked") == unchecked[FINDINGS]["A2"].value
        assert checked[FINDINGS].max_row == unchecked[FINDINGS].max_row == 2

    def test_it_is_printed_and_filtered_like_a_list(self, book: Any) -> None:
        """A4 landscape, one page wide, heads on every page and above the scrolling rows, with a filter."""
        for name in (FINDINGS, RULES):
            sheet = book[name]
            assert ("9", "landscape") == (str(sheet.page_setup.paperSize), sheet.page_setup.orientation)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert ("$3:$3", "A4") == (sheet.print_title_rows, sheet.freeze_panes)
            assert sheet.auto_filter.ref.startswith("A3:")

    def test_the_other_language_says_the_same(self, example: Report) -> None:
        """An English job has English words on these sheets, at the same links; charts belong to the form."""
        vietnamese, english = (opened(render(job_of(example, lang))) for lang in LANGUAGES)
        for name in (FINDINGS, RULES):
            for ours, theirs in zip(lines(vietnamese, name), lines(english, name), strict=True):
                assert [each.hyperlink and each.hyperlink.location for each in ours] == [
                    each.hyperlink and each.hyperlink.location for each in theirs
                ]
        assert "ONL-001" == english[FINDINGS]["C4"].value
        assert "Received ≠ returned early" in english[FINDINGS]["F4"].value
        assert [say(f"sheet.{key}", "en") for key in COLUMNS] == [cell.value for cell in english[FINDINGS][3]]

    @settings(max_examples=10, phases=(Phase.explicit, Phase.generate))
    @given(report=any_reports())
    def test_whatever_a_report_says_stays_text(self, report: Report) -> None:
        """Labels that begin as formulas, and any other text, become texts; the same job gives the same bytes."""
        job = job_of(report)
        content = render(job)
        assert content == render(job)
        workbook = load_workbook(BytesIO(content))
        for name in (FINDINGS, RULES):
            kinds = {cell.data_type for row in workbook[name].iter_rows() for cell in row if cell.value is not None}
            assert kinds <= {"s", "n"}
        told = [row for row in lines(workbook, FINDINGS) if row[BROKEN].value]
        assert len(job.result.findings) == len(told)


class TestComments:
    """The comment at a cell tells what the sheet tells, as far as it can be read there."""

    def test_more_than_can_be_read_is_told_by_number(self, example: Report) -> None:
        """A cell that many entries speak of tells four, and a cause of many rules tells eight of them."""
        result = check(all_fields_wrong(example))
        words = Marks(result, "vi")
        told = words.told(range(1, 8))
        assert say("comment.more_entries", count=3) == told.split("\n\n")[-1]
        many = evolve(
            result, findings=result.findings[:1] * 10, causes=(evolve(result.causes[0], findings=tuple(range(10))),)
        )
        assert say("comment.more_findings", count=2) == Marks(many, "vi").told([1]).splitlines()[-1]

    def test_a_long_comment_has_a_large_box(self) -> None:
        """Every line of a comment lies within its box; a long comment is wider."""
        (_, low), (wide, high) = box_of("ngắn"), box_of("dài " * 400)
        assert wide > 380
        assert high > low
        assert high >= 18 * (1600 // 92)


class TestRules:
    """The rules that were applied, and what they rest on."""

    def test_every_rule_is_there_with_what_became_of_it(self, example: Report, book: Any) -> None:
        """Each rule stands once, by code, and its counts add up to the checks that were made."""
        outcomes = check(example).outcomes
        rows = [[cell.value for cell in row] for row in lines(book, RULES)]
        assert sorted({outcome.rule.code for outcome in outcomes}) == [row[0] for row in rows]
        statuses = Counter((outcome.rule.code, outcome.status.value) for outcome in outcomes)
        for code, *_, passed, failed, skipped in rows:
            assert (statuses[code, "passed"], statuses[code, "failed"]) == (passed, failed)
            assert passed + failed + skipped == sum(outcome.rule.code == code for outcome in outcomes)

    def test_a_source_that_was_not_seen_is_marked(self, book: Any) -> None:
        """A citation whose text nobody saw says so; a rule without one says that."""
        sources = {row[0].value: row[5].value for row in lines(book, RULES)}
        assert sources["DOC-003"].endswith("(chưa kiểm chứng nguyên văn)")
        assert say("sheet.no_source") == sources["ONL-001"]


def chart_parts(content: bytes) -> list[Element]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = sorted(name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name))
        return [fromstring(archive.read(name)) for name in names]  # noqa: S314 - made by ourselves


def drawn(workbook: Any, formula: str) -> list[Any]:
    """Give the values of the cells that a chart refers to."""
    values = []
    for part in formula.strip("()").split(","):
        sheet, _, area = part.rpartition("!")
        cells = workbook[sheet.strip("'")][area.replace("$", "")]
        values += [cell.value for (cell,) in cells] if isinstance(cells, tuple) else [cells.value]
    return values


def series_of(content: bytes) -> list[dict[str, list[Any]]]:
    """Give what every chart draws: for each of its series the labels and the values, by name."""
    workbook = opened(content)
    charts = []
    for chart in chart_parts(content):
        found = {}
        for series in chart.iter(f"{CHART_SPACE}ser"):
            name = series.find(f"{CHART_SPACE}tx/{CHART_SPACE}v")
            labels, values = (series.find(f"{CHART_SPACE}{kind}//{CHART_SPACE}f") for kind in ("cat", "val"))
            assert name is not None
            assert labels is not None
            assert values is not None
            found[str(name.text)] = [drawn(workbook, str(labels.text)), drawn(workbook, str(values.text))]
        charts.append(found)
    return charts


class TestCharts:
    """Charts draw the cells of the appendix, and nothing else."""

    def test_they_draw_the_figures_of_each_level(self, example: Report) -> None:
        """Levels side by side, what was early, on time and late above one another; then how dossiers came in."""
        outcome, online = series_of(render(job_of(example)))
        table = example.procedures.dossiers
        levels = [table.district, table.commune]
        for chart, names in (
            (outcome, ("resolved_early", "resolved_on_time", "resolved_late")),
            (online, ("received_online", "received_in_person")),
        ):
            for (labels, values), name in zip(chart.values(), names, strict=True):
                assert labels == ["Cấp huyện", "Cấp xã"]
                assert values == [getattr(level, name) for level in levels]
        assert ["Trước hạn", "Đúng hạn", "Quá hạn"] == list(outcome)

    def test_a_level_without_figures_is_left_out(self, example: Report) -> None:
        """Where the middle row is blank, the rows beside it are drawn; a blank is drawn as no share."""
        row = DossierRow(resolved_early=5, received_online=3)
        table = LevelTable(province=row, district=DossierRow(), commune=row, total=DossierRow())
        report = example.revise(procedures=example.procedures.revise(dossiers=table))
        (outcome,) = series_of(render(job_of(report)))
        assert [["Cấp tỉnh", "Cấp xã"], [5, 5]] == outcome["Trước hạn"]

    def test_they_can_be_read_without_colour_and_without_eyes(self, example: Report) -> None:
        """Every chart has a title, named axes, Times New Roman, patterns, a table of its figures and a description."""
        content = render(job_of(example))
        for chart in chart_parts(content):
            text = "".join(chart.itertext())
            assert "theo cấp" in text
            assert "Cấp giải quyết" in text
            assert len(list(chart.iter(f"{CHART_SPACE}dTable"))) == 1
            fonts = [each.get("typeface") for each in chart.iter() if each.tag.endswith("}latin")]
            assert {"Times New Roman"} == set(fonts)
            assert [each for each in chart.iter() if each.tag.endswith("}pattFill")]
        with zipfile.ZipFile(BytesIO(content)) as archive:
            drawing = archive.read("xl/drawings/drawing1.xml").decode()
        assert 2 == len(re.findall(r'descr="Biểu đồ cột chồng', drawing))

    def test_there_is_no_chart_without_a_table_by_level(self, example: Report) -> None:
        """A report that has only a total has nothing to set side by side."""
        table = evolve(example.procedures.dossiers, province=None, district=None, commune=None)
        report = example.revise(procedures=example.procedures.revise(dossiers=table))
        content = render(job_of(report))
        assert CHARTS not in opened(content).sheetnames
        assert [] == chart_parts(content)
