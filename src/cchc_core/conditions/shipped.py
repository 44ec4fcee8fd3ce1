"""The conditions that come with the library, in the order in which a reader meets what they look at."""

from __future__ import annotations

from typing import Any

from cchc_core.conditions.condition import Condition

__all__ = ["CONDITIONS"]

CONDITIONS: tuple[Condition[Any], ...] = ()
"""The conditions that come with the library."""
