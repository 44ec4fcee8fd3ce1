"""What suggestion gives: repairs, each with the mistakes it would undo, and which of them stands out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.mistypes import have_same_digits
from cchc_core.engine.relation import Exact, read_only
from cchc_core.engine.results import Cause, Localisation
from cchc_core.engine.status import RepairKind

__all__ = ["CauseSuggestions", "Repair", "Suggestions"]


@frozen(kw_only=True)
class Repair:
    """Figures and the values that let every relation hold; never applied by itself.

    Args:
        changes: The value of each figure, in the order of the record.
        reported: What is reported of each.
        kinds: The mistake each was mistyped by.
        kind: The mistake that all have in common, else unknown.
        distance: How many slips it takes in all; the swap of two neighbours is one.
        weight: What changing the figures weighs.
        is_least: Whether the figures are a least set; two that share what one would do are not.
        votes: Codes of the equalities, broken now, that hold with these values and so give them.
    """

    changes: Mapping[str, Exact] = field(converter=read_only, hash=False)
    reported: Mapping[str, Exact] = field(converter=read_only, hash=False)
    kinds: Mapping[str, RepairKind] = field(converter=read_only, hash=False)
    kind: RepairKind
    distance: int
    weight: int | Fraction
    is_least: bool
    votes: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The figures it changes."""
        return tuple(self.changes)

    @property
    def mistakes(self) -> int:
        """How many mistakes it undoes: one a figure, two swapped neighbours being one."""
        return len(self.kinds) - sum(kind is RepairKind.NEIGHBOURS_SWAPPED for kind in self.kinds.values()) // 2

    @property
    def same_digits(self) -> tuple[str, ...]:
        """Figures that keep their digits in another order; the difference of each divides by nine."""
        return tuple(cell for cell, value in self.changes.items() if have_same_digits(self.reported[cell], value))


@frozen(kw_only=True)
class CauseSuggestions:
    """The repairs of one cause.

    Args:
        cause: The cause.
        suggestion: The repair that stands out, if one does.
        ranked: The least sets whose values the relations give, and pairs of slips, the likeliest first.
    """

    cause: Cause
    suggestion: Repair | None
    ranked: tuple[Repair, ...]


@frozen(kw_only=True)
class Suggestions:
    """How the figures of a record may have been mistyped.

    Args:
        suggestion: The repair of the whole record, if one stands out for every cause.
        ranked: Repairs of the whole record, the likeliest first: one of each cause in all ways, up to a number.
        by_cause: The repairs of each cause.
        confirmed: For each cell of a broken relation, how many equalities hold in which it stands; those with none
            are left out.
        localisation: The least sets. Those that leave a value open are here only, no repair is made of them.
    """

    suggestion: Repair | None
    ranked: tuple[Repair, ...]
    by_cause: tuple[CauseSuggestions, ...]
    confirmed: Mapping[str, int] = field(converter=read_only, hash=False)
    localisation: Localisation
