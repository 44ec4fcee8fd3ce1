"""Forms of plugins: their records come with a report, and are read, checked, changed and exported with it."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

from cchc_core import (
    Catalogue,
    DossierRow,
    FigureValueError,
    InForce,
    LevelTable,
    ReadError,
    Record,
    Report,
    Settings,
    Status,
    check,
    count,
    describe_outcome,
    dump,
    form,
    load,
    part,
    read,
    read_settings,
    revised,
)
from cchc_core.catalogue.rules import FIG_001
from cchc_core.cli.main import main
from cchc_core.cli.rules import rule_lines
from cchc_core.cli.text import result_lines
from cchc_core.conditions.walk import reported_forms
from cchc_core.plugins import ExportJob, Plugins, find_plugins, render
from cchc_core.schema import report_schema
from cchc_core.tables import sections_of
from cchc_exporters.xlsx.names import valid_name
from plugins_for_tests import SOURCE, Survey, SurveyPlace, SurveyRow

POINT = EntryPoint("khao-sat", "plugins_for_tests", "cchc")
EXAMPLE = "examples/dinh-hoa-2021.json"


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    """What the library and the plugin of these tests register."""
    found = find_plugins([POINT])
    assert found.problems == ()
    return found


@pytest.fixture
def report() -> Report:
    """The example with a survey whose answers do not add up."""
    survey = Survey(
        returned=120,
        satisfied=100,
        unsatisfied=21,
        visits=LevelTable(district=SurveyRow(visits=3), total=SurveyRow(visits=4321)),
        place=SurveyPlace(offices=77),
    )
    return load(EXAMPLE).revise(annexes=(survey,))


class TestHolding:
    """A report takes each form once, and only forms that have no place in it."""

    @pytest.mark.parametrize("wrong", [[Survey()], (3,), (Survey(), Survey()), (DossierRow(),)])
    def test_what_is_no_annex(self, wrong: object) -> None:
        """A list, no record, one form twice, a form of the report itself."""
        with pytest.raises(FigureValueError, match=r"Report\.annexes cannot be"):
            load(EXAMPLE).revise(annexes=wrong)

    def test_a_figure_is_changed_by_its_path(self, report: Report) -> None:
        """As a suggestion that is taken up does."""
        changed = revised(report, "annexes[0].unsatisfied", 20)
        assert changed.annexes == (report.annexes[0].revise(unsatisfied=20),)


class TestFile:
    """In a file an annex names its form beside its figures."""

    def test_round_trip(self, report: Report, plugins: Plugins) -> None:
        """What is written is read back, and the schema of all forms allows it."""
        content = dump(report)
        assert read(content, plugins).report == report
        tree = json.loads(content)
        assert tree["annexes"][0]["form"] == "survey"
        jsonschema.validate(tree, report_schema(plugins.catalogue))
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tree, report_schema())

    def test_two_classes_of_one_name(self, report: Report) -> None:
        """A plugin may call its row class as the library calls one; the schema describes each."""
        row: type[Any] = form("other-row", title="Dòng", source=SOURCE, nonnegative=FIG_001)(
            type("DossierRow", (Record,), {"__annotations__": {"each": "Figure[int]"}, "each": count("Số")})
        )
        body = {"__annotations__": {"inner": "Part[Any]"}, "inner": part(row)}
        other: type[Any] = form("other", title="Mẫu", source=SOURCE, nonnegative=FIG_001)(
            type("Other", (Record,), body)
        )
        tree = json.loads(dump(report.revise(annexes=(other(inner=row(each=3)),))))
        jsonschema.validate(tree, report_schema(Catalogue.of([other, row])))
        tree["annexes"][0]["inner"] = {"received": 3}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tree, report_schema(Catalogue.of([other, row])))

    def test_two_versions_of_one_form(self, report: Report, plugins: Plugins) -> None:
        """A file of either is allowed."""
        before = attrs.evolve(
            plugins.catalogue.find("survey", report.period.end), in_force=InForce(end=date(2020, 1, 1))
        )
        forms = attrs.evolve(plugins.catalogue, forms=(*plugins.catalogue.forms, before))
        jsonschema.validate(json.loads(dump(report)), report_schema(forms))

    def test_none_is_not_written(self) -> None:
        """A file without annexes is as it always was."""
        assert "annexes" not in json.loads(dump(load(EXAMPLE)))

    def test_without_the_plugin(self, report: Report) -> None:
        """The form is not known, and the message says what is missing."""
        with pytest.raises(ReadError, match=r'annexes\[0\].form: không có biểu mẫu "survey".*cài phần mở rộng'):
            load(dump(report))

    @pytest.mark.parametrize(
        ("annexes", "fault"),
        [
            (3, "annexes: "),
            ([3], "annexes[0]: "),
            ([{}], "annexes[0].form: không có biểu mẫu null"),
            ([{"form": "dossiers"}], 'annexes[0].form: không có biểu mẫu "dossiers"'),
            ([{"form": "survey"}, {"form": "survey"}], 'annexes[1].form: biểu mẫu "survey" đã có'),
            ([{"form": "survey", "returned": "x"}], "annexes[0].returned: cần một số nguyên"),
            ([{"form": "survey", "x": 1}], "annexes[0].x: khóa này không có"),
            ([{"form": "survey", "place": {"offices": 1.5}}], "annexes[0].place.offices: "),
        ],
    )
    def test_faults_have_their_path(self, annexes: object, fault: str, plugins: Plugins) -> None:
        """Whatever is wrong with an annex is said at its place."""
        tree = json.loads(Path(EXAMPLE).read_bytes()) | {"annexes": annexes}
        with pytest.raises(ReadError) as refused:
            read(json.dumps(tree).encode(), plugins)
        assert [str(refused.value)[: len(fault)]] == [fault]

    def test_faults_of_report_and_annex_come_together(self, plugins: Plugins) -> None:
        """Neither hides the other."""
        tree = json.loads(Path(EXAMPLE).read_bytes()) | {"annexes": [{"form": "survey", "returned": "x"}]}
        del tree["agency"]
        with pytest.raises(ReadError) as refused:
            read(json.dumps(tree).encode(), plugins)
        assert [fault.path for fault in refused.value.faults] == ["agency", "annexes[0].returned"]

    def test_a_form_that_is_not_in_force(self, report: Report, plugins: Plugins) -> None:
        """A form is found by its key and the last day of the period."""
        forms = (
            attrs.evolve(form, in_force=InForce(end=form.in_force.end)) if form.key != "survey" else later
            for form in plugins.catalogue
            for later in [attrs.evolve(form, in_force=InForce(start=report.period.end.replace(year=2030)))]
        )
        later = attrs.evolve(plugins, catalogue=attrs.evolve(plugins.catalogue, forms=tuple(forms)))
        with pytest.raises(ReadError, match="không có biểu mẫu"):
            read(dump(report), later)


class TestChecking:
    """The rules of the plugin are rules like any other, but that a failing one costs nothing but itself."""

    def test_relations_and_functions(self, report: Report, plugins: Plugins) -> None:
        """A relation of the form, told with its suspects; a function that holds."""
        result = plugins.check(report)
        (finding,) = [each for each in result.findings if each.code == "KSH-001"]
        assert finding.place.path == "annexes[0].returned"
        cause = result.cause_of(finding)
        assert cause is not None
        assert {place.path for place in cause.suspects} == {
            f"annexes[0].{name}" for name in ("returned", "satisfied", "unsatisfied")
        }
        assert "DOC-008" in {outcome.rule.code for outcome in result.outcomes}

    def test_where_a_rule_comes_from_is_told_once(self, report: Report, plugins: Plugins) -> None:
        """A rule with a source of its own is not said to be the form's."""
        (condition,) = [each for each in plugins.conditions if each.name == "survey_has_forms"]
        sourced = attrs.evolve(condition, rule=attrs.evolve(condition.rule, source=SOURCE))
        empty = revised(report, "annexes[0].returned", 0)
        result = check(empty, conditions=[sourced])
        lines = [text for _, text in result_lines(empty, result, "x", "vi", every=False)]
        start = next(index for index, line in enumerate(lines) if "KSH-002" in line)
        block = lines[start : start + 4]
        assert not [line for line in block if "căn cứ lập biểu" in line]

    def test_a_warning_of_plausibility_has_an_example_of_a_breach(self, plugins: Plugins) -> None:
        """Only a relation that is never a finding lends support, or none."""
        lines = [text for _, text in rule_lines(plugins.book.rule("KSH-002"), plugins.book, "vi")]
        assert "Ví dụ không đạt: khảo sát 0 phiếu" in lines

    def test_functions_that_fail(self, report: Report, plugins: Plugins) -> None:
        """They could not run, and say which plugin it was and why."""
        outcomes = [
            outcome
            for outcome in check(report, conditions=plugins.conditions).outcomes
            if outcome.rule.code == "KSH-002"
        ]
        assert [outcome.status for outcome in outcomes] == [
            Status.PASSED,
            Status.COULD_NOT_RUN,
            Status.COULD_NOT_RUN,
        ]
        said = [describe_outcome(outcome) for outcome in outcomes[1:]]
        assert "khao-sat (plugins_for_tests) gặp lỗi ở bước “fails”: ValueError: 120 {x}" in said[0]
        assert "NoneType instead of tuple" in said[1]

    def test_a_function_that_finds_something(self, report: Report, plugins: Plugins) -> None:
        """Its finding stands at the figure of the annex."""
        empty = revised(report, "annexes[0].returned", 0)
        found = check(empty, conditions=plugins.conditions).findings
        assert [each.place.path for each in found if each.code == "KSH-002"] == ["annexes[0].returned"]

    def test_a_site_switches_a_rule_of_a_plugin_off(self, report: Report, plugins: Plugins) -> None:
        """The settings know the rules that the plugins bring."""
        settings = read_settings(b'rules.off = ["KSH-001"]', book=plugins.book)
        assert settings == Settings(off=["KSH-001"])
        codes = {each.code for each in check(report, settings=settings, conditions=plugins.conditions).findings}
        assert "KSH-001" not in codes
        with pytest.raises(ReadError, match="KSH-001"):
            read_settings(b'rules.off = ["KSH-001"]')

    def test_an_annex_without_figures_reports_nothing(self, report: Report) -> None:
        """Only forms with figures are looked for in the appendices."""
        paths = [[path for path, *_ in reported_forms(each)] for each in (report, report.revise(annexes=(Survey(),)))]
        assert [path for path in paths[0] if "annexes" in path] == [
            "annexes[0]",
            "annexes[0].visits",
            "annexes[0].place",
        ]
        assert not [path for path in paths[1] if "annexes" in path]


