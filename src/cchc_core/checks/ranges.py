"""Rules on single figures: no count below zero, no share outside 0 to 100."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from cchc_core.checks.findings import Finding, Reason, RuleOutcome
from cchc_core.checks.places import Operand
from cchc_core.checks.system import Cell, System
from cchc_core.engine import Status
from cchc_core.forms import Form, OpenBound
from cchc_core.rules import Rule

__all__ = ["SHARE_LIMIT", "breaches_of", "check_ranges"]

SHARE_LIMIT = 100
"""No share is above this."""


def check_ranges(system: System) -> Iterator[tuple[RuleOutcome, tuple[Finding, ...]]]:
    """Check the range of every figure, record by record."""
    for placed in system.records:
        for rule, highest, own in _ranges(placed.form, placed.cells):
            if system.day not in rule.in_force:
                yield RuleOutcome.not_applied(rule, "range", placed.place, Reason(kind="not_in_force")), ()
                continue
            findings = tuple(breaches_of(rule, highest, own, placed.form))
            numbers = [cell for cell in own if _number(cell) is not None]
            status = Status.FAILED if findings else Status.PASSED if numbers else Status.NOT_APPLICABLE
            reason = None if numbers else Reason(kind="no_figures")
            yield RuleOutcome(rule=rule, relation="range", place=placed.place, status=status, reason=reason), findings


def _ranges(form: Form, cells: Mapping[str, Cell]) -> Iterator[tuple[Rule, int | None, list[Cell]]]:
    """Give each rule with its upper limit and the cells of the record it speaks of."""
    shares = [cell for cell in cells.values() if cell.figure().unit == "%"]
    others = [cell for cell in cells.values() if cell.figure().unit != "%"]
    if others:
        yield form.nonnegative, None, others
    if shares and form.percentages is not None:
        yield form.percentages, SHARE_LIMIT, shares


def breaches_of(rule: Rule, highest: int | None, cells: Iterable[Cell], form: Form) -> Iterator[Finding]:
    """Give a finding for each figure that is below 0, or above the highest there may be."""
    for cell in cells:
        number = _number(cell)
        if number is None:
            continue
        if number < 0:
            yield _finding(rule, cell, number, 0, form)
        elif highest is not None and number > highest:
            yield _finding(rule, cell, number, highest, form)


def _finding(rule: Rule, cell: Cell, number: int | Decimal, limit: int, form: Form) -> Finding:
    return Finding(
        rule=rule,
        relation="range",
        place=cell.place,
        operator=">=" if number < limit else "<=",
        left=(Operand(place=cell.place, coefficient=1, value=number),),
        right=(),
        reported=Fraction(number),
        expected=Fraction(limit),
        source=rule.source or form.source,
    )


def _number(cell: Cell) -> int | Decimal | None:
    return cell.value.value if isinstance(cell.value, OpenBound) else cell.value
