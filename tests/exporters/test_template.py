"""The form to fill in: what can be typed, what is said while typing, and that it holds what is known already."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from cchc_core import DossierRow, Figure, Report, form_of
from cchc_core.checks import PlacedRelation, Status, check, system_of
from cchc_core.cli.asked import period_asked, tier_of_name
from cchc_core.cli.main import build, main
from cchc_core.conditions import Grade
from cchc_core.errors import ReadError, UnknownNameError
from cchc_core.forms import (
    AgencyRow,
    AgencyTable,
    FieldRow,
    FieldTable,
    FigureKind,
    Level,
    LevelTable,
    OpenBound,
    OpenWord,
    Record,
    bound,
    count,
    form,
    revised,
)
from cchc_core.plugins import Exporter, Plugins, Reader, TemplateJob, find_plugins
from cchc_core.report import CALENDAR_DAYS, ND09_2019, Agency, Document, Period, PeriodKind, Tier
from cchc_exporters.template.form import wording
from cchc_exporters.template.form.info import InfoKind, fields_of, lines_of, period_of, text_of
from cchc_exporters.template.form.layout import HIDDEN_SHEET, TemplateLayout, layout_of
from cchc_exporters.template.form.sheets import Input, Role, SheetLayout, cell_name
from cchc_exporters.template.form.spec import TableSpec, TemplateSpec, areas, spec_for, spec_of, spec_text
from cchc_exporters.template.form.table_sheet import columns_of
from cchc_exporters.template.writing import validation
from cchc_exporters.template.writing.validation import validations_of
from cchc_exporters.template.writing.wholes import wholes_of
from cchc_exporters.template.writing.write import write
from forms_for_tests import BOUND, NONNEGATIVE, SOURCE

Recalculate = Callable[[dict[str, bytes]], dict[str, bytes]]
EXAMPLE = "examples/dinh-hoa-2021.json"
EVERYTHING = TemplateJob(tables=("level", "field", "agency"), rows=3)
QUARTER = ND09_2019.period(PeriodKind.QUARTER, 2026, 3)
COMMUNE = Agency(name="Ủy ban nhân dân xã Định Hóa", tier=Tier.COMMUNE, code="05569")


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def layout_for(job: TemplateJob) -> TemplateLayout:
    return layout_of(spec_for(job))


def sheet_of(layout: TemplateLayout, table: str) -> SheetLayout:
    return next(sheet for sheet in layout.sheets if sheet.table == table)


def paths_of(spec: TemplateSpec) -> list[str]:
    """Every figure that a form must ask for, from the declarations alone."""
    report = form_of(Report)
    found = [f"{part}.{name}" for part in spec.parts for name in form_of(report.nested[part].record).figures]
    for table in spec.tables:
        area, _, name = table.path.partition(".")
        row = form_of(form_of(report.nested[area].record).nested[name].record)
        places = [
            *table.steps,
            *(f"{'fields' if table.kind == 'field' else 'agencies'}[{n}].figures" for n in range(table.rows)),
        ]
        places += [] if table.steps else ["total"]
        found += [f"{table.path}.{place}.{figure}" for place in places for figure in row.figures]
    return found


class TestWhatCanBeTyped:
    """Inputs are open, everything else is closed."""

    @pytest.mark.parametrize(
        "job",
        [EVERYTHING, TemplateJob(forms=("dossiers",), rows=2), TemplateJob(forms=("public_finance", "online"))],
        ids=["everything", "dossiers", "two forms"],
    )
    def test_every_figure_wanted_has_one_open_cell_and_nothing_else_is_open(self, job: TemplateJob) -> None:
        """No figure is forgotten or asked for twice; no label, key or formula can be overwritten."""
        layout = layout_for(job)
        asked = [each.path for sheet in layout.sheets for each in sheet.inputs.values() if each.figure]
        assert sorted(paths_of(layout.spec)) == sorted(asked)
        workbook = opened(write(job))
        assert [*(sheet.name for sheet in layout.sheets), HIDDEN_SHEET] == workbook.sheetnames
        for sheet in layout.sheets:
            made = workbook[sheet.name]
            assert made.protection.sheet
            assert not made.protection.password
            open_cells = {cell.coordinate for row in made.iter_rows() for cell in row if not cell.protection.locked}
            assert {cell_name(cell) for cell in sheet.inputs} == open_cells
            assert made.column_dimensions["A"].hidden
            assert made.protection.insertRows
            assert made.protection.deleteRows

    def test_every_open_cell_says_what_it_asks_for_within_the_limits_of_excel(self) -> None:
        """Longer texts would make Excel repair the file, that is throw them away."""
        layout = layout_for(EVERYTHING)
        workbook = opened(write(EVERYTHING))
        for sheet in layout.sheets:
            assert len(sheet.name) <= 31
            rules: dict[str, list[DataValidation]] = {}
            for rule in workbook[sheet.name].data_validations.dataValidation:
                assert len(rule.promptTitle or "") <= 32
                assert len(rule.errorTitle or "") <= 32
                assert max(len(rule.prompt or ""), len(rule.error or ""), len(rule.formula1 or "")) <= 255
                assert len(rule.formula2 or "") <= 255
                for reference in str(rule.sqref).split():
                    cells = workbook[sheet.name][reference]
                    for row in cells if isinstance(cells, tuple) else ((cells,),):
                        rules.setdefault(row[0].coordinate, []).append(rule)
            assert sorted(map(cell_name, sheet.inputs)) == sorted(rules)
            for cell, asked in sheet.inputs.items():
                (rule,) = rules[cell_name(cell)]
                assert asked.figure is None or asked.figure.unit in (rule.prompt or "")
                assert rule.type is None or rule.showErrorMessage or asked.fact is not None
                assert rule.type is None or not rule.showErrorMessage or rule.error

    def test_a_part_is_not_above_its_whole_once_the_whole_is_there(self) -> None:
        """The limit stands in the row of the part, by the relations of the form; a blank whole limits nothing."""
        layout = layout_for(EVERYTHING)
        sheet = sheet_of(layout, "procedures.dossiers")
        places = {each.path: cell_name(cell) for cell, each in sheet.inputs.items()}
        rules = {
            str(each.sqref): each for each in opened(write(EVERYTHING))[sheet.name].data_validations.dataValidation
        }
        first = "procedures.dossiers.province"
        received, resolved, early = (places[f"{first}.{name}"] for name in ("received", "resolved", "resolved_early"))
        limits = {name: rule.formula2 for reference, rule in rules.items() for name in [reference.split(":")[0]]}
        most = 10**15 - 1
        assert str(most) == limits[received]
        assert f"IF(COUNT({received})=1,{received},{most})" == limits[resolved]
        assert f"IF(COUNT({resolved})=1,{resolved},{most})" == limits[early]
        online, in_person = (places[f"{first}.received_{name}"] for name in ("online", "in_person"))
        digitised = limits[places[f"{first}.digitised"]]
        assert f"IF(COUNT({online},{in_person})=2,{online}+{in_person},{most})" == digitised

    def test_a_limit_is_as_long_as_excel_takes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A figure with many wholes is held against those that fit."""
        sheet = sheet_of(layout_for(EVERYTHING), "procedures.dossiers")
        monkeypatch.setattr(validation, "_LONGEST_FORMULA", 60)
        most = [str(each.options.get("maximum", "")) for each in validations_of(sheet)]
        assert "MIN" not in "".join(most)
        assert "IF" in "".join(most)

    def test_a_whole_may_be_declared_on_either_side(self) -> None:
        """``whole >= part`` says what ``part <= whole`` does; a code that stays below a number has no whole."""

        @form("made", title="Biểu", source=SOURCE, nonnegative=NONNEGATIVE)
        class Made(Record):
            whole: Figure[int] = count("a")
            part: Figure[int] = count("b")
            parts_within = bound(BOUND, whole >= part)
            coded = bound(BOUND, whole <= 2)

        assert wholes_of(form_of(Made), "x")["x.part"] == [("x.whole",)]
        assert "x.whole" not in wholes_of(form_of(Made), "x")

    def test_kinds_of_figures_take_what_they_can_hold(self) -> None:
        """Counts are whole, shares lie between 0 and 100, amounts may have decimals, open bounds may be words."""
        layout = layout_for(EVERYTHING)
        workbook = opened(write(EVERYTHING))
        kinds: dict[FigureKind, set[Any]] = {}
        for sheet in layout.sheets:
            types = {
                str(rule.sqref).split(":")[0]: (rule.type, rule.formula1)
                for rule in workbook[sheet.name].data_validations.dataValidation
            }
            for cell, each in sheet.inputs.items():
                if each.figure and cell_name(cell) in types:
                    kinds.setdefault(each.figure.kind, set()).add(types[cell_name(cell)])
        assert {
            FigureKind.COUNT: {("whole", "0")},
            FigureKind.MONEY: {("decimal", "0")},
            FigureKind.SHARE: {("decimal", "0")},
            FigureKind.OPEN: {(None, None)},
        } == kinds

    def test_every_policy_and_choice_has_words_that_a_list_can_hold(self) -> None:
        """A comma would part one choice into two; a new policy without words would fail here."""
        asked = {each.path: each for each in fields_of(None)}
        for area, part in form_of(Report).nested.items():
            for attribute in attrs.fields(part.record):
                if any(isinstance(each, type(Enum)) for each in getattr(attribute.type, "__args__", ())):
                    assert f"{area}.{attribute.name}" in asked
        for each in asked.values():
            labels = list(each.choices.values())
            assert len(",".join(labels)) <= 255
            assert len(set(labels)) == len(labels)
            assert not any("," in label for label in labels)
            assert (each.kind is InfoKind.CHOICE) == bool(labels)


