"""A check's result as lines of text, the same on a terminal and in a file but for colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core.checks import (
    Cause,
    CheckResult,
    Entry,
    Finding,
    Place,
    RuleOutcome,
    describe,
    describe_basis,
    describe_cause,
    describe_outcome,
    describe_place,
    describe_reason,
    describe_summary,
    describe_worked_out,
    entries_of,
)
from cchc_core.engine import Status
from cchc_core.report import Report, printed_date
from cchc_core.rules import Severity
from cchc_core.words import Language, say

__all__ = ["Lines", "cause_lines", "result_lines"]

Lines = Iterator[tuple[str, str]]
"""Pairs of a style name for terminals and a line of text."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def result_lines(report: Report, result: CheckResult, origin: str, lang: Language, *, every: bool) -> Lines:
    """Say what a check found: the gravest first; each cause as one story, texts rule by rule.

    Args:
        report: The report.
        result: What the check gave.
        origin: Name of the file.
        lang: Language of the lines.
        every: Whether to list the outcome of every rule.
    """
    yield "bold", origin
    yield "", _report_line(report, lang)
    for entry in entries_of(result):
        yield "", ""
        yield from _entry_lines(result, entry, origin, lang)
    yield "", ""
    if not result.findings:
        yield "bold green", say("cli.no_findings", lang)
    yield from _outcome_lines(result, lang, every=every)
    yield "bold", describe_summary(result, lang)


def cause_lines(result: CheckResult, cause: Cause, number: int, lang: Language) -> Lines:
    """Tell one cause: the story, and beneath it the rules that it breaks."""
    findings = result.findings_of(cause)
    gravest = max((finding.severity for finding in findings), key=lambda severity: severity.weight)
    severity = say(f"severity.{gravest.value}", lang).upper()
    codes = ", ".join(dict.fromkeys(finding.code for finding in findings))
    yield _STYLES[gravest], say("cli.cause", lang, severity=severity, number=number, codes=codes)
    for sentence in describe_cause(cause, lang):
        yield "bold", f"    {sentence}"
    for finding in findings:
        yield "", f"    {finding.code}  {describe_place(finding.place, lang)}"
        yield from _fact_lines(finding, lang, "        ")


def _report_line(report: Report, lang: Language) -> str:
    return say(
        "cli.report",
        lang,
        period=report.period.describe(lang),
        agency=report.agency.name,
        start=printed_date(report.period.start),
        end=printed_date(report.period.end),
    )


def _entry_lines(result: CheckResult, entry: Entry, origin: str, lang: Language) -> Lines:
    if entry.cause is None:
        yield from _group_lines(entry.findings, lang)
        return
    number = next(number for number, cause in enumerate(result.causes, 1) if cause is entry.cause)
    yield from cause_lines(result, entry.cause, number, lang)
    if entry.cause.suggestion is not None:
        yield "green", f"    {say('cli.fix_with', lang, file=origin, code=entry.codes[0])}"


def _group_lines(group: Sequence[Finding], lang: Language) -> Lines:
    """Tell the findings of one rule; what rests on a function says the rule and its basis once."""
    first = group[0]
    severity = say(f"severity.{first.severity.value}", lang).upper()
    if first.operands:
        yield _STYLES[first.severity], f"{severity} {first.code}  {describe_place(first.place, lang)}"
        yield from _fact_lines(first, lang, "    ")
        return
    yield _STYLES[first.severity], f"{severity} {first.code}  {first.rule.statement.to(lang)}"
    for finding in group:
        yield "", f"    {describe_place(finding.place, lang)}"
        yield "", f"        {describe(finding, lang)}"
        if finding.place.path:
            yield "dim", f"        {_at(finding.place, lang)}"
    yield "dim", f"    {describe_basis(first, lang)}"


def _fact_lines(finding: Finding, lang: Language, indent: str) -> Lines:
    yield "", f"{indent}{describe(finding, lang)}"
    yield "dim", f"{indent}{describe_basis(finding, lang)}"
    for line in describe_worked_out(finding.operands, lang) if finding.said is None else ():
        yield "dim", f"{indent}{line}"
    if finding.source is not finding.rule.source:
        yield "dim", f"{indent}{say('cli.form', lang, source=finding.source.describe(lang))}"
    yield "dim", f"{indent}{_at(finding.place, lang)}"


def _at(place: Place, lang: Language) -> str:
    """Say where something stands: in a workbook the cell first, which an officer can go to."""
    if place.cell:
        return say("cli.at_cell", lang, cell=place.cell, path=place.path)
    return say("cli.at", lang, path=place.path)


def _outcome_lines(result: CheckResult, lang: Language, *, every: bool) -> Lines:
    """List every outcome if asked; else say which rules could not run, which were not applied, and why."""
    if not every:
        yield from _stopped_lines(result, lang)
        yield from _not_applied_lines(result, lang)
        return
    yield "", say("cli.every_outcome", lang)
    for outcome in result.outcomes:
        yield "dim", f"    {outcome.rule.code}  {_place(outcome, lang)}: {describe_outcome(outcome, lang)}"
        for line in describe_worked_out(outcome.worked_out, lang):
            yield "dim", f"        {line}"


def _stopped_lines(result: CheckResult, lang: Language) -> Lines:
    """Tell each rule that could not run, which is no fault of the report."""
    if result.could_not_run:
        yield "bold yellow", say("cli.could_not_run", lang)
    for outcome in result.could_not_run:
        yield "", f"    {outcome.rule.code}  {_place(outcome, lang)}: {describe_reason(outcome, lang)}"


def _not_applied_lines(result: CheckResult, lang: Language) -> Lines:
    """Group what was not applied by reason; what blanks leave undecided is told each on its own."""
    groups: dict[str, list[str]] = {}
    undecided: list[RuleOutcome] = []
    for outcome in result.outcomes:
        if outcome.reason is None or outcome.status is Status.COULD_NOT_RUN:
            continue
        if outcome.reason.is_undecided:
            undecided.append(outcome)
        else:
            is_blank = outcome.reason.kind == "blank"
            reason = say("reason.some_blank", lang) if is_blank else describe_reason(outcome, lang)
            groups.setdefault(reason, []).append(outcome.rule.code)
    if groups or undecided:
        yield "", say("cli.not_applied", lang)
    for outcome in undecided:
        yield "dim", f"    {outcome.rule.code}  {_place(outcome, lang)}: {describe_reason(outcome, lang)}"
    for reason, codes in groups.items():
        named = ", ".join(sorted(set(codes)))
        yield "dim", f"    {say('cli.not_applied_group', lang, reason=reason, codes=named, count=len(codes))}"


def _place(outcome: RuleOutcome, lang: Language) -> str:
    return f"{describe_place(outcome.place, lang)} [{outcome.relation}]"
