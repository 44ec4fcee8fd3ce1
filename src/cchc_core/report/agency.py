"""The agency that reports, and the tiers of local government on a day."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from cchc_core.law import InForce

__all__ = ["STRUCTURES", "Agency", "Structure", "Tier", "structure_on"]


class Tier(Enum):
    """A tier of local government."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@frozen(kw_only=True)
class Agency:
    """A reporting agency.

    Args:
        name: Its full name, e.g. ``Ủy ban nhân dân huyện Định Hóa``.
        tier: Its tier.
        code: Code of its territory; a string, since codes begin with zeros; empty if not given.
        parent: Name of the agency above it, as the document heads it; empty if it has none there.
        place: Place name under which it dates its documents.
    """

    name: str
    tier: Tier
    code: str = ""
    parent: str = ""
    place: str = ""


@frozen(kw_only=True)
class Structure:
    """The tiers of local government in a time."""

    in_force: InForce
    tiers: tuple[Tier, ...]


STRUCTURES: tuple[Structure, ...] = (
    Structure(in_force=InForce(end=date(2025, 6, 30)), tiers=(Tier.PROVINCE, Tier.DISTRICT, Tier.COMMUNE)),
    Structure(in_force=InForce(start=date(2025, 7, 1)), tiers=(Tier.PROVINCE, Tier.COMMUNE)),
)
"""Three tiers until 30/6/2025, two from 01/7/2025."""


def structure_on(day: date) -> Structure:
    """Give the structure of local government on a day.

    >>> Tier.DISTRICT in structure_on(date(2025, 7, 1)).tiers
    False
    """
    return next(structure for structure in STRUCTURES if day in structure.in_force)
