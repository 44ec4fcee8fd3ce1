"""Which cells a spreadsheet shows as percentages: they hold 0.9766 where they show 97,66%."""

from __future__ import annotations

import re

__all__ = ["percent_cells", "percent_styles"]

_BUILT_IN = {b"9", b"10"}
_FORMAT = re.compile(rb"<numFmt\b[^>]*>")
_STYLES = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<xf\b[^>]*>")
_ID, _CODE = re.compile(rb'\bnumFmtId="(\d+)"'), re.compile(rb'\bformatCode="([^"]*)"')
_MARKS = (b"%", b'numFmtId="9"', b'numFmtId="10"')
_QUOTED = re.compile(rb"&quot;.*?&quot;|\\.")
_CELL = re.compile(rb'<c r="([A-Z]+\d+)" s="(\d+)"')


def percent_styles(styles: bytes) -> frozenset[bytes]:
    """Give the styles of cells that show percentages, by their number.

    >>> sorted(percent_styles(b'<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>'))
    [b'1']
    """
    if not any(mark in styles for mark in _MARKS):
        return frozenset()
    section = _STYLES.search(styles)
    shown = _BUILT_IN | {
        number[1]
        for each in _FORMAT.findall(styles)
        if (number := _ID.search(each)) and (code := _CODE.search(each)) and b"%" in _QUOTED.sub(b"", code[1])
    }
    found = (_ID.search(each) for each in (_STYLE.findall(section[0]) if section else ()))
    return frozenset(str(place).encode() for place, number in enumerate(found) if number and number[1] in shown)


def percent_cells(cells: bytes, styles: frozenset[bytes]) -> frozenset[str]:
    """Give the cells of a sheet that have one of the styles."""
    return (
        frozenset(name.decode() for name, style in _CELL.findall(cells) if style in styles) if styles else frozenset()
    )
