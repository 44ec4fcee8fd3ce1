"""Results in the formats of build servers: valid SARIF and JUnit, whatever is in the report and wherever it came from."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, SupportsIndex
from xml.etree import ElementTree as ET

import pytest
import yaml
from attrs import evolve
from junitparser import Error, Failure, JUnitXml, Skipped
from sarif_kit.validate import validation_errors

from cchc_core import (
    CheckResult,
    Finding,
    LevelTable,
    ReadError,
    Record,
    RuleOutcome,
    Settings,
    Severity,
    Status,
    check,
    describe,
    load,
)
from cchc_core.cli.main import main
from cchc_core.interchange import (
    JunitText,
    NamedResult,
    SarifText,
    Trouble,
    artifact_uri,
    junit_of,
    junit_piece,
    lines_of,
    sarif_of,
    sarif_piece,
)
from cchc_core.interchange.fingerprints import fingerprints_of
from cchc_core.plugins import find_plugins
from cchc_core.words import Language
from example_for_tests import EXAMPLE, as_bytes, example, example_tree, formal_tree, with_figures
from plugins_for_tests import Survey, SurveyPlace, SurveyRow

Captured = pytest.CaptureFixture[str]

ONLINE = "procedures.online.total.received"
HOSTILE = "\x00\x1f\x7f\ufffe\ud800 {0} [x](1) <b>&\"'\r\n]]>"
CLEAN = as_bytes(formal_tree())
PLUGINS = find_plugins([EntryPoint("khao-sat", "plugins_for_tests", "cchc")])
SURVEY = Survey(
    returned=120,
    satisfied=100,
    unsatisfied=21,
    visits=LevelTable(district=SurveyRow(visits=3), total=SurveyRow(visits=-4)),
    place=SurveyPlace(offices=-7),
)
"""Its answers do not add up, and a figure in a row and one in a part are negative."""


def named(lang: Language = "vi", name: str = "bao-cao.json") -> NamedResult:
    """Give the result of the example under a name."""
    return NamedResult(name=name, result=check(example()), lines=lines_of(EXAMPLE.read_bytes()), lang=lang)


def unread(name: str = "hong.json", lang: Language = "vi") -> NamedResult:
    """Give the result of a file that is no report."""
    with pytest.raises(ReadError) as caught:
        load(b'{"format": "cchc-report", "version": 2}')
    return NamedResult.unread(name, caught.value, lang)


def annexed(*annexes: Record, settings: Settings | None = None) -> CheckResult:
    """Check the example with annexes by the rules of a plugin; of its three functions on a survey, two fail."""
    report = load(EXAMPLE).revise(annexes=annexes)
    return check(report, settings=settings or Settings(), conditions=PLUGINS.conditions)


def stopped(name: str = "hong.json", lang: Language = "vi") -> NamedResult:
    """Give the result of a report on which two functions of a plugin could not run."""
    return NamedResult(name=name, result=annexed(SURVEY), lang=lang)


def run_of(text: str) -> dict[str, Any]:
    """Give the only run of a SARIF document, after it is held against the schema of the standard."""
    document = json.loads(text)
    assert validation_errors(document) == []
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def suites_of(text: str) -> list[ET.Element]:
    """Give the suites of a JUnit document, after it is held against what servers read."""
    root = ET.fromstring(text)  # noqa: S314 - it is our own
    assert root.tag == "testsuites"
    for suite in root:
        assert_counts_fit(suite)
    return list(root)


def assert_counts_fit(suite: ET.Element) -> None:
    """Check a suite as Jenkins's schema does, and that its counts are those of its cases."""
    kinds = Counter(case[0].tag if len(case) else "" for case in suite)
    counted = {"tests": len(suite), "failures": kinds["failure"], "errors": kinds["error"], "skipped": kinds["skipped"]}
    assert {name: int(suite.get(name, "")) for name in counted} == counted
    assert set(suite.attrib) == {"name", *counted}
    for case in suite:
        assert case.tag == "testcase"
        assert set(case.attrib) - {"line"} == {"classname", "name", "file"}
        assert len(case) <= 1
        for child in case:
            allowed = {"system-out": set(), "skipped": {"message"}}.get(child.tag, {"message", "type"})
            assert set(child.attrib) == allowed
    identities = [(case.get("classname"), case.get("name")) for case in suite]
    assert len(identities) == len(set(identities))


def cases_of(suite: ET.Element) -> dict[tuple[str, str], ET.Element]:
    """Give the cases of a suite by form and code."""
    return {
        (str(case.get("classname")).rpartition(".")[2], str(case.get("name")).partition(" ")[0]): case for case in suite
    }


