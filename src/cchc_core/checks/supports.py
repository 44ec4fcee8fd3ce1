"""Rules of plausibility: with which candidate they hold, and with which they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from cchc_core.checks.causes import Candidate, Support
from cchc_core.checks.places import Operand
from cchc_core.checks.system import PlacedRelation, System
from cchc_core.engine import Exact
from cchc_core.numbers import plain

__all__ = ["with_supports"]


def with_supports(system: System, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Enter, at each candidate, the rules of plausibility that hold with it and not with every other.

    Args:
        system: The report.
        candidates: The candidates of one cause.
    """
    found: list[list[Support]] = [[] for _ in candidates]
    for relation in system.supports:
        held = [_held(system, relation, candidate) for candidate in candidates]
        if any(held) and not all(held):
            for supports, support in zip(found, held, strict=True):
                supports.extend([support] if support else [])
    return tuple(
        evolve(candidate, supports=tuple(supports)) for candidate, supports in zip(candidates, found, strict=True)
    )


def _held(system: System, relation: PlacedRelation, candidate: Candidate) -> Support | None:
    """Give the support that a relation lends a candidate; ``None`` if it does not hold, or figures are blank."""
    changed = {change.place.path: change.value for change in candidate.changes}
    values: Mapping[str, Exact | None] = {
        path: changed.get(path, system.cells[path].number) for path in dict.fromkeys(relation.paths)
    }
    if any(value is None for value in values.values()):
        return None
    gap = Fraction(relation.left_constant - relation.right_constant)
    for path, coefficient in relation.coefficients().items():
        gap += coefficient * Fraction(values[path] or 0)
    if gap:
        return None
    left = [addend.paths[0] for addend in relation.left]
    operands = tuple(Operand(place=system.cells[path].place, coefficient=1, value=values[path]) for path in left)
    total = sum((Fraction(values[path] or 0) for path in left), Fraction())
    return Support(rule=relation.rule, operands=operands, total=plain(total))
