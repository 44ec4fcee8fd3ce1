"""Results as JUnit XML, the format in which build servers read the outcome of tests.

A file is a test suite, and a rule applied to a form is a test case. A finding that sends the report back is a
failure; any other is told in the output of a case that passes. A rule that could not run is an error. Times and hosts
are left out: the same report always gives the same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from xml.etree import ElementTree as ET

from attrs import Factory, define

from cchc_core.checks import (
    CheckResult,
    Finding,
    Place,
    RuleOutcome,
    Status,
    describe_basis,
    describe_cause,
    describe_outcome,
    describe_place,
)
from cchc_core.interchange.named import NamedResult
from cchc_core.interchange.paths import around
from cchc_core.rules import Rule, Severity
from cchc_core.words import Language, say

__all__ = ["JunitText", "junit_of", "junit_piece"]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cchc">\n'
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@define
class _Case:
    """A rule applied to one form, wherever it is applied in it."""

    rule: Rule
    form: str
    outcomes: list[RuleOutcome] = Factory(list)
    findings: list[Finding] = Factory(list)

    @property
    def errors(self) -> list[Finding]:
        """Findings that send the report back."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    @property
    def stopped(self) -> list[RuleOutcome]:
        """Where the rule could not run, as one of a plugin that fails."""
        return [outcome for outcome in self.outcomes if outcome.status is Status.COULD_NOT_RUN]

    @property
    def first_place(self) -> Place | None:
        """Where whoever looks for what is told begins; nowhere if there is nothing to look for."""
        places = [each.place for each in (*self.errors, *self.findings)] + [each.place for each in self.stopped]
        return places[0] if places else None

    @property
    def has_passed(self) -> bool:
        """Whether the rule holds at any place."""
        return any(outcome.status is Status.PASSED for outcome in self.outcomes)


def junit_of(results: Iterable[NamedResult]) -> str:
    """Write the results of files as one JUnit document.

    Args:
        results: The result of each file, in the order in which they are told.

    >>> from xml.etree import ElementTree
    >>> from cchc_core import check, load
    >>> result = check(load("examples/dinh-hoa-2021.json"))
    >>> (suite,) = ElementTree.fromstring(junit_of([NamedResult(name="bao-cao.json", result=result)]))
    >>> suite.get("name"), suite.get("failures"), suite[0].get("classname"), suite[0].get("name")[:7]
    ('bao-cao.json', '5', 'bao-cao.json.direction', 'FIG-001')
    """
    text = JunitText()
    pieces = [text.add(junit_piece(each)) for each in results]
    return "".join([*pieces, text.end()])


class JunitText:
    """A JUnit document that is written while its results come, so that they need not be kept."""

    def __init__(self) -> None:
        self._is_begun = False

    def add(self, piece: str) -> str:
        """Give the text by which the document grows.

        Args:
            piece: What `junit_piece` gave for the next file.
        """
        head, self._is_begun = "" if self._is_begun else _HEAD, True
        return head + piece

    def end(self) -> str:
        """Give the rest of the document."""
        return f"{'' if self._is_begun else _HEAD}</testsuites>\n"


def junit_piece(named: NamedResult) -> str:
    """Write the test suite of one file, as text that can be handed from process to process."""
    if named.result is None:
        cases = [_unread(named)]
    else:
        told = _told_causes(named.result, named.lang)
        cases = [_element(named, case, told) for case in _cases(named.result)]
    kinds = [case[0].tag if len(case) else "" for case in cases]
    counts = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    numbers = {name: str(kinds.count(kind)) for name, kind in counts.items()}
    suite = ET.Element("testsuite", {"name": _xml(named.name), "tests": str(len(cases)), **numbers})
    suite.extend(cases)
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode") + "\n"


def _cases(result: CheckResult) -> list[_Case]:
    """Put outcomes and findings together by form and rule, in the order of the check."""
    cases: dict[tuple[str, str], _Case] = {}
    for outcome in result.outcomes:
        key = outcome.place.form, outcome.rule.code
        cases.setdefault(key, _Case(outcome.rule, outcome.place.form)).outcomes.append(outcome)
    forms = _failed_forms(result.outcomes)
    for finding in result.findings:
        form = _form_of(forms, finding)
        cases.setdefault((form, finding.code), _Case(finding.rule, form)).findings.append(finding)
    return list(cases.values())


