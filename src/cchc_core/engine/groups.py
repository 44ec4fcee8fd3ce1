"""Groups that share members, joined."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

__all__ = ["joined"]

_Member = TypeVar("_Member", bound=Hashable)


def joined(groups: Iterable[Iterable[_Member]]) -> list[list[_Member]]:
    """Join groups that share a member.

    Args:
        groups: Groups of members.

    Returns:
        Groups without a common member, each in the order its members were first met.

    >>> joined([("a", "b"), ("c",), ("d", "b")])
    [['a', 'b', 'd'], ['c']]
    """
    found: dict[_Member, list[_Member]] = {}
    for group in groups:
        members = list(dict.fromkeys(group))
        for member in members:
            found.setdefault(member, [member])
        whole = found[members[0]] if members else []
        for member in members[1:]:
            other = found[member]
            if other is not whole:
                if len(other) > len(whole):
                    whole, other = other, whole
                whole.extend(other)
                found.update(dict.fromkeys(other, whole))
    number = {member: position for position, member in enumerate(found)}
    distinct = {id(group): group for group in found.values()}
    return [sorted(group, key=number.__getitem__) for group in distinct.values()]
