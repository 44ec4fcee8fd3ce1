"""Conflicts put into words: the implied rule, its multipliers, and the figures one of which must be wrong."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from cchc_core.engine.components import Cell, Component
from cchc_core.engine.conflicts import Conflict
from cchc_core.engine.hitting import members
from cchc_core.engine.relation import Comparator, Relation
from cchc_core.engine.results import Certificate, Ground
from cchc_core.engine.status import Status

__all__ = ["certificate_of"]


def certificate_of(component: Component, conflict: Conflict) -> Certificate:
    """Give the certificate of a conflict.

    Args:
        component: The component.
        conflict: Why one of some of its cells must be wrong.
    """
    rules = [component.rules[number] for number in sorted(conflict.multipliers)]
    suspects = tuple(
        component.cells[number].name for number in members(conflict.clause) if not component.cells[number].is_locked
    )
    if not rules:
        return _of_one_cell(component.cells[members(conflict.clause)[0]], suspects)
    codes = tuple(rule.relation.code for rule in rules)
    ground = Ground.WHOLE_NUMBERS if conflict.needs_whole else Ground.RULES
    if not conflict.is_sum:
        return Certificate(cells=suspects, relations=codes, ground=ground)
    unit = _unit(component, conflict)
    multipliers = {
        rule.relation.code: Fraction(conflict.multipliers[number] * rule.scale) / unit
        for number, rule in zip(sorted(conflict.multipliers), rules, strict=True)
    }
    nonnegative = {
        component.cells[number].name: -conflict.nonnegative[number] / unit for number in sorted(conflict.nonnegative)
    }
    is_itself = len(rules) == 1 and not nonnegative and multipliers[codes[0]] == 1
    return Certificate(
        cells=suspects,
        relations=codes,
        ground=ground,
        relation=rules[0].relation if is_itself else _sum(component, conflict, unit),
        multipliers=multipliers,
        nonnegative=nonnegative,
        gap=None if conflict.needs_whole else _gap(component, conflict, unit),
    )


def _of_one_cell(cell: Cell, suspects: tuple[str, ...]) -> Certificate:
    interval = cell.reading.interval
    if interval is None:
        ground = Ground.EXCESS_DIGITS if cell.reading.trouble is Status.EXCESS_DIGITS else Ground.CONTRADICTORY
        return Certificate(cells=suspects, relations=(), ground=ground)
    if cell.nonnegative and not interval.can_be(">=", 0):
        relation = Relation(cell.name, {cell.name: 1}, ">=", 0)
        gap = Fraction(cell.reading.value or 0)
        return Certificate(
            cells=suspects, relations=(), relation=relation, nonnegative={cell.name: Fraction(1)}, gap=gap
        )
    return Certificate(cells=suspects, relations=(), ground=Ground.WHOLE_NUMBERS)


def _unit(component: Component, conflict: Conflict) -> Fraction:
    """Give what all multipliers are divided by, to be whole and small; negative if that turns signs the better way.

    Where divisibility is the ground, the multipliers are already those that matter.
    """
    unequal = [
        factor * component.rules[number].scale
        for number, factor in conflict.multipliers.items()
        if not component.rules[number].is_equality
    ]
    shares = [factor * component.rules[number].scale for number, factor in sorted(conflict.multipliers.items())]
    leading = unequal + [-factor for factor in conflict.nonnegative.values()] or shares[:1]
    sign = -1 if all(each < 0 for each in leading) else 1
    if conflict.needs_whole:
        return Fraction(sign)
    shares += conflict.nonnegative.values()
    return Fraction(sign * gcd(*(share.numerator for share in shares)))


def _sum(component: Component, conflict: Conflict, unit: Fraction) -> Relation:
    """Add up rules, each with its multiplier."""
    terms: dict[int, int | Fraction] = {}
    constant = Fraction()
    for number in sorted(conflict.multipliers):
        rule, factor = component.rules[number], conflict.multipliers[number]
        for cell, share in rule.terms.items():
            terms[cell] = terms.get(cell, 0) + factor * share
        if rule.relation.constant:
            constant += factor * rule.scale * rule.relation.constant
    for cell, factor in conflict.nonnegative.items():
        terms[cell] = terms.get(cell, 0) - factor
    codes = [component.rules[number].relation.code for number in sorted(conflict.multipliers)]
    coefficients = {component.cells[cell].name: share / unit for cell, share in terms.items() if share}
    return Relation(" + ".join(codes), coefficients, _operator(component, conflict, unit), constant / unit)


def _operator(component: Component, conflict: Conflict, unit: Fraction) -> Comparator:
    if conflict.nonnegative or any(not component.rules[number].is_equality for number in conflict.multipliers):
        return "<=" if unit > 0 else ">="
    return "=="


def _gap(component: Component, conflict: Conflict, unit: Fraction) -> Fraction:
    """Give by how much the reported values miss the sum; blanks, which have none, do not occur in it."""
    total = Fraction()
    for number, factor in conflict.multipliers.items():
        total -= factor * component.rules[number].residual
    for cell, factor in conflict.nonnegative.items():
        total -= factor * component.cells[cell].origin
    return total / unit
