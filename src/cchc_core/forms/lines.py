"""The numbered lines of the statistical appendix: which names of a form stand on them, under which headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from cchc_core.errors import DeclarationError
from cchc_core.forms.figures import Figure
from cchc_core.forms.listed import Listed
from cchc_core.forms.names import Names
from cchc_core.forms.ratios import Ratio

__all__ = ["NO_GROUP", "LineGroup", "LineList", "line_order"]

_NUMBER = re.compile(r"[1-9][0-9]*(\.[1-9][0-9]*)*")


def _frozen(headings: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(headings))


@frozen
class LineGroup:
    """The group of the appendix that bears a form's title, and the headings in it.

    Args:
        number: Number of the group; empty for a form whose lines stand in the groups of others.
        headings: Titles of the lines that only head others, by number.
    """

    number: str = ""
    headings: Mapping[str, str] = field(factory=dict, converter=_frozen)


NO_GROUP = LineGroup()
"""The group of a form that heads none."""


@frozen(kw_only=True)
class LineList:
    """The lines that one form has in the appendix.

    Args:
        group: Its group and headings.
        names: Names of its figures, derived shares and listed lines, by the number of their line.
        listed: Its listed lines by name.
        shown: Names of all that stands on them, the figures that print their shares among them.
    """

    group: LineGroup
    names: Mapping[str, str]
    listed: Mapping[str, Listed]
    shown: frozenset[str]

    @classmethod
    def of(cls, names: Names, group: LineGroup) -> LineList:
        """Collect the lines a form declares.

        Raises:
            DeclarationError: If a number is not dotted numbers, or two lines have the same.
        """
        taken: dict[str, str] = {}
        declared: Iterable[Figure[object] | Ratio] = (*names.figures.values(), *names.ratios.values())
        numbered = [(each.line, each.name) for each in declared if each.line]
        numbered += [(number, each.name) for each in names.listed.values() for number in each.lines]
        headed = [(number, "lines") for number in (group.number, *group.headings) if number]
        for number, name in (*headed, *numbered):
            if not _NUMBER.fullmatch(number):
                raise DeclarationError("", name, f"stands on line {number!r}; lines are numbered 1, 1.1, 1.1.1")
            if number in taken:
                raise DeclarationError("", name, f"stands on line {number}, as {taken[number]} does")
            taken[number] = name
        printed = (each.reported for each in names.ratios.values() if each.line)
        return cls(
            shown=frozenset(name for _, name in numbered) | {each.name for each in printed if each is not None},
            group=group,
            names=MappingProxyType(dict(numbered)),
            listed=MappingProxyType(names.listed),
        )

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every number this form takes in the appendix."""
        group = (self.group.number,) if self.group.number else ()
        return (*group, *self.group.headings, *self.names)


def line_order(number: str) -> tuple[int, ...]:
    """Give what to sort the numbers of lines by: 1.2 comes before 1.10.

    >>> sorted(["1.10", "1.2", "1"], key=line_order)
    ['1', '1.2', '1.10']
    """
    return tuple(map(int, number.split(".")))
