"""Reading a form that was filled in: what its cells say, or everything that stands in the way of reading it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from attrs import define, field

from cchc_core.errors import Fault, ReadError
from cchc_core.plugins import Reading
from cchc_core.report import Report
from cchc_exporters.template.form.layout import (
    FACTS_SHEET,
    FORMAT,
    HIDDEN_SHEET,
    LINES_SHEET,
    VERSION,
    TemplateLayout,
    layout_of,
)
from cchc_exporters.template.form.sheets import SheetLayout, cell_at, cell_name
from cchc_exporters.template.form.spec import spec_of
from cchc_exporters.template.reading.cells import Row, values_of
from cchc_exporters.template.reading.facts_in import Facts, facts_in
from cchc_exporters.template.reading.formulas_in import SheetFormulas, reaches_outside
from cchc_exporters.template.reading.guard import Guarded
from cchc_exporters.template.reading.inputs import Reads
from cchc_exporters.template.reading.moved import faults_of_places, keys_of, shifted_cells
from cchc_exporters.template.reading.package import refuse
from cchc_exporters.template.reading.percents import percent_cells, percent_styles
from cchc_exporters.template.reading.plan import Plan, plans_of
from cchc_exporters.template.reading.sheet_xml import SheetXml
from cchc_exporters.template.reading.tables_in import areas_in, rows_filled_in, rows_without_level
from cchc_exporters.template.reading.where import Where

__all__ = ["read"]

_SHEETS = re.compile(rf"{FACTS_SHEET}|{LINES_SHEET}|Phụ lục II(?:\.\d+)?|{HIDDEN_SHEET}")
_MOST_SHEETS = 50
_FIRST, _FIRST_OUTSIDE = 20, 5
_LEVEL = "Cấp"
_HIDDEN_FACTS = ("format", "version", "library", "spec", "layout", "formulas")


def read(content: bytes) -> Reading:
    """Read a report from a form that was filled in.

    Args:
        content: The workbook.

    Raises:
        ReadError: If it is no such form, or was changed in such a way that figures may stand under wrong labels, or
            if a cell cannot be read; it lists every fault with its sheet and cell.
        MissingExtraError: If python-calamine is not installed.
    """
    workbook = Guarded(content)
    if HIDDEN_SHEET not in workbook.names:
        refuse("not_template")
    xml = {name: workbook.sheet(name) for name in workbook.names[:_MOST_SHEETS] if _SHEETS.fullmatch(name)}
    rows = values_of(workbook, xml)
    hidden = _hidden_facts(rows[HIDDEN_SHEET])
    layout = _layout_in(hidden)
    reader = _Reader(percent_styles(workbook.shared("styles")), hidden["formulas"] == layout.formulas_hash)
    if not reader.has_our_formulas:
        reader.notices.append(Fault("", "template_formulas", _libraries(hidden["library"])))
    for plan in plans_of(layout):
        if plan.sheet.name in rows:
            reader.read_sheet(plan, rows[plan.sheet.name], xml[plan.sheet.name])
        else:
            reader.faults.append(_missing_sheet(plan, workbook))
    return reader.reading(layout, _notices_of_copies(workbook, layout))


def _hidden_facts(rows: Sequence[Row]) -> Mapping[str, object]:
    """Give what the hidden sheet says of the form."""
    facts = {str(row[0]): row[1] for row in rows if len(row) > 1}
    if facts.get("format") != FORMAT or not all(name in facts for name in _HIDDEN_FACTS):
        refuse("not_template")
    return facts


def _layout_in(facts: Mapping[str, object]) -> TemplateLayout:
    """Lay out the form that the hidden sheet speaks of."""
    if facts["version"] != VERSION:
        refuse("template_version", "", found=_whole(facts["version"]), expected=VERSION, **_libraries(facts["library"]))
    try:
        layout = _layout_of(str(facts["spec"]))
    except ValueError:
        refuse("template_layout", "", **_libraries(facts["library"]))
    if layout.hash != facts["layout"]:
        refuse("template_layout", "", **_libraries(facts["library"]))
    return layout


@lru_cache(maxsize=8)
def _layout_of(spec: str) -> TemplateLayout:
    return layout_of(spec_of(spec))


def _libraries(made_by: object) -> dict[str, str]:
    """Name the version of the library that made a form, and this one."""
    return {"library": str(made_by), "own": version("cchc")}


def _whole(number: object) -> object:
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _notices_of_copies(workbook: Guarded, layout: TemplateLayout) -> list[Fault]:
    """Name the sheets that were added and bear the keys of the form; what is filled in there is not read."""
    keys = {each.text for sheet in layout.sheets for (_, column), each in sheet.fixed.items() if column == 0}
    notices = []
    for name in workbook.names[:_MOST_SHEETS]:
        if _SHEETS.fullmatch(name):
            continue
        try:
            rows = values_of(workbook, {name: workbook.sheet(name)})[name]
        except ReadError:
            continue  # whatever it is, it is no sheet of the form
        if keys & set(keys_of(rows).values()):
            notices.append(Fault(name, "sheet_copied"))
    return notices


def _faults_of_merged(sheet: SheetLayout, merged: Sequence[str]) -> list[Fault]:
    """Name inputs that were joined with other cells, of which nobody sees any more what is in them."""
    if len(merged) <= len(sheet.merged):
        return []
    faults = []
    for joined in merged:
        (top, left), (bottom, right) = map(cell_at, joined.split(":"))
        if any(top <= row <= bottom and left <= column <= right for row, column in sheet.inputs) and (
            (top, left, bottom, right) not in sheet.merged
        ):
            faults.append(Fault(f"{sheet.name}!{joined}", "cells_merged"))
    return faults


def _notices_of_cells_outside(sheet: SheetLayout, rows: Sequence[Row]) -> list[Fault]:
    """Name the numbers that stand below or beside everything a sheet of the form has; notes may stand there."""
    height, width = sheet.size
    if len(rows) <= height and len(rows[0]) <= width:  # rows are equally long
        return []
    below = ((row, column) for row in range(height, len(rows)) for column in range(len(rows[row])))
    beside = ((row, column) for row in range(min(height, len(rows))) for column in range(width, len(rows[row])))
    found = [cell for cell in (*beside, *below) if isinstance(rows[cell[0]][cell[1]], float)]
    notices = [Fault(f"{sheet.name}!{cell_name(cell)}", "cell_outside") for cell in found[:_FIRST_OUTSIDE]]
    if len(found) > _FIRST_OUTSIDE:
        notices.append(Fault(sheet.name, "cells_outside", {"number": str(len(found) - _FIRST_OUTSIDE)}))
    return notices


def _missing_sheet(plan: Plan, workbook: Guarded) -> Fault:
    """Say that a sheet is not there, and under which name it may be."""
    keys = set(keys_of([[each.text] for (_, column), each in plan.sheet.fixed.items() if column == 0]).values())
    others = {name: workbook.sheet(name) for name in workbook.names[:_MOST_SHEETS] if not _SHEETS.fullmatch(name)}
    for name, rows in values_of(workbook, others).items():
        if keys & set(keys_of(rows).values()):
            return Fault(plan.sheet.name, "sheet_renamed", {"found": name})
    return Fault(plan.sheet.name, "sheet_missing")


@define
class _Reader:
    """What was read so far.

    Args:
        percent_styles: Styles by which a cell shows a percentage.
        has_our_formulas: Whether the formulas of the form are those that this version writes.
        faults: What stands in the way.
        notices: What touches no figure.
        reads: What was read from each sheet.
    """

    percent_styles: frozenset[bytes]
    has_our_formulas: bool
    faults: list[Fault] = field(factory=list)
    notices: list[Fault] = field(factory=list)
    reads: list[tuple[Plan, Reads]] = field(factory=list)

    def read_sheet(self, plan: Plan, rows: Sequence[Row], xml: SheetXml) -> None:
        """Read a sheet, if everything fixed on it stands in its place."""
        taken = plan.take(rows)
        if taken.fixed != plan.texts:
            self.faults += faults_of_places(plan, rows)
            return
        self.faults += _faults_of_merged(plan.sheet, xml.merged())
        self.notices += _notices_of_cells_outside(plan.sheet, rows)
        formulas = SheetFormulas(xml)
        unlike = formulas.unlike(plan.fragments)
        if unlike or len(xml.formulas) > len(plan.fragments):
            self._look_at_formulas(plan, formulas, unlike)
        errors = xml.errors()
        if errors:
            names = {cell_name(cell) for cell in plan.inputs.cells}
            self.faults += [
                Fault(f"{plan.sheet.name}!{cell}", "cell_error", {"found": error})
                for cell, error in errors.items()
                if cell in names
            ]
        percents = percent_cells(xml.cells, self.percent_styles)
        if percents:
            self.faults += plan.inputs.faults_of_percents(taken.inputs, percents)
        reads = plan.inputs.read(taken.inputs)
        self.faults += reads.faults
        self.reads.append((plan, reads))

    def _look_at_formulas(self, plan: Plan, formulas: SheetFormulas, unlike: Sequence[str]) -> None:
        """Look closer at formulas that are written otherwise than the form has them, or stand elsewhere."""
        sheet = plan.sheet
        expected = {cell_name(cell): each.text for cell, each in sheet.formulas.items()}
        wrong = [cell for cell in unlike if self.has_our_formulas and not formulas.holds(cell, expected[cell])]
        shifted = shifted_cells(plan, formulas, wrong) if wrong else []
        self.faults += shifted
        inputs = {cell_name(cell) for cell in plan.inputs.cells}
        for cell in formulas.cells:
            written = formulas.at(cell)
            if written is None or (cell in expected and cell not in wrong):
                continue
            if reaches_outside(written.text):
                self.faults.append(Fault(f"{sheet.name}!{cell}", "formula_outside", {"found": written.text}))
            elif cell in inputs and not written.has_value:
                self.faults.append(Fault(f"{sheet.name}!{cell}", "formula_without_value", {"found": written.text}))
        self.notices += [] if shifted else self._notices(plan, formulas, wrong, expected)

    def _notices(
        self, plan: Plan, formulas: SheetFormulas, wrong: Sequence[str], expected: Mapping[str, str]
    ) -> list[Fault]:
        """Say which check formulas are not those of the form; no figure stands in them."""
        notices = [
            Fault(
                f"{plan.sheet.name}!{cell}",
                "formula_changed" if formulas.at(cell) else "formula_gone",
                {"expected": expected[cell]},
            )
            for cell in wrong[:_FIRST]
        ]
        if len(wrong) > _FIRST:
            notices.append(Fault(plan.sheet.name, "formulas_changed", {"number": str(len(wrong) - _FIRST)}))
        return notices

    def reading(self, layout: TemplateLayout, copied: Sequence[Fault]) -> Reading:
        """Make the report of everything that was read.

        Args:
            layout: The form.
            copied: What is told of sheets that were added.
        """
        figures: dict[str, dict[str, Any]] = {}
        rows = {}
        for plan, reads in self.reads:
            for prefix, held in reads.figures.items():
                figures[prefix] = {**figures.get(prefix, {}), **held}
            if plan.inputs.block.rows:
                rows[plan.sheet.table] = filled = rows_filled_in(plan.inputs.block.names, reads.rows)
                self.faults += [
                    Fault(plan.inputs.cell_in(place, "level"), "cell_required", {"label": _LEVEL})
                    for place in rows_without_level(filled)
                ]
        where = Where(layout, {table: each.places for table, each in rows.items()})
        facts = [] if self.faults else facts_in(figures, where.__getitem__)
        if not isinstance(facts, Facts):
            raise ReadError([*self.faults, *facts])
        report = Report(
            agency=facts.agency,
            period=facts.period,
            document=facts.document,
            signatory=facts.signatory,
            **areas_in(layout.spec, figures, rows),  # type: ignore[arg-type]  # each is of the class of its area
        )
        self.notices += copied
        if not any(_is_filled(plan, reads) for plan, reads in self.reads):
            self.notices.append(Fault("", "template_blank"))
        return Reading(report=report, cells=where, notices=tuple(self.notices))


def _is_filled(plan: Plan, reads: Reads) -> bool:
    """Tell whether any figure stands on a sheet; the facts about the report are none."""
    if plan.sheet.name == FACTS_SHEET:
        return False
    told = [value for held in reads.figures.values() for value in held.values()]
    return any(value is not None for value in told) or any(any(each is not None for each in row) for row in reads.rows)
