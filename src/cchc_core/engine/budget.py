"""How much work a computation may do before it says that it did not finish."""

from __future__ import annotations

import time
from enum import Enum

__all__ = ["Budget", "Cap", "OutOfBudgetError"]

_STEPS_BETWEEN_CLOCKS = 16


class Cap(Enum):
    """Which of the two limits of a budget was met."""

    STEPS = "steps"
    TIME = "time"


class OutOfBudgetError(Exception):
    """Raised when a budget is used up; whoever made the budget catches it and says what is known.

    Args:
        cap: The limit that was met.
    """

    def __init__(self, cap: Cap) -> None:
        super().__init__(cap)
        self.cap = cap


class Budget:
    """A number of steps, the same for every run, and a number of seconds, which is not.

    Args:
        steps: Steps of work at most; None for any number.
        seconds: Seconds at most from now on; None for any number.

    >>> Budget(steps=2).spend(3)
    Traceback (most recent call last):
    cchc_core.engine.budget.OutOfBudgetError: Cap.STEPS
    """

    def __init__(self, steps: int | None = None, seconds: float | None = None) -> None:
        self._left = steps
        self._end = None if seconds is None else time.monotonic() + seconds
        self._until_clock = 0

    def spend(self, steps: int = 1) -> None:
        """Count steps of work; raise OutOfBudgetError if there were more than are allowed."""
        if self._left is not None:
            self._left -= steps
            if self._left < 0:
                raise OutOfBudgetError(Cap.STEPS)
        if self._end is not None:
            self._until_clock -= steps
            if self._until_clock < 0:
                self._until_clock = _STEPS_BETWEEN_CLOCKS
                if time.monotonic() > self._end:
                    raise OutOfBudgetError(Cap.TIME)
