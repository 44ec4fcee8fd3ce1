"""A check's result as lines of text, the same on a terminal and in a file but for colour."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.checks import (
    CheckResult,
    Finding,
    RuleOutcome,
    Status,
    describe,
    describe_basis,
    describe_outcome,
    describe_place,
    describe_reason,
    describe_worked_out,
)
from cchc_core.report import Report, printed_date
from cchc_core.rules import Severity
from cchc_core.words import Language, say

__all__ = ["Lines", "result_lines"]

Lines = Iterator[tuple[str, str]]
"""Pairs of a style name for terminals and a line of text."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def result_lines(report: Report, result: CheckResult, origin: str, lang: Language, *, every: bool) -> Lines:
    """Say what a check found.

    Args:
        report: The report.
        result: What the check gave.
        origin: Name of the file.
        lang: Language of the lines.
        every: Whether to list the outcome of every rule.
    """
    yield "bold", origin
    yield "", _report_line(report, lang)
    for finding in result.findings:
        yield "", ""
        yield from _finding_lines(finding, lang)
    yield "", ""
    if not result.findings:
        yield "bold green", say("cli.no_findings", lang)
    yield from _outcome_lines(result, lang, every=every)
    yield "bold", _summary_line(result, lang)


def _report_line(report: Report, lang: Language) -> str:
    return say(
        "cli.report",
        lang,
        period=report.period.describe(lang),
        agency=report.agency.name,
        start=printed_date(report.period.start),
        end=printed_date(report.period.end),
    )


def _finding_lines(finding: Finding, lang: Language) -> Lines:
    severity = say(f"severity.{finding.severity.value}", lang).upper()
    yield _STYLES[finding.severity], f"{severity} {finding.code}  {describe_place(finding.place, lang)}"
    yield "", f"    {describe(finding, lang)}"
    for line in (describe_basis(finding, lang), *describe_worked_out(finding.operands, lang)):
        yield "dim", f"    {line}"
    yield "dim", f"    {say('cli.form', lang, source=finding.source.describe(lang))}"
    yield "dim", f"    {say('cli.at', lang, path=finding.place.path)}"


def _outcome_lines(result: CheckResult, lang: Language, *, every: bool) -> Lines:
    shown = [each for each in result.outcomes if every or each.status is Status.NOT_APPLICABLE]
    if shown:
        yield "", say("cli.every_outcome" if every else "cli.not_applied", lang)
    for outcome in shown:
        said = describe_outcome(outcome, lang) if every else describe_reason(outcome, lang)
        yield "dim", f"    {outcome.rule.code}  {_place(outcome, lang)}: {said}"
        if every:
            for line in describe_worked_out(outcome.worked_out, lang):
                yield "dim", f"        {line}"


def _place(outcome: RuleOutcome, lang: Language) -> str:
    return f"{describe_place(outcome.place, lang)} [{outcome.relation}]"


def _summary_line(result: CheckResult, lang: Language) -> str:
    severities = [finding.severity for finding in result.findings]
    statuses = [outcome.status for outcome in result.outcomes]
    return say(
        "cli.summary",
        lang,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        total=len(statuses),
        passed=statuses.count(Status.PASSED),
        failed=statuses.count(Status.FAILED),
        skipped=statuses.count(Status.NOT_APPLICABLE),
    )
