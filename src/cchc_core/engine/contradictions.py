"""Relations that cannot hold together, and the fewest of them that cannot."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.budget import Budget, OutOfBudgetError
from cchc_core.engine.proof import Premises, Proof
from cchc_core.engine.relation import Relation

__all__ = ["Contradiction", "contradictions_of"]

_STEPS = 3_000
"""Work spent on looking for a smaller contradiction; enough for some dozens of connected relations."""


@frozen(kw_only=True)
class Contradiction:
    """Relations that cannot hold together, none of which can be left out.

    Args:
        relations: Their codes, in the order given.
        proof: Adds up to ``0 <= r`` with a negative r.
        is_smallest: Whether it is proved that no fewer relations contradict one another; if not, there were too
            many relations to try.
    """

    relations: tuple[str, ...]
    proof: Proof = field(hash=False)
    is_smallest: bool


def contradictions_of(premises: Premises) -> tuple[list[Contradiction], Premises]:
    """Find contradictions without a relation in common, each time the smallest of what is left.

    Args:
        premises: Relations, which may contradict one another.

    Returns:
        The contradictions, and the premises without their relations, which can hold together.
    """
    found = []
    while (proof := premises.contradiction()) is not None:
        best, is_smallest = _smallest(premises, proof)
        names = tuple(name for name in premises.relations if name in best.multipliers)
        found.append(Contradiction(relations=names, proof=best, is_smallest=is_smallest))
        premises = _only(premises, [name for name in premises.relations if name not in names])
    return found, premises


def _only(premises: Premises, names: Collection[str]) -> Premises:
    return Premises({name: premises.relations[name] for name in names}, premises.nonnegative)


def _irreducible(premises: Premises, proof: Proof) -> Proof:
    """Leave out each relation that is not needed."""
    needed, waiting = list[str](), list(proof.multipliers)
    while waiting:
        name = waiting.pop(0)
        smaller = _only(premises, [*needed, *waiting]).contradiction()
        if smaller is None:
            needed.append(name)
        else:
            proof, waiting = smaller, [each for each in waiting if each in smaller.multipliers]
    return proof


def _smallest(premises: Premises, proof: Proof) -> tuple[Proof, bool]:
    """Find a contradiction of the fewest relations, and tell whether that is proved.

    Each set of relations that can hold together leaves out at least one of every contradiction. So a set with
    one of each of these remainders, and as few relations as possible, contradicts itself, or gives another
    remainder.
    """
    best = _irreducible(premises, proof)
    budget = Budget(steps=_STEPS)
    remainders: list[Sequence[str]] = []
    try:
        while (chosen := _least_meeting(remainders, len(best.multipliers) - 1, budget)) is not None:
            trial = _only(premises, chosen)
            found = trial.contradiction(budget)
            if found is not None:
                return found, True
            remainders.append(_remainder(premises, chosen, budget))
    except OutOfBudgetError:
        return best, False
    return best, True


def _remainder(premises: Premises, chosen: Collection[str], budget: Budget) -> Sequence[str]:
    """Give the relations that a largest set, the chosen ones among them, of relations that can hold leaves out."""
    point = _only(premises, chosen).point(budget) or {}
    kept = [name for name, each in premises.relations.items() if name in chosen or _holds(each, point)]
    left: list[str] = []
    for name in premises.relations:
        if name not in kept:
            found = _only(premises, [*kept, name]).point(budget)
            if found is None:
                left.append(name)
            else:
                kept += [
                    other for other, each in premises.relations.items() if other not in kept and _holds(each, found)
                ]
    return left


def _holds(relation: Relation, point: Mapping[str, Fraction]) -> bool:
    total = sum((weight * point.get(cell, 0) for cell, weight in relation.coefficients.items()), -relation.constant)
    return {"==": total == 0, "<=": total <= 0, ">=": total >= 0}[relation.op]


def _least_meeting(groups: Sequence[Sequence[str]], most: int, budget: Budget) -> list[str] | None:
    """Give as few names as possible, with one of each group; ``None`` if it takes more than ``most``."""
    for size in range(most + 1):
        found = next(_meeting(groups, size, budget), None)
        if found is not None:
            return found
    return None


def _meeting(groups: Sequence[Sequence[str]], size: int, budget: Budget) -> Iterator[list[str]]:
    budget.spend()
    if not groups:
        yield []
    elif size:
        for name in min(groups, key=len):
            for rest in _meeting([group for group in groups if name not in group], size - 1, budget):
                yield [name, *rest]
