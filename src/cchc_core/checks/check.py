"""The check: every rule, every place."""

from __future__ import annotations

from datetime import date

from cchc_core.checks.blanks import blanks_of
from cchc_core.checks.findings import CheckResult, Finding, Outcome, Reason, Status
from cchc_core.checks.ranges import check_ranges
from cchc_core.checks.system import PlacedRelation, System, system_of_record
from cchc_core.checks.verdicts import evaluate_relation, holds_plainly
from cchc_core.forms import Record
from cchc_core.report import Report
from cchc_core.rules import Rule

__all__ = ["check", "check_record", "check_system"]


def check(report: Report) -> CheckResult:
    """Check a report by every rule of its forms.

    Returns:
        The status of each rule at each place, and the findings.

    >>> from cchc_core import load
    >>> result = check(load("examples/dinh-hoa-2021.json"))
    >>> sorted({finding.code for finding in result.findings})
    ['ARE-004', 'LVL-001', 'ONL-001', 'ONL-002']
    """
    return check_record(report, report.period.end)


def check_record(record: Record, on: date) -> CheckResult:
    """Check a record of any form by the rules of that form.

    Args:
        record: The record; it need not be part of a report.
        on: Last day of the reporting period.

    >>> from datetime import date
    >>> from cchc_core import DossierRow
    >>> row = DossierRow(resolved=9, resolved_early=5, resolved_on_time=3, resolved_late=0)
    >>> [finding.code for finding in check_record(row, date(2021, 12, 14)).findings]
    ['DOS-003']
    """
    return check_system(system_of_record(record, on))


def check_system(system: System) -> CheckResult:
    """Check a report that is already laid out as a system."""
    outcomes: list[Outcome] = []
    findings: list[Finding] = []
    for outcome, breaches in check_ranges(system):
        outcomes.append(outcome)
        findings += breaches
    told: dict[frozenset[PlacedRelation], Rule] = {}
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
