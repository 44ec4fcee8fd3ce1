"""Strategies of records, tables and reports that keep every rule: by construction, from the declarations."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar, overload

import attrs
from attrs import evolve

from cchc_core.catalogue.sources import CV725_2021
from cchc_core.errors import DeclarationError
from cchc_core.forms import AgencyTable, FieldTable, LevelTable, Record, form_of
from cchc_core.forms.tables import NestedDeclaration
from cchc_core.report import Period, Report, structure_on
from cchc_core.testing.extra import DrawFn, SearchStrategy, st
from cchc_core.testing.strategies.asked import A_DAY, Asked, draw_stated
from cchc_core.testing.strategies.choosing import Drawing
from cchc_core.testing.strategies.documents import (
    agencies,
    draw_citations,
    draw_document,
    draw_sayings,
    periods_ending,
    signatories,
)
from cchc_core.testing.strategies.drawing import draw_figures, record_of
from cchc_core.testing.strategies.frames import Bundle, Frame, TableSlot, frame_of, summable
from cchc_core.testing.strategies.keeping import keeping_of
from cchc_core.testing.strategies.rows import draw_tables

__all__ = ["FIRST_DAY", "LAST_DAY", "draw_marks", "draw_plain", "records", "reports", "tables"]

R = TypeVar("R", bound=Record)

FIRST_DAY = CV725_2021.issued or A_DAY
"""The first day on which every shipped form is in force."""

LAST_DAY = date(2040, 12, 31)
"""The last day of the periods that reports are drawn for."""

_ON = "on"


def records(cls: type[R], *, on: date = A_DAY, complete: bool = False) -> SearchStrategy[R]:
    """Records of a form that keep every rule of it: ``check_record`` finds nothing.

    Figures are drawn one after the other, each as far as the relations of the form leave room, so nothing is drawn
    in vain. A record may state all figures, some or none. What it holds beside figures, parts and tables is drawn by
    its type where it has no default.

    Args:
        cls: A record class, of the catalogue or of your own.
        on: Last day of the reporting period, by which rules are in force and levels of government exist.
        complete: Whether every figure is stated.

    Raises:
        DeclarationError: If the class was not made by `form`.

    >>> from cchc_core import DossierRow
    >>> from hypothesis import Phase, find, settings
    >>> quickly = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink])
    >>> row = find(records(DossierRow), lambda row: row.resolved and row.resolved_late, settings=quickly)
    >>> row.resolved, row.resolved_late
    (1, 1)
    """
    form_of(cls)
    if cls is Report:
        return reports(figures=int(complete))  # type: ignore[return-value]  # the one class there is
    return _records(frame_of(cls), Asked.on(on, is_full=complete))


def _records(frame: Frame, asked: Asked) -> SearchStrategy[Any]:
    """Draw records; Hypothesis prints the arguments of a strategy, so a frame is none."""

    @st.composite
    def consistent_records(draw: DrawFn) -> Any:
        drawn = draw_figures(draw, frame, asked.drawn(draw))
        return record_of(Drawing(draw), frame, drawn, draw_plain(draw, frame.record))

    return consistent_records()


def draw_plain(draw: DrawFn, record: type[Record]) -> dict[str, Any]:
    """Draw what stands beside figures, parts and tables and has no default."""
    attributes: Any = record
    form = form_of(record)
    known = form.figures.keys() | form.nested.keys()
    fields = [field for field in attrs.fields(attributes) if field.name not in known]
    return {field.name: draw(st.from_type(field.type)) for field in fields if field.default is attrs.NOTHING}


@overload
def tables(
    cls: type[R], kind: type[LevelTable[Any]], *, on: date = ..., complete: bool = ...
) -> SearchStrategy[LevelTable[R]]: ...
@overload
def tables(
    cls: type[R], kind: type[FieldTable[Any]], *, on: date = ..., complete: bool = ...
) -> SearchStrategy[FieldTable[R]]: ...
@overload
def tables(
    cls: type[R], kind: type[AgencyTable[Any]], *, on: date = ..., complete: bool = ...
) -> SearchStrategy[AgencyTable[R]]: ...
def tables(cls: type[R], kind: type[Any], *, on: date = A_DAY, complete: bool = False) -> SearchStrategy[Any]:
    """Tables of a form whose rows keep every rule of it, and whose total is the sum of its rows.

    No row is all zeros; each name has one row; from three rows on none holds more than 60 % of the first column.

    Args:
        cls: Record class of the rows.
        kind: `LevelTable`, `FieldTable` or `AgencyTable`.
        on: Last day of the reporting period.
        complete: Whether every figure of every row is stated, the total among them.

    Raises:
        DeclarationError: If the class was not made by `form`.

    >>> from cchc_core import DossierRow
    >>> from hypothesis import Phase, find, settings
    >>> quickly = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink])
    >>> found = find(tables(DossierRow, LevelTable), lambda table: table.total is not None, settings=quickly)
    >>> max(filter(None, vars(found.total).values()))
    1
    """
    form_of(cls)
    if kind not in (LevelTable, FieldTable, AgencyTable):
        raise DeclarationError(cls.__name__, "", f"has no tables of the kind {kind!r}")
    slot = TableSlot(("table",), NestedDeclaration(record=cls, value=kind, name="table"), frame_of(cls))
    ties = tuple(tie.moved(("table", "*")) for tie in slot.row.ties)
    figures = {("table", "*", *path): figure for path, figure in slot.row.figures.items()}
    return _tables(Bundle((slot,), {slot.path: slot.path}, figures, ties), kind, Asked.on(on, is_full=complete))


def _tables(bundle: Bundle, kind: type[Any], asked: Asked) -> SearchStrategy[Any]:
    @st.composite
    def consistent_tables(draw: DrawFn) -> Any:
        return draw_tables(draw, bundle, asked.drawn(draw)).values.get(bundle.tables[0].path, kind())

    return consistent_tables()


def reports(*, figures: int = 0) -> SearchStrategy[Report]:
    """Reports that keep every rule: ``check`` finds nothing, not even something to look at.

    They are reports of every tier on periods from 2021 on, before and after the districts went; with some sections
    blank and others complete; with the documents they cite. A failing example shrinks to a report of few figures.

    Args:
        figures: How many figures each report has at least; any number if not given. Shares are not counted.

    >>> from hypothesis import Phase, find, settings
    >>> quickly = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink])
    >>> find(reports(), lambda report: True, settings=quickly).period.describe()
    'năm 2021'
    """
    return _reports(figures)


@st.composite
def _reports(draw: DrawFn, figures: int) -> Report:
    marks = draw_marks(draw, draw(periods_ending(FIRST_DAY, LAST_DAY)))
    frame = frame_of(Report)
    asked = Asked.on(marks["period"].end, marks["agency"].tier).drawn(draw)
    if figures:
        asked = _full(draw, frame, asked, figures)
    drawn = draw_figures(draw, frame, asked)
    report: Report = record_of(Drawing(draw), frame, drawn, marks)
    return report


def draw_marks(draw: DrawFn, period: Period) -> dict[str, Any]:
    """Draw whatever a report on a period says beside its figures."""
    return {
        "agency": draw(agencies(tuple(reversed(structure_on(period.end).tiers)))),
        "period": period,
        "document": draw_document(draw, period),
        "signatory": draw(signatories()),
        "citations": draw_citations(draw, period.end),
        **draw_sayings(draw, period),
    }


def _full(draw: DrawFn, frame: Frame, asked: Asked, figures: int) -> Asked:
    """Ask for a report with so many figures: with some of the tables if they are enough, else with long ones."""
    tables = [table.path for bundle in frame.bundles for table in bundle.tables]
    fewer = evolve(asked, is_full=True, without=frozenset(tables[1:]) - draw_stated(draw, tables[1:]))
    if _count(frame, fewer, 0) >= figures:
        return fewer
    every = evolve(asked, is_full=True)
    a_row = _count(frame, every, 1) - _count(frame, every, 0)
    return evolve(every, rows=max(1, -((_count(frame, every, 0) - figures) // a_row)))


def _count(frame: Frame, asked: Asked, rows: int) -> int:
    """Count the figures of a full report with so many rows by name, without shares, which may stay blank."""
    hidden = {(*path, name) for path, part in frame.parts.items() for name in keeping_of(part).hidden(asked.day)}
    count = len(summable(frame) - hidden)
    for table in (each for bundle in frame.bundles for each in bundle.tables if each.path not in asked.without):
        by_level = table.declared.value is LevelTable
        count += len(summable(table.row)) * (1 + (len(asked.levels) if by_level else rows))
    return count
