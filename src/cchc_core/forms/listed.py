"""Lines of the statistical appendix that show figures declared elsewhere, such as those of a table's row."""

from __future__ import annotations

from cchc_core.forms.expressions import Operand
from cchc_core.forms.levels import Level
from cchc_core.forms.ratios import Ratio
from cchc_core.forms.relations import Path, Side

__all__ = ["Listed", "listed"]


class Listed:
    """A line for a figure, a sum of figures, or a share that stands elsewhere; it holds no figure itself.

    Args:
        line: Number of the line.
        label: Vietnamese label.
        what: The figure or sum it shows, or a reference to the derived share of a row.
        level: Level it speaks of, if it speaks of one.
        base: Label of the denominator of a share, which stands on the first line beneath it.
        part: Label of its numerator, which stands on the second.
        note: What a reader must know to understand it.
    """

    __slots__ = ("base", "label", "level", "line", "name", "note", "part", "path", "ratio", "side", "what")

    def __init__(
        self,
        line: str,
        label: str,
        what: Operand,
        *,
        level: Level | None = None,
        base: str = "",
        part: str = "",
        note: str = "",
    ) -> None:
        self.line = line
        self.label = label
        self.what = what
        self.level = level
        self.base = base
        self.part = part
        self.note = note
        self.name = ""
        self.side = Side(())
        self.ratio: Ratio | None = None
        self.path: Path = ()

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name under which the class body keeps this line."""
        self.name = self.name or name

    @property
    def lines(self) -> tuple[str, ...]:
        """The numbers it takes: its own, and those of the denominator and numerator beneath a share."""
        return (self.line, f"{self.line}.1", f"{self.line}.2") if self.base else (self.line,)


def listed(
    line: str,
    label: str,
    what: Operand,
    *,
    level: Level | None = None,
    base: str = "",
    part: str = "",
    note: str = "",
) -> Listed:
    """Declare a line that shows what is declared elsewhere. Arguments: see `Listed`."""
    return Listed(line, label, what, level=level, base=base, part=part, note=note)
