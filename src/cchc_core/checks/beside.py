"""Findings beside the linear system: warnings that a cause explains, and shares that are causes of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from cchc_core.checks.causes import Candidate, Cause, Change
from cchc_core.checks.findings import Finding, RuleOutcome
from cchc_core.checks.places import Operand
from cchc_core.checks.system import System
from cchc_core.conditions import Grade
from cchc_core.engine import Exact, LocalisationStatus, Status
from cchc_core.engine.mistypes import mistype_of
from cchc_core.numbers import decimals_printed, round_half_up
from cchc_core.rules import RuleKind

__all__ = ["drawn_in", "share_causes"]


def drawn_in(cause: Cause, findings: Sequence[Finding], taken: set[int]) -> Cause:
    """Draw into a cause the relations whose breach its only candidate repairs too.

    Args:
        cause: The cause.
        findings: Every finding.
        taken: Positions of the findings that a cause has already; this call adds to it.
    """
    if len(cause.candidates) != 1:
        return cause
    values = {change.place.path: change.value for change in cause.candidates[0].changes}
    more = [
        number
        for number, finding in enumerate(findings)
        if number not in taken and finding.said is None and _is_repaired(finding, values)
    ]
    taken.update(more)
    return evolve(cause, findings=tuple(sorted((*cause.findings, *more))))


def _is_repaired(finding: Finding, values: Mapping[str, Exact | None]) -> bool:
    """Tell whether a relation that fails holds with some figures changed; one of them must stand in it."""
    if finding.gap is None or not finding.right:
        return False
    gap = finding.gap
    is_touched = False
    for sign, operands in ((1, finding.left), (-1, finding.right)):
        if len({operand.term for operand in operands}) != len(operands):
            return False  # figures multiplied with one another
        for operand in operands:
            if operand.place.path in values:
                new = values[operand.place.path]
                if new is None:
                    return False
                is_touched = True
                gap += sign * operand.coefficient * (Fraction(new) - Fraction(operand.value or 0))
    holds = {"==": gap == 0, "<=": gap <= 0, ">=": gap >= 0}
    return is_touched and holds[finding.operator or "=="]


def share_causes(
    system: System, outcomes: Sequence[RuleOutcome], findings: Sequence[Finding], suspects: set[str]
) -> tuple[Cause, ...]:
    """Give one cause for each printed share that is wrong although the figures it is made of are in no doubt.

    Args:
        system: The report.
        outcomes: What became of each rule.
        findings: What was found.
        suspects: Paths of the figures that other causes put in doubt.
    """
    confirmed = _confirmed(system, outcomes)
    causes: dict[str, Cause] = {}
    for number, finding in enumerate(findings):
        parts = {operand.place.path for operand in finding.right}
        reported = finding.left[0].value if _is_wrong_share(finding) else None
        if finding.expected is None or not isinstance(reported, Decimal) or parts & suspects:
            continue
        path = finding.left[0].place.path
        if path in causes:
            causes[path] = evolve(causes[path], findings=(*causes[path].findings, number))
            continue
        candidate = _candidate(finding.left[0], reported, finding.expected)
        is_slip = candidate.distance == 1 and parts <= confirmed
        causes[path] = Cause(
            findings=(number,),
            status=LocalisationStatus.SOLVED,
            weight=1,
            at_least=1,
            candidates=(candidate,),
            suggestion=candidate if is_slip else None,
            suspects=candidate.places,
        )
    return tuple(causes.values())


def _is_wrong_share(finding: Finding) -> bool:
    return finding.rule.kind is RuleKind.SHARE and finding.grade is Grade.WRONG and bool(finding.left)


def _candidate(share: Operand, reported: Decimal, expected: Fraction) -> Candidate:
    """Give the share as it would be printed, with the decimals that it was printed with."""
    meant = round_half_up(expected, decimals_printed(reported))
    slip = mistype_of(reported, meant)
    change = Change(place=share.place, reported=reported, value=meant, kind=slip.kind)
    return Candidate(changes=(change,), kind=slip.kind, distance=slip.distance)


def _confirmed(system: System, outcomes: Sequence[RuleOutcome]) -> set[str]:
    """Give the figures that stand in an identity that holds."""
    passed = {each.key for each in outcomes if each.status is Status.PASSED}
    return {
        path
        for relation in system.relations
        if relation.operator == "==" and relation.key in passed
        for path in relation.paths
    }
