"""The styles of a workbook: looks that are added to it, and fills that are laid over those it has."""

from __future__ import annotations

from functools import cached_property
from xml.dom.minidom import Element, parseString

from cchc_exporters.template.annotate.parts import Parts
from cchc_exporters.template.annotate.trees import add, children, created, first, grafted, written
from cchc_exporters.template.reading.package import refuse
from cchc_exporters.xlsx.styles import FONT, Style

__all__ = ["NO_FILL", "Looks"]

NO_FILL = '<fill><patternFill patternType="none"></patternFill></fill>'
_LISTS = ("fonts", "fills", "borders", "cellXfs")
_LINK_COLOUR = "FF0563C1"
_SIDES = ("left", "right", "top", "bottom")


class Looks:
    """The styles of one workbook.

    Args:
        parts: The workbook.
        name: The part that holds its styles.
    """

    def __init__(self, parts: Parts, name: str) -> None:
        self._name = name
        self._root = parts.tree(name)

    def fill_of(self, look: int) -> str:
        """Give the fill of a cell, as XML without prefixes."""
        number = int(self._looks[look].getAttribute("fillId") or 0) if look < len(self._looks) else 0
        fills = self._fills
        return written(fills[number]) if 0 < number < len(fills) else NO_FILL

    def filled(self, look: int, colour: str) -> int:
        """Give the look of a cell on another ground, and otherwise as it is."""
        return self.with_fill(look, _solid(colour))

    def with_fill(self, look: int, fill: str) -> int:
        """Give the look of a cell with a fill, as `fill_of` gave it."""
        looks = self._looks
        model = looks[look] if look < len(looks) else looks[0]
        made = grafted(self._list("cellXfs"), model)
        made.setAttribute("fillId", str(self._number("fills", fill)))
        made.setAttribute("applyFill", "1")
        return self._entered("cellXfs", made)

    def of(self, style: Style, *, link: bool = False) -> int:
        """Give a look made after a style."""
        looks = self._list("cellXfs")
        made = created(
            looks,
            "xf",
            numFmtId=0,
            fontId=self._number("fonts", _font(style, link=link)),
            fillId=self._number("fills", _solid(style.fill)) if style.fill else 0,
            borderId=self._number("borders", _border(style)),
            xfId=0,
            **dict.fromkeys(("applyFont", "applyFill", "applyBorder", "applyAlignment"), 1),
        )
        vertical = "center" if style.valign == "vcenter" else style.valign
        add(made, "alignment", horizontal=style.align, vertical=vertical, wrapText=int(style.align != "right"))
        return self._entered("cellXfs", made)

    @property
    def _fills(self) -> list[Element]:
        return list(children(self._list("fills"), "fill"))

    @cached_property
    def _looks(self) -> list[Element]:
        return list(children(self._list("cellXfs"), "xf"))

    @cached_property
    def _known(self) -> dict[str, dict[str, int]]:
        """Give the number of every entry of every list, by how it is written; the first of equal ones."""
        known: dict[str, dict[str, int]] = {}
        for name in _LISTS:
            known[name] = {}
            entries = (each for each in self._list(name).childNodes if isinstance(each, Element))
            for number, each in enumerate(entries):
                known[name].setdefault(written(each), number)
        return known

    def _number(self, name: str, xml: str) -> int:
        """Give the number of an entry, which is added if there is none like it."""
        model = parseString(xml).documentElement  # noqa: S318 - made here, or taken from these styles
        assert model is not None  # noqa: S101 - it has just been made
        return self._entered(name, grafted(self._list(name), model))

    def _entered(self, name: str, made: Element) -> int:
        known, key = self._known[name], written(made)
        if key not in known:
            entries = self._list(name)
            entries.appendChild(made)
            count = sum(isinstance(each, Element) for each in entries.childNodes)
            entries.setAttribute("count", str(count))
            known[key] = count - 1
            if name == "cellXfs":
                self._looks.append(made)
        return known[key]

    def _list(self, name: str) -> Element:
        """Give one of the lists of the styles, all of which every workbook has."""
        found = first(self._root, name)
        if found is None:
            refuse("workbook_damaged", part=self._name)
        return found


def _solid(colour: str) -> str:
    rgb = f"FF{colour.removeprefix('#').upper()}"
    return f'<fill><patternFill patternType="solid"><fgColor rgb="{rgb}"/><bgColor indexed="64"/></patternFill></fill>'


def _font(style: Style, *, link: bool) -> str:
    bold, italic = "<b/>" * style.bold, "<i/>" * style.italic
    underline, colour = ("<u/>", f'<color rgb="{_LINK_COLOUR}"/>') if link else ("", '<color rgb="FF000000"/>')
    return (
        f'<font>{bold}{italic}{underline}<sz val="{style.size}"/>{colour}<name val="{FONT}"/><family val="1"/></font>'
    )


def _border(style: Style) -> str:
    thin = "".join(f'<{side} style="thin"><color auto="1"/></{side}>' for side in _SIDES)
    return f"<border>{thin if style.border else ''.join(f'<{side}/>' for side in _SIDES)}<diagonal/></border>"
