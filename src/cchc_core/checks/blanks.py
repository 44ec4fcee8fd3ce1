"""Blanks that other rules determine.

A printed form leaves some lines out: column (12) when its details are given, "overdue" when there
are none. Such a figure is declared ``may_be_blank``. Its value is worked out where a rule forces it:
a rule with one such blank gives its value, a sum already reached leaves nothing for its blanks.

Each value remembers every rule it rests on, so that no rule is ever checked with a value that it gave
itself: a passed rule has really been tested. Where two rules give one blank different values, nothing
more is worked out from it; the contradiction is told where it is, and does not spread.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import define, field, frozen

from cchc_core.checks.system import PlacedRelation, System

__all__ = ["Blanks", "WorkedOut", "blanks_of"]

_MOST_ALTERNATIVES = 12
"""A rule with more blanks than this gives each at most one value; a long column is no second opinion."""


@frozen
class WorkedOut:
    """A value for a blank.

    Args:
        value: The value.
        giver: The rule's relation that gives it.
        support: Every relation it rests on, the giver included.
    """

    value: Fraction
    giver: PlacedRelation
    support: frozenset[PlacedRelation]


@define(eq=False)
class Blanks:
    """The blanks of a report that may be blank, with every value the rules give them.

    Args:
        system: The report's cells and relations.
        values: Values by path, in the order found.
        settled: The value of each blank on which nothing disagrees.
    """

    system: System
    values: dict[str, list[WorkedOut]] = field(factory=dict)
    settled: dict[str, WorkedOut] = field(factory=dict)

    def values_for(self, relation: PlacedRelation) -> dict[str, tuple[WorkedOut, ...]]:
        """Give, for each blank of a relation, the values found without that relation."""
        return {
            path: tuple(value for value in self.values.get(path, ()) if relation not in value.support)
            for path in dict.fromkeys(relation.paths)
            if self.system.cells[path].number is None
        }


def blanks_of(system: System) -> Blanks:
    """Work out every blank that the rules force, step by step."""
    blanks = Blanks(system)
    waiting = {
        relation: _open_blanks(system, relation)
        for relation in system.relations
        if relation.operator == "==" and relation.is_linear
    }
    waiting = {relation: open_ for relation, open_ in waiting.items() if open_}
    ready = list(waiting)
    while True:
        found: dict[str, list[WorkedOut]] = {}
        for relation in ready:
            for path, value in _given(blanks, relation, waiting[relation]).items():
                found.setdefault(path, []).append(value)
        if not found:
            break
        _settle(blanks, found)
        ready = [relation for relation in ready if any(path not in blanks.values for path in waiting[relation])]
    for relation, open_ in waiting.items():
        if len(open_) <= _MOST_ALTERNATIVES and all(path in blanks.settled for path in open_):
            _add_second_opinions(blanks, relation, open_)
    return blanks


def _settle(blanks: Blanks, found: Mapping[str, list[WorkedOut]]) -> None:
    """Enter the values of one step; what they disagree on stays unsettled."""
    for path, values in found.items():
        blanks.values.setdefault(path, []).extend(values)
        if len({value.value for value in values}) == 1:
            blanks.settled[path] = values[0]


def _given(blanks: Blanks, relation: PlacedRelation, open_: Mapping[str, int]) -> dict[str, WorkedOut]:
    """Give what one relation forces for the blanks still open in it."""
    unknown = {path: coefficient for path, coefficient in open_.items() if path not in blanks.values}
    if not unknown or any(path not in blanks.settled for path in open_ if path not in unknown):
        return {}
    missing = -_known_sum(blanks, relation)
    support = _support(blanks, relation, open_)
    if len(unknown) == 1:
        ((path, coefficient),) = unknown.items()
        value = missing / coefficient
        return {} if value < 0 else {path: WorkedOut(value, relation, support)}
    if missing == 0 and len({coefficient > 0 for coefficient in unknown.values()}) == 1:
        return {path: WorkedOut(Fraction(), relation, support) for path in unknown}
    return {}


def _add_second_opinions(blanks: Blanks, relation: PlacedRelation, open_: Mapping[str, int]) -> None:
    """Add what a relation says of each of its blanks, given the others, unless they rest on it themselves."""
    total = _known_sum(blanks, relation)
    for path, coefficient in open_.items():
        others = [other for other in open_ if other != path]
        support = _support(blanks, relation, others)
        mine = blanks.settled[path]
        rests_on_itself = any(relation in blanks.settled[other].support for other in others)
        if relation is mine.giver or rests_on_itself:
            continue
        value = mine.value - total / coefficient
        if value >= 0:
            blanks.values[path].append(WorkedOut(value, relation, support))


def _support(
    blanks: Blanks, relation: PlacedRelation, paths: Mapping[str, int] | list[str]
) -> frozenset[PlacedRelation]:
    supports = (blanks.settled[path].support for path in paths if path in blanks.settled)
    return frozenset({relation}).union(*supports)


def _open_blanks(system: System, relation: PlacedRelation) -> dict[str, int]:
    """Give the blanks with their coefficients; none if one of them must not be blank."""
    blanks = {
        path: coefficient for path, coefficient in relation.coefficients().items() if system.cells[path].number is None
    }
    return blanks if all(system.cells[path].figure().may_be_blank for path in blanks) else {}


def _known_sum(blanks: Blanks, relation: PlacedRelation) -> Fraction:
    """Add up what is known of a relation, everything brought to its left side."""
    total = Fraction(relation.left_constant - relation.right_constant)
    for path, coefficient in relation.coefficients().items():
        number = blanks.system.cells[path].number
        if number is not None:
            total += coefficient * Fraction(number)
        elif path in blanks.settled:
            total += coefficient * blanks.settled[path].value
    return total
