"""Where each figure of a report stands in the workbook it was read from, found when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cchc_exporters.template.form.layout import TemplateLayout
from cchc_exporters.template.form.sheets import cell_name

__all__ = ["Where"]

_ROW = re.compile(r"(?P<before>(?P<table>.*)\.(?:fields|agencies)\[)(?P<row>\d+)(?P<after>\]\..*)")


class Where(Mapping[str, str]):
    """Sheet and cell of each figure and fact by its path: ``Phụ lục II!H12``.

    Rows of a report follow one another, and those of a form may have blank ones between them.

    Args:
        layout: The form.
        rows: Which rows of a table by field or by agency are rows of the report, by the path of the table.
    """

    def __init__(self, layout: TemplateLayout, rows: Mapping[str, Sequence[int]]) -> None:
        self._layout = layout
        self._rows = rows

    def __getitem__(self, path: str) -> str:
        """Give sheet and cell of a figure or fact."""
        found = _ROW.fullmatch(path)
        inside = path
        if found is not None:
            places = self._rows.get(found["table"], ())
            if int(found["row"]) >= len(places):
                raise KeyError(path)
            inside = f"{found['before']}{places[int(found['row'])]}{found['after']}"
        if inside not in self._layout.places:
            raise KeyError(path)
        sheet, cell = self._layout.places[inside]
        return f"{sheet}!{cell_name(cell)}"

    def __iter__(self) -> Iterator[str]:
        """Give every path that stands somewhere."""
        numbers = {
            table: {place: number for number, place in enumerate(places)} for table, places in self._rows.items()
        }
        for path in self._layout.places:
            found = _ROW.fullmatch(path)
            if found is None:
                yield path
            elif int(found["row"]) in numbers[found["table"]]:
                yield f"{found['before']}{numbers[found['table']][int(found['row'])]}{found['after']}"

    def __reduce__(self) -> tuple[object, ...]:
        """Become a plain mapping in a copy, for another process or for keeping."""
        return dict, (dict(self),)

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)
