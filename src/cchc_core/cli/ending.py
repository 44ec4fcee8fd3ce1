"""How commands end: exit codes, and what ends one early."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cchc_core.errors import Fault

__all__ = ["CLEAN", "FINDINGS", "MISUSE", "STANDARD_INPUT", "Stop"]

CLEAN, FINDINGS, MISUSE = 0, 1, 2
"""Exit codes."""

STANDARD_INPUT = "-"
"""The name under which a command reads standard input."""


class Stop(click.ClickException):
    """Ends the command with a message and exit code 2.

    Args:
        message: What went wrong; several lines are several errors.
        faults: The same as data, if it is about what stands in a file.
    """

    exit_code = MISUSE

    def __init__(self, message: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(message)
        self.faults = tuple(faults)
