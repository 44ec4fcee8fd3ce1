"""Holding one relation against the figures of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, le
from typing import Any

from attrs import frozen

from cchc_core.checks.blanks import WorkedOut
from cchc_core.checks.findings import Finding, Reason, RuleOutcome
from cchc_core.checks.places import Operand
from cchc_core.checks.settings import Settings
from cchc_core.checks.system import Addend, Cell, PlacedRelation, System
from cchc_core.conditions import Grade
from cchc_core.engine import Status
from cchc_core.forms.expressions import Operator
from cchc_core.numbers import decimals_printed, plain
from cchc_core.rules import Rule, Severity

__all__ = ["evaluate_relation", "holds_plainly"]

_HOLDS: dict[Operator, Callable[[Any, Any], bool]] = {"==": eq, "<=": le, ">=": ge}


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


def holds_plainly(system: System, relation: PlacedRelation) -> RuleOutcome | None:
    """Give the outcome of a relation among whole numbers, all reported, that holds; most relations are such.

    Returns:
        ``None`` where a closer look is needed, which `evaluate_relation` takes.
    """
    cells = system.cells
    sums = []
    for addends, constant in ((relation.left, relation.left_constant), (relation.right, relation.right_constant)):
        total = constant
        for addend in addends:
            value = cells[addend.paths[0]].value
            if type(value) is not int or len(addend.paths) > 1:
                return None
            total += addend.coefficient * value
        sums.append(total)
    if not _HOLDS[relation.operator](sums[0], sums[1]):
        return None
    place = cells[relation.left[0].paths[0]].place
    return RuleOutcome(rule=relation.rule, relation=relation.name, place=place, status=Status.PASSED)


def evaluate_relation(
    system: System,
    relation: PlacedRelation,
    values: Mapping[str, Sequence[WorkedOut]],
    told: dict[frozenset[PlacedRelation], Rule],
    settings: Settings,
) -> tuple[RuleOutcome, Finding | None]:
    """Say what becomes of a relation, and the finding if it is broken.

    Args:
        system: The report's cells.
        relation: The relation.
        values: The values that other rules force for each of its blanks.
        told: Rules by the set of relations that contradict one another, as far as told. A contradiction
            that runs through a blank is told once, unless by a less grave rule; this call adds to it.
        settings: How grave the site takes the rules to be.
    """
    worked_out = {path: each[0] for path, each in values.items() if len({one.value for one in each}) == 1}
    disputed = [path for path, each in values.items() if path not in worked_out and each]
    sides = _sides(system, relation, worked_out)
    reason = _disputed(system, disputed) or _not_applicable(system, relation, sides)
    holds = _HOLDS[relation.operator](sides.reported, sides.expected)
    if worked_out and not holds and reason is None:
        contradiction = frozenset({relation}).union(*(each.support for each in worked_out.values()))
        teller = told.setdefault(contradiction, relation.rule)
        gravest = settings.severity_of(teller).weight >= settings.severity_of(relation.rule).weight
        if teller is not relation.rule and gravest:
            reason = Reason(kind="told", code=teller.code)
    status = Status.NOT_APPLICABLE if reason else Status.PASSED if holds else Status.FAILED
    outcome = RuleOutcome(
        rule=relation.rule,
        relation=relation.name,
        place=system.cells[relation.paths[0]].place,
        status=status,
        reason=reason,
        worked_out=() if reason else sides.worked_out,
    )
    return outcome, _finding(relation, outcome, sides) if status is Status.FAILED else None


def _finding(relation: PlacedRelation, outcome: RuleOutcome, sides: _Sides) -> Finding:
    is_rounding = _is_rounding(relation, sides)
    return Finding(
        rule=relation.rule,
        relation=relation.name,
        place=outcome.place,
        operator=relation.operator,
        left=sides.left,
        right=sides.right,
        reported=sides.reported,
        expected=sides.expected,
        printed=relation.printed,
        source=relation.rule.source or relation.form.source,
        grade=Grade.ROUNDING if is_rounding else Grade.WRONG,
        severity=Severity.INFO if is_rounding else relation.rule.severity,
    )


def _is_rounding(relation: PlacedRelation, sides: _Sides) -> bool:
    """Tell whether the figures, each rounded to the decimals it is printed with, may come from exact ones that agree.

    Counts are exact; amounts of money are printed rounded, each by at most half a unit of its last digit.
    """
    if relation.operator != "==" or not relation.is_linear:
        return False
    slack = Fraction()
    for operand in sides.left + sides.right:
        if isinstance(operand.value, Decimal) and not operand.worked_out_by:
            slack += Fraction(abs(operand.coefficient), 2) / 10 ** decimals_printed(operand.value)
    return 0 < abs(sides.reported - sides.expected) <= slack


def _disputed(system: System, paths: Sequence[str]) -> Reason | None:
    places = tuple(system.cells[path].place for path in paths)
    return Reason(kind="disputed", places=places) if places else None


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
    cells: Mapping[str, Cell], addends: Sequence[Addend], constant: int, worked_out: Mapping[str, WorkedOut]
) -> tuple[tuple[Operand, ...], Fraction]:
    operands: list[Operand] = []
    total = Fraction(constant)
    for term, addend in enumerate(addends):
        product = Fraction(addend.coefficient)
        for path in addend.paths:
            operand = _operand(cells[path], addend.coefficient, worked_out.get(path), term)
            operands.append(operand)
            product *= Fraction(operand.value or 0)
        total += product
    return tuple(operands), total


def _operand(cell: Cell, coefficient: int, worked_out: WorkedOut | None, term: int) -> Operand:
    if cell.number is None and worked_out is not None:
        return Operand(
            place=cell.place,
            coefficient=coefficient,
            value=plain(worked_out.value),
            worked_out_by=worked_out.giver.rule.code,
            term=term,
        )
    return Operand(place=cell.place, coefficient=coefficient, value=cell.number, term=term)
