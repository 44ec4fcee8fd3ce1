"""Independent choices in a list of sets: which figures are chosen without regard to which others.

Two mistakes far apart in one table give least sets that combine every choice for the one with every
choice for the other. A reader is told two stories, not their product.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

__all__ = ["factors_of"]


_MOST_JOINED = 3
"""Fewer parts than this are tried together; what is left is one story, which is always true."""


def factors_of(sets: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Part the members of some sets so that the sets are every combination of choices, one from each part.

    Args:
        sets: The sets, each without repetition.

    Returns:
        The parts, each in the order in which its members first occur; the first to be found apart first.

    >>> factors_of([("total", "district"), ("total", "commune")])
    (('total',), ('district', 'commune'))
    """
    members = tuple(dict.fromkeys(member for each in sets for member in each))
    chosen = [frozenset(each) for each in sets]
    part_of = {member: {member} for member in members}
    for one, other in combinations(members, 2):
        if part_of[one] is not part_of[other] and not _are_independent(chosen, one, other):
            part_of[one] |= part_of[other]
            for member in part_of[other]:
                part_of[member] = part_of[one]
    parts = [frozenset(part) for part in {id(part): part for part in part_of.values()}.values()]
    return tuple(tuple(member for member in members if member in part) for part in _whole(chosen, parts))


def _whole(chosen: Sequence[frozenset[str]], parts: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Join parts that only look independent in pairs, until each is a choice without regard to the rest."""
    found: list[frozenset[str]] = []
    open_ = list(parts)
    size = 1
    while size < min(len(open_), _MOST_JOINED):
        together = next((some for some in combinations(open_, size) if _is_factor(chosen, some)), None)
        if together is None:
            size += 1
            continue
        found.append(frozenset[str]().union(*together))
        open_ = [part for part in open_ if part not in together]
        size = 1
    rest = frozenset[str]().union(*open_)
    return [part for part in (*found, rest) if part]


def _is_factor(chosen: Sequence[frozenset[str]], parts: Sequence[frozenset[str]]) -> bool:
    part = frozenset[str]().union(*parts)
    return len(set(chosen)) == len({each & part for each in chosen}) * len({each - part for each in chosen})


def _are_independent(chosen: Sequence[frozenset[str]], one: str, other: str) -> bool:
    """Tell whether either is chosen as it were without regard to the other."""
    together = {(one in each, other in each) for each in chosen}
    return len(together) == len({each for each, _ in together}) * len({each for _, each in together})