class TestExporting:
    """Every exporter writes the figures of an annex without knowing its form."""

    def test_sections_come_last_with_their_parts(self, report: Report) -> None:
        """The annex, and then its parts."""
        assert [section.path for section in sections_of(report)][-2:] == ["annexes[0]", "annexes[0].place"]
        assert valid_name("annexes[0].place.offices") == "annexes_0.place.offices"

    @pytest.mark.parametrize("name", sorted(find_plugins().exporters))
    def test_every_exporter(self, name: str, report: Report, plugins: Plugins) -> None:
        """Its output changes with each figure of the annex."""
        exporter = find_plugins().exporter(name)
        paths = ["returned", "visits.total.visits", "place.offices"]
        outputs = {
            render(exporter, ExportJob(report=each, result=check(each, conditions=plugins.conditions)))
            for each in (report, *(revised(report, f"annexes[0].{path}", 5678) for path in paths))
        }
        assert len(outputs) == 4


class TestCommand:
    """The command knows what plugins bring."""

    @pytest.fixture(autouse=True)
    def installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Find the plugin of these tests wherever plugins are looked for."""
        monkeypatch.setattr("cchc_core.plugins.manager.entry_points", lambda **_: [POINT])

    def test_its_rules_are_explained(self, capsys: pytest.CaptureFixture[str]) -> None:
        """With the forms that apply them."""
        assert main(["explain", "KSH-001"]) == 0
        out = capsys.readouterr().out
        assert "Phiếu thu về gồm hài lòng và không hài lòng." in out
        assert "Khảo sát sự hài lòng: Phiếu thu về = Phiếu hài lòng + Phiếu không hài lòng" in out

    def test_its_forms_are_in_the_schema(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The schema that is printed is that of what can be read here."""
        assert main(["schema"]) == 0
        schema = json.loads(capsys.readouterr().out)
        forms = schema["properties"]["annexes"]["items"]["anyOf"]
        assert [each["properties"]["form"]["const"] for each in forms] == ["survey", "survey-row", "survey-place"]

    @pytest.mark.parametrize(
        ("lang", "head", "summary"),
        [
            ("vi", "Không chạy được, nên chưa biết đúng hay sai:", " 2 lượt không chạy được."),
            ("en", "Could not run, so nobody knows what holds:", " 2 could not run."),
        ],
    )
    def test_rules_that_could_not_run_are_told_unasked(
        self, lang: str, head: str, summary: str, report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Each with its plugin and why, apart from what was not applied, and counted apart from it."""
        path = tmp_path / "bao-cao.json"
        path.write_bytes(dump(report))
        assert main(["check", str(path), "--lang", lang]) == 1
        lines = capsys.readouterr().out.splitlines()
        start = lines.index(head)
        assert "ValueError: 120 {x}" in lines[start + 1]
        assert "NoneType instead of tuple" in lines[start + 2]
        assert all(each.startswith("    KSH-002  ") and "khao-sat" in each for each in lines[start + 1 : start + 3])
        assert not lines[start + 3].startswith(" ")
        assert [each for each in lines if "khao-sat" in each] == lines[start + 1 : start + 3]
        assert lines[-1].endswith(summary)
        counts = [int(each) for each in re.findall(r"\d+", lines[-1].partition(". ")[2])]
        assert counts[0] == sum(counts[1:])

    def test_rules_that_could_not_run_are_told_where_a_file_has_one_line(
        self, report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The line has no place for them, so they are a warning of that file alone."""
        (tmp_path / "a.json").write_bytes(dump(report))
        (tmp_path / "b.json").write_bytes(dump(report.revise(annexes=())))
        assert main(["check", str(tmp_path), "--format", "summary", "--jobs", "1"]) == 1
        warnings = [each for each in capsys.readouterr().err.splitlines() if "không chạy được" in each]
        assert warnings == [f"cảnh báo: {tmp_path / 'a.json'}: không chạy được: KSH-002 (2 lượt)"]

    def test_a_report_with_an_annex_is_corrected_in_place(
        self, report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is a JSON file as any other; the annex stays as it was."""
        path = tmp_path / "bao-cao.json"
        path.write_bytes(dump(report))
        assert main(["fix", str(path), "--accept", "ONL-001", "--in-place"]) == 1
        assert "đã sửa procedures.online.total.received" in capsys.readouterr().out
        assert read(path.read_bytes(), find_plugins([POINT])).report.annexes == report.annexes

    def test_a_form_to_fill_in_says_what_it_leaves_out(
        self, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The figures of an annex are not dropped without a word."""
        both = [POINT, *entry_points(group="cchc", name="template")]
        monkeypatch.setattr("cchc_core.plugins.manager.entry_points", lambda **_: both)
        path = tmp_path / "bao-cao.json"
        path.write_bytes(dump(report))
        assert main(["template", "--from", str(path), "-o", str(tmp_path / "bieu.xlsx")]) == 0
        assert "biểu kèm theo (Khảo sát sự hài lòng)" in capsys.readouterr().err

    def test_a_report_with_an_annex_is_checked(
        self, report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """From the file to the finding."""
        path = tmp_path / "bao-cao.json"
        path.write_bytes(dump(report))
        assert main(["check", str(path)]) == 1
        assert "KSH-001" in capsys.readouterr().out
