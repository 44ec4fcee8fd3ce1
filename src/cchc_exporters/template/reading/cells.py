"""The values of the cells of guarded sheets, as python-calamine reads them from a copy made of just these."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from cchc_core.errors import MissingExtraError, ReadError
from cchc_exporters.template.reading.guard import Guarded
from cchc_exporters.template.reading.package import packed, refuse
from cchc_exporters.template.reading.sheet_xml import LARGEST_COLUMN, LARGEST_ROW, SheetXml

__all__ = ["Row", "Value", "values_of"]

Value = float | str | bool | time | date | datetime | timedelta
"""What a cell may give; a number is a float, an empty one, and one with an error, give an empty text."""

Row = list[Value]

_MOST_CELLS = 500_000

_TABLE = re.compile(rb"""<(?:[\w.-]+:)?sst(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_COUNT = re.compile(rb"""\s(?:count|uniqueCount)\s*=\s*(?:"[^"]*"|'[^']*')""")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def values_of(workbook: Guarded, sheets: Mapping[str, SheetXml]) -> dict[str, list[Row]]:
    """Read the values of sheets, row by row from the first cell on, all rows of a sheet equally long.

    Args:
        workbook: The workbook they are of.
        sheets: The sheets by name.

    Raises:
        ReadError: If they are not what sheets are.
        MissingExtraError: If python-calamine is not installed.
    """
    try:
        from python_calamine import load_workbook  # noqa: PLC0415 - it is an extra
    except ImportError:
        raise MissingExtraError("python-calamine", "excel") from None
    content = BytesIO(_copy(workbook, [sheet.cells for sheet in sheets.values()]))
    try:
        read = load_workbook(content)
        return {name: _rows_of(name, read.get_sheet_by_name(str(number))) for number, name in enumerate(sheets)}
    except (KeyboardInterrupt, SystemExit, MemoryError, ReadError):
        raise
    except BaseException:  # noqa: BLE001 - what ends a Rust function in disorder is no Exception
        refuse("workbook_damaged", part=", ".join(sheets))


def _rows_of(name: str, sheet: Any) -> list[Row]:
    """Give the rows of a sheet; one whose cells lie far from one another would have countless empty ones."""
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        refuse("workbook_far_cell", name, column=LARGEST_COLUMN, row=LARGEST_ROW)
    rows: list[Row] = sheet.to_python(skip_empty_area=False)
    return rows


def _copy(workbook: Guarded, sheets: Sequence[bytes]) -> bytes:
    """Make a workbook that holds nothing but the sheets, and the texts and styles they speak of."""
    shared = {kind: _uncounted(workbook.shared(kind)) for kind in ("sharedStrings", "styles")}
    parts = {f"xl/{kind}.xml": xml for kind, xml in shared.items() if xml}
    relations = [_relation(kind, f"{kind}.xml", kind) for kind, xml in shared.items() if xml]
    listed = []
    for number, xml in enumerate(sheets):
        parts[f"xl/worksheets/{number}.xml"] = xml
        relations.append(_relation(f"s{number}", f"worksheets/{number}.xml", "worksheet"))
        listed.append(f'<sheet name="{number}" sheetId="{number + 1}" r:id="s{number}"/>')
    parts["_rels/.rels"] = _relations([_relation("workbook", "xl/workbook.xml", "officeDocument")])
    parts["xl/_rels/workbook.xml.rels"] = _relations(relations)
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(workbook.from_1904)}"/>'
        f"<sheets>{''.join(listed)}</sheets></workbook>"
    ).encode()
    return packed(parts)


def _uncounted(xml: bytes) -> bytes:
    """Leave out how many texts a part says that it has, for which a reader would set memory aside."""
    return _TABLE.sub(lambda tag: _COUNT.sub(b"", tag[0]), xml)


def _relation(name: str, target: str, kind: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relations(relations: Sequence[str]) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(relations)}</Relationships>'.encode()
