"""The layout of a form: everything fixed about its sheets, as a pure function of what the form holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from hashlib import sha256

from attrs import frozen

from cchc_exporters.template.form.checks import add_checks
from cchc_exporters.template.form.info_sheet import lay_out_facts
from cchc_exporters.template.form.line_sheet import lay_out_lines
from cchc_exporters.template.form.sheets import Cell, Input, SheetBuilder, SheetLayout, cell_name
from cchc_exporters.template.form.spec import TemplateSpec
from cchc_exporters.template.form.table_sheet import lay_out_table

__all__ = ["FACTS_SHEET", "FORMAT", "HIDDEN_SHEET", "LINES_SHEET", "VERSION", "TemplateLayout", "layout_of"]

FORMAT = "cchc-template"
"""What the hidden sheet gives as the format of the workbook."""

VERSION = 1
"""Version of the format; another one is not read."""

HIDDEN_SHEET = "_cchc"
"""The sheet that says what the form holds: key in column A, value in column B."""

FACTS_SHEET = "Thông tin"
LINES_SHEET = "Phụ lục I"
_TABLES = "Phụ lục II"


@frozen(eq=False, kw_only=True)
class TemplateLayout:
    """A form as it is laid out.

    Args:
        spec: What it holds.
        sheets: Its sheets in order, the hidden one not among them.
    """

    spec: TemplateSpec
    sheets: tuple[SheetLayout, ...]

    @cached_property
    def hash(self) -> str:
        """A hash over what is asked where, by which a form of another version is recognised."""
        return _hash_of(self._asked())

    @cached_property
    def formulas_hash(self) -> str:
        """A hash over the formulas; one that differs makes a form older, and not unreadable."""
        return _hash_of(
            f"{sheet.name!r} {cell_name(cell)} gives {each.text!r}"
            for sheet in self.sheets
            for cell, each in sorted(sheet.formulas.items())
        )

    @cached_property
    def places(self) -> dict[str, tuple[str, Cell]]:
        """Sheet and cell of every input, by its path."""
        return {each.path: (sheet.name, cell) for sheet in self.sheets for cell, each in sheet.inputs.items()}

    @cached_property
    def inputs(self) -> dict[str, Input]:
        """Every input, by its path."""
        return {each.path: each for sheet in self.sheets for each in sheet.inputs.values()}

    def _asked(self) -> Iterator[str]:
        for sheet in self.sheets:
            yield f"sheet {sheet.name!r} {sheet.table} {sheet.key_row}"
            yield from (f"{cell_name(cell)} is {each.text!r}" for cell, each in sorted(sheet.fixed.items()))
            for cell, each in sorted(sheet.inputs.items(), key=lambda item: item[0]):
                told = each.figure or each.fact
                kind = each.figure.kind if each.figure else each.kind
                choices = list(each.fact.choices.values()) if each.fact else []
                label = told.label if told else ""
                yield f"{cell_name(cell)} asks {each.path} {kind} {label!r} {choices}"


def _hash_of(lines: Iterable[str]) -> str:
    made = sha256()
    for line in lines:
        made.update(line.encode())
        made.update(b"\n")
    return made.hexdigest()


@lru_cache(maxsize=64)
def layout_of(spec: TemplateSpec) -> TemplateLayout:
    """Lay a form out; the same specification always gives the same layout.

    >>> from cchc_exporters.template.form.spec import spec_of
    >>> [sheet.name for sheet in layout_of(spec_of('{"parts":["direction"],"tables":[]}')).sheets]
    ['Thông tin', 'Phụ lục I']
    """
    facts = SheetBuilder(name=FACTS_SHEET)
    lines = [SheetBuilder(name=LINES_SHEET)] if spec.parts else []
    several = len(spec.tables) > 1
    tables = [
        SheetBuilder(name=f"{_TABLES}.{number}" if several else _TABLES, table=table.path)
        for number, table in enumerate(spec.tables, start=1)
    ]
    lay_out_facts(facts, spec, [sheet.name for sheet in (*lines, *tables)])
    for sheet in lines:
        lay_out_lines(sheet, spec, facts)
    for sheet, table in zip(tables, spec.tables, strict=True):
        lay_out_table(sheet, table, facts)
    add_checks(spec, (facts, *lines, *tables))
    return TemplateLayout(spec=spec, sheets=tuple(sheet.done() for sheet in (facts, *lines, *tables)))
