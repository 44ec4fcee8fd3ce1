"""Workbooks taken apart and put together again, so that tests can change what no spreadsheet program would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

__all__ = ["cell_with", "parts_of", "sheet_part", "zipped"]


def parts_of(content: bytes) -> dict[str, bytes]:
    """Give the parts of a workbook by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Put parts into a workbook."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def sheet_part(parts: Mapping[str, bytes], title: str) -> str:
    """Give the name of the part that holds a sheet."""
    found = re.search(rf'<sheet name="{title}"[^>]*r:id="(\w+)"', parts["xl/workbook.xml"].decode())
    assert found is not None
    target = re.search(rf'Id="{found[1]}"[^>]*Target="([^"]+)"', parts["xl/_rels/workbook.xml.rels"].decode())
    assert target is not None
    return f"xl/{target[1]}"


def cell_with(xml: bytes, name: str, written: str) -> bytes:
    """Give a sheet in which a cell is written otherwise; what it was is lost, but for its style."""
    cell = re.compile(rf'<c r="{name}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'.encode())
    assert cell.search(xml)
    return cell.sub(lambda found: written.replace("STYLE", (found[1] or b"").decode()).encode(), xml, count=1)
