"""From findings to causes: the figures that must be wrong, located over the whole report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core.checks.beside import drawn_in, share_causes
from cchc_core.checks.causes import Cause
from cchc_core.checks.findings import Finding, RuleOutcome
from cchc_core.checks.linear import LinearSystem, linear_of
from cchc_core.checks.located import Located
from cchc_core.checks.settings import Settings
from cchc_core.checks.system import System
from cchc_core.conditions import Grade
from cchc_core.engine import Status
from cchc_core.rules import Severity

__all__ = ["causes_of"]


def causes_of(
    system: System, outcomes: Sequence[RuleOutcome], findings: Sequence[Finding], settings: Settings
) -> tuple[Cause, ...]:
    """Group findings into causes: what contradicts arithmetic is located, the rest keeps to itself.

    Only rules whose breach is an error take part, for only they leave no way out; a warning is drawn
    into a cause whose figures, once changed, repair it too.

    Args:
        system: The report.
        outcomes: What became of each rule.
        findings: What was found.
        settings: What the site changes about the rules.
    """
    numbers = {finding.key: number for number, finding in enumerate(findings) if _is_located(finding)}
    causes: list[Cause] = []
    if numbers:
        linear = _binding(system, outcomes, settings)
        for part in _parts(linear, [findings[number] for number in numbers.values()]):
            causes += Located(system=system, linear=part, findings=findings, numbers=numbers).causes()
        taken = {number for cause in causes for number in cause.findings}
        causes = [drawn_in(cause, findings, taken) for cause in causes]
    suspects = {place.path for cause in causes for place in cause.suspects}
    causes += share_causes(system, outcomes, findings, suspects)
    return tuple(sorted(causes, key=lambda cause: cause.findings))


def _is_located(finding: Finding) -> bool:
    """Tell whether a finding is one that the linear system can explain."""
    return (
        finding.severity is Severity.ERROR
        and finding.grade is Grade.WRONG
        and finding.said is None
        and finding.operator is not None
    )


def _binding(system: System, outcomes: Sequence[RuleOutcome], settings: Settings) -> LinearSystem:
    """Give the relations that were decided, or left open by blanks alone, and whose breach is an error."""
    decided = {
        outcome.key
        for outcome in outcomes
        if outcome.status in {Status.PASSED, Status.FAILED}
        or (outcome.reason is not None and outcome.reason.is_undecided)
    }
    binding = [
        relation
        for relation in system.relations
        if relation.key in decided and settings.severity_of(relation.rule) is Severity.ERROR
    ]
    return linear_of(system, binding)


def _parts(linear: LinearSystem, findings: Sequence[Finding]) -> Iterator[LinearSystem]:
    """Give the connected parts of the system in which something was found, in the order of the findings."""
    near: dict[str, list[int]] = {}
    for number, relation in enumerate(linear.relations):
        for cell in relation.cells:
            near.setdefault(cell, []).append(number)
    seen: set[str] = set()
    for finding in findings:
        waiting = [operand.place.path for operand in finding.operands if operand.place.path not in seen]
        seen.update(waiting)
        reached: set[str] = set(waiting)
        numbers: set[int] = set()
        while waiting:
            for number in near.get(waiting.pop(), ()):
                if number not in numbers:
                    numbers.add(number)
                    more = [cell for cell in linear.relations[number].cells if cell not in reached]
                    reached.update(more)
                    waiting += more
        if reached:
            seen |= reached
            yield linear.part(reached, sorted(numbers))
