"""Blanks that other rules determine.

A printed form leaves some lines out: column (12) when its details are given, "overdue" when there
are none. Such a figure is declared ``may_be_blank``. Its value is worked out only where rules force
it: a rule with one such blank gives its value, a sum already reached leaves nothing for its blanks.
A rule is never checked with a value that it gave itself, so a passed rule has really been tested.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import frozen

from cchc_core.checks.system import PlacedRelation, System

__all__ = ["WorkedOut", "blanks_of", "work_out"]


@frozen
class WorkedOut:
    """The value of a blank, and the code of the rule that forces it."""

    value: Fraction
    code: str


def blanks_of(system: System) -> list[PlacedRelation]:
    """Give the equalities by which a blank can be worked out."""
    return [
        relation
        for relation in system.relations
        if relation.operator == "==" and relation.is_linear and _open_blanks(system, relation, {})
    ]


def work_out(system: System, givers: Iterable[PlacedRelation], without: PlacedRelation) -> dict[str, WorkedOut]:
    """Work out every blank that the rules other than ``without`` force."""
    found: dict[str, WorkedOut] = {}
    waiting = [relation for relation in givers if relation is not without]
    while True:
        progress = [relation for relation in waiting if _give(system, relation, found)]
        if not progress:
            return found
        waiting = [relation for relation in waiting if relation not in progress]


def _give(system: System, relation: PlacedRelation, found: dict[str, WorkedOut]) -> bool:
    """Add what one relation forces, given what is known; tell whether it gave anything."""
    blanks = _open_blanks(system, relation, found)
    if not blanks:
        return False
    missing = -_known_sum(system, relation, found)
    if len(blanks) == 1:
        ((path, coefficient),) = blanks.items()
        value = missing / coefficient
        if value < 0:
            return False
        found[path] = WorkedOut(value, relation.rule.code)
        return True
    if missing == 0 and len({coefficient > 0 for coefficient in blanks.values()}) == 1:
        found.update((path, WorkedOut(Fraction(), relation.rule.code)) for path in blanks)
        return True
    return False


def _open_blanks(system: System, relation: PlacedRelation, found: Mapping[str, WorkedOut]) -> dict[str, Fraction]:
    """Give the blanks still open with their coefficients; none if one of them must not be blank."""
    open_: dict[str, Fraction] = {}
    for path, coefficient in relation.coefficients().items():
        cell = system.cells[path]
        if cell.number is not None or path in found:
            continue
        if not cell.figure().may_be_blank:
            return {}
        open_[path] = coefficient
    return open_


def _known_sum(system: System, relation: PlacedRelation, found: Mapping[str, WorkedOut]) -> Fraction:
    total = relation.left_constant - relation.right_constant
    for path, coefficient in relation.coefficients().items():
        number = system.cells[path].number
        if number is not None:
            total += coefficient * Fraction(number)
        elif path in found:
            total += coefficient * found[path].value
    return total
