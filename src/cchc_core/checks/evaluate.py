"""Holding one relation against the figures of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from cchc_core.checks.blanks import WorkedOut
from cchc_core.checks.findings import Finding, Operand, Outcome, Reason, Status
from cchc_core.checks.system import Addend, Cell, PlacedRelation, System
from cchc_core.numbers import plain

__all__ = ["evaluate_relation"]


@frozen
class _Sides:
    """The operands of both sides and their sums; blanks count as nothing in the sums."""

    left: tuple[Operand, ...]
    right: tuple[Operand, ...]
    reported: Fraction
    expected: Fraction

    @property
    def blanks(self) -> tuple[Operand, ...]:
        return tuple(operand for operand in self.left + self.right if operand.value is None)

    @property
    def worked_out(self) -> tuple[Operand, ...]:
        return tuple(operand for operand in self.left + self.right if operand.value is None or operand.worked_out_by)


def evaluate_relation(
    system: System, relation: PlacedRelation, worked_out: Mapping[str, WorkedOut]
) -> tuple[Outcome, Finding | None]:
    """Say what becomes of a relation, and the finding if it is broken.

    Args:
        system: The report's cells.
        relation: The relation.
        worked_out: Values of blanks that the other rules force.
    """
    sides = _sides(system, relation, worked_out)
    reason = _not_applicable(system, relation, sides)
    holds = {
        "==": sides.reported == sides.expected,
        "<=": sides.reported <= sides.expected,
        ">=": sides.reported >= sides.expected,
    }[relation.operator]
    status = Status.NOT_APPLICABLE if reason else Status.PASSED if holds else Status.FAILED
    place = system.cells[relation.paths[0]].place
    outcome = Outcome(
        rule=relation.rule,
        relation=relation.name,
        place=place,
        status=status,
        reason=reason,
        worked_out=() if reason else sides.worked_out,
    )
    if status is not Status.FAILED:
        return outcome, None
    finding = Finding(
        rule=relation.rule,
        relation=relation.name,
        place=place,
        operator=relation.operator,
        left=sides.left,
        right=sides.right,
        reported=sides.reported,
        expected=sides.expected,
        printed=relation.printed,
        source=relation.form.source.describe(),
    )
    return outcome, finding


def _not_applicable(system: System, relation: PlacedRelation, sides: _Sides) -> Reason | None:
    """Decide what blanks mean: usually that nothing can be said, sometimes that they are nothing."""
    blanks = sides.blanks
    if not blanks:
        return None
    places = tuple(dict.fromkeys(operand.place for operand in blanks))
    may_be_blank = all(system.cells[place.path].figure().may_be_blank for place in places)
    if not may_be_blank or relation.operator != "==" or not relation.is_linear:
        return Reason(kind="blank", places=places)
    coefficients = [relation.coefficients()[place.path] for place in places]
    if len({coefficient > 0 for coefficient in coefficients}) > 1:
        return Reason(kind="blank", places=places)
    missing = (sides.expected - sides.reported) / coefficients[0]
    if missing <= 0:
        return None
    if len(places) == 1:
        return Reason(kind="blank_decides", places=places, value=plain(missing))
    return Reason(kind="no_parts" if blanks == sides.right else "blank", places=places)


def _sides(system: System, relation: PlacedRelation, worked_out: Mapping[str, WorkedOut]) -> _Sides:
    left, reported = _side(system.cells, relation.left, relation.left_constant, worked_out)
    right, expected = _side(system.cells, relation.right, relation.right_constant, worked_out)
    return _Sides(left, right, reported, expected)


def _side(
    cells: Mapping[str, Cell], addends: Sequence[Addend], constant: Fraction, worked_out: Mapping[str, WorkedOut]
) -> tuple[tuple[Operand, ...], Fraction]:
    operands: list[Operand] = []
    total = constant
    for term, addend in enumerate(addends):
        product = addend.coefficient
        for path in addend.paths:
            operand = _operand(cells[path], addend.coefficient, worked_out.get(path), term)
            operands.append(operand)
            product *= Fraction(operand.value or 0)
        total += product
    return tuple(operands), total


def _operand(cell: Cell, coefficient: Fraction, worked_out: WorkedOut | None, term: int) -> Operand:
    if cell.number is None and worked_out is not None:
        return Operand(
            place=cell.place,
            coefficient=coefficient,
            value=plain(worked_out.value),
            worked_out_by=worked_out.code,
            term=term,
        )
    return Operand(place=cell.place, coefficient=coefficient, value=cell.number, term=term)
