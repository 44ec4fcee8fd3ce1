"""The check: every rule, every place, and what lies behind what is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from attrs import evolve

from cchc_core.checks.blanks import blanks_of
from cchc_core.checks.findings import CheckResult, Finding, Reason, RuleOutcome
from cchc_core.checks.judged import judge
from cchc_core.checks.layout import system_of, system_of_record
from cchc_core.checks.ranges import check_ranges
from cchc_core.checks.settings import AS_SHIPPED, Settings
from cchc_core.checks.shares import check_shares
from cchc_core.checks.suspects import causes_of
from cchc_core.checks.system import NotApplied, PlacedRelation, System
from cchc_core.checks.verdicts import evaluate_relation, holds_plainly
from cchc_core.conditions import CONDITIONS, Condition, Context
from cchc_core.forms import Record
from cchc_core.report import Report
from cchc_core.rules import Rule

__all__ = ["check", "check_record", "check_system"]

Judged = Iterator[tuple[RuleOutcome, tuple[Finding, ...]]]
"""Outcomes, each with the findings it comes with."""


def check(
    report: Report,
    *,
    settings: Settings = AS_SHIPPED,
    conditions: Sequence[Condition[Any]] = CONDITIONS,
    context: Context | None = None,
    cells: Mapping[str, str] | None = None,
) -> CheckResult:
    """Check a report by every rule of its forms and every condition on them.

    Args:
        report: The report.
        settings: What the site changes about the rules.
        conditions: The rules that are functions; those of the library if not given.
        context: What the conditions may know beside the report.
        cells: Sheet and cell that its figures were read from, as a `Reading` has them; findings then name them.

    Returns:
        The status of each rule at each place, the findings, and the causes behind them.

    >>> from cchc_core import load
    >>> result = check(load("examples/dinh-hoa-2021.json"))
    >>> sorted({finding.code for finding in result.findings if finding.severity.value == "error"})
    ['ARE-004', 'CIT-001', 'LVL-001', 'ONL-001', 'ONL-002']
    >>> [place.path for place in result.causes[0].suspects]
    ['procedures.online.total.received']
    """
    system = system_of(report, cells or {})
    return check_system(system, settings=settings, conditions=conditions, context=context)


def check_record(
    record: Record,
    on: date,
    *,
    settings: Settings = AS_SHIPPED,
    conditions: Sequence[Condition[Any]] = CONDITIONS,
    context: Context | None = None,
) -> CheckResult:
    """Check a record of any form by the rules of that form.

    Args:
        record: The record; it need not be part of a report.
        on: Last day of the reporting period.
        settings: What the site changes about the rules.
        conditions: The rules that are functions.
        context: What the conditions may know beside the record.

    >>> from datetime import date
    >>> from cchc_core import DossierRow
    >>> row = DossierRow(resolved=9, resolved_early=5, resolved_on_time=3, resolved_late=0)
    >>> [finding.code for finding in check_record(row, date(2021, 12, 14)).findings]
    ['DOS-003']
    """
    system = system_of_record(record, on)
    return check_system(system, settings=settings, conditions=conditions, context=context)


def check_system(
    system: System,
    *,
    settings: Settings = AS_SHIPPED,
    conditions: Sequence[Condition[Any]] = CONDITIONS,
    context: Context | None = None,
) -> CheckResult:
    """Check a report that is already laid out as a system. Arguments: see `check_record`."""
    system = _switched(system, settings)
    outcomes: list[RuleOutcome] = []
    findings: list[Finding] = []
    judged = judge(system, conditions, context or Context(day=system.day))
    for outcome, found in chain(check_ranges(system), _related(system, settings), check_shares(system), judged):
        if outcome.rule.code in settings.off:
            off = Reason(kind="switched_off")
            outcomes.append(RuleOutcome.not_applied(outcome.rule, outcome.relation, outcome.place, off))
            continue
        outcomes.append(outcome)
        findings += (_at_site(each, settings) for each in found)
    return CheckResult(
        outcomes=tuple(outcomes),
        findings=tuple(findings),
        causes=causes_of(system, outcomes, findings, settings) if findings else (),
        system=system,
    )


def _at_site(finding: Finding, settings: Settings) -> Finding:
    """Give a finding the severity that the site wants, unless it is less grave than its rule for a reason of its own."""
    severity = settings.severity_of(finding.rule)
    is_its_own = finding.severity is not finding.rule.severity
    return finding if is_its_own or severity is finding.severity else evolve(finding, severity=severity)


def _switched(system: System, settings: Settings) -> System:
    """Leave out the relations of rules that the site switched off, so that they neither tell nor silence anything."""
    if not settings.off:
        return system
    off = [
        NotApplied(
            name=relation.name,
            rule=relation.rule,
            place=system.cells[relation.paths[0]].place,
            reason="switched_off",
        )
        for relation in system.relations
        if relation.rule.code in settings.off
    ]
    return evolve(
        system,
        relations=[each for each in system.relations if each.rule.code not in settings.off],
        supports=[each for each in system.supports if each.rule.code not in settings.off],
        not_applied=[*system.not_applied, *off],
    )


def _related(system: System, settings: Settings) -> Judged:
    """Hold every relation against the figures; those that find nothing to apply to come last."""
    told: dict[frozenset[PlacedRelation], Rule] = {}
    blanks = blanks_of(system)
    for relation in system.relations:
        plain = holds_plainly(system, relation)
        if plain is not None:
            yield plain, ()
            continue
        outcome, finding = evaluate_relation(system, relation, blanks.values_for(relation), told, settings)
        yield outcome, (finding,) if finding else ()
    for each in system.not_applied:
        yield RuleOutcome.not_applied(each.rule, each.name, each.place, Reason(kind=each.reason)), ()