def _failed_forms(outcomes: Iterable[RuleOutcome]) -> dict[tuple[str, str, str], str]:
    """Give the form of each check that failed, by rule, relation and path, so that findings need not search."""
    forms: dict[tuple[str, str, str], str] = {}
    for each in outcomes:
        if each.status is Status.FAILED:
            forms.setdefault((each.rule.code, each.relation, each.place.path), each.place.form)
    return forms


def _form_of(forms: Mapping[tuple[str, str, str], str], finding: Finding) -> str:
    """Find the form whose check gave a finding: a condition on a record finds fault with what stands deep in it."""
    keys = ((finding.code, finding.relation, path) for path in around(finding.place.path))
    return next((forms[key] for key in keys if key in forms), finding.place.form)


def _element(named: NamedResult, case: _Case, told: Mapping[tuple[str, str], tuple[str, ...]]) -> ET.Element:
    lang = named.lang
    element = ET.Element(
        "testcase",
        {
            "classname": _xml(f"{named.name}.{case.form}"),
            "name": _xml(f"{case.rule.code} {case.rule.statement.to(lang)}"),
            "file": _xml(PurePath(named.name).as_posix()),
        },
    )
    if case.first_place is not None:
        element.set("line", str(named.line_of(case.first_place.path)))
    said = _lines(named, case.findings, told) + _outcome_lines(case.stopped, lang)
    if case.errors:
        failure = ET.SubElement(element, "failure", {"type": case.rule.code, "message": _summed(named, case.errors)})
        failure.text = _text(said)
    elif case.stopped:
        error = ET.SubElement(element, "error", {"type": case.rule.code, "message": _reasons(case.stopped, lang)})
        error.text = _text(said)
    elif case.findings:
        ET.SubElement(element, "system-out").text = _text(said)
    elif not case.has_passed:
        skipped = ET.SubElement(element, "skipped", {"message": _reasons(case.outcomes, lang)})
        skipped.text = _text(_outcome_lines(case.outcomes, lang))
    return element


def _reasons(outcomes: Iterable[RuleOutcome], lang: Language) -> str:
    """Say each reason once."""
    return _xml("; ".join(dict.fromkeys(_reason(outcome, lang) for outcome in outcomes)))


def _outcome_lines(outcomes: Iterable[RuleOutcome], lang: Language) -> list[str]:
    return [f"{describe_place(each.place, lang)}: {describe_outcome(each, lang)}" for each in outcomes]


def _reason(outcome: RuleOutcome, lang: Language) -> str:
    """Say why a rule was not applied, without the list of what is left blank."""
    is_blank = outcome.reason is not None and outcome.reason.kind == "blank"
    return say("reason.some_blank", lang) if is_blank else describe_outcome(outcome, lang)


def _unread(named: NamedResult) -> ET.Element:
    """Give the only case of a file that could not be read."""
    element = ET.Element(
        "testcase",
        {
            "classname": _xml(named.name),
            "name": say("junit.reading", named.lang),
            "file": _xml(PurePath(named.name).as_posix()),
        },
    )
    first = named.troubles[0]
    error = ET.SubElement(element, "error", {"type": first.kind or "unreadable", "message": _xml(first.message)})
    error.text = _xml("\n".join(each.message for each in named.troubles))
    return element


def _summed(named: NamedResult, findings: Sequence[Finding]) -> str:
    """Say the first finding, and how many more there are."""
    more = say("junit.more", named.lang, count=len(findings) - 1) if len(findings) > 1 else ""
    return _xml(named.told(findings[0]) + more)


def _lines(
    named: NamedResult, findings: Sequence[Finding], told: Mapping[tuple[str, str], tuple[str, ...]]
) -> list[str]:
    """Say everything of some findings: servers show this text, and some show nothing else."""
    lang = named.lang
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{say(f'severity.{finding.severity.value}', lang).upper()} {named.told(finding)}")
        lines.append(f"    {describe_basis(finding, lang)}")
        if finding.place.path:
            lines.append(f"    {say('cli.at', lang, path=finding.place.path)}")
        lines += (f"    {sentence}" for sentence in told.get(finding.key, ()))
    return lines


def _told_causes(result: CheckResult, lang: Language) -> dict[tuple[str, str], tuple[str, ...]]:
    """Tell each cause once, for every finding that it explains."""
    return {
        finding.key: sentences
        for cause, sentences in ((cause, describe_cause(cause, lang)) for cause in result.causes)
        for finding in result.findings_of(cause)
    }


def _text(lines: Iterable[str]) -> str:
    return _xml("\n".join(lines))


def _xml(text: str) -> str:
    """Write what no XML document may hold as escapes."""
    return _NOT_XML.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
