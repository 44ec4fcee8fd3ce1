"""Formulas as they stand in the XML of a sheet, and whether they are those of the form.

Programs write the same formula in several ways when they save a file: spaces, the case of names, dollar signs and
the prefixes of newer functions come and go, and formulas that were filled down may be written once for all. None
of this makes another formula.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from cchc_exporters.template.form.sheets import cell_at
from cchc_exporters.template.reading.package import refuse
from cchc_exporters.template.reading.sheet_xml import SheetXml

__all__ = ["SheetFormulas", "Written", "fragment_of", "reaches_outside", "skeleton"]

_FRAGMENT = re.compile(rb"([^>]*)>(?:([^<]*)</f>)?(?:<v>([^<]*)</v>)?")
_SHARED = re.compile(rb'\bt="shared"')
_NUMBER = re.compile(rb'\bsi="(\d+)"')
_STRINGS = re.compile(r'("(?:[^"]|"")*")')
_NOISE = re.compile(r"[\s$']+|_XL[A-Z]+\.")
_LONGEST, _SHOWN = 8192, 40
"""Characters of the longest formula in Excel, and how many of a longer one are shown."""
_TRUTH = re.compile(r"\b(TRUE|FALSE)\(\)")
_ADDRESS = re.compile(r"(?<![A-Z0-9_.])(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)(?![A-Z0-9_(.])")
_OUTSIDE = re.compile(r"\||\[\d+\]|\bDDE\(|\bWEBSERVICE\(|\bRTD\(|\.XLS", re.IGNORECASE)


@frozen
class Written:
    """A formula as a sheet holds it.

    Args:
        text: Its text without the ``=``; empty where it shares the text of another cell.
        shared: The number under which formulas share a text, if this does.
        has_value: Whether its value is stored with it.
    """

    text: str
    shared: str
    has_value: bool


class SheetFormulas:
    """The formulas that a sheet holds.

    Args:
        sheet: The sheet.
    """

    def __init__(self, sheet: SheetXml) -> None:
        self._xml = sheet.source
        self._places = sheet.formulas

    @property
    def cells(self) -> list[str]:
        """Names of the cells that hold formulas."""
        return [cell.decode("ascii", "replace") for cell in self._places]

    def at(self, cell: str) -> Written | None:
        """Take apart what a cell holds; ``None`` if it holds no formula."""
        place = self._places.get(cell.encode())
        return None if place is None else _written(self._xml, place)

    def unlike(self, expected: Mapping[bytes, bytes]) -> list[str]:
        """Give the cells that do not hold their formula as `fragment_of` writes it; it may be the same nevertheless.

        Args:
            expected: What `fragment_of` writes, by the name of the cell.
        """
        begins, place_of, nowhere = self._xml.startswith, self._places.get, len(self._xml)
        unlike = [cell for cell, fragment in expected.items() if not begins(fragment, place_of(cell, nowhere))]
        return [cell.decode() for cell in unlike if not self._with_quotes(cell).startswith(expected[cell])]

    def holds(self, cell: str, formula: str) -> bool:
        """Tell whether a cell holds a formula, however it is written."""
        found = self.at(cell)
        if found is None:
            return False
        if found.text:
            return _bare(found.text) == _bare(formula)
        return self._shared.get(found.shared) == _relative(formula, cell)

    def _with_quotes(self, cell: bytes) -> bytes:
        """Give a formula with quotation marks as they are; LibreOffice escapes them."""
        place = self._places.get(cell, len(self._xml))
        end = self._xml.find(b"<", place) + len(b"</f>")
        return self._xml[place:end].replace(b"&quot;", b'"').replace(b"&apos;", b"'")

    @cached_property
    def _shared(self) -> dict[str, str]:
        """Texts that several cells share, as they look from any of them."""
        found = {cell: self.at(cell) for cell in self.cells}
        return {
            each.shared: _relative(each.text, cell)
            for cell, each in found.items()
            if each is not None and each.shared and each.text
        }


def fragment_of(formula: str) -> bytes:
    """Give what stands in a cell with a formula, up to its value, as XlsxWriter writes it.

    >>> fragment_of('=IF(A1<2,"","≠")').decode()
    '>IF(A1&lt;2,"","≠")</f>'
    """
    return f">{html.escape(formula.removeprefix('='), quote=False)}</f>".encode()


def skeleton(formula: str) -> str:
    """Give what is left of a formula when the cells that it speaks of are left out.

    >>> skeleton("=IF(B1<>C1+$D1,1,0)")
    'IF(#<>#+#,1,0)'
    """
    return "".join(
        piece if piece.startswith('"') else _ADDRESS.sub("#", piece).replace("#REF!", "#")
        for piece in _STRINGS.split(_bare(formula))
    )


def reaches_outside(formula: str) -> bool:
    """Tell whether a formula asks another program or another file.

    >>> reaches_outside("cmd|'/c calc'!A0"), reaches_outside('IF(A1="|",1,0)')
    (True, False)
    """
    return any(_OUTSIDE.search(piece) for piece in _STRINGS.split(formula) if not piece.startswith('"'))


def _bare(formula: str) -> str:
    pieces = _STRINGS.split(formula.removeprefix("="))
    return "".join(
        piece if piece.startswith('"') else _TRUTH.sub(r"\1", _NOISE.sub("", piece.upper())) for piece in pieces
    )


def _written(xml: bytes, place: int) -> Written:
    """Take apart what a cell with a formula holds, from within or at the end of its opening tag on."""
    found = next(_FRAGMENT.finditer(xml, place))  # there is one: its tag was found closed
    number = _NUMBER.search(found[1]) if _SHARED.search(found[1]) else None
    text = html.unescape((found[2] or b"")[: 8 * _LONGEST].decode("utf-8", "replace"))
    if len(text) > _LONGEST:
        refuse("workbook_damaged", part=f"{text[:_SHOWN]}…")
    return Written(text, number[1].decode() if number else "", has_value=bool(found[3]))


def _relative(formula: str, cell: str) -> str:
    """Write a formula with cells as they lie from its own cell."""
    row, column = cell_at(cell)

    def seen(found: re.Match[str]) -> str:
        other_row, other_column = cell_at(found[2] + found[4])
        return f"R{other_row - row * (not found[3])}C{other_column - column * (not found[1])}{found[1]}{found[3]}"

    pieces = _STRINGS.split(formula.removeprefix("="))
    return "".join(
        piece
        if piece.startswith('"')
        else _TRUTH.sub(r"\1", _ADDRESS.sub(seen, re.sub(r"[\s']+|_XL[A-Z]+\.", "", piece.upper())))
        for piece in pieces
    )
