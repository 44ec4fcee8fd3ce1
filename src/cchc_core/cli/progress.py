"""A progress bar for whoever waits at a terminal; nobody else sees one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["Bar", "bar_of"]

_FEW = 3
"""So many files are done before a bar can be read."""


class Bar:
    """Counts files on standard error, with their names and the time left.

    Args:
        shown: What draws it; ``None`` to count for nobody.
    """

    def __init__(self, shown: Any = None) -> None:
        self._shown = shown

    def step(self, name: str) -> None:
        """Count one more file, by its name."""
        if self._shown is not None:
            self._shown.update(self._shown.task_ids[0], advance=1, description=name)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something else is printed on its terminal."""
        if self._shown is not None:
            self._shown.stop()
        yield
        if self._shown is not None:
            self._shown.start()


@contextmanager
def bar_of(total: int) -> Iterator[Bar]:
    """Show a bar while so many files are done, if there are some and if standard error is a terminal."""
    if total <= _FEW or not sys.stderr.isatty():
        yield Bar()
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

    console = Console(file=sys.stderr)
    if not console.is_interactive:
        yield Bar()
        return
    shown = _drawn(console, total)
    try:
        shown.start()
        yield Bar(shown)
    finally:
        shown.stop()  # gives the cursor back, even to who stopped it as it began


def _drawn(console: Any, total: int) -> Any:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.table import Column  # noqa: PLC0415

    name = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    columns = (BarColumn(bar_width=30), MofNCompleteColumn(), TimeRemainingColumn(), name)
    shown = Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
    shown.add_task("", total=total)
    return shown
