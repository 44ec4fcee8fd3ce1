"""The check: every rule, every place."""

from __future__ import annotations

from cchc_core.checks.blanks import blanks_of
from cchc_core.checks.evaluate import evaluate_relation, holds_plainly
from cchc_core.checks.findings import CheckResult, Finding, Outcome, Reason, Status
from cchc_core.checks.ranges import check_ranges
from cchc_core.checks.system import PlacedRelation, System, system_of
from cchc_core.report import Report

__all__ = ["check", "check_system"]


def check(report: Report) -> CheckResult:
    """Check a report by every rule of its forms.

    Returns:
        The status of each rule at each place, and the findings.

    >>> from cchc_core import load
    >>> result = check(load("examples/dinh-hoa-2021.json"))
    >>> sorted({finding.code for finding in result.findings})
    ['ARE-004', 'LVL-001', 'ONL-001', 'ONL-002']
    """
    return check_system(system_of(report))


def check_system(system: System) -> CheckResult:
    """Check a report that is already laid out as a system."""
    outcomes: list[Outcome] = []
    findings: list[Finding] = []
    for outcome, breaches in check_ranges(system):
        outcomes.append(outcome)
        findings += breaches
    told: dict[frozenset[PlacedRelation], str] = {}
    blanks = blanks_of(system)
    for relation in system.relations:
        plain = holds_plainly(system, relation)
        if plain is not None:
            outcomes.append(plain)
            continue
        outcome, finding = evaluate_relation(system, relation, blanks.values_for(relation), told)
        outcomes.append(outcome)
        findings += [finding] if finding else []
    outcomes += [
        Outcome(
            rule=each.rule,
            relation=each.name,
            place=each.place,
            status=Status.NOT_APPLICABLE,
            reason=Reason(kind=each.reason),
        )
        for each in system.not_applied
    ]
    return CheckResult(outcomes=tuple(outcomes), findings=tuple(findings))
