"""The styles of the appendices: Times New Roman, black, thin rules, by Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve, frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format

__all__ = ["FONT", "Formats", "Style"]

FONT = "Times New Roman"
_BROKEN, _CROSS_CHECK = "#F8CBAD", "#FFF2CC"
_ALARM = {"font_color": "#9C0006", "bg_color": "#FFC7CE"}


@frozen(kw_only=True, cache_hash=True)
class Style:
    """How a cell looks.

    Args:
        size: Font size in points.
        bold: Bold.
        italic: Italic.
        align: ``left``, ``center`` or ``right``.
        valign: ``top``, ``vcenter`` or ``bottom``.
        border: Thin rules all round.
        number: Number format.
        fill: Background colour, empty for none.
        indent: How far the text is set in.
        wrap: Whether a text that is not set to the right goes on in a second line.
    """

    size: int = 12
    bold: bool = False
    italic: bool = False
    align: str = "left"
    valign: str = "vcenter"
    border: bool = False
    number: str = "General"
    fill: str = ""
    indent: int = 0
    wrap: bool = True

    def broken(self) -> Style:
        """Mark a figure that breaks a rule."""
        return evolve(self, fill=_BROKEN)

    def to_cross_check(self) -> Style:
        """Mark a figure that another place contradicts."""
        return evolve(self, fill=_CROSS_CHECK)

    def properties(self) -> dict[str, Any]:
        """Give the style as XlsxWriter takes it."""
        properties: dict[str, Any] = {
            "font_name": FONT,
            "font_size": self.size,
            "bold": self.bold,
            "italic": self.italic,
            "align": self.align,
            "valign": self.valign,
            "border": int(self.border),
            "num_format": self.number,
            "text_wrap": self.wrap and self.align != "right",
            "indent": 1 if self.border and self.align == "right" else self.indent,
        }
        if self.align == "right":
            properties["shrink"] = True  # a number that is too long for its column is never shown as ###
        return properties | {"bg_color": self.fill, "pattern": 1} if self.fill else properties


class Formats:
    """The formats of one workbook, each made once.

    Args:
        workbook: The workbook.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._alarm: Format | None = None
        self.of: Callable[[Style], Format] = _Made(workbook).__getitem__
        """Give the format for a style."""

    def alarm(self) -> Format:
        """Give the format that a check cell takes on when it says something."""
        if self._alarm is None:
            self._alarm = self._workbook.add_format(_ALARM)
        return self._alarm


class _Made(dict[Style, Format]):
    """Formats by style, each made when it is first asked for."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__()
        self._workbook = workbook

    def __missing__(self, style: Style) -> Format:
        """Make a format."""
        made = self[style] = self._workbook.add_format(style.properties())
        return made
