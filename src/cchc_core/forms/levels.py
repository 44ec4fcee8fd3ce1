"""The levels of local government a figure may speak of."""

from __future__ import annotations

from enum import Enum

from cchc_core.words import say

__all__ = ["Level"]


class Level(Enum):
    """A level of government, or all of them together.

    >>> Level.DISTRICT.label
    'Cấp huyện'
    """

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    VILLAGE = "village"
    TOTAL = "total"

    @property
    def label(self) -> str:
        """The level as a Vietnamese report names it."""
        return say(f"level.{self.value}")