class TestLines:
    """Where in a JSON file each value stands."""

    def test_every_value_of_the_example_stands_on_its_line(self) -> None:
        """The line says the key, or the value of a list, that the path ends in."""
        content = EXAMPLE.read_bytes()
        text, found = content.decode().splitlines(), lines_of(content)

        assert len(found) > 1000
        for path, line in found.items():
            key = re.search(r"(\w+)$", path)
            assert key is None or f'"{key[1]}":' in text[line - 1]
        assert '"received": 19024,' in text[found[ONLINE] - 1]
        assert found[""] == 1

    def test_paths_are_those_of_findings(self) -> None:
        """Every figure that a finding names is found."""
        found = lines_of(EXAMPLE.read_bytes())
        places = [operand.place.path for finding in check(example()).findings for operand in finding.operands]

        assert set(places) <= set(found)

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_lines_end_as_they_end_on_any_system(self, end: str) -> None:
        """A file from Windows has as many lines as one from elsewhere."""
        text = '{\n "a": [\n  {},\n  [1, "b,]}\\"\\n", null],\n  true\n ],\n "c:\\u0061": -1.5e3\n}'

        assert lines_of(text.replace("\n", end).encode("utf-8-sig")) == {
            "": 1,
            "a": 2,
            "a[0]": 3,
            "a[1]": 4,
            "a[1][0]": 4,
            "a[1][1]": 4,
            "a[1][2]": 4,
            "a[2]": 5,
            "c:a": 7,
        }

    @pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xff", b'{"a": ', b"[" * 100_000], ids=str)
    def test_what_is_no_json_has_no_lines(self, content: bytes) -> None:
        """A workbook is no text."""
        assert lines_of(content) == {}

    @pytest.mark.parametrize(
        ("path", "line"), [("a.b", 3), ("a.b.c.d", 3), ("a.x[2].y", 2), ("a[7]", 2), ("x", 1), ("", 1)]
    )
    def test_what_is_not_in_the_file_stands_where_it_would(self, path: str, line: int) -> None:
        """A key that is missed is told at the object that lacks it."""
        result = NamedResult(name="a.json", lines=lines_of(b'{\n "a": {\n  "b": 1}}'))

        assert result.line_of(path) == line


class TestUri:
    """A file under its name on any system."""

    @pytest.mark.parametrize(
        ("name", "flavour", "uri"),
        [
            ("examples/dinh-hoa-2021.json", PurePosixPath, "examples/dinh-hoa-2021.json"),
            ("./a b%#?.json", PurePosixPath, "a%20b%25%23%3F.json"),
            ("../báo cáo.json", PurePosixPath, "../b%C3%A1o%20c%C3%A1o.json"),
            ("a\\b:c.json", PurePosixPath, "a%5Cb%3Ac.json"),
            ("\udcff.json", PurePosixPath, "%FF.json"),
            ("/du lieu/a.json", PurePosixPath, "file:///du%20lieu/a.json"),
            ("bao cao\\q3.xlsx", PureWindowsPath, "bao%20cao/q3.xlsx"),
            ("C:\\bc\\q3.xlsx", PureWindowsPath, "file:///C:/bc/q3.xlsx"),
            ("\\\\may\\chung\\q3.xlsx", PureWindowsPath, "file://may/chung/q3.xlsx"),
            ("C:\\a\ud800:b.json", PureWindowsPath, "file:///C:/a%ED%A0%80%3Ab.json"),
            ("-", PurePosixPath, "-"),
        ],
    )
    def test_a_name_is_a_uri(self, name: str, flavour: type[PurePosixPath | PureWindowsPath], uri: str) -> None:
        """Slashes go forward, what is no letter of a URI is escaped, and only whole paths have a scheme."""
        assert artifact_uri(name, flavour) == uri


class TestSarif:
    """One document, valid by the schema of the standard."""

    def test_a_result_says_what_the_finding_says(self) -> None:
        """Rule, level, sentence, line, path and the other figures of the relation."""
        first = run_of(sarif_of([named()]))["results"][0]
        finding = check(example()).findings[0]
        related = first["relatedLocations"]

        assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("ONL-001", 0, "error")
        assert describe(finding) in first["message"]["text"]
        assert "19.042" in first["message"]["text"].splitlines()[-1]
        (location,) = first["locations"]
        assert location["physicalLocation"] == {
            "artifactLocation": {"uri": "bao-cao.json"},
            "region": {"startLine": lines_of(EXAMPLE.read_bytes())[ONLINE]},
        }
        assert location["logicalLocations"] == [{"name": "received", "fullyQualifiedName": ONLINE, "kind": "member"}]
        assert [each["id"] for each in related] == [1, 2, 3, 4]
        assert related[0]["message"]["text"].endswith(": 18.528")
        assert related[0]["logicalLocations"][0]["name"] == "returned_early"

    def test_facts_causes_and_suggestions_are_kept_as_data(self) -> None:
        """A suggestion is words: SARIF has no place for a fix that somebody has to confirm."""
        first, *_, other = run_of(sarif_of([named("en")]))["results"][:4]
        properties = first["properties"]

        assert (properties["reported"], properties["expected"], properties["gap"]) == (19024, 19042, -18)
        assert (properties["relation"], properties["grade"]) == ("received_by_outcome", "wrong")
        assert properties["cause"]["codes"] == ["ONL-001", "LVL-001", "ONL-002"]
        assert "19,042" in properties["suggestion"]
        assert "fixes" not in first
        assert other["ruleId"] == "ARE-004"
        assert "suggestion" not in other["properties"]
        assert len(other["properties"]["cause"]["message"]) > 1
        assert "\n" not in other["message"]["text"]

    def test_every_finding_is_told_with_its_rule(self) -> None:
        """Each rule that occurs stands once, with its words and its own level."""
        result = check(example())
        run = run_of(sarif_of([named("en")], "en"))
        rules = run["tool"]["driver"]["rules"]

        assert [each["ruleId"] for each in run["results"]] == [finding.code for finding in result.findings]
        assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
        assert len(rules) == len({finding.code for finding in result.findings})
        for rule in {finding.rule.code: finding.rule for finding in result.findings}.values():
            described = next(each for each in rules if each["id"] == rule.code)
            assert described["shortDescription"]["text"] == rule.statement.en
            assert rule.because is not None
            assert rule.because.en in described["help"]["text"]
            assert rule.source is None or rule.source.describe("en") in described["help"]["text"]
            assert rule.blank_means.en in described["help"]["text"]
        levels = Counter(each["level"] for each in run["results"])
        assert levels == {"error": 5, "warning": 26, "note": 4}
        assert (run["language"], run["tool"]["driver"]["name"]) == ("en", "cchc")

    def test_no_link_is_promised_that_the_project_does_not_have(self) -> None:
        """There is no home page to point at."""
        assert "informationUri" not in run_of(sarif_of([named()]))["tool"]["driver"]

    def test_the_level_is_that_of_the_site(self) -> None:
        """A site may find graver what the rule finds worth a warning; the rule itself stays what it is."""
        result = check(example(), settings=Settings(severities={"CIT-004": Severity.ERROR}))
        run = run_of(sarif_of([NamedResult(name="a.json", result=result)]))
        rule = next(each for each in run["tool"]["driver"]["rules"] if each["id"] == "CIT-004")

        assert {each["level"] for each in run["results"] if each["ruleId"] == "CIT-004"} == {"error"}
        assert rule["defaultConfiguration"]["level"] == "warning"

    def test_rules_of_several_files_are_numbered_together(self) -> None:
        """Two files that break the same rule speak of the same one."""
        other = NamedResult(name="b.json", result=check(with_figures({"procedures.dossiers.total.received": -1})))
        run = run_of(sarif_of([named(), other, named(name="c.json")]))
        rules = run["tool"]["driver"]["rules"]

        assert len({each["id"] for each in rules}) == len(rules)
        assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
        uris = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]]
        assert list(dict.fromkeys(uris)) == ["bao-cao.json", "b.json", "c.json"]

    def test_fingerprints_tell_findings_apart_and_stay(self) -> None:
        """A finding keeps its fingerprint when lines are added, other figures change, or a row moves."""
        tree = example_tree()
        moved = tree | {"citations": [tree["citations"][9], *tree["citations"][:9], *tree["citations"][10:]]}
        results = [check(load(as_bytes(each))) for each in (tree, moved)]
        before, after = (
            [each["partialFingerprints"]["cchcFinding/v1"] for each in run_of(sarif_of([piece]))["results"]]
            for piece in (NamedResult(name="a.json", result=result, lang="en") for result in results)
        )

        assert len(before) == len(set(before))
        year = [[each.code for each in result.findings].index("CIT-001") for result in results]
        assert results[0].findings[year[0]].place.path != results[1].findings[year[1]].place.path
        assert before[year[0]] == after[year[1]]
        assert before[:4] == after[:4]

    def test_fingerprints_stay_when_another_annex_comes_before(self) -> None:
        """Where an annex stands in its list says nothing of it."""
        alone, after = annexed(SURVEY), annexed(SurveyPlace(offices=-1), SURVEY)
        before = dict(zip(map(_where, alone.findings), fingerprints_of(alone), strict=True))
        later = dict(zip(map(_where, after.findings), fingerprints_of(after), strict=True))
        paths = [path for _, path in before if path.startswith("annexes")]

        assert paths == [f"annexes[0].{each}" for each in ("visits.total.visits", "place.offices", "returned")]
        for (code, path), fingerprint in before.items():
            assert later[code, path.replace("annexes[0]", "annexes[1]")] == fingerprint
        assert later["FIG-001", "annexes[0].offices"] not in before.values()
        assert len(set(later.values())) == len(later)

    def test_fingerprints_tell_annexes_apart_that_have_the_same_part(self) -> None:
        """An annex is named by its own form, not by that of what stands in it."""
        result = annexed(SURVEY)
        finding = next(each for each in result.findings if each.place.path == "annexes[0].place.offices")
        outcome = next(each for each in result.outcomes if each.place.path == "annexes[0]")
        findings = tuple(_at(finding, f"annexes[{number}].place.offices") for number in (0, 1))
        one, other = (
            CheckResult(
                findings=findings,
                outcomes=tuple(
                    evolve(outcome, place=evolve(outcome.place, path=f"annexes[{number}]", form=form))
                    for number, form in enumerate(forms)
                ),
            )
            for forms in (("survey", "visit"), ("visit", "survey"))
        )

        assert fingerprints_of(one) == fingerprints_of(other)[::-1]
        assert len(set(fingerprints_of(one))) == 2

    def test_a_finding_in_an_annex_without_outcomes_is_named_by_its_own_form(self) -> None:
        """A result that somebody put together does not say which annex it is; its number is no name all the same."""
        finding = next(each for each in annexed(SURVEY).findings if each.place.path == "annexes[0].place.offices")
        first, second = (
            fingerprints_of(CheckResult(findings=(_at(finding, f"annexes[{number}].place.offices"),)))
            for number in (0, 12)
        )

        assert first == second

    def test_two_findings_at_one_place_have_two_fingerprints(self) -> None:
        """They are counted."""
        (finding, *_) = check(example()).findings
        run = run_of(sarif_of([NamedResult(name="a.json", result=CheckResult(findings=(finding, finding)))]))
        first, second = (each["partialFingerprints"]["cchcFinding/v1"] for each in run["results"])

        assert first.removesuffix(":1") == second.removesuffix(":2")

    def test_a_workbook_names_cells(self) -> None:
        """An officer goes to the cell; a file without lines is shown at its first."""
        result = check(example(), cells={ONLINE: "Phụ lục II!H12"})
        first = run_of(sarif_of([NamedResult(name="q3.xlsx", result=result)]))["results"][0]
        (location,) = first["locations"]

        assert "[Phụ lục II!H12]: " in first["message"]["text"]
        assert location["logicalLocations"][1] == {
            "name": "H12",
            "fullyQualifiedName": "Phụ lục II!H12",
            "kind": "cell",
        }
        assert location["physicalLocation"]["region"] == {"startLine": 1}

    def test_a_finding_on_the_whole_report_stands_in_no_figure(self) -> None:
        """It has a file and a line, and no path."""
        finding = _at(check(example()).findings[-1], "")
        run = run_of(sarif_of([NamedResult(name="a.json", result=CheckResult(findings=(finding,)))]))
        (location,) = run["results"][0]["locations"]

        assert "logicalLocations" not in location

    def test_blanks_among_the_operands_are_blank(self) -> None:
        """A blank counted as nothing is not said to be 0."""
        finding = check(example()).findings[0]
        blank = evolve(finding, right=(evolve(finding.right[0], value=None), *finding.right[1:]))
        run = run_of(sarif_of([NamedResult(name="a.json", result=CheckResult(findings=(blank,)), lang="en")]))

        assert run["results"][0]["relatedLocations"][0]["message"]["text"].endswith(": blank")

    def test_a_file_that_cannot_be_read_is_a_notification(self) -> None:
        """The run was not successful, and says why and where."""
        invocation = run_of(sarif_of([unread(), named()]))["invocations"][0]
        (notification,) = invocation["toolExecutionNotifications"]

        assert invocation["executionSuccessful"] is False
        assert notification["level"] == "error"
        assert notification["descriptor"] == {"id": "wrong_version"}
        (location,) = notification["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "hong.json"
        assert location["logicalLocations"] == [{"fullyQualifiedName": "version"}]

    def test_a_rule_that_could_not_run_is_a_notification(self) -> None:
        """It says plugin, reason and place; the tool itself has come to its end."""
        run = run_of(sarif_of([named(), stopped()]))
        (invocation,) = run["invocations"]
        first, second = invocation["toolExecutionNotifications"]

        assert invocation["executionSuccessful"] is True
        assert first["message"]["text"].endswith(": ValueError: 120 {{x}}")
        assert "NoneType instead of tuple" in second["message"]["text"]
        for each in (first, second):
            assert each["message"]["text"].startswith("KSH-002 Khảo sát sự hài lòng: không chạy được: ")
            assert "khao-sat (plugins_for_tests)" in each["message"]["text"]
            assert (each["level"], each["descriptor"]) == ("error", {"id": "plugin_failed"})
            assert run["tool"]["driver"]["rules"][each["associatedRule"]["index"]]["id"] == "KSH-002"
            assert each["associatedRule"]["id"] == "KSH-002"
            (location,) = each["locations"]
            assert location["physicalLocation"]["artifactLocation"]["uri"] == "hong.json"
            assert location["logicalLocations"][0]["fullyQualifiedName"] == "annexes[0]"
        assert "KSH-002" not in {each["ruleId"] for each in run["results"]}

    def test_only_a_file_that_cannot_be_read_makes_the_run_unsuccessful(self) -> None:
        """Whatever stands before or after it."""
        for results in ([unread(), stopped(), named()], [stopped(), named(), unread()]):
            (invocation,) = run_of(sarif_of(results))["invocations"]
            assert invocation["executionSuccessful"] is False
            assert len(invocation["toolExecutionNotifications"]) == 3

    def test_a_rule_of_the_library_that_lacks_something_is_told_too(self) -> None:
        """As the one on the days of a calendar that nobody knows."""
        report = load(EXAMPLE)
        result = check(report.revise(period=evolve(report.period, calendar="cua-tinh")))
        run = run_of(sarif_of([NamedResult(name="a.json", result=result)]))
        (notification,) = run["invocations"][0]["toolExecutionNotifications"]

        assert notification["descriptor"] == {"id": "unknown_calendar"}
        assert notification["associatedRule"]["id"] == "PER-005"

    def test_a_rule_that_could_not_run_for_no_known_reason_is_told(self) -> None:
        """A result that somebody put together may have none."""
        outcome = evolve(annexed(SURVEY).could_not_run[0], reason=None)
        run = run_of(sarif_of([NamedResult(name="a.json", result=CheckResult(outcomes=(outcome,)))]))
        (notification,) = run["invocations"][0]["toolExecutionNotifications"]

        assert notification["descriptor"] == {"id": "could_not_run"}
        assert notification["message"]["text"] == "KSH-002 Khảo sát sự hài lòng: không chạy được"

    def test_a_trouble_beside_the_content_has_no_path(self) -> None:
        """A file that is not there has no figures."""
        missing = NamedResult(name="a.json", troubles=(Trouble(message="không tìm thấy"),))
        (notification,) = run_of(sarif_of([missing]))["invocations"][0]["toolExecutionNotifications"]

        assert "descriptor" not in notification
        assert "logicalLocations" not in notification["locations"][0]

    @pytest.mark.parametrize("results", [[], [NamedResult(name="a.json", result=CheckResult())], [unread()]], ids=len)
    def test_a_document_without_results_is_valid(self, results: list[NamedResult]) -> None:
        """Nothing found is said too, by an empty list."""
        run = run_of(sarif_of(results))

        assert run["results"] == []
        assert run["tool"]["driver"]["rules"] == []
        assert run["invocations"][0]["executionSuccessful"] is (not results or results[0].result is not None)

    def test_braces_and_links_in_the_report_mean_nothing(self) -> None:
        """SARIF gives braces and links in messages a meaning; texts of a report have none."""
        text = sarif_of([_hostile()])
        (result,) = run_of(text)["results"]

        assert "{{0}} [x] (1)" in result["message"]["text"]
        text.encode()

    def test_the_same_results_give_the_same_document(self) -> None:
        """No clock and no machine is in it."""
        text = sarif_of([named(), unread()])

        assert sarif_of([named(), unread()]) == text
        assert str(Path.cwd()) not in text

    def test_pieces_are_put_together_one_by_one(self) -> None:
        """A run on many files need not keep them."""
        text = SarifText("en")
        pieces = [text.add(sarif_piece(each)) for each in (named("en"), unread(lang="en"))]

        assert "".join([*pieces, text.end()]) == sarif_of([named("en"), unread(lang="en")], "en")


def _at(finding: Finding, path: str) -> Finding:
    return evolve(finding, place=evolve(finding.place, path=path))


def _where(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.place.path


class _Counted(tuple[RuleOutcome, ...]):
    """Outcomes that count how often somebody goes through them."""

    __slots__ = ()
    times = 0

    def __iter__(self) -> Iterator[RuleOutcome]:
        """Count once more."""
        type(self).times += 1
        return super().__iter__()

    def __getitem__(self, key: SupportsIndex | slice) -> Any:
        """Refuse another way of going through them."""
        raise NotImplementedError


def _hostile() -> NamedResult:
    """Give a result that says hostile text wherever a report can say it."""
    finding = check(example()).findings[0]
    place = evolve(finding.place, title=HOSTILE, row=HOSTILE, label=HOSTILE, header=HOSTILE, cell=HOSTILE)
    return NamedResult(
        name=f"{HOSTILE}.json".replace("\x00", ""), result=CheckResult(findings=(evolve(finding, place=place),))
    )


class TestJunit:
    """One document, whose suites are files and whose cases are rules."""

    def test_errors_fail_and_warnings_are_told_by_what_passes(self) -> None:
        """Only what sends the report back fails a test."""
        (suite,) = suites_of(junit_of([named()]))
        cases = cases_of(suite)
        failed = {key for key, case in cases.items() if case.find("failure") is not None}
        told = {code for (_, code), case in cases.items() if case.find("system-out") is not None}
        findings = check(example()).findings

        assert failed == {
            ("online", "ONL-001"),
            ("online", "LVL-001"),
            ("online", "ONL-002"),
            ("civil_service", "ARE-004"),
            ("report", "CIT-001"),
        }
        assert told == {each.code for each in findings} - {code for _, code in failed}

    def test_a_rule_that_holds_anywhere_has_passed(self) -> None:
        """It is skipped only if it was applied nowhere in the form."""
        result = check(example())
        (suite,) = suites_of(junit_of([named()]))
        skipped = {key for key, case in cases_of(suite).items() if case.find("skipped") is not None}
        applied = {
            (each.place.form, each.rule.code)
            for each in result.outcomes
            if each.status in {Status.PASSED, Status.FAILED}
        }

        assert skipped == {(each.place.form, each.rule.code) for each in result.outcomes} - applied
        assert len(applied) > 50

    def test_a_failure_says_everything(self) -> None:
        """Some servers show nothing but the text, so it has place, numbers, reason, path and story."""
        (suite,) = suites_of(junit_of([named("en")]))
        case = cases_of(suite)["online", "ONL-001"]
        failure = case.find("failure")

        assert failure is not None
        assert failure.text is not None
        finding = check(example()).findings[0]
        assert failure.get("type") == "ONL-001"
        assert describe(finding, "en") in str(failure.get("message"))
        assert case.get("line") == str(lines_of(EXAMPLE.read_bytes())[ONLINE])
        for each in (describe(finding, "en"), "reason: ", f"at: {ONLINE}", "it was probably 19,042"):
            assert each in failure.text

    def test_several_failures_of_one_rule_are_one_case(self) -> None:
        """The message says the first and how many more, the text all."""
        tree = {f"procedures.dossiers.{row}.received": -1 for row in ("district", "commune", "total")}
        result = check(with_figures(tree))
        (suite,) = suites_of(junit_of([NamedResult(name="a.json", result=result)]))
        failure = cases_of(suite)["dossiers", "DOS-001"].find("failure")

        assert failure is not None
        assert "(và 2 lỗi khác)" in str(failure.get("message"))
        assert str(failure.text).count("nhỏ hơn 0") == 3

    def test_what_was_not_applied_is_skipped_with_the_reason(self) -> None:
        """A blank is the reason, and the text lists which."""
        (suite,) = suites_of(junit_of([named("en")]))
        cases = cases_of(suite)
        skipped = [case[0] for case in cases.values() if len(case) and case[0].tag == "skipped"]
        result = check(example())

        assert {str(each.get("message")) for each in skipped} >= {
            "a figure is left blank",
            "not applicable: the report has no such table or figures",
        }
        assert all(each.text for each in skipped)
        assert len(suite) == len({(each.place.form, each.rule.code) for each in result.outcomes})

    def test_a_rule_that_fails_at_one_place_and_passes_at_others_fails_once(self) -> None:
        """A case is a rule on a form, wherever in the form; findings deep in a record belong to its check."""
        result = check(example())
        deep = next(each for each in result.findings if each.code == "ARE-018")
        (suite,) = suites_of(junit_of([named()]))
        cases = cases_of(suite)

        assert deep.place.form == "digital_government"
        assert ("digital_government", "ARE-018") not in cases
        assert deep.place.path in "".join(cases["report", "ARE-018"].itertext())

    def test_a_finding_belongs_to_the_check_of_the_nearest_record(self) -> None:
        """Where a condition looks at a record and at what is in it, each finds fault for itself."""
        result = check(example())
        finding = next(each for each in result.findings if each.code == "ARE-018")
        outer = next(each for each in result.outcomes if each.rule.code == "ARE-018")
        inner = evolve(outer, place=evolve(outer.place, path="digital_government", form="digital_government"))
        both = CheckResult(outcomes=(inner, outer), findings=(finding,))
        (suite,) = suites_of(junit_of([NamedResult(name="a.json", result=both)]))

        assert outer.place.path == ""
        assert cases_of(suite)["digital_government", "ARE-018"].find("system-out") is not None

    def test_a_path_that_only_begins_alike_is_no_record_around_it(self) -> None:
        """The tenth row does not stand in the first, nor a figure in one whose name is the beginning of its own."""
        result = check(example())
        finding = next(each for each in result.findings if each.code == "ARE-018")
        outer = next(each for each in result.outcomes if each.rule.code == "ARE-018")
        for path, beginning in ((finding.place.path, finding.place.path[:7]), ("annexes[10].x", "annexes[1")):
            inner = evolve(outer, place=evolve(outer.place, path=beginning, form="beginning"))
            both = CheckResult(outcomes=(inner, outer), findings=(_at(finding, path),))
            (suite,) = suites_of(junit_of([NamedResult(name="a.json", result=both)]))

            assert cases_of(suite)["report", "ARE-018"].find("system-out") is not None

    def test_the_work_grows_with_the_findings_and_not_with_their_square(self) -> None:
        """Outcomes are not gone through again for each finding."""
        result = check(example())
        outcomes = _Counted(result.outcomes)
        _Counted.times = 0
        text = junit_of([NamedResult(name="a.json", result=evolve(result, outcomes=outcomes))])

        assert text == junit_of([NamedResult(name="a.json", result=result)])
        assert _Counted.times == 2
        assert len(result.findings) > 30

    def test_a_rule_that_could_not_run_is_an_error(self) -> None:
        """Though another function of the same rule holds: nobody may take the rule for one that has passed."""
        (suite,) = suites_of(junit_of([stopped()]))
        case = cases_of(suite)["survey", "KSH-002"]
        error = case.find("error")

        assert suite.get("errors") == "1"
        assert error is not None
        assert error.get("type") == "KSH-002"
        for text in (str(error.get("message")), str(error.text)):
            assert "không chạy được: phần mở rộng khao-sat (plugins_for_tests) " in text
            assert "ValueError: 120 {x}" in text
            assert "NoneType instead of tuple" in text
        assert str(error.text).startswith("Khảo sát sự hài lòng: ")
        assert case.get("line") == "1"

    def test_what_could_not_run_is_told_beside_what_was_found(self) -> None:
        """Warnings are told in the text of the error; what sends the report back stays a failure."""
        empty = SURVEY.revise(returned=0)
        graver = Settings(severities={"KSH-002": Severity.ERROR})
        for settings, tag in ((None, "error"), (graver, "failure")):
            result = annexed(empty, settings=settings)
            (suite,) = suites_of(junit_of([NamedResult(name="a.json", result=result)]))
            (told,) = cases_of(suite)["survey", "KSH-002"]

            assert told.tag == tag
            assert "không có phiếu nào" in str(told.text)
            assert "không chạy được: " in str(told.text)
            assert "NoneType instead of tuple" in str(told.text)

    def test_a_finding_without_outcome_has_a_case_too(self) -> None:
        """A result that somebody put together is told all the same."""
        finding = check(example()).findings[0]
        (suite,) = suites_of(junit_of([NamedResult(name="a.json", result=CheckResult(findings=(finding,)))]))

        assert list(cases_of(suite)) == [("online", "ONL-001")]

    def test_a_finding_on_the_whole_report_says_no_path(self) -> None:
        """There is none to say."""
        finding = _at(check(example()).findings[0], "")
        text = junit_of([NamedResult(name="a.json", result=CheckResult(findings=(finding,)), lang="en")])

        assert "at: " not in text
        suites_of(text)

    def test_a_file_that_cannot_be_read_is_an_error(self) -> None:
        """It is a suite with one case, which is neither passed nor failed."""
        (suite,) = suites_of(junit_of([unread(lang="en")]))
        (case,) = suite
        error = case.find("error")

        assert case.get("name") == "Reading the file"
        assert error is not None
        assert error.get("type") == "wrong_version"
        assert "version" in str(error.text)

    def test_another_reader_reads_the_same(self) -> None:
        """An independent library finds the counts and the results of the cases."""
        document = JUnitXml.fromstring(junit_of([named(), unread()]).encode())
        first, second = document
        kinds = Counter(type(each) for case in first for each in case.result)

        assert (first.name, first.failures, first.skipped, first.errors) == ("bao-cao.json", 5, kinds[Skipped], 0)
        assert kinds[Failure] == 5
        assert [type(each) for case in second for each in case.result] == [Error]

    def test_cases_of_several_files_are_told_apart(self) -> None:
        """Servers take cases of one class and name for the same case, so the class has the file."""
        suites = suites_of(junit_of([named(name="a.json"), named(name="b.json")]))
        identities = [(case.get("classname"), case.get("name")) for suite in suites for case in suite]

        assert len(identities) == len(set(identities))
        assert [suite.get("name") for suite in suites] == ["a.json", "b.json"]

    def test_no_text_breaks_the_document(self) -> None:
        """What XML cannot hold is escaped so that it can be seen."""
        text = junit_of([_hostile(), NamedResult(name=HOSTILE, troubles=(Trouble(message=HOSTILE),))])
        first, second = suites_of(text)

        assert "\\x1f" in str(first.get("name"))
        assert "\\x00\\x1f\x7f\\ufffe\\ud800 {0} [x](1) <b>&\"'" in str(second[0][0].text)
        text.encode()

    def test_a_document_without_suites_is_valid(self) -> None:
        """No file is no suite."""
        assert suites_of(junit_of([])) == []
        assert JunitText().end().endswith("</testsuites>\n")

    def test_the_same_results_give_the_same_document(self) -> None:
        """No clock and no machine is in it."""
        text = junit_of([named(), unread()])

        assert junit_of([named(), unread()]) == text
        assert junit_piece(named()) in text
        for attribute in ("time=", "timestamp=", "hostname="):
            assert attribute not in text


class TestCommand:
    """``cchc check --format sarif`` and ``--format junit``."""

    @pytest.fixture(autouse=True)
    def in_an_empty_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Work in a folder of its own."""
        monkeypatch.delenv("CCHC_LANG", raising=False)
        monkeypatch.chdir(tmp_path)

    @pytest.fixture
    def reports(self) -> None:
        """Put a broken, a clean and an inconsistent report into a folder."""
        folder = Path("bao cao")
        folder.mkdir()
        for name, content in (("a", b"{"), ("b", CLEAN), ("c", EXAMPLE.read_bytes())):
            (folder / f"{name}.json").write_bytes(content)

    def test_one_file(self, capsys: Captured) -> None:
        """The document is the one that the library writes, and the exit code is that of the report."""
        Path("bao-cao.json").write_bytes(EXAMPLE.read_bytes())
        for form, text in (("sarif", sarif_of([named("en")], "en")), ("junit", junit_of([named("en")]))):
            assert main(["check", "bao-cao.json", "--format", form, "--lang", "en"]) == 1
            printed = capsys.readouterr()
            assert printed.out == text
            assert printed.err == ""

    @pytest.mark.usefixtures("reports")
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_many_files_are_one_document(self, jobs: str, capsys: Captured) -> None:
        """In one process or several, with one bad file among them."""
        assert main(["check", "bao cao", "--format", "sarif", "--jobs", jobs]) == 2
        printed = capsys.readouterr()
        run = run_of(printed.out)
        uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]}
        assert uris == {"bao%20cao/c.json"}
        assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1
        assert "3 tệp" in printed.err

        assert main(["check", "bao cao", "--format", "junit", "--jobs", jobs]) == 2
        suites = suites_of(capsys.readouterr().out)
        assert [PurePosixPath(str(suite.get("name"))).name for suite in suites] == ["a.json", "b.json", "c.json"]
        assert [suite.get("errors") for suite in suites] == ["1", "0", "0"]

    @pytest.mark.parametrize("form", ["sarif", "junit"])
    @pytest.mark.parametrize("content", [b"{", None], ids=["broken", "missing"])
    def test_a_file_that_is_alone_and_cannot_be_read_has_a_document(
        self, form: str, content: bytes | None, capsys: Captured
    ) -> None:
        """A server that is told nothing says that the step failed, and not which report."""
        if content is not None:
            Path("a.json").write_bytes(content)
        assert main(["check", "a.json", "--format", form]) == 2
        printed = capsys.readouterr()

        if form == "sarif":
            assert run_of(printed.out)["invocations"][0]["executionSuccessful"] is False
        else:
            assert [suite.get("errors") for suite in suites_of(printed.out)] == ["1"]
        assert "lỗi: a.json: " in printed.err

    def test_in_other_forms_such_a_file_ends_the_command(self, capsys: Captured) -> None:
        """As it always has."""
        assert main(["check", "a.json", "--format", "json"]) == 2
        assert capsys.readouterr().out == ""

    def test_whole_paths_beneath_the_current_folder_are_named_from_it(self, capsys: Captured) -> None:
        """No document says where on a machine the reports lie, of those that cannot be read either."""
        Path("a.json").write_bytes(EXAMPLE.read_bytes())
        Path("b.json").write_bytes(b"{")
        for form in ("sarif", "junit"):
            for name, code in (("a.json", 1), ("b.json", 2)):
                assert main(["check", str(Path(name).absolute()), "--format", form]) == code
                assert str(Path.cwd()) not in capsys.readouterr().out

    def test_a_file_from_elsewhere_keeps_its_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        """There is no other name for it."""
        path = tmp_path / "a.json"
        path.write_bytes(EXAMPLE.read_bytes())
        (tmp_path / "b").mkdir()
        monkeypatch.chdir(tmp_path / "b")
        assert main(["check", str(path), "--format", "sarif"]) == 1

        (uri,) = {
            each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for each in run_of(capsys.readouterr().out)["results"]
        }
        assert uri == path.as_uri()


class TestGuide:
    """The workflows shown in the guide."""

    GUIDE = Path(__file__).parents[1] / "docs" / "how-to" / "use-findings-in-a-pipeline.md"
    WORKFLOWS = re.findall(r"^```yaml\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    @pytest.fixture(autouse=True)
    def reports(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put a report where the workflows look for reports."""
        monkeypatch.delenv("CCHC_LANG", raising=False)
        monkeypatch.chdir(tmp_path)
        (tmp_path / "bao-cao").mkdir()
        (tmp_path / "bao-cao" / "q3.json").write_bytes(CLEAN)

    @pytest.mark.parametrize("text", WORKFLOWS, ids=["github", "gitlab"])
    def test_what_it_runs_works(self, text: str, capsys: Captured) -> None:
        """They are YAML, and write the file that they hand on."""
        workflow = yaml.safe_load(text)
        read: Callable[[str], object] = run_of if "jobs" in workflow else suites_of
        if "jobs" in workflow:
            (job,) = workflow["jobs"].values()
            commands = [step["run"] for step in job["steps"] if "run" in step]
            (upload,) = (step for step in job["steps"] if "sarif_file" in step.get("with", {}))
            target = upload["with"]["sarif_file"]
            assert upload["if"] == "always()"
            assert workflow["permissions"] == {"contents": "read", "security-events": "write"}
        else:
            (job,) = workflow.values()
            commands = job["script"]
            target = job["artifacts"]["reports"]["junit"]
            assert job["artifacts"]["when"] == "always"
        (command,) = (each for each in commands if each.startswith("cchc "))
        words, _, file = command.partition(" > ")

        assert file == target
        assert main(words.split()[1:]) == 0
        assert read(capsys.readouterr().out)
