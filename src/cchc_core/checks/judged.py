"""Conditions held against the records of a report, and findings made of their breaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from cchc_core.checks.findings import Finding, Reason, RuleOutcome
from cchc_core.checks.places import Operand, Place
from cchc_core.checks.system import PlacedRecord, System
from cchc_core.conditions import Breach, Condition, Context, Skipped
from cchc_core.engine import Status

__all__ = ["judge"]


def judge(
    system: System, conditions: Iterable[Condition[Any]], context: Context
) -> Iterator[tuple[RuleOutcome, tuple[Finding, ...]]]:
    """Hold every condition against every record it looks at, in the order of the report."""
    for condition in conditions:
        for placed in system.records:
            if isinstance(placed.record, condition.on):
                yield _judged(system, condition, placed, context)


def _judged(
    system: System, condition: Condition[Any], placed: PlacedRecord, context: Context
) -> tuple[RuleOutcome, tuple[Finding, ...]]:
    answer = condition.judge(placed.record, context) if context.day in condition.rule.in_force else _NOT_IN_FORCE
    reason: Reason | None = None
    findings: tuple[Finding, ...] = ()
    if isinstance(answer, Skipped):
        status = Status.COULD_NOT_RUN if answer.could_not_run else Status.NOT_APPLICABLE
        blanks = tuple(_place(system, placed, at, "", "") for at in answer.at)
        reason = Reason(kind=answer.kind, places=blanks, said=answer.said)
    else:
        findings = tuple(_finding(system, condition, placed, breach) for breach in answer)
        status = Status.FAILED if findings else Status.PASSED
    outcome = RuleOutcome(
        rule=condition.rule, relation=condition.name, place=placed.place, status=status, reason=reason
    )
    return outcome, findings


_NOT_IN_FORCE = Skipped(kind="not_in_force")


def _finding(system: System, condition: Condition[Any], placed: PlacedRecord, breach: Breach) -> Finding:
    place = _place(system, placed, breach.at, breach.title, breach.subject)
    found = Finding(
        rule=condition.rule,
        relation=condition.name,
        place=place,
        operator=None if breach.expected is None else "==",
        left=_operands(system, placed, (breach.at,) if breach.at else ()),
        right=_operands(system, placed, breach.others),
        reported=breach.reported,
        expected=breach.expected,
        source=condition.rule.source or placed.form.source,
        said=breach.said,
        facts=breach.facts,
        grade=breach.grade,
    )
    return found if breach.severity is None else evolve(found, severity=breach.severity)


def _operands(system: System, placed: PlacedRecord, paths: Iterable[str]) -> tuple[Operand, ...]:
    """Give the figures at the given paths; what stands there beside figures is no operand."""
    cells = (system.cells.get(_joined(placed, path)) for path in paths)
    return tuple(
        Operand(place=cell.place, coefficient=1, value=cell.number, term=term)
        for term, cell in enumerate(cell for cell in cells if cell is not None)
    )


def _place(system: System, placed: PlacedRecord, at: str, title: str, subject: str) -> Place:
    if not at:
        return placed.place
    path = _joined(placed, at)
    if path in system.cells:
        return system.cells[path].place
    return Place(
        path=path,
        form=placed.form.key,
        title=title or placed.place.title,
        row=subject,
        cell=system.located.get(path, ""),
    )


def _joined(placed: PlacedRecord, at: str) -> str:
    return f"{placed.place.path}.{at}" if placed.place.path else at
