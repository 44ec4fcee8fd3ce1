"""Relations that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.relation import Relation, read_only

__all__ = ["Duplicate", "duplicates_of"]

_Key = tuple[bool, frozenset[tuple[str, Fraction]], Fraction]


@frozen(kw_only=True)
class Duplicate:
    """Relations that are multiples of one another.

    Args:
        relations: Their codes, in the order given.
        factors: What the first has to be multiplied by to give each; 1 if the two are equal. A negative factor
            turns an inequality round.
    """

    relations: tuple[str, ...]
    factors: Mapping[str, Fraction] = field(hash=False)


def duplicates_of(relations: Mapping[str, Relation]) -> list[Duplicate]:
    """Find relations that say the same; those without a cell are passed over.

    Args:
        relations: Relations by name.
    """
    groups: dict[_Key, dict[str, Fraction]] = {}
    for name, relation in relations.items():
        if relation.coefficients:
            scale = _scale(relation)
            groups.setdefault(_key(relation, scale), {})[name] = scale
    return [_duplicate(scales) for scales in groups.values() if len(scales) > 1]


def _scale(relation: Relation) -> Fraction:
    """Give what divides a relation into one that is the same for all its multiples."""
    leading = relation.coefficients[min(relation.coefficients)]
    if relation.op == "==":
        return leading
    return -abs(leading) if relation.op == ">=" else abs(leading)


def _key(relation: Relation, scale: Fraction) -> _Key:
    terms = frozenset((cell, weight / scale) for cell, weight in relation.coefficients.items())
    return relation.op == "==", terms, relation.constant / scale


def _duplicate(scales: Mapping[str, Fraction]) -> Duplicate:
    names = tuple(scales)
    factors = {name: scale / scales[names[0]] for name, scale in scales.items()}
    return Duplicate(relations=names, factors=read_only(factors))