class TestLayout:
    """The layout follows from what the form holds, and from nothing else."""

    def test_the_same_job_gives_the_same_bytes(self, example: Report) -> None:
        """No clock and no chance in it."""
        for job in (TemplateJob(period=QUARTER), evolve(EVERYTHING, report=example)):
            first = write(job)
            layout_of.cache_clear()
            assert first == write(job)

    @pytest.mark.parametrize("attribute", ["label", "header", "kind"])
    def test_the_hash_changes_with_what_a_figure_is(self, attribute: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A form of an older version of the library is recognised by it."""
        spec = spec_for(TemplateJob(forms=("dossiers",), rows=1))
        before = layout_of(spec).hash
        changed = FigureKind.SHARE if attribute == "kind" else "Khác"
        monkeypatch.setattr(form_of(DossierRow).figures["withdrawn"], attribute, changed)
        layout_of.cache_clear()
        after = layout_of(spec).hash
        layout_of.cache_clear()
        assert before != after

    def test_two_tiers_from_july_2025(self, example: Report) -> None:
        """The row of districts is gone, but for a report that has one; without a period every row is there."""
        quarter = TemplateJob(period=QUARTER)
        assert ("province", "commune", "total") == spec_for(quarter).tables[0].steps
        assert ("province", "district", "commune", "total") == spec_for(TemplateJob()).tables[0].steps
        old = evolve(quarter, report=example)
        assert ("province", "district", "commune", "total") == spec_for(old).tables[0].steps

    def test_tables_by_agency_come_when_asked_for_or_reported(self, example: Report) -> None:
        """Few agencies consolidate others."""
        by_agency = AgencyTable(agencies=(), total=DossierRow(received=1))
        reported = example.revise(procedures=example.procedures.revise(dossiers_by_agency=by_agency))
        kinds = [[table.kind for table in spec_for(job).tables][-1] for job in (TemplateJob(), EVERYTHING)]
        assert ["field", "agency"] == kinds
        assert spec_for(TemplateJob(report=reported)).tables[-1].kind == "agency"

    @given(
        parts=st.sets(st.sampled_from(areas())),
        tables=st.sets(st.sampled_from([table.path for table in spec_for(EVERYTHING).tables]), min_size=1),
        rows=st.integers(1, 2000),
    )
    def test_what_a_form_holds_is_read_back(self, parts: set[str], tables: set[str], rows: int) -> None:
        """The hidden sheet says it as text."""
        full = spec_for(EVERYTHING)
        spec = TemplateSpec(
            parts=tuple(part for part in areas() if part in parts),
            tables=tuple(
                table if table.steps else evolve(table, rows=rows) for table in full.tables if table.path in tables
            ),
        )
        assert spec == spec_of(spec_text(spec))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "[]",
            "[" * 10_000,
            '{"parts":[],"tables":[]}',
            '{"parts":["nowhere"],"tables":[]}',
            '{"parts":["procedures","direction"],"tables":[]}',
            '{"parts":[["direction"]],"tables":[]}',
            '{"parts":[],"tables":[{"path":"procedures.communes","rows":2}]}',
            '{"parts":[],"tables":[{"path":"procedures.dossiers","steps":["total","province"]}]}',
            '{"parts":[],"tables":[{"path":"procedures.dossiers_by_field","rows":2001}]}',
            '{"parts":[],"tables":[{"path":"procedures.dossiers_by_field","rows":1e3}]}',
            '{"parts":["direction"],"tables":[],"more":1}',
            json.dumps({"parts": ["direction"] * 2000, "tables": []}, separators=(",", ":")),
        ],
    )
    def test_an_absurd_specification_is_refused(self, text: str) -> None:
        """Whoever tampers with the hidden sheet lays out nothing."""
        with pytest.raises(ValueError, match=r"specification|too long"):
            spec_of(text)

    def test_unknown_names_are_refused_with_those_known(self) -> None:
        """And a kind of table that the form has not."""
        for job, kind in (
            (TemplateJob(forms=("giay-to",)), "form"),
            (TemplateJob(tables=("village",)), "table"),
            (TemplateJob(forms=("online",), tables=("field",)), "table"),
        ):
            with pytest.raises(UnknownNameError) as caught:
                spec_for(job)
            assert kind == caught.value.kind
            assert caught.value.known
        with pytest.raises(ReadError, match="2001"):
            spec_for(TemplateJob(rows=2001))

    def test_a_table_whose_rows_are_counted_by_others_fits(self) -> None:
        """One row is the least a table has; the check of the first row stands in every row."""
        spec = TemplateSpec(tables=(TableSpec(path="procedures.dossiers_by_field", rows=1),))
        (sheet,) = (each for each in layout_of(spec).sheets if each.table)
        assert sheet.name == "Phụ lục II"
        checks = [cell for cell, each in sheet.formulas.items() if each.role is Role.CHECK]
        assert len({row for row, column in checks if column == columns_of(spec.tables[0]).check}) == 2


class TestFacts:
    """What is filled in that is no figure."""

    @given(st.lists(st.text(alphabet="a\\\n e-")).map(tuple))
    def test_a_list_in_one_cell_is_read_back(self, lines: tuple[str, ...]) -> None:
        """One entry a line, whatever the entry holds."""
        assert lines == lines_of(text_of(lines))

    def test_days_left_blank_are_those_of_the_calendar(self) -> None:
        """By kind, year and number; the calendar of the decree if none is named."""
        assert period_of(PeriodKind.QUARTER, 2026, 3, None, None, "") == QUARTER
        days = CALENDAR_DAYS.period(PeriodKind.YEAR, 2026)
        assert period_of(PeriodKind.YEAR, 2026, None, None, None, CALENDAR_DAYS.name) == days
        own = Period(kind=PeriodKind.YEAR, year=2026, start=days.start, end=days.end, calendar="lich-rieng")
        assert period_of(PeriodKind.YEAR, 2026, None, days.start, days.end, "lich-rieng") == own
        with pytest.raises(LookupError):
            period_of(PeriodKind.YEAR, 2026, None, None, days.end, "lich-rieng")
        for index in (None, 5):
            with pytest.raises(ValueError, match=r"index|periods"):
                period_of(PeriodKind.QUARTER, 2026, index, None, None, "")


class TestFilledIn:
    """A report that exists already, in the cells of the form."""

    def test_numbers_are_numbers_unless_their_printed_form_would_be_lost(self, example: Report) -> None:
        """97,6 would come back as 97,60, and 1.234,50 as 1.234,5; so they are texts."""
        given_values: dict[str, tuple[Any, Any]] = {
            "public_finance.savings": (Decimal("1234.5"), 1234.5),
            "public_finance.savings_commune": (Decimal("1234.50"), "1.234,50"),
            "public_finance.savings_district": (Decimal(0).copy_negate(), "-0"),
            "procedures.feedback_handled_share_printed": (Decimal("97.6"), "97,6"),
            "direction.plan_completion_printed": (Decimal("97.60"), 97.6),
            "procedures.communes": (0, 0),
            "direction.media_items": (OpenBound(OpenWord.EXACTLY, Decimal(201)), 201),
        }
        report = example.revise(document=evolve(example.document, date=date(1899, 12, 31)))
        for path, (value, _) in given_values.items():
            report = revised(report, path, value)
        job = TemplateJob(report=report)
        places, workbook = layout_for(job).places, opened(write(job))

        def found(path: str) -> Any:
            sheet, cell = places[path]
            return workbook[sheet][cell_name(cell)].value

        for path, (_, expected) in given_values.items():
            assert (type(expected), expected) == (type(found(path)), found(path))
        assert found("document.date") == "31/12/1899"
        assert found("digital_government.official_mail_use") == "trên 90"

    def test_a_blank_stays_blank_and_a_text_stays_a_text(self, example: Report) -> None:
        """A label that looks like a formula is none, here as elsewhere."""
        rows = (
            FieldRow(field="=1+1", figures=DossierRow(received=3), number=2),
            FieldRow(field="@SUM(A1)\t", figures=DossierRow(resolved=1)),
        )
        agencies = (AgencyRow(agency="-xóm", level=Level.VILLAGE, figures=DossierRow(received=1)),)
        report = example.revise(
            agency=evolve(example.agency, name="+Ủy ban \U0001f600 \x07"),
            procedures=example.procedures.revise(
                dossiers_by_field=FieldTable(fields=rows), dossiers_by_agency=AgencyTable(agencies=agencies)
            ),
        )
        job = TemplateJob(report=report, rows=1)
        layout, workbook = layout_for(job), opened(write(job))

        def found(path: str) -> Any:
            sheet, cell = layout.places[path]
            return workbook[sheet][cell_name(cell)]

        by_field, by_agency = "procedures.dossiers_by_field", "procedures.dossiers_by_agency"
        assert (found(f"{by_field}.fields[0].field").value, found(f"{by_field}.fields[0].field").data_type) == (
            "=1+1",
            "s",
        )
        assert found(f"{by_field}.fields[1].field").data_type == "s"
        assert found(f"{by_field}.fields[0].number").value == 2
        assert found(f"{by_field}.fields[1].figures.received").value is None
        assert found(f"{by_agency}.agencies[0].level").value == "Xóm, tổ dân phố" == wording.LEVEL_NAMES["village"]
        assert found("agency.name").data_type == "s"
        assert found("agency.code").value == "167"

    def test_who_reports_and_when_may_be_given_apart(self, example: Report) -> None:
        """For the next quarter, say, with the figures of the last."""
        job = TemplateJob(report=example, agency=COMMUNE, period=QUARTER)
        layout, workbook = layout_for(job), opened(write(job))
        facts = workbook["Thông tin"]
        values = {
            path: facts[cell_name(cell)].value for path, (sheet, cell) in layout.places.items() if sheet == "Thông tin"
        }
        assert (COMMUNE.name, "Cấp xã", "05569") == tuple(values[f"agency.{name}"] for name in ("name", "tier", "code"))
        assert ("Quý", 2026, 3) == tuple(values[f"period.{name}"] for name in ("kind", "year", "index"))
        assert values["period.start"].date() == QUARTER.start
        assert facts["A1"].value is None
        lines = [row[0].value for row in workbook["Phụ lục I"].iter_rows(min_row=1, max_row=8)]
        assert "direction.tasks_planned" in lines

    @pytest.mark.parametrize("name", ["\ufffe", "x" * 32_768], ids=["no character", "too long"])
    def test_what_no_cell_can_hold_is_refused_by_its_path(self, name: str) -> None:
        """Nothing is cut off or dropped in silence."""
        with pytest.raises(ReadError) as caught:
            write(TemplateJob(agency=Agency(name=name, tier=Tier.COMMUNE)))
        assert [fault.path for fault in caught.value.faults] == ["agency.name"]

    def test_the_hidden_sheet_says_what_the_form_is(self) -> None:
        """Format, version, what it holds, and the hash of its layout."""
        workbook = opened(write(EVERYTHING))
        hidden = workbook[HIDDEN_SHEET]
        assert hidden.sheet_state == "veryHidden"
        said = {str(key.value): value.value for key, value in hidden.iter_rows()}
        layout = layout_for(EVERYTHING)
        assert (said["format"], said["version"]) == ("cchc-template", 1)
        assert (spec_of(str(said["spec"])), said["layout"]) == (layout.spec, layout.hash)


def drawn_record(cls: type[Record], dice: random.Random, blanks: float) -> dict[str, Any]:
    """Small figures, so that many relations hold and many do not."""
    values: dict[str, Any] = {}
    for name, kind in form_of(cls).kinds:
        if dice.random() >= blanks:
            number = dice.randint(0, 2)
            decimals = Decimal(dice.randint(1, 9)).scaleb(-1) + number
            values[name] = {FigureKind.COUNT: number, FigureKind.MONEY: dice.choice([Decimal(number), decimals])}.get(
                kind
            )
    if all(value is None for value in values.values()):
        values[dice.choice([name for name, kind in form_of(cls).kinds if kind is FigureKind.COUNT])] = 1
    return values


def drawn_table(value: type[Any], row: type[Record], dice: random.Random, blanks: float, *, tiers: int) -> Any:
    def record() -> Record:
        return row(**drawn_record(row, dice, blanks))

    total = record() if dice.random() < 0.9 else None
    if value is LevelTable:
        steps = ("province", "district", "commune") if tiers == 3 else ("province", "commune")
        return LevelTable(total=total, **{step: record() for step in steps if dice.random() < 0.8})
    count = dice.randint(0, 3)
    if value is FieldTable:
        return FieldTable(
            fields=tuple(FieldRow(field=f"Lĩnh vực {n}", figures=record()) for n in range(count)), total=total
        )
    level = Level.COMMUNE
    rows = tuple(AgencyRow(agency=f"Xã {n}", level=level, figures=record()) for n in range(count))
    return AgencyTable(agencies=rows, total=total)


def drawn_report(seed: int) -> Report:
    """A report with rows of every kind, blanks and contradictions."""
    dice = random.Random(seed)  # noqa: S311 - no secret, only a report
    tiers = 3 if seed % 2 else 2
    blanks = dice.choice([0.0, 0.1, 0.3, 0.7])
    parts: dict[str, Any] = {}
    for name, part in form_of(Report).nested.items():
        form = form_of(part.record)
        tables = {
            each.name: drawn_table(each.value, each.record, dice, blanks, tiers=tiers)
            for each in form.nested.values()
            if each.is_table
        }
        parts[name] = part.record(**drawn_record(part.record, dice, blanks), **tables)
    period = ND09_2019.period(PeriodKind.YEAR, 2021 if tiers == 3 else 2026)
    return Report(agency=COMMUNE, period=period, document=Document(title="x"), **parts)


def without_blanks(record: Any) -> Any:
    """The same rows, with nothing left out that only who has it states."""
    if isinstance(record, tuple):
        return tuple(evolve(row, figures=without_blanks(row.figures)) for row in record)
    if isinstance(record, LevelTable | FieldTable | AgencyTable):
        rows = {name: value for name, value in attrs.asdict(record, recurse=False).items() if value is not None}
        return evolve(record, **{name: without_blanks(value) for name, value in rows.items()})
    form_ = form_of(record)
    optional = [name for name, each in form_.figures.items() if each.optional and each.kind is FigureKind.COUNT]
    zeros = {name: 0 for name in optional if getattr(record, name) is None}
    return record.revise(**zeros, **{name: without_blanks(getattr(record, name)) for name in form_.nested})


def leads_of(report: Report) -> dict[tuple[str, str], str]:
    """The first figure of each relation as it is declared, before blanks that count as nothing are left out."""
    filled, system = without_blanks(report), system_of(report)
    leads: dict[tuple[str, str], str] = {}
    by_name: dict[str, list[PlacedRelation]] = {}
    for each in system_of(filled).relations:
        by_name.setdefault(each.name, []).append(each)
    for relation in system.relations:
        paths = set(relation.paths)
        like = (each for each in by_name[relation.name] if paths <= set(each.paths))
        leads[relation.key] = next(like).paths[0]
    return leads


def broken_cells(report: Report, layout: TemplateLayout) -> set[tuple[str, str]]:
    """Where the form must say something: by the check, for relations whose figures are all stated."""
    relations = {relation.key: relation for relation in system_of(report).relations}
    system = system_of(report)
    result, leads = check(report), leads_of(report)
    rounded = {(each.relation, each.place.path) for each in result.findings if each.grade is Grade.ROUNDING}
    cells = set()
    for outcome in result.outcomes:
        relation = relations.get(outcome.key)
        if relation is None or outcome.status is not Status.FAILED or outcome.key in rounded:
            continue
        if any(system.cells[path].value is None for path in relation.paths):
            continue
        sheet_name, (row, column) = layout.places[leads[relation.key]]
        sheet = next(each for each in layout.sheets if each.name == sheet_name)
        if not sheet.table:
            cells.add((sheet_name, cell_name((row, column + 1))))
        elif relation.name.endswith("_sum") or "_totals_agree" in relation.name:
            cells.add((sheet_name, cell_name((row + 1, column))))
        else:
            table = next(each for each in layout.spec.tables if each.path == sheet.table)
            cells.add((sheet_name, cell_name((row, columns_of(table).check))))
    return cells


def values_of(content: bytes, layout: TemplateLayout) -> dict[tuple[str, str], Any]:
    """What every formula shows."""
    workbook = load_workbook(BytesIO(content), data_only=True)
    return {
        (sheet.name, cell_name(cell)): workbook[sheet.name][cell_name(cell)].value or ""
        for sheet in layout.sheets
        for cell in sheet.formulas
    }


def told_in(values: dict[tuple[str, str], Any], layout: TemplateLayout) -> set[tuple[str, str]]:
    checks = {
        (sheet.name, cell_name(cell))
        for sheet in layout.sheets
        for cell, each in sheet.formulas.items()
        if each.role is Role.CHECK
    }
    return {place for place in checks if values[place] != ""}


class TestLiveChecks:
    """The form says while it is typed into what the check says of the report."""

    def test_the_form_says_what_the_check_says(self, example: Report, recalculate: Recalculate) -> None:
        """Every broken relation turns its cell red, nothing else does; a blank form is silent; stored values are right."""
        drawn = {str(seed): drawn_report(seed) for seed in range(9)} | {"example": example}
        jobs = {name: TemplateJob(report=report, tables=EVERYTHING.tables, rows=3) for name, report in drawn.items()}
        jobs["blank"] = EVERYTHING
        contents = {name: write(job) for name, job in jobs.items()}
        seen = 0
        for name, content in recalculate(contents).items():
            layout = layout_for(jobs[name])
            values = values_of(content, layout)
            expected = broken_cells(drawn[name], layout) if name in drawn else set()
            assert expected == told_in(values, layout), name
            assert values_of(contents[name], layout) == values
            seen += len(expected)
        assert seen > 250

    def test_a_blank_form_says_what_is_missing(self) -> None:
        """Who reports, of which tier, and the kind and year of the period."""
        layout = layout_for(EVERYTHING)
        facts = layout.sheets[0]
        missing = next(cell for cell, each in facts.formulas.items() if each.role is Role.MISSING)
        assert values_of(write(EVERYTHING), layout)[facts.name, cell_name(missing)] == 4

    def test_every_relation_between_figures_of_the_form_has_its_cell(self) -> None:
        """None is lost on the way from the declarations: each names its figures in some formula."""
        layout = layout_for(TemplateJob(report=drawn_report(4), tables=EVERYTHING.tables, rows=3))
        formulas = {
            (sheet.name, cell): each.text
            for sheet in layout.sheets
            for cell, each in sheet.formulas.items()
            if each.role is Role.CHECK
        }
        for relation in system_of(drawn_report(4)).relations:
            if relation.name.endswith("_sum"):
                continue
            lead = cell_name(layout.places[relation.paths[0]][1])
            there = [text for text in formulas.values() if re.search(rf"\b{lead}\b", text) or f":{lead}" in text]
            assert there, relation.name


class TestCommand:
    """``cchc template``, as it is typed."""

    @pytest.fixture(autouse=True)
    def in_a_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Start in an empty folder, in Vietnamese."""
        self.example = str(Path(EXAMPLE).resolve())
        monkeypatch.delenv("CCHC_LANG", raising=False)
        monkeypatch.chdir(tmp_path)

    def test_it_writes_a_form_and_says_what_comes_next(self, capsys: pytest.CaptureFixture[str]) -> None:
        """With the agency and the period that were named."""
        code = main(["template", "dossiers", "--agency", COMMUNE.name, "--code", "05569", "--period", "2026-Q3"])
        assert (0, 2) == (code, len(capsys.readouterr().out.splitlines()))
        job = TemplateJob(forms=("dossiers",), agency=COMMUNE, period=QUARTER)
        assert write(job) == Path("bieu-mau.xlsx").read_bytes()

    def test_what_may_have_been_filled_in_is_not_overwritten(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Hours of work would be lost; who means it says --force."""
        Path("bieu-mau.xlsx").write_text("việc đã làm", encoding="utf-8")
        assert main(["template"]) == 2
        assert "--force" in capsys.readouterr().err
        assert Path("bieu-mau.xlsx").read_text(encoding="utf-8") == "việc đã làm"
        assert main(["template", "--force", "--rows", "2", "--table", "field"]) == 0
        assert write(TemplateJob(rows=2, tables=("field",))) == Path("bieu-mau.xlsx").read_bytes()

    def test_it_starts_from_a_report(self, example: Report, capsys: pytest.CaptureFixture[str]) -> None:
        """Any report that can be read; who reports and when may be changed."""
        assert main(["template", "--from", self.example, "-o", "a.xlsx"]) == 0
        assert write(TemplateJob(report=example)) == Path("a.xlsx").read_bytes()
        changed = evolve(example.agency, tier=Tier.PROVINCE, code="1")
        arguments = ["--agency", changed.name, "--tier", "province", "--code", "1", "--calendar", "calendar-days"]
        assert main(["template", "--from", self.example, "-o", "b.xlsx", *arguments, "--period", "2021"]) == 0
        period = CALENDAR_DAYS.period(PeriodKind.YEAR, 2021)
        assert write(TemplateJob(report=example, agency=changed, period=period)) == Path("b.xlsx").read_bytes()
        assert capsys.readouterr().err == ""

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["giay-to"], "dossiers"),
            (["online", "--table", "field"], "level"),
            (["--period", "2026-Q5"], "2026-Q3"),
            (["--period", "1900"], "2026-Q3"),
            (["--calendar", "lich"], "nd09-2019"),
            (["--agency", "Ủy ban nhân dân thành phố Huế"], "--tier"),
            (["--tier", "commune"], "--agency"),
            (["--rows", "3000"], "2000"),
            (["--from", "khong-co.json"], "khong-co.json"),
        ],
    )
    def test_misuse_is_answered_with_what_is_possible(
        self, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Nothing is written then."""
        assert main(["template", *arguments]) == 2
        assert said in capsys.readouterr().err
        assert not Path("bieu-mau.xlsx").exists()

    def test_the_report_itself_is_never_overwritten(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Even if --force is said."""
        Path("bao-cao.json").write_bytes(Path(self.example).read_bytes())
        assert main(["template", "--from", "bao-cao.json", "-o", "bao-cao.json", "--force"]) == 2
        assert "bao-cao.json" in capsys.readouterr().err
        assert Path(self.example).read_bytes() == Path("bao-cao.json").read_bytes()

    def test_a_plugin_that_fails_is_named(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """And where no plugin makes forms, that is said."""
        found = find_plugins()

        def with_reader(template: Any) -> Plugins:
            reader = evolve(found.readers["template"], name="hong", template=template)
            return evolve(found, readers={"hong": reader})

        for template, said in ((lambda _: 1 // 0, "hong"), (lambda _: "chữ", "hong"), (None, "biểu mẫu")):
            monkeypatch.setattr("cchc_core.cli.files.find_plugins", lambda made=template, **_: with_reader(made))
            assert main(["template"]) == 2
            assert said in capsys.readouterr().err
        assert isinstance(found.readers["template"], Reader)
        assert isinstance(found.exporters["xlsx"], Exporter)

    def test_names_complete(self) -> None:
        """Forms, tables, tiers, periods and calendars, with the Tab key."""
        command = build().commands["template"]
        context = command.context_class(command)
        values = {"forms": ("dos", "dossiers"), "period": ("2026-Q", "2026-Q3"), "calendar": ("nd", "nd09-2019")}
        values |= {"tables": ("f", "field"), "tier": ("c", "commune")}
        params = {param.name: param for param in command.params}
        for name, (typed, completed) in values.items():
            assert [completed] == [each.value for each in params[name].shell_complete(context, typed)]

    @pytest.mark.parametrize(
        ("name", "tier"),
        [
            ("Ủy ban nhân dân xã Định Hóa, tỉnh Thái Nguyên", Tier.COMMUNE),
            ("UBND phường 1", Tier.COMMUNE),
            ("Ủy ban nhân dân đặc khu Lý Sơn", Tier.COMMUNE),
            ("Ủy ban nhân dân thị xã Phổ Yên", Tier.DISTRICT),
            ("Phòng Nội vụ huyện Định Hóa", Tier.DISTRICT),
            ("Sở Lao động - Thương binh và Xã hội tỉnh Thái Nguyên", Tier.PROVINCE),
            ("Ủy ban nhân dân thành phố Cần Thơ", Tier.PROVINCE),
            ("Ủy ban nhân dân thành phố Thái Nguyên", None),
            ("Ban Quản lý các khu công nghiệp", None),
            ("UBND XÃ HỘI AN", None),
        ],
    )
    def test_the_tier_is_guessed_only_where_it_is_certain(self, name: str, tier: Tier | None) -> None:
        """Cities have been of two tiers, and capitals hide whether a word is a name."""
        assert tier is tier_of_name(name)

    @pytest.mark.parametrize(
        "text", ["2026-Q0", "2026-M7", "2026-M13", "2026-H3", "2026-9m", "26", "2026-", "２０２６"]
    )
    def test_a_period_is_written_in_one_way(self, text: str) -> None:
        """What could be taken for two is refused."""
        with pytest.raises(ReadError):
            period_asked(text, ND09_2019)


def test_inputs_know_what_they_ask_for() -> None:
    """An input is a figure, a fact, or something beside the figures of a row."""
    for each in layout_for(EVERYTHING).inputs.values():
        assert isinstance(each, Input)
        assert sum((each.figure is not None, each.fact is not None, each.fact is None and each.kind is not None)) == 1
