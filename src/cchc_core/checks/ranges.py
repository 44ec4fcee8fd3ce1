"""Rules on single figures: no count below zero, no share outside 0 to 100."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from cchc_core.checks.findings import Finding, Reason, RuleOutcome
from cchc_core.checks.places import Operand, Place
from cchc_core.checks.system import Cell, System
from cchc_core.engine import Status
from cchc_core.forms import Form, OpenBound
from cchc_core.rules import Rule

__all__ = ["check_ranges"]

_SHARE_LIMIT = 100


def check_ranges(system: System) -> Iterator[tuple[RuleOutcome, tuple[Finding, ...]]]:
    """Check the range of every figure, record by record."""
    for placed in system.records:
        for rule, highest, own in _ranges(placed.form, placed.cells):
            if system.day not in rule.in_force:
                yield _not_in_force(rule, placed.place), ()
                continue
            findings = tuple(_breaches(rule, highest, own, placed.form))
            numbers = [cell for cell in own if _number(cell) is not None]
            status = Status.FAILED if findings else Status.PASSED if numbers else Status.NOT_APPLICABLE
            reason = None if numbers else Reason(kind="no_figures")
            yield RuleOutcome(rule=rule, relation="range", place=placed.place, status=status, reason=reason), findings


def _not_in_force(rule: Rule, place: Place) -> RuleOutcome:
    reason = Reason(kind="not_in_force")
    return RuleOutcome(rule=rule, relation="range", place=place, status=Status.NOT_APPLICABLE, reason=reason)


def _ranges(form: Form, cells: Mapping[str, Cell]) -> Iterator[tuple[Rule, int | None, list[Cell]]]:
    """Give each rule with its upper limit and the cells of the record it speaks of."""
    shares = [cell for cell in cells.values() if cell.figure().unit == "%"]
    others = [cell for cell in cells.values() if cell.figure().unit != "%"]
    if others:
        yield form.nonnegative, None, others
    if shares and form.percentages is not None:
        yield form.percentages, _SHARE_LIMIT, shares


def _breaches(rule: Rule, highest: int | None, cells: list[Cell], form: Form) -> Iterator[Finding]:
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
