"""Named cases of every form: what is consistent passes, what is not shows the code expected, and no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc_core import CATALOGUE, check, describe, describe_basis, describe_place
from cchc_core.words import LANGUAGES
from example_for_tests import with_figures

FILES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("cases/*.yaml")
}
CASES = [(name, file["at"], case) for name, file in sorted(FILES.items()) for case in file["cases"]]


def _figures(at: str, given: dict[str, Any]) -> dict[str, Any]:
    return {f"{at}.{path}" if at else path: value for path, value in given.items()}


@pytest.mark.parametrize(("form", "at", "case"), CASES, ids=[f"{form}: {case['name']}" for form, _, case in CASES])
def test_a_case_has_the_findings_expected_and_no_others(form: str, at: str, case: dict[str, Any]) -> None:
    """The findings of a case are known by code and relation, and can be said in both languages."""
    report = with_figures(_figures(at, case["given"]), case.get("day", "2021-12-14"))
    findings = check(report).findings
    assert sorted(case.get("findings", [])) == sorted(f"{each.code} {each.relation}" for each in findings)
    for finding in findings:
        for lang in LANGUAGES:
            assert describe(finding, lang)
            assert describe_basis(finding, lang)
            assert describe_place(finding.place, lang)


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=lambda form: form.key)
def test_every_relation_of_a_form_is_broken_by_a_case_of_its_file(form: Any) -> None:
    """For each identity, bound and sameness, each sum and each range, there is a report that breaks it."""
    broken = {finding for case in FILES[form.key]["cases"] for finding in case.get("findings", [])}
    expected = {f"{relation.rule.code} {relation.name}" for relation in form.relations}
    expected |= {f"{rule.code} {table.name}_sum" for table in form.nested.values() for rule in table.sums}
    if form.figures:
        expected |= {f"{rule.code} range" for rule in (form.nonnegative, form.percentages) if rule is not None}
    assert set() == expected - broken


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=lambda form: form.key)
def test_every_form_has_a_case_without_findings(form: Any) -> None:
    """What is right is left in peace."""
    assert any("findings" not in case for case in FILES[form.key]["cases"])


def test_every_file_belongs_to_a_form() -> None:
    """No file is left over from a form that was renamed."""
    assert {form.key for form in CATALOGUE} == set(FILES)
    assert len(CASES) == len({(form, case["name"]) for form, _, case in CASES})
